package io.bridgewarden.facts;

import java.util.Locale;

/** Who pays for a call. */
public enum Party {
    /** The account whose call it is. */
    ACCOUNT,
    /** The account that resells to it, if that is somebody else. */
    RESELLER;

    /** {@code account} or {@code reseller}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
