package io.bridgewarden.cli;

/** Why a command could not do its work, in words for whoever gave it. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
