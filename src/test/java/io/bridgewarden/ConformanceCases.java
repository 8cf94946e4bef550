package io.bridgewarden;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** The cases of {@code conformance/NAME.json}, answered by real systems. */
public final class ConformanceCases {
    private ConformanceCases() {}

    /** The cases of a file, in its order; some files hold nothing else. */
    public static JsonNode of(String file) {
        try (InputStream json = ConformanceCases.class.getResourceAsStream("/conformance/" + file)) {
            JsonNode document = Json.mapper().readTree(Objects.requireNonNull(json, file));
            return document.isArray() ? document : document.path("cases");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #of}. */
    public static Stream<JsonNode> stream(String file) {
        return StreamSupport.stream(of(file).spliterator(), false);
    }

    /** Each case behind its id, as a parameterized test takes them. */
    public static Stream<Arguments> named(String file) {
        return stream(file).map(it -> Arguments.of(it.path("id").asText(), it));
    }
}
