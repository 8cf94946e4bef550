package io.bridgewarden.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How KAZOO turns a configured value into the one it works with. Where KAZOO's reader would crash, the value counts as
 * not set.
 */
public enum Reader {
    /** Anything, untouched. */
    RAW("raw"),
    /** As {@link #RAW}; KAZOO reads it past its cache. */
    CURRENT("current"),
    /** {@code true} and its text are true, all else is false. */
    IS_TRUE("is_true") {
        @Override
        JsonNode coerce(JsonNode value) {
            return BooleanNode.valueOf(value.asText().equals("true"));
        }

        @Override
        Optional<String> misreading(JsonNode value) {
            return BOOLEAN.coerce(value).isMissingNode()
                    ? Optional.of("is neither `true` nor `false`; taken for `false`")
                    : Optional.empty();
        }
    },
    /** A boolean or its text. */
    BOOLEAN("boolean") {
        @Override
        JsonNode coerce(JsonNode value) {
            return switch (value.isContainerNode() ? "" : value.asText()) {
                case "true" -> BooleanNode.TRUE;
                case "false" -> BooleanNode.FALSE;
                default -> MissingNode.getInstance();
            };
        }
    },
    /** A number or its text, rounded half away from zero. */
    INTEGER("integer") {
        @Override
        JsonNode coerce(JsonNode value) {
            boolean number = value.isNumber()
                    || value.isTextual() && NUMBER.matcher(value.asText()).matches();
            return number
                    ? rounded(value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText()))
                    : MissingNode.getInstance();
        }
    },
    /** A scalar as text; what is as good as empty counts as not set. */
    TEXT("text") {
        @Override
        JsonNode coerce(JsonNode value) {
            return isEmpty(value) || value.isContainerNode()
                    ? MissingNode.getInstance()
                    : TextNode.valueOf(text(value));
        }
    },
    /** A list of texts without the empty ones; an empty list counts as not set. A text stays one. */
    TEXTS("texts") {
        @Override
        JsonNode coerce(JsonNode value) {
            if (value.isTextual() && !value.asText().isEmpty()) {
                return value;
            }
            if (!value.isArray() || value.isEmpty()) {
                return MissingNode.getInstance();
            }
            ArrayNode texts = JsonNodeFactory.instance.arrayNode();
            value.forEach(it -> {
                if (!isEmpty(it)) {
                    texts.add(text(it));
                }
            });
            return texts;
        }
    },
    /** An object; all else counts as not set. */
    JSON("json") {
        @Override
        JsonNode coerce(JsonNode value) {
            return value.isObject() ? value : MissingNode.getInstance();
        }
    },
    /** A list of objects; all else counts as not set. */
    JSONS("jsons") {
        @Override
        JsonNode coerce(JsonNode value) {
            boolean objects = value.isArray();
            for (JsonNode item : value) {
                objects &= item.isObject();
            }
            return objects ? value : MissingNode.getInstance();
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18}([eE][+-]?\\d{1,2})?)?");
    private static final Set<String> EMPTY_WORDS = Set.of("", "0", "NULL", "undefined");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String word;

    Reader(String word) {
        this.word = word;
    }

    /**
     * The reader of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reader of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no reader `" + word + "`"));
    }

    /** Its name, as KAZOO's reference has it. */
    public String word() {
        return word;
    }

    /**
     * Reads a value.
     *
     * @param found the configured value; a missing node if it is not set
     * @param otherwise what holds if it is not set; a missing node for nothing
     * @return the value to work with; a missing node for none
     */
    public JsonNode read(JsonNode found, JsonNode otherwise) {
        JsonNode value = found.isMissingNode() ? found : coerce(found);
        if (!value.isMissingNode() || otherwise.isMissingNode()) {
            return value;
        }
        return coerce(otherwise);
    }

    /** The value as this reader takes it; a missing node if it counts as not set. */
    JsonNode coerce(JsonNode value) {
        return value;
    }

    /** What becomes of a value that this reader does not take as it stands, in words that follow it. */
    Optional<String> misreading(JsonNode value) {
        return coerce(value).isMissingNode()
                ? Optional.of("counts as not set, so the default holds")
                : Optional.empty();
    }

    // Compared before it is rounded: a number such as 1e-999999999 is short to write and endless to round.
    private static JsonNode rounded(BigDecimal number) {
        if (number.abs().compareTo(HALF) < 0) {
            return whole(0);
        }
        if (number.abs().compareTo(LARGEST) > 0) {
            return MissingNode.getInstance();
        }
        return whole(number.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    // The node that reading the number from JSON gives, so that equal numbers are equal nodes.
    private static JsonNode whole(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static boolean isEmpty(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().signum() == 0;
        }
        return value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && EMPTY_WORDS.contains(value.asText());
    }

    private static String text(JsonNode value) {
        if (value.isContainerNode()) {
            return value.toString();
        }
        return value.isFloatingPointNumber() ? Double.toString(value.doubleValue()) : value.asText();
    }
}
