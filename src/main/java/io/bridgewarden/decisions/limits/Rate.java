package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What a call costs by the minute (reference, authz 9.4).
 *
 * @param perMinute units a minute
 * @param increment seconds that are charged together, at least 1
 * @param minimum seconds charged at least
 * @param noChargeTime calls no longer than this, in seconds, cost nothing
 * @param surcharge units charged at once
 * @param discount percent taken off
 */
record Rate(long perMinute, long increment, long minimum, long noChargeTime, long surcharge, BigDecimal discount) {
    private static final long MINUTE = 60;

    static Rate read(ObjectNode rate, String pointer) {
        long increment = number(rate, pointer, "Rate-Increment");
        BigDecimal discount = Figures.decimal(rate.get("Discount-Percentage"), Json.at(pointer, "Discount-Percentage"));
        return new Rate(
                number(rate, pointer, "Rate"),
                increment == 0 ? MINUTE : increment,
                number(rate, pointer, "Rate-Minimum"),
                number(rate, pointer, "Rate-NoCharge-Time"),
                number(rate, pointer, "Surcharge"),
                discount == null
                        ? BigDecimal.ZERO
                        : discount.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)));
    }

    // A rate never pays the caller, and an increment is forward in time.
    private static long number(ObjectNode rate, String pointer, String name) {
        return Math.max(0, Figures.whole(rate.get(name), Json.at(pointer, name), 0));
    }

    /** Cost of a call, in units. */
    BigInteger cost(long seconds) {
        if (seconds <= noChargeTime) {
            return BigInteger.ZERO;
        }
        BigInteger charged = BigInteger.valueOf(minimum);
        if (seconds > minimum) {
            long steps = Math.floorDiv(seconds - minimum + increment - 1, increment);
            charged = charged.add(BigInteger.valueOf(steps).multiply(BigInteger.valueOf(increment)));
        }
        BigInteger cost = BigInteger.valueOf(surcharge)
                .multiply(BigInteger.valueOf(MINUTE))
                .add(charged.multiply(BigInteger.valueOf(perMinute)))
                .divide(BigInteger.valueOf(MINUTE));
        BigInteger off = new BigDecimal(cost)
                .multiply(discount)
                .movePointLeft(2)
                .setScale(0, RoundingMode.DOWN)
                .toBigInteger();
        return cost.subtract(off);
    }
}
