package io.bridgewarden.decisions.fax;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class FaxReasons {
    public static final String AS_REQUESTED = "as-requested";
    public static final String CONFIGURED = "configured";

    private FaxReasons() {}
}
