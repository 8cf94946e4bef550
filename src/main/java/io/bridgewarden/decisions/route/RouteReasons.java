package io.bridgewarden.decisions.route;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class RouteReasons {
    public static final String NAMED_BY_SWITCH = "named-by-switch";
    public static final String NONE_NAMED = "none-named";
    public static final String BOUND = "bound";
    public static final String OWN_CONTEXT = "own-context";

    public static final String ANONYMOUS = "anonymous";
    public static final String LISTED = "listed";
    public static final String RECOVERED = "recovered";

    public static final String AUTHORIZATION_ON = "authorization-on";
    public static final String AUTHORIZATION_OFF = "authorization-off";
    public static final String FETCH_TIMEOUT = "fetch-timeout";
    public static final String PATIENCE_OF_SWITCH = "patience-of-switch";

    public static final String ROUTE_AWAITED = "route-awaited";
    public static final String NO_ROUTE = "no-route";
    public static final String USELESS_ROUTE = "useless-route";
    public static final String ROUTE_ERROR = "route-error";
    public static final String DENIED = "denied";
    public static final String ALLOWED = "allowed";
    public static final String ALLOWED_BARE = "allowed-bare";
    public static final String CHECK_FAILED = "check-failed";
    public static final String CHECK_LATE = "check-late";
    public static final String CHECK_HEARD = "check-heard";
    public static final String CHECK_NOT_HEARD = "check-not-heard";

    public static final String NAMED_BY_ROUTE = "named-by-route";
    public static final String CONFIGURED = "configured";
    public static final String EVENTS_NOT_OFFERED = "events-not-offered";

    private RouteReasons() {}
}
