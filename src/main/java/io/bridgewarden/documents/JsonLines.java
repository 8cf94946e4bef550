package io.bridgewarden.documents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The lines of its text on which the values of a JSON document start. Immutable. */
public final class JsonLines {
    private final Map<String, Integer> byPointer;

    private JsonLines(Map<String, Integer> byPointer) {
        this.byPointer = Map.copyOf(byPointer);
    }

    /**
     * Reads the lines of a text.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    public static JsonLines of(String json) {
        Map<String, Integer> byPointer = new HashMap<>();
        try (JsonParser parser = Json.mapper().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart() || token.isScalarValue()) {
                    byPointer.put(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonLines(byPointer);
    }

    /**
     * Where a value starts, from 1; where there is no such value, the closest one around it.
     *
     * @param pointer JSON pointer, {@code /cases/0/rule}, also with a leading {@code #}
     */
    public int at(String pointer) {
        String at = pointer.startsWith("#") ? pointer.substring(1) : pointer;
        while (!at.isEmpty() && !byPointer.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return byPointer.getOrDefault(at, 1);
    }
}
