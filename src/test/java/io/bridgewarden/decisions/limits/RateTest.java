package io.bridgewarden.decisions.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    @ParameterizedTest
    @CsvSource({
        // rate, increment, minimum, free, surcharge, discount, seconds, cost
        "5000, 60, 60, 0, 0, 0, 60, 5000",
        "5000, 60, 60, 0, 0, 0, 61, 10000",
        "5000, 0, 60, 0, 0, 0, 61, 10000",
        "5000, 6, 30, 0, 0, 0, 31, 3000",
        "100, 1, 0, 0, 0, 0, 1, 1",
        "100, 1, 0, 0, 0, 0, 59, 98",
        "5000, 60, 60, 10, 700, 0, 10, 0",
        "5000, 60, 60, 10, 700, 0, 11, 5700",
        "5000, 60, 60, 0, 0, 33, 60, 3350",
        "101, 60, 60, 0, 0, 50, 60, 51",
        "5000, 60, 60, 0, 0, 150, 60, 0",
        "-5000, 60, 60, 0, 0, 0, 60, 0"
    })
    void costsWholeUnits(
            long rate,
            long increment,
            long minimum,
            long free,
            long surcharge,
            long discount,
            long seconds,
            long cost) {
        var document = LimitsFixture.json("{}");
        document.put("Rate", String.valueOf(rate))
                .put("Rate-Increment", increment)
                .put("Rate-Minimum", minimum);
        document.put("Rate-NoCharge-Time", free).put("Surcharge", surcharge).put("Discount-Percentage", discount);

        assertThat(Rate.read(document, "#").cost(seconds)).isEqualTo(cost);
    }
}
