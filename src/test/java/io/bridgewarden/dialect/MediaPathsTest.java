package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaPathsTest {
    private static final Map<String, String> URLS = Map.of(
            "prompt://acc/greeting", "http://db.example/m1.mp3",
            "prompt://acc/cached", "http_cache://http://db.example/m1.mp3",
            "prompt://acc/local", "/tmp/m1.mp3");

    @ParameterizedTest
    @CsvSource({
        "http://media.example/b.mp3,     http_cache://http://media.example/b.mp3",
        "https://media.example/b.wav,    http_cache://https://media.example/b.wav",
        "say:hello,                      say:hello",
        "silence,                        silence",
        "silence_stream://250,           silence_stream://250",
        "'tone_stream://%(200,100,440)', 'tone_stream://%(200,100,440)'",
        "shout://media.example/b.mp3,    shout://media.example/b.mp3",
        "http_cache://http://m.example/, http_cache://http://m.example/",
        "/tmp/a.mp3,                     /tmp/a.mp3",
        "prompt://acc/greeting,          http_cache://http://db.example/m1.mp3",
        "prompt://acc/cached,            http_cache://http://db.example/m1.mp3",
        "prompt://acc/local,             /tmp/m1.mp3",
        "prompt://acc/unknown,           prompt://acc/unknown",
        "ftp://h/a.mp3,                  ftp://h/a.mp3",
        "'',                             silence_stream://5"
    })
    void byDefaultWhatIsFetchedIsCached(String media, String path) {
        assertThat(new MediaPaths(URLS, false, false, true, false).path(media)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  http://h.example/b.mp3,          vlc://http://h.example/b.mp3",
        "true,  false, true,  prompt://acc/local,              /tmp/m1.mp3",
        "true,  false, true,  prompt://acc/cached,             vlc://http_cache://http://db.example/m1.mp3",
        "false, true,  true,  http://h.example/b.mp3,          shout://h.example/b.mp3",
        "false, true,  true,  https://http.example/http.mp3,   shout://http.example/http.mp3",
        "false, true,  true,  http://h.example/b.mp3?x=1,      http_cache://http://h.example/b.mp3?x=1",
        "false, true,  true,  http://h.example/b.MP3,          http_cache://http://h.example/b.MP3",
        "false, true,  true,  prompt://acc/cached,             http_cache://http://db.example/m1.mp3",
        "false, false, false, http://h.example/b.mp3,          http://h.example/b.mp3"
    })
    void theFirstPlayerThatFitsIsTaken(boolean vlc, boolean shout, boolean cache, String media, String path) {
        assertThat(new MediaPaths(URLS, vlc, shout, cache, false).path(media)).isEqualTo(path);
    }

    @Test
    void fetchedHoldMusicCanGoOnWhereItStopped() {
        MediaPaths media = new MediaPaths(Map.of(), false, false, true, true);

        assertThat(media.holdPath("http://h.example/moh.mp3"))
                .isEqualTo("kz_moh::http_cache://http://h.example/moh.mp3");
        assertThat(media.holdPath("silence")).isEqualTo("silence");
        assertThat(media.path("http://h.example/moh.mp3")).isEqualTo("http_cache://http://h.example/moh.mp3");
    }

    @Test
    void onlyNamesNeedALookup() {
        assertThat(MediaPaths.needsLookup("prompt://acc/x")).isTrue();
        assertThat(MediaPaths.needsLookup("no-such-media")).isTrue();
        assertThat(MediaPaths.needsLookup("http://h.example/a")).isFalse();
        assertThat(MediaPaths.needsLookup("silence")).isFalse();
        assertThat(MediaPaths.needsLookup("")).isFalse();
    }
}
