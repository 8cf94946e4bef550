package io.bridgewarden.store.acl;

/** Thrown for a text that is no block, or none that can be meant. */
public final class BlockException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean dropped;

    BlockException(String code, String detail, boolean dropped) {
        super(detail);
        this.code = code;
        this.dropped = dropped;
    }

    /** Kebab-case, for programs. */
    public String code() {
        return code;
    }

    /** Whether the switch leaves such a block out and keeps the rest; otherwise it reads something nobody meant. */
    public boolean dropped() {
        return dropped;
    }

    /** What is wrong and what would be right, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
