package io.bridgewarden.decisions.limits;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often an allotment starts anew. */
enum Cycle {
    MONTHLY,
    /** From Monday. */
    WEEKLY,
    DAILY,
    HOURLY,
    MINUTELY;

    /**
     * A running cycle.
     *
     * @param start its first instant
     * @param seconds how long it lasts from start to end; a day on which clocks change has 23 or 25 hours
     */
    record Running(Instant start, long seconds) {}

    /** The cycle of that name, {@code monthly}. */
    static Optional<Cycle> named(String name) {
        return Arrays.stream(values()).filter(it -> it.word().equals(name)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cycle that runs at an instant, by the calendar of a zone. */
    Running at(Instant instant, ZoneId zone) {
        ZonedDateTime there = instant.atZone(zone);
        LocalDate day = there.toLocalDate();
        return switch (this) {
            case MONTHLY -> between(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1), zone);
            case WEEKLY -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield between(monday, monday.plusWeeks(1), zone);
            }
            case DAILY -> between(day, day.plusDays(1), zone);
            case HOURLY ->
                new Running(
                        sinceFull(there, ChronoUnit.HOURS),
                        ChronoUnit.HOURS.getDuration().toSeconds());
            case MINUTELY ->
                new Running(
                        sinceFull(there, ChronoUnit.MINUTES),
                        ChronoUnit.MINUTES.getDuration().toSeconds());
        };
    }

    // By the offset of the instant, so that of an hour that clocks show twice each is a cycle of its own.
    private static Instant sinceFull(ZonedDateTime there, ChronoUnit unit) {
        return there.toOffsetDateTime().truncatedTo(unit).toInstant();
    }

    // A zone may skip midnight; its day then starts at the first instant there is.
    private static Running between(LocalDate start, LocalDate end, ZoneId zone) {
        Instant first = start.atStartOfDay(zone).toInstant();
        return new Running(
                first,
                Duration.between(first, end.atStartOfDay(zone).toInstant()).toSeconds());
    }
}
