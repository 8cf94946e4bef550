package io.bridgewarden.decisions.registration;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class RegistrationReasons {
    public static final String ALLOWANCE_ADDED = "allowance-added";
    public static final String UNREGISTERS = "unregisters";

    public static final String REGISTERS = "registers";
    public static final String ANOTHER_CONTACT = "another-contact";
    public static final String NOTHING_STORED = "nothing-stored";
    public static final String FIRST_REGISTRATION = "first-registration";
    public static final String CONTACT_CHANGED = "contact-changed";

    public static final String AS_REPORTED = "as-reported";
    public static final String AS_STORED = "as-stored";
    public static final String CONFIGURED = "configured";
    public static final String NOT_CONFIGURED = "not-configured";

    public static final String COPYING_ALLOWED = "copying-allowed";
    public static final String COPYING_NOT_ALLOWED = "copying-not-allowed";
    public static final String LAPSES_AT_ONCE = "lapses-at-once";

    public static final String NO_LIFETIME_GIVEN = "no-lifetime-given";
    public static final String LIFETIME_GIVEN = "lifetime-given";

    private RegistrationReasons() {}
}
