package io.bridgewarden.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Source ports that an entry of a network list is limited to.
 *
 * @param ranges in ascending order, apart from each other; empty where any port will do
 */
public record Ports(List<Range> ranges) {
    /** Every port, also one that is not known. */
    public static final Ports ANY = new Ports(List.of());

    /** Neighbouring ports, both ends in. */
    public record Range(int from, int to) {
        /** @throws IllegalArgumentException if they are not in order or not from 0 to 65535 */
        public Range {
            if (from < 0 || to > 65_535 || from > to) {
                throw new IllegalArgumentException("no range of ports: %d to %d".formatted(from, to));
            }
        }
    }

    public Ports {
        List<Range> joined = new ArrayList<>();
        for (Range it : ranges.stream()
                .sorted(Comparator.comparingInt(Range::from).thenComparingInt(Range::to))
                .toList()) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && it.from() <= last.to() + 1) {
                joined.set(joined.size() - 1, new Range(last.from(), Math.max(last.to(), it.to())));
            } else {
                joined.add(it);
            }
        }
        ranges = List.copyOf(joined);
    }

    /** Whether any port will do. */
    public boolean any() {
        return ranges.isEmpty();
    }

    /** Whether a port is among them; true of every port where any will do. */
    public boolean include(int port) {
        return any() || ranges.stream().anyMatch(it -> it.from() <= port && port <= it.to());
    }

    /** As operators write them: {@code 5060,5070-5080}; empty where any port will do. */
    @Override
    public String toString() {
        return String.join(
                ",",
                ranges.stream()
                        .map(it -> it.from() == it.to() ? "" + it.from() : it.from() + "-" + it.to())
                        .toList());
    }
}
