package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestFilesTest {
    private final LatestFiles<String> files = new LatestFiles<>();

    private static RuleFile file(int number, int length) {
        return new RuleFile("bridge", "bridge/%d.drl".formatted(number), "x".repeat(length));
    }

    @Test
    void forgetsWhatWasNotAskedForLongestOnceAllAreTooLarge() {
        for (int i = 1; i <= 4; i++) {
            files.put(file(i, 250_000), "file " + i);
        }
        assertThat(files.get(file(1, 250_000))).isEqualTo("file 1");

        files.put(file(5, 250_000), "file 5");

        assertThat(files.get(file(2, 250_000))).isNull();
        assertThat(files.get(file(1, 250_000))).isEqualTo("file 1");
        assertThat(files.get(file(5, 250_000))).isEqualTo("file 5");
    }

    @Test
    void countsAFileOnceHoweverOftenItIsPut() {
        files.put(file(1, 600_000), "old");
        files.put(file(1, 600_000), "new");
        files.put(file(2, 300_000), "other");

        assertThat(files.get(file(1, 600_000))).isEqualTo("new");
    }

    @Test
    void keepsTheLatestHoweverLargeItIs() {
        files.put(file(1, 10), "small");
        files.put(file(2, 2_000_000), "large");

        assertThat(files.get(file(2, 2_000_000))).isEqualTo("large");
        assertThat(files.get(file(1, 10))).isNull();
    }
}
