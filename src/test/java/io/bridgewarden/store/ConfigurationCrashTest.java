package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCrashTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
    // Change N writes section N mod SECTIONS with N in each of its values, so that each section says which change made
    // it.
    private static final int SECTIONS = 3;
    private static final int KILLS = 100;

    /** Writes section after section, and says each that is kept; until it is killed. */
    public static final class Writer {
        public static void main(String[] arguments) {
            ConfigurationStore store = open(Path.of(arguments[0]));
            System.out.println("ready");
            for (int change = Integer.parseInt(arguments[1]); ; change++) {
                store.put(name(change), section(change), "writer", there -> true)
                        .toCompletableFuture()
                        .join();
                System.out.println(change);
            }
        }
    }

    private static ConfigurationStore open(Path directory) {
        return ConfigurationStore.open(directory, Configuration.empty(), CLOCK);
    }

    private static String name(int change) {
        return "zone" + change % SECTIONS;
    }

    private static ObjectNode section(int change) {
        ObjectNode section = Json.mapper().createObjectNode().put("max_channel_uptime_s", change);
        ObjectNode gateways = section.putObject("gateways");
        for (int i = 0; i < 100; i++) {
            gateways.putObject("gateway" + i).put("expire-seconds", change);
        }
        return section;
    }

    @Test
    void theConfigurationIsOneThatWasWrittenAndWholeHoweverOftenTheProcessIsKilled(@TempDir Path directory)
            throws IOException, InterruptedException {
        Random random = new Random(7);
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            next = WritingProcess.writeAndKill(Writer.class, directory, next, 1 + random.nextInt(20));

            try (ConfigurationStore store = open(directory)) {
                Map<String, ConfigSection> sections = store.overview().sections();
                int newest = next - 1;
                for (ConfigSection it : sections.values()) {
                    int change = it.document().path("max_channel_uptime_s").intValue();
                    assertThat(it.document()).isEqualTo(section(change));
                    assertThat(it.name()).isEqualTo(name(change));
                    // At most the one change more that was being written when the process ended.
                    assertThat(change).isBetween(next - SECTIONS, next);
                    assertThat(store.inForce().effective("n@h", it.name()).integer("max_channel_uptime_s"))
                            .isEqualTo(change);
                    newest = Math.max(newest, change);
                }
                assertThat(sections).hasSize(Math.min(SECTIONS, newest + 1));
                next = newest + 1;
            }
        }
        assertThat(next).isGreaterThan(KILLS);
    }
}
