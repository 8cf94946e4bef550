package io.bridgewarden.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "call.mp3,        .mp3",
        "a.b.mp3,         .mp3",
        "call,            ''",
        "/x.y/call,       ''",
        "/x/.mp3,         .mp3",
        "call.,           .",
        "call.mp3/,       ''",
    })
    void theExtensionStartsAtTheLastDotOfTheLastSegment(String name, String extension) {
        assertThat(FileNames.extension(name)).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource({
        "call.mp3,        .mp3,  call",
        "/a/b/call.mp3,   .mp3,  call",
        "call.wav,        .mp3,  call.wav",
        "call.mp3/,       .mp3,  call.mp3",
        ".mp3,            .mp3,  ''",
        "p3,              .mp3,  p3",
        "/,               .mp3,  ''",
    })
    void theStemIsTheLastSegmentWithoutItsExtension(String path, String extension, String stem) {
        assertThat(FileNames.stem(path, extension)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({
        "/tmp/,           /tmp/call.mp3",
        "/tmp,            /tmp/call.mp3",
        "/,               /call.mp3",
        "//var///rec//,   /var/rec/call.mp3",
        "/var/./rec/.,    /var/rec/call.mp3",
        "/var/../rec,     /var/../rec/call.mp3",
        "rec,             rec/call.mp3",
        "./rec,           ./rec/call.mp3",
        "/var/.rec,       /var/.rec/call.mp3",
    })
    void aDirectoryAndANameAreJoinedByOneSlash(String directory, String path) {
        assertThat(FileNames.join(directory, "call.mp3")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/call.mp3,       /",
        "/a/call.mp3,     /a",
        "/a//b/call,      /a//b",
    })
    void theDirectoryIsWhatStandsBeforeTheLastSlash(String path, String directory) {
        assertThat(FileNames.directory(path)).isEqualTo(directory);
    }

    @Property
    void anEncodedNameIsOneSegmentThatTheSwitchReadsAsItIs(@ForAll String name) {
        String encoded = FileNames.encode(name);

        assertThat(encoded).matches("[A-Za-z0-9~_+%-]*|[*#]");
    }

    @Property
    void anEncodedTagSetsNoOtherVariable(@ForAll String name) {
        assertThat(FileNames.encodeTag(name)).matches("[A-Za-z0-9 .=_%-]*");
    }

    @Property
    void anEncodedNameSaysWhatTheNameSaid(@ForAll String name) {
        String written = new String(name.getBytes(UTF_8), UTF_8);

        assertThat(URLDecoder.decode(FileNames.encode(name), UTF_8)).isEqualTo(written);
    }
}
