package io.bridgewarden.dialect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the switch plays a piece of media.
 *
 * @param urls media names that need a lookup, with the URL each was found at; a name not in it plays as it is
 * @param useVlc {@code use_vlc}: by default false
 * @param useShout {@code use_shout}: by default false
 * @param useHttpCache {@code use_http_cache}: by default true
 * @param holdPreservesPosition {@code hold_media_preserve_position}: by default false
 */
public record MediaPaths(
        Map<String, String> urls,
        boolean useVlc,
        boolean useShout,
        boolean useHttpCache,
        boolean holdPreservesPosition) {
    /** Nothing looked up, and the default of every setting. */
    public static final MediaPaths DEFAULT = new MediaPaths(Map.of(), false, false, true, false);

    public MediaPaths {
        urls = Map.copyOf(urls);
    }

    /** Whether a name is only played after a lookup; such names belong into {@link #urls}. */
    public static boolean needsLookup(String media) {
        return !media.isEmpty() && !isPlayable(media) && !isWeb(media) && !media.startsWith("local_stream://");
    }

    /** What the switch is told to play for a media name; silence if there is none. */
    public String path(@Nullable String media) {
        if (media == null || media.isEmpty()) {
            return "silence_stream://5";
        }
        if (isPlayable(media) || media.startsWith("local_stream://")) {
            return media;
        }
        if (isWeb(media)) {
            return fetched(media);
        }
        String url = urls.get(media);
        return url == null ? media : fetched(url);
    }

    String holdPath(@Nullable String media) {
        String path = path(media);
        return holdPreservesPosition && path.startsWith("http_cache") ? "kz_moh::" + path : path;
    }

    private String fetched(String url) {
        if (url.startsWith("/tmp/")) {
            return url;
        }
        if (useVlc) {
            return "vlc://" + url;
        }
        if (url.startsWith("http_cache://")) {
            return url;
        }
        if (useShout && isWeb(url) && url.endsWith(".mp3")) {
            return "shout" + url.substring(url.indexOf("://"));
        }
        return useHttpCache ? "http_cache://" + url : url;
    }

    private static boolean isWeb(String media) {
        return media.startsWith("http://") || media.startsWith("https://");
    }

    private static boolean isPlayable(String media) {
        return media.startsWith("say:")
                || media.equals("silence")
                || media.startsWith("silence_stream://")
                || media.startsWith("tone_stream://")
                || media.startsWith("shout://")
                || media.startsWith("http_cache://")
                || media.startsWith("$")
                || media.startsWith("/tmp/");
    }
}
