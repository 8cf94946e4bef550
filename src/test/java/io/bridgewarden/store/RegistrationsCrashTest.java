package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationsCrashTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final int GROUP = 20;
    private static final int ROUNDS = 6;

    /** Writes groups of addresses, all of a group at once, and says each that is kept; until it is killed. */
    public static final class Writer {
        public static void main(String[] arguments) {
            Registrations registrations = Registrations.open(Path.of(arguments[0]), InstantSource.fixed(NOW));
            System.out.println("ready");
            for (int group = Integer.parseInt(arguments[1]); ; group++) {
                registrations.putAll(group(group)).toCompletableFuture().join();
                System.out.println(group);
            }
        }
    }

    private static Aor aor(int group, int member) {
        return new Aor("u%d-%d".formatted(group, member), "acme.example");
    }

    private static List<Registration> group(int group) {
        return IntStream.range(0, GROUP)
                .mapToObj(it -> new Registration(
                        aor(group, it), "acme.example", "<sip:" + it + "@h>", NOW, 60, null, null, null))
                .toList();
    }

    @Test
    void whatWasKeptSurvivesTheKillingOfTheProcessAndNothingIsHalfThere(@TempDir Path directory)
            throws IOException, InterruptedException {
        Random random = new Random(7);
        int kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            kept = WritingProcess.writeAndKill(Writer.class, directory, kept, 1 + random.nextInt(400));

            try (Registrations registrations = Registrations.open(directory, InstantSource.fixed(NOW))) {
                for (int group = 0; group < kept; group++) {
                    assertThat(present(registrations, group))
                            .as("group %d", group)
                            .isEqualTo(GROUP);
                }
                // The one that was being written when the process ended.
                int last = present(registrations, kept);
                assertThat(last).isIn(0, GROUP);
                kept += last / GROUP;
                assertThat(registrations.size()).isEqualTo(kept * GROUP);
            }
        }
        assertThat(kept).isGreaterThan(ROUNDS);
    }

    @Test
    void aSecondProcessOnTheSameFileEndsWithAPlainError(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (Registrations registrations = Registrations.open(directory, InstantSource.fixed(NOW))) {
            Process second = WritingProcess.start(Writer.class, directory, 0);
            List<String> lines = new ArrayList<>();
            try (BufferedReader output = second.inputReader()) {
                output.lines().forEach(lines::add);
            }

            assertThat(second.waitFor()).isNotZero();
            assertThat(String.join("\n", lines)).contains("in use by another process");
            assertThat(registrations.size()).isZero();
        }
    }

    private static int present(Registrations registrations, int group) {
        return (int) IntStream.range(0, GROUP)
                .filter(it -> !registrations.get(aor(group, it)).isEmpty())
                .count();
    }
}
