package io.bridgewarden.rules;

import static io.bridgewarden.rules.RuleFolder.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.rules.RuleDirectory.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleWatchTest {
    private final List<Snapshot> told = new ArrayList<>();
    private RuleFolder folder;
    private RuleWatch watch;

    @BeforeEach
    void know(@TempDir Path path) {
        folder = new RuleFolder(path).write("bridge/join.drl", joining("1"));
        watch = new RuleWatch(path, RuleDirectory.read(path), told::add);
    }

    @Test
    void tellsNothingWhileNothingChanges() {
        watch.look();
        watch.look();

        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfAChangeOnceItHasBeenStillFromOneLookToTheNext() {
        folder.write("bridge/join.drl", joining("2"));
        watch.look();
        folder.write("bridge/join.drl", joining("3"));
        watch.look();
        assertThat(told).isEmpty();

        watch.look();
        watch.look();

        assertThat(told).hasSize(1);
        assertThat(told.get(0).files().get(0).text()).isEqualTo(joining("3"));
    }

    @Test
    void tellsNothingOfAChangeThatIsUndoneAtOnce() {
        folder.write("bridge/join.drl", joining("2"));
        watch.look();
        folder.write("bridge/join.drl", joining("1"));
        watch.look();
        watch.look();

        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfFilesThatComeGoAndAreRenamedAndOfCases() {
        folder.write("bridge/more.drl", joining("2"));
        lookTwice();
        folder.delete("bridge/more.drl");
        folder.write("bridge/other.drl", joining("2"));
        lookTwice();
        folder.write("bridge/cases/join.json", "{}");
        lookTwice();
        folder.write("bridge/cases/join.json", "{ }");
        lookTwice();

        assertThat(told).hasSize(4);
    }

    @Test
    void looksAgainAfterWhoIsToldFails() {
        watch = new RuleWatch(folder.path(), RuleDirectory.read(folder.path()), found -> {
            told.add(found);
            throw new IllegalStateException("told to fail");
        });
        folder.write("bridge/join.drl", joining("2"));
        lookTwice();
        folder.write("bridge/join.drl", joining("3"));
        lookTwice();

        assertThat(told).hasSize(2);
    }

    private void lookTwice() {
        watch.look();
        watch.look();
    }
}
