package io.bridgewarden.decisions.acl;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class AclReasons {
    public static final String MOST_SPECIFIC_ENTRY = "most-specific-entry";
    public static final String LIST_DEFAULT = "list-default";
    public static final String UNKNOWN_LIST = "unknown-list";
    public static final String BLOCK_COVERS = "block-covers";
    public static final String NO_BLOCK_COVERS = "no-block-covers";

    public static final String INBOUND_LIST = "inbound-list";
    public static final String PROXY_TOKEN = "proxy-token";
    public static final String FORWARDED_ADDRESS = "forwarded-address";
    public static final String CALLS_NOT_AUTHENTICATED = "calls-not-authenticated";
    public static final String FALLBACK_CONTEXT = "fallback-context";
    public static final String CALLS_BY_ACL_ONLY = "calls-by-acl-only";
    public static final String NOT_LISTED = "not-listed";
    public static final String REGISTER_LIST = "register-list";
    public static final String USER_LIST = "user-list";
    public static final String REGISTRATION = "registration";

    private AclReasons() {}
}
