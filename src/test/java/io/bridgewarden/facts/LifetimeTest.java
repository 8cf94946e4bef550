package io.bridgewarden.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00.25Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T11:00:00.25Z, 3600",
        "2026-01-15T10:00:00.75Z, 1",
        "2026-01-15T10:00:02Z,    2",
        "2026-01-15T10:00:00.25Z, 1",
        "2026-01-15T09:59:00Z,    1"
    })
    void endsExactlyWhenItIsSaidToAndIsNeverTakenForOneThatWasEnded(Instant expiresAt, long expires) {
        Lifetime lifetime = Lifetime.until(expiresAt, NOW);

        assertThat(lifetime.expires()).isEqualTo(expires);
        assertThat(lifetime.registeredAt().plusSeconds(lifetime.expires())).isEqualTo(expiresAt);
    }
}
