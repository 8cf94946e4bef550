package io.bridgewarden.decisions.authz;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class AuthzReasons {
    public static final String EMERGENCY_CALL = "emergency-call";
    public static final String MOBILE = "mobile";
    public static final String RECORDED_AUTHORIZATION = "recorded-authorization";
    public static final String RECORDED_DENIAL = "recorded-denial";
    public static final String CONFERENCE = "conference";
    public static final String RECOVERED = "recovered";
    public static final String AUTHORIZATION_DISABLED = "authorization-disabled";
    public static final String LOCAL_RESOURCE = "local-resource";
    public static final String NO_RESOURCE = "no-resource";
    public static final String OUTBOUND_OVER_RESOURCE = "outbound-over-resource";
    public static final String INBOUND_FROM_NOBODY = "inbound-from-nobody";
    public static final String INBOUND_FROM_RESOURCE = "inbound-from-resource";
    public static final String INBOUND_FROM_ENDPOINT = "inbound-from-endpoint";
    public static final String UNKNOWN_DIRECTION = "unknown-direction";

    public static final String LIMITS_AUTHORIZE = "limits-authorize";
    public static final String SOFT_LIMIT = "soft-limit";
    public static final String DRY_RUN = "dry-run";
    public static final String LIMITS_REFUSE = "limits-refuse";
    public static final String NO_ANSWER_ALLOWED = "no-answer-allowed";
    public static final String NO_ANSWER_DRY_RUN = "no-answer-dry-run";
    public static final String NO_ANSWER_DENIED = "no-answer-denied";

    private AuthzReasons() {}
}
