package io.bridgewarden.decisions.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Given;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.dialect.MediaPaths;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.facts.RouteAnswer;
import io.bridgewarden.facts.RouteAnswer.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the applications answered. A text that the switch would read as its own language counts as not given, and is
 * told of. For one use by one thread.
 */
final class RouteReader {
    private static final String VARIABLES = "Custom-Channel-Vars";
    // A final response other than success (RFC 3261, section 21).
    private static final Pattern STATUS = Pattern.compile("[3-6]\\d\\d");

    private final ObjectNode route;
    private final MediaPaths paths;
    private final List<Warning> warnings = new ArrayList<>();

    /** @param paths how media that the route names is played */
    RouteReader(ObjectNode route, MediaPaths paths) {
        this.route = route;
        this.paths = paths;
    }

    RouteAnswer read() {
        return new RouteAnswer(
                Arrival.THERE,
                Members.text(route, "Method"),
                error(),
                media("Ringback-Media"),
                media("Transfer-Media"));
    }

    /** What was not read as it is written. */
    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    private @Nullable String error() {
        String code = Members.text(route, "Route-Error-Code");
        if (code == null) {
            return null;
        }
        if (!STATUS.matcher(code).matches()) {
            warn("/Route-Error-Code", "unreadable-value", "expected a SIP status such as `404`");
            return null;
        }
        String message = safe(route, "Route-Error-Message", "");
        return message == null ? code : code + " " + message;
    }

    private @Nullable String media(String name) {
        String media = safe(route, name, "");
        if (media == null) {
            media = safe(route.path(VARIABLES), name, "/" + VARIABLES);
        }
        return media == null ? null : paths.path(media);
    }

    private @Nullable String safe(JsonNode object, String name, String in) {
        String text = Members.text(object, name);
        if (text != null && Given.isUnsafe(text)) {
            warn(
                    in + "/" + name,
                    "unsafe-value",
                    "the switch would read a control character or a variable such as `${...}` in it as its own");
            return null;
        }
        return text;
    }

    private void warn(String at, String code, String detail) {
        warnings.add(new Warning("#/route" + at, code, detail + "; taken for not given"));
    }
}
