package io.bridgewarden.decisions.node;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class NodeReasons {
    public static final String CONFIGURED = "configured";
    public static final String OWN_HOST = "own-host";
    public static final String CONNECTED = "connected";
    public static final String NOT_ANSWERING = "not-answering";
    public static final String ANSWERED = "answered";
    public static final String NOT_CONFIGURED = "not-configured";
    public static final String NOT_CONNECTED = "not-connected";

    public static final String JUST_STARTED = "just-started";
    public static final String KEPT_RUNNING = "kept-running";
    public static final String NO_RECONNECT_COMMANDS = "no-reconnect-commands";
    public static final String COMMANDS_RUN = "commands-run";
    public static final String SAFE_COMMAND = "safe-command";
    public static final String UNSAFE_COMMAND = "unsafe-command";
    public static final String NO_ANSWER = "no-answer";
    public static final String ERROR = "error";

    public static final String MODULE_PRESENT = "module-present";
    public static final String MODULE_MISSING = "module-missing";
    public static final String NOT_PROBED = "not-probed";
    public static final String BOTH_CAN_MOVE = "both-can-move";
    public static final String SOURCE_CANNOT_MOVE = "source-cannot-move";
    public static final String TARGET_CANNOT_MOVE = "target-cannot-move";
    public static final String CAN_SPEAK = "can-speak";
    public static final String CANNOT_SPEAK = "cannot-speak";
    public static final String OTHER_ENGINE = "other-engine";

    public static final String SWITCH_UP = "switch-up";
    public static final String WITHIN_GRACE = "within-grace";
    public static final String ANSWERED_IN_TIME = "answered-in-time";
    public static final String GRACE_OVER = "grace-over";
    public static final String BACK_IN_TIME = "back-in-time";
    public static final String NOT_LOOKED_FOR = "not-looked-for";
    public static final String CALL_GONE = "call-gone";
    public static final String WITHIN_RESTART = "within-restart";
    public static final String NOT_BACK_IN_TIME = "not-back-in-time";

    public static final String SWITCH_LOST = "switch-lost";
    public static final String STREAM_IDLE = "stream-idle";
    public static final String HEARD_LATELY = "heard-lately";
    public static final String ALERT_OFF = "alert-off";

    public static final String OWN_FILE = "own-file";
    public static final String CONFIGURED_HERE = "configured-here";
    public static final String GATEWAYS_NOT_PROCESSED = "gateways-not-processed";
    public static final String VERSION_DIFFERS = "version-differs";
    public static final String SAME_VERSION = "same-version";
    public static final String NO_VERSION = "no-version";
    public static final String NOT_LISTED = "not-listed";
    public static final String GATEWAYS_PROCESSED = "gateways-processed";

    public static final String UPLOAD_FAILED = "upload-failed";
    public static final String REQUESTED = "requested";
    public static final String NOT_REQUESTED = "not-requested";
    public static final String BY_CONFIGURATION = "by-configuration";

    public static final String NO_SWITCH = "no-switch";
    public static final String NO_COMMANDS = "no-commands";
    public static final String FLUSHED_BEFORE_PING = "flushed-before-ping";
    public static final String FLUSHED_BEFORE_CONTROL = "flushed-before-control";

    private NodeReasons() {}
}
