package io.bridgewarden.decisions.channel;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class ChannelReasons {
    public static final String OVER_AGE = "over-age";
    public static final String NO_LIMIT = "no-limit";
    public static final String HANDLED_ELSEWHERE = "handled-elsewhere";
    public static final String WITHIN_LIMIT = "within-limit";
    public static final String AGE_UNKNOWN = "age-unknown";
    public static final String INTERVAL = "interval";

    public static final String EVENT_SAYS_NO = "event-says-no";
    public static final String STATE_NOT_PUBLISHED = "state-not-published";
    public static final String NOT_RESTRICTED = "not-restricted";
    public static final String NO_CONTROLLER = "no-controller";
    public static final String CONTROLLED_HERE = "controlled-here";
    public static final String CONTROLLED_ELSEWHERE = "controlled-elsewhere";
    public static final String FOUND_AGAIN = "found-again";
    public static final String RECONNECT_NOT_PUBLISHED = "reconnect-not-published";
    public static final String SWITCH_LOST = "switch-lost";

    public static final String LISTED = "listed";
    public static final String NOT_LISTED = "not-listed";
    public static final String CONFERENCE_OVER = "conference-over";

    private ChannelReasons() {}
}
