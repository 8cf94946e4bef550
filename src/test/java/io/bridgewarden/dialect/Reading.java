package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** How much of what was asked for the switch must read. */
final class Reading {
    /** What may be missing: control characters and the few that the switch acts on, where they stand. */
    private static final Pattern MAY_BE_MISSING =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\[\\]{}$\\\\':=]|[\\ud800-\\udfff]");

    private static final Pattern ACTED_ON = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\[\\]{}$\\\\'\\ud800-\\udfff]|:_:");

    private Reading() {}

    /** The switch reads every variable asked for, in order, and no other; an empty value is none. */
    static void assertReads(List<SwitchReader.Variable> read, List<Hostile.Wanted> wanted) {
        boolean separatorsRanOut = wanted.stream().anyMatch(w -> w.value().contains(Hostile.ALL_SEPARATORS));
        Deque<SwitchReader.Variable> left = new ArrayDeque<>(read);
        for (Hostile.Wanted want : wanted) {
            SwitchReader.Variable next = left.peek();
            if (next != null
                    && next.name().equals(want.name())
                    && isFrom(next.value(), want.value(), separatorsRanOut)) {
                left.remove();
                assertThat(next.value()).doesNotContain("${", "\n", "\r");
            } else {
                assertThat(core(want.value(), separatorsRanOut))
                        .as("value of %s, which the switch does not read in %s", want.name(), read)
                        .isEmpty();
            }
        }
        assertThat(left).as("variables nobody asked for").isEmpty();
    }

    static boolean isFrom(String read, String wanted, boolean separatorsRanOut) {
        return (isHarmless(wanted) && !separatorsRanOut)
                ? read.equals(trimmed(wanted))
                : core(read, separatorsRanOut).equals(core(wanted, separatorsRanOut));
    }

    private static boolean isHarmless(String value) {
        return !ACTED_ON.matcher(value).find() && !value.contains("origination_nested_vars=true");
    }

    private static String core(String value, boolean separatorsRanOut) {
        String core = MAY_BE_MISSING.matcher(value).replaceAll("");
        return trimmed(separatorsRanOut ? core.replaceAll("[!~]", "") : core);
    }

    private static String trimmed(String value) {
        return value.replaceAll("^ +| +$", "");
    }
}
