package io.bridgewarden.decisions.media;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class MediaReasons {
    public static final String NOTHING_NAMED = "nothing-named";
    public static final String PLAYED_BY_THE_SWITCH = "played-by-the-switch";
    public static final String RECORDED = "recorded";
    public static final String WEB_ADDRESS = "web-address";
    public static final String NOT_FOUND = "not-found";
    public static final String LOCAL_FILE = "local-file";
    public static final String VLC_CONFIGURED = "vlc-configured";
    public static final String CACHED_ALREADY = "cached-already";
    public static final String SHOUT_CONFIGURED = "shout-configured";
    public static final String CACHE_CONFIGURED = "cache-configured";
    public static final String NO_PLAYER_CONFIGURED = "no-player-configured";

    private MediaReasons() {}
}
