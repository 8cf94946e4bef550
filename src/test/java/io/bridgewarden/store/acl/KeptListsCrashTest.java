package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.WritingProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptListsCrashTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
    private static final EffectiveConfig CONFIG = Configuration.empty().effective(null, null);
    // Change N puts entry N mod NAMES with N in its blocks, so that each entry says which change made it.
    private static final int NAMES = 7;
    private static final int ROUNDS = 5;

    /** Puts entry after entry, and says each that is kept; until it is killed. */
    public static final class Writer {
        public static void main(String[] arguments) {
            KeptLists lists = open(Path.of(arguments[0]));
            System.out.println("ready");
            for (int change = Integer.parseInt(arguments[1]); ; change++) {
                lists.put("trusted", name(change), entry(change), "writer", there -> true, CONFIG)
                        .toCompletableFuture()
                        .join();
                System.out.println(change);
            }
        }
    }

    private static KeptLists open(Path directory) {
        return KeptLists.open(
                directory,
                config -> CompletableFuture.completedFuture(new EntryBook()),
                new NameBook(name -> CompletableFuture.failedFuture(new IllegalStateException(name)), CLOCK),
                () -> LookupSettings.of(CONFIG),
                CLOCK);
    }

    private static String name(int change) {
        return "entry " + change % NAMES;
    }

    private static ObjectNode entry(int change) {
        ObjectNode entry = Json.mapper().createObjectNode().put("type", "allow").put("description", "" + change);
        for (int i = 0; i < 50; i++) {
            entry.withArray("cidr").add("10.%d.%d.%d/32".formatted(change / 256 % 256, change % 256, i));
        }
        return entry;
    }

    @Test
    void whatWasKeptSurvivesTheKillingOfTheProcessAndNothingIsHalfThere(@TempDir Path directory)
            throws IOException, InterruptedException {
        Random random = new Random(7);
        int next = 0;
        for (int round = 0; round < ROUNDS; round++) {
            next = WritingProcess.writeAndKill(Writer.class, directory, next, 1 + random.nextInt(60));

            try (KeptLists lists = open(directory)) {
                int newest = next - 1;
                for (KeptEntry it : lists.entries()) {
                    int change =
                            Integer.parseInt(it.document().path("description").asText());
                    assertThat(it.document().path("cidr"))
                            .isEqualTo(entry(change).path("cidr"));
                    assertThat(it.name()).isEqualTo(name(change));
                    // At most the one change more that was being written when the process ended.
                    assertThat(change).isBetween(next - NAMES, next);
                    newest = Math.max(newest, change);
                }
                assertThat(lists.entries()).hasSize(Math.min(NAMES, newest + 1));
                AddressList trusted = Objects.requireNonNull(
                        lists.of(CONFIG).toCompletableFuture().join().find("trusted"));
                assertThat(trusted.blocks()).hasSize(50 * lists.entries().size());
                next = newest + 1;
            }
        }
        assertThat(next).isGreaterThan(ROUNDS);
    }
}
