package io.bridgewarden.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads members of KAZOO objects. Only absent, null, {@code ""}, {@code []} and {@code {}} are missing; {@code "0"},
 * {@code 0} and {@code "undefined"} are values like any other, and a number where text is due reads as text.
 */
public final class Members {
    private Members() {}

    /** The member as text, or null if it is missing. Lists and objects read as compact JSON. */
    public static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || isMissing(value)) {
            return null;
        }
        return value.isContainerNode() ? json(value) : render(value);
    }

    /** A member as it stands, or null if it is absent or null; an empty text is given too. */
    public static @Nullable String given(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** The member if it is an object, else an empty one. */
    public static ObjectNode objectOrEmpty(JsonNode object, String name) {
        return object.get(name) instanceof ObjectNode it ? it : Json.mapper().createObjectNode();
    }

    /** The member if it is an object with members of its own, else null. */
    public static @Nullable ObjectNode object(ObjectNode object, String name) {
        return object.get(name) instanceof ObjectNode value && !value.isEmpty() ? value : null;
    }

    /** Whether a member is true or the text {@code true}, spelled exactly so. */
    public static boolean isTrue(@Nullable JsonNode value) {
        return value != null
                && (value.isTextual() ? value.textValue().equals("true") : value.isBoolean() && value.booleanValue());
    }

    /** Whether a value is on, as true or as the text {@code true}; {@code otherwise} if it says neither that nor false. */
    public static boolean isOn(@Nullable JsonNode value, boolean otherwise) {
        return isTrue(value) || (otherwise && (value == null || !value.asText().equals("false")));
    }

    /** Whether a value counts as not given. */
    public static boolean isMissing(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }

    /**
     * A value as the switch is told it: true, false and null as words, integers in decimal, other numbers in shortest
     * form ({@code 1.0}, {@code 1.5}, {@code 1.0e+21}), lists run together, objects as compact JSON.
     */
    static String render(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isIntegralNumber()) {
            return value.asText();
        }
        if (value.isNumber()) {
            return decimal(value.decimalValue());
        }
        if (value.isArray()) {
            StringBuilder text = new StringBuilder();
            value.forEach(item -> text.append(render(item)));
            return text.toString();
        }
        return value.isObject() ? json(value) : value.asText();
    }

    private static String json(JsonNode value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decimal(BigDecimal exact) {
        double nearest = exact.doubleValue();
        BigDecimal shortest = Double.isInfinite(nearest)
                ? exact.stripTrailingZeros()
                : new BigDecimal(Double.toString(nearest)).stripTrailingZeros();
        if (shortest.signum() == 0) {
            return "0.0";
        }
        String digits = shortest.unscaledValue().abs().toString();
        int point = digits.length() - shortest.scale();
        String sign = shortest.signum() < 0 ? "-" : "";
        int zeros = point - digits.length();
        if (point > 0 && zeros < 6) {
            return sign
                    + (zeros >= 0
                            ? digits + "0".repeat(zeros) + ".0"
                            : digits.substring(0, point) + "." + digits.substring(point));
        }
        if (point <= 0 && point > -6) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return sign + digits.charAt(0) + "." + fraction + (point < 0 ? "e-" : "e+") + Math.abs(point - 1);
    }
}
