package io.bridgewarden.decisions.bridge;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class BridgeReasons {
    public static final String REGISTERED = "registered";
    public static final String CARRIER_ROUTE = "carrier-route";
    public static final String LOOPBACK = "loopback";
    public static final String FIXED_ADDRESS = "fixed-address";
    public static final String TRUNK = "trunk";

    public static final String NO_INVITE_FORMAT = "no-invite-format";
    public static final String UNKNOWN_INVITE_FORMAT = "unknown-invite-format";
    public static final String UNKNOWN_ENDPOINT_TYPE = "unknown-endpoint-type";
    public static final String UNKNOWN_TRANSPORT = "unknown-transport";
    public static final String UNKNOWN_T38_GATEWAY = "unknown-t38-gateway";
    public static final String HEADERS_NOT_AN_OBJECT = "headers-not-an-object";
    public static final String APPLICATION_VARIABLES_NOT_AN_OBJECT = "application-variables-not-an-object";
    public static final String CHANNEL_VARIABLES_NOT_AN_OBJECT = "channel-variables-not-an-object";
    public static final String OPTIONS_NOT_AN_OBJECT = "options-not-an-object";
    public static final String IGNORE_EARLY_MEDIA_NOT_BOOLEAN = "ignore-early-media-not-boolean";
    public static final String BYPASS_MEDIA_NOT_BOOLEAN = "bypass-media-not-boolean";
    public static final String INVITE_PARAMETERS_NOT_A_LIST = "invite-parameters-not-a-list";

    public static final String INVALID_REQUEST = "invalid-request";
    public static final String NO_ENDPOINTS = "no-endpoints";

    public static final String DUPLICATE = "duplicate";
    public static final String DUPLICATE_FAILOVER = "duplicate-failover";
    public static final String DEVICE_AVAILABLE = "device-available";
    public static final String NOT_REGISTERED = "not-registered";
    public static final String NO_ADDRESS_OF_RECORD = "no-address-of-record";
    public static final String NO_DESTINATION = "no-destination";
    public static final String UNSAFE_ADDRESS = "unsafe-address";

    public static final String IS_FAILOVER_SPELLING = "is-failover-spelling";
    public static final String CONTACT_NOT_DIALABLE = "contact-not-dialable";

    private BridgeReasons() {}
}
