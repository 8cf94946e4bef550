package io.bridgewarden.decisions.media;

/** What plays a piece of media. */
public enum Player {
    /** The switch, which is given the text as it is. */
    SWITCH("switch"),
    /** The switch, from the file that a recording of this name is kept in. */
    RECORDING("recording"),
    /** The VLC module. */
    VLC("vlc"),
    /** The shout module, which streams. */
    SHOUT("shout"),
    /** The HTTP cache, which fetches once. */
    HTTP_CACHE("http-cache");

    private final String word;

    Player(String word) {
        this.word = word;
    }

    /** Its spelling in answers. */
    public String word() {
        return word;
    }
}
