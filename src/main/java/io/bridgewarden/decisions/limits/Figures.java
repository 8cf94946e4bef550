package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads figures of KAZOO's documents, where numbers may be texts and a missing one has its default. */
final class Figures {
    /** Largest figure of any kind: far above any balance, far below what sums of thousands of them could overflow. */
    static final long MOST = 1_000_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    // Ten thousand units are one of the currency.
    private static final int UNITS = 4;

    private Figures() {}

    /**
     * A whole number; null if it is absent, null or an empty text.
     *
     * @throws io.bridgewarden.documents.ProblemException {@code invalid-request} (422) if it is something else
     */
    static @Nullable Long whole(@Nullable JsonNode value, String pointer) {
        BigDecimal number = decimal(value, pointer);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw Problem.invalid(pointer, "type", "expected a whole number").asException();
        }
        return number.longValueExact();
    }

    static long whole(@Nullable JsonNode value, String pointer, long otherwise) {
        Long number = whole(value, pointer);
        return number == null ? otherwise : number;
    }

    /** An amount of money in units, never negative: a fraction is in currency, a whole number in units; null if absent. */
    static @Nullable Long amount(@Nullable JsonNode value, String pointer) {
        BigDecimal number = decimal(value, pointer);
        if (number == null) {
            return null;
        }
        BigDecimal units = value != null && isFraction(value) ? number.movePointRight(UNITS) : number;
        return units.setScale(0, RoundingMode.HALF_UP).abs().longValueExact();
    }

    private static boolean isFraction(JsonNode value) {
        return value.isFloatingPointNumber() || value.asText().indexOf('.') >= 0;
    }

    static @Nullable BigDecimal decimal(@Nullable JsonNode value, String pointer) {
        if (value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.asText().isEmpty())) {
            return null;
        }
        BigDecimal number = null;
        if (value.isNumber()) {
            number = value.decimalValue();
        } else if (value.isTextual() && NUMBER.matcher(value.textValue()).matches()) {
            number = new BigDecimal(value.textValue());
        }
        if (number == null) {
            throw Problem.invalid(pointer, "type", "expected a number").asException();
        }
        if (number.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw Problem.invalid(pointer, "range", "expected a number of at most %d either way".formatted(MOST))
                    .asException();
        }
        return number;
    }
}
