package io.bridgewarden.decisions.limits;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class LimitsReasons {
    public static final String DISABLED_ACCOUNT = "disabled-account";
    public static final String DISABLED_ENDPOINT = "disabled-endpoint";
    public static final String UNKNOWN_NUMBER = "unknown-number";

    public static final String OWN_ENDPOINT = "own-endpoint";
    public static final String LOCAL_NUMBER = "local-number";

    public static final String LIMITS_OFF = "limits-off";
    public static final String EMERGENCY = "emergency";
    public static final String TOLL_FREE = "toll-free";

    public static final String HARD_LIMIT = "hard-limit";
    public static final String NOTHING_LEFT = "nothing-left";

    private LimitsReasons() {}
}
