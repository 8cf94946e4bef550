package io.bridgewarden.documents;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Where the values of a JSON text stand in it. Immutable. */
public final class JsonPlaces {
    private static final Place START = new Place(1, 1);

    private final Map<String, Place> places = new HashMap<>();

    private JsonPlaces() {}

    /**
     * Where something starts.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Place(int line, int column) {}

    /** The places of a text; if it is not JSON, of what comes before the mistake. */
    public static JsonPlaces of(String text) {
        JsonPlaces places = new JsonPlaces();
        try (JsonParser parser = Json.mapper().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd() && token != JsonToken.FIELD_NAME) {
                    JsonLocation start = parser.currentTokenLocation();
                    places.places.put(pointer(parser, token), new Place(start.getLineNr(), start.getColumnNr()));
                }
            }
        } catch (IOException e) {
            return places;
        }
        return places;
    }

    // A parser that enters a list or an object is inside already, where there is no value yet.
    private static String pointer(JsonParser parser, JsonToken token) {
        var context = token.isStructStart() ? parser.getParsingContext().getParent() : parser.getParsingContext();
        return context.pathAsPointer().toString();
    }

    /**
     * Where a value starts; where its nearest holder does if it is not there.
     *
     * @param pointer JSON pointer, {@code /cases/0/rule}, also as a URI fragment
     */
    public Place at(String pointer) {
        String path = pointer.replaceFirst("^#", "");
        while (!path.isEmpty() && !places.containsKey(path)) {
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return places.getOrDefault(path, START);
    }
}
