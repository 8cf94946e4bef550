package io.bridgewarden.rules;

/**
 * A rule file as it was read.
 *
 * @param decision folder it lies in, which is also its DRL package
 * @param path from the rule directory, with forward slashes
 * @param text its content
 * @param trust whether it may do only what rules are for
 */
record RuleFile(String decision, String path, String text, Trust trust) implements Comparable<RuleFile> {
    /** One that may do only what rules are for. */
    RuleFile(String decision, String path, String text) {
        this(decision, path, text, Trust.CHECKED);
    }

    @Override
    public int compareTo(RuleFile other) {
        return path.compareTo(other.path);
    }
}
