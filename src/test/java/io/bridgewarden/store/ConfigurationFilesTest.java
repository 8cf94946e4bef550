package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.store.ConfigurationStore.Stale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private ConfigurationFiles files;
    private ConfigurationStore store;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("ecallmgr.json");
        write("{'default': {'fetch_timeout': 1}}");
        files = ConfigurationFiles.open(folder);
        store = ConfigurationStore.open(null, files.configuration(), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        files.close();
        store.close();
    }

    private void write(String json) throws IOException {
        Files.writeString(file, json.replace('\'', '"'));
    }

    /** Twice, since a change has to be still. */
    private void look() {
        files.look(store);
        files.look(store);
        settle();
    }

    /** Changes of the store are made on its own thread, one after the other. */
    private void settle() {
        store.patch("settled", Json.mapper().createObjectNode(), "kim", there -> true)
                .toCompletableFuture()
                .join();
    }

    private long fetchTimeout() {
        return store.inForce().effective(null, null).integer("fetch_timeout");
    }

    @Test
    void aChangeIsInForceOnceItIsStill() throws IOException {
        write("{'default': {'fetch_timeout': 2}}");

        files.look(store);
        settle();
        assertThat(fetchTimeout()).isEqualTo(1);
        look();

        assertThat(fetchTimeout()).isEqualTo(2);
        assertThat(store.stale()).isEmpty();
    }

    @Test
    void aBrokenChangeReplacesNothingAndIsToldOfUntilItIsMended() throws IOException {
        write("{'default': {'fetch_timeout': 2, 'use_vlc': 'yes'}}");
        look();

        assertThat(fetchTimeout()).isEqualTo(1);
        assertThat(store.stale()).contains(new Stale(NOW, "mistakes at `#/default/use_vlc` (enum)"));

        write("{'default': {'fetch_timeout': 3}}");
        look();

        assertThat(fetchTimeout()).isEqualTo(3);
        assertThat(store.stale()).isEmpty();
    }

    @Test
    void aFileThatIsGoneOrNoJsonReplacesNothing() throws IOException {
        write("{'default': ");
        look();
        assertThat(store.stale().orElseThrow().reason()).startsWith("mistakes at `#");

        files.close();
        try (ConfigurationFiles single = alone()) {
            Files.delete(file);
            single.look(store);
            single.look(store);
        }

        assertThat(fetchTimeout()).isEqualTo(1);
        assertThat(store.stale().orElseThrow().reason()).isEqualTo("a file is missing or cannot be read");
    }

    private ConfigurationFiles alone() throws IOException {
        write("{'default': {'fetch_timeout': 1}}");
        return ConfigurationFiles.open(file);
    }

    @Test
    void anotherDocumentOfTheDirectoryIsFollowedToo() throws IOException {
        Files.writeString(folder.resolve("privacy.json"), "{\"default\":{\"use_sip_privacy_header\":false}}");
        look();

        assertThat(store.inForce().effective(null, null).other("privacy", "use_sip_privacy_header"))
                .get()
                .hasToString("false");
    }

    @Test
    void looksByItself() throws Exception {
        files.follow(store, Duration.ofMillis(10));
        write("{'default': {'fetch_timeout': 2}}");

        for (int i = 0; i < 1_000 && fetchTimeout() != 2; i++) {
            Thread.sleep(10);
        }

        assertThat(fetchTimeout()).isEqualTo(2);
    }

    @Test
    void nothingStartsWithABrokenFile() throws IOException {
        write("{'default': {'use_vlc': 'yes'}}");

        assertThatThrownBy(() -> ConfigurationFiles.open(folder)).isInstanceOf(ProblemException.class);
    }
}
