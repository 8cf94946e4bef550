package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * Whose call it is, and how that is known.
 *
 * @param foundBy what told
 * @param accountEnabled whether the account is enabled; true where nobody was found
 * @param endpointEnabled whether the device found by its address, and its user, are enabled; true otherwise
 * @param endpointType what was found by its address: {@code device}, {@code resource}; null otherwise
 * @param localNumber whether the number that told is a local one
 */
public record CallOwner(
        FoundBy foundBy,
        boolean accountEnabled,
        boolean endpointEnabled,
        @Nullable String endpointType,
        boolean localNumber) {

    /** What told whose call it is; the first that does, in this order. */
    public enum FoundBy {
        /** The call names its account. */
        CALL,
        /** The address it comes from belongs to a device that is known by it. */
        ADDRESS,
        /** The called number belongs to an account. */
        NUMBER,
        /** Nothing told. */
        NOBODY
    }
}
