package io.bridgewarden.decisions.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleTest {
    @ParameterizedTest
    @CsvSource({
        "MONTHLY, UTC, 2026-05-13T12:34:56Z, 2026-05-01T00:00:00Z, 2678400",
        "WEEKLY, UTC, 2026-05-02T12:00:00Z, 2026-04-27T00:00:00Z, 604800",
        "WEEKLY, UTC, 2026-04-27T00:00:00Z, 2026-04-27T00:00:00Z, 604800",
        "DAILY, UTC, 2026-05-13T23:59:59Z, 2026-05-13T00:00:00Z, 86400",
        "HOURLY, UTC, 2026-05-13T12:34:56Z, 2026-05-13T12:00:00Z, 3600",
        "MINUTELY, UTC, 2026-05-13T12:34:56Z, 2026-05-13T12:34:00Z, 60",
        "DAILY, America/New_York, 2026-05-14T03:59:59Z, 2026-05-13T04:00:00Z, 86400",
        "MONTHLY, Asia/Tokyo, 2026-04-30T15:00:00Z, 2026-04-30T15:00:00Z, 2678400",
        // Clocks go forward at 2026-03-08T07:00Z and back at 2026-11-01T06:00Z.
        "DAILY, America/New_York, 2026-03-08T12:00:00Z, 2026-03-08T05:00:00Z, 82800",
        "DAILY, America/New_York, 2026-11-01T12:00:00Z, 2026-11-01T04:00:00Z, 90000",
        "WEEKLY, America/New_York, 2026-11-01T12:00:00Z, 2026-10-26T04:00:00Z, 608400",
        "HOURLY, America/New_York, 2026-11-01T05:30:00Z, 2026-11-01T05:00:00Z, 3600",
        "HOURLY, America/New_York, 2026-11-01T06:30:00Z, 2026-11-01T06:00:00Z, 3600",
        // That day starts at one o'clock: clocks go forward at midnight.
        "DAILY, Africa/Cairo, 2026-04-24T12:00:00Z, 2026-04-23T22:00:00Z, 82800"
    })
    void startsByTheCalendarOfTheZone(Cycle cycle, String zone, Instant now, Instant start, long seconds) {
        assertThat(cycle.at(now, ZoneId.of(zone))).isEqualTo(new Cycle.Running(start, seconds));
    }

    @Test
    void isFoundByItsNameAndByNoOther() {
        assertThat(Cycle.named("weekly")).contains(Cycle.WEEKLY);
        assertThat(Cycle.named("WEEKLY")).isEmpty();
        assertThat(Cycle.named("yearly")).isEmpty();
        assertThat(Cycle.DAILY.at(Instant.EPOCH, ZoneOffset.UTC).start()).isEqualTo(Instant.EPOCH);
    }
}
