package io.bridgewarden.decisions.recording;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class RecordingReasons {
    public static final String ALWAYS = "always";
    public static final String AS_REQUESTED = "as-requested";
    public static final String BY_DEFAULT = "by-default";
    public static final String CONFIGURED = "configured";
    public static final String CONFIGURED_FOR_MONO = "configured-for-mono";
    public static final String CONFIGURED_FOR_STEREO = "configured-for-stereo";
    public static final String ENDLESS_ALLOWED = "endless-allowed";
    public static final String ENDLESS_NOT_ALLOWED = "endless-not-allowed";
    public static final String KNOWN_EXTENSION = "known-extension";
    public static final String NAMED_ABSOLUTELY = "named-absolutely";
    public static final String NEWEST_RECORDING = "newest-recording";

    private RecordingReasons() {}
}
