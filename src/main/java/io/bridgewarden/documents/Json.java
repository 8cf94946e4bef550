package io.bridgewarden.documents;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes JSON for every boundary of the service. Reading is strict: one document, UTF-8, no duplicate
 * members, bounded strings and depth. Safe to share between threads.
 */
public final class Json {
    /** Longest text member a document may have, in characters. */
    public static final int MAX_STRING = 65_536;
    /** Deepest nesting a document may have. */
    public static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_STRING)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /** The mapper behind the reading and writing, for building and converting trees. Not to be reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads one JSON object.
     *
     * @throws ProblemException {@code malformed-request} (400) naming the place, if the bytes are not one JSON document;
     *     {@code invalid-request} (422) if it is not an object, or larger than the bounds of a member
     */
    public static ObjectNode readObject(byte[] utf8) {
        if (read(utf8) instanceof ObjectNode object) {
            return object;
        }
        throw Problem.invalid("#", "type", "a JSON object is expected").asException();
    }

    /** As {@link #readObject}, for any JSON value. */
    public static JsonNode read(byte[] utf8) {
        checkUtf8(utf8);
        try (JsonParser parser = MAPPER.createParser(utf8)) {
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw Problem.malformed("#", "empty", "a JSON object is expected, and there is no text")
                        .asException();
            }
            JsonNode node = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw Problem.malformed("#", "trailing-text", "text follows the JSON document" + place(parser))
                        .asException();
            }
            return node;
        } catch (StreamConstraintsException e) {
            boolean depth = e.getOriginalMessage().contains("nesting depth");
            throw Problem.invalid(
                            pointer(parser),
                            depth ? "too-deep" : "too-long",
                            depth
                                    ? "nested deeper than %d levels".formatted(MAX_DEPTH)
                                    : "longer than %d characters".formatted(MAX_STRING))
                    .asException();
        } catch (JacksonException e) {
            String text = e.getOriginalMessage();
            boolean duplicate = text.startsWith("Duplicate field");
            throw Problem.malformed(
                            pointer(parser),
                            duplicate ? "duplicate-member" : "not-json",
                            duplicate
                                    ? "member `%s` is given twice".formatted(quoted(text)) + place(parser)
                                    : "not JSON" + place(parser))
                    .asException();
        }
    }

    /** Writes a value compactly, members in order. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a value for people: indented, with a line end. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw Problem.malformed("#", "not-utf-8", "the body is not UTF-8").asException();
        }
    }

    /** JSON pointer to a member of what another points to; {@code ~} and {@code /} of its name are escaped. */
    public static String at(String pointer, String member) {
        String escaped = member.indexOf('~') < 0 && member.indexOf('/') < 0
                ? member
                : member.replace("~", "~0").replace("/", "~1");
        return pointer + "/" + escaped;
    }

    private static String pointer(JsonParser parser) {
        JsonPointer pointer = parser.getParsingContext().pathAsPointer();
        return "#" + pointer;
    }

    private static String place(JsonParser parser) {
        var location = parser.currentLocation();
        return " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String quoted(String message) {
        int first = message.indexOf('\'');
        int last = message.lastIndexOf('\'');
        return first < last ? message.substring(first + 1, last) : message;
    }
}
