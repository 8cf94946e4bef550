package io.bridgewarden.authoring.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of a number of things are covered.
 *
 * @param total may be 0, of which all are covered
 */
public record Share(int covered, int total) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** From 0 to 100 with one decimal place, rounded down: 100 only if all are covered. */
    public BigDecimal percent() {
        return total == 0
                ? WHOLE
                : WHOLE.multiply(BigDecimal.valueOf(covered)).divide(BigDecimal.valueOf(total), 1, RoundingMode.DOWN);
    }

    /** {@code 18/19 94.7 %}. */
    @Override
    public String toString() {
        return "%d/%d %s %%"
                .formatted(covered, total, percent().stripTrailingZeros().toPlainString());
    }
}
