package io.bridgewarden.rules;

import static io.bridgewarden.rules.RuleFolder.joining;
import static io.bridgewarden.rules.RuleFolder.other;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgewarden.decisions.bridge.JoinWith;
import io.bridgewarden.facts.DecidedAt;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRulesTest {
    private static final String FILE = "bridge/join.drl";
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    private final List<Set<String>> tried = Collections.synchronizedList(new ArrayList<>());
    private final List<RuleProblem> failures = Collections.synchronizedList(new ArrayList<>());
    private Instant now = NOW;
    private RuleFolder folder;
    private LiveRules live;

    @BeforeEach
    void watch(@TempDir Path path) {
        folder = new RuleFolder(path).write(FILE, joining("1")).write("fax/join.drl", other());
        live = LiveRules.watching(path, this::onTrial, () -> now, Duration.ofMillis(20));
    }

    @AfterEach
    void close() {
        live.close();
    }

    private List<RuleProblem> onTrial(Rulebook candidate, Set<String> changed) {
        assertThat(separator(candidate)).isNotEmpty();
        tried.add(changed);
        return List.copyOf(failures);
    }

    @Test
    void putsInForceWhatChangesInTheDirectory() {
        String before = live.status().revision();

        change("2");

        assertThat(separator(live.get())).isEqualTo("2");
        assertThat(live.status().revision())
                .isNotEqualTo(before)
                .isEqualTo(live.get().revision());
        assertThat(live.status().stale()).isEmpty();
    }

    @Test
    void compilesAndTriesOnlyDecisionsThatChanged() {
        change("2");

        assertThat(tried).containsExactly(Set.of(), Set.of("bridge"));
    }

    @Test
    void keepsWhatIsInForceWhileOtherRulesDoNotCompileAndSaysWhereAndSinceWhen() {
        folder.write(FILE, joining("2").replace("DecidedAt()", "DecidedAt( instnt != null )"));
        await(() -> live.status().stale().isPresent());

        Stale stale = live.status().stale().orElseThrow();
        assertThat(separator(live.get())).isEqualTo("1");
        assertThat(stale.since()).isEqualTo(NOW);
        assertThat(stale.revision())
                .startsWith("sha256:")
                .isNotEqualTo(live.status().revision());
        assertThat(stale.problems()).hasSize(1);
        assertThat(stale.problems().get(0).file()).isEqualTo(FILE);
        assertThat(stale.problems().get(0).line()).isEqualTo(11);
        assertThat(stale.problems().get(0).column()).isEqualTo(16);
        assertThat(stale.problems().get(0).message()).contains("instnt");
    }

    @Test
    void saysSinceWhenItIsStaleWhateverWentWrongFirst() {
        folder.write(FILE, "no rules");
        await(() -> live.status().stale().isPresent());
        now = NOW.plusSeconds(60);

        folder.write(FILE, joining("2").replace("bridge;", "fax;"));
        await(() -> problem().contains("lies in folder `bridge`"));

        assertThat(live.status().stale().orElseThrow().since()).isEqualTo(NOW);
    }

    @Test
    void isStaleNoMoreOnceTheRulesAreMended() {
        folder.write(FILE, "no rules");
        await(() -> live.status().stale().isPresent());

        change("2");

        assertThat(live.status().stale()).isEmpty();
    }

    @Test
    void isStaleNoMoreOnceTheRulesAreThoseInForceAgain() {
        folder.write(FILE, "no rules");
        await(() -> live.status().stale().isPresent());

        folder.write(FILE, joining("1"));
        await(() -> live.status().stale().isEmpty());

        assertThat(live.revisions()).hasSize(1);
    }

    @Test
    void putsNothingInForceThatDoesNotPassItsTrial() {
        failures.add(new RuleProblem("bridge/cases/join.json", 3, 5, "the rule should fire, and did not"));

        folder.write(FILE, joining("2"));
        await(() -> live.status().stale().isPresent());

        assertThat(separator(live.get())).isEqualTo("1");
        assertThat(live.status().stale().orElseThrow().problems()).isEqualTo(failures);
    }

    @Test
    void triesAgainWhenACaseIsMended() {
        failures.add(new RuleProblem("bridge/cases/join.json", 3, 5, "the rule should fire, and did not"));
        folder.write(FILE, joining("2"));
        await(() -> live.status().stale().isPresent());
        failures.clear();

        folder.write("bridge/cases/join.json", "{}");
        await(() -> live.status().stale().isEmpty());

        assertThat(separator(live.get())).isEqualTo("2");
    }

    @Test
    void isStaleWhereTheTrialItselfFails() {
        failures.add(null); // no list of problems may hold it

        folder.write(FILE, joining("2"));
        await(() -> live.status().stale().isPresent());

        assertThat(separator(live.get())).isEqualTo("1");
        assertThat(live.status().stale().orElseThrow().problems().get(0).message())
                .isEqualTo("these rules could not be tried; the log says more");
    }

    @Test
    void isStaleWhereAFileIsNotText() {
        folder.write(FILE, new byte[] {(byte) 0xff, (byte) 0xfe});
        await(() -> live.status().stale().isPresent());

        assertThat(live.status().stale().orElseThrow().revision()).isNull();
        assertThat(live.status().stale().orElseThrow().problems())
                .containsExactly(new RuleProblem(FILE, 1, 1, "is not text in UTF-8"));
    }

    @Test
    void isStaleWhereADecisionLosesItsRules() {
        folder.delete("fax/join.drl");
        await(() -> live.status().stale().isPresent());

        assertThat(live.get().decisions()).contains("fax");
        assertThat(live.status().stale().orElseThrow().problems().get(0).toString())
                .startsWith("fax:1:1: decision `fax` has lost its rules");
    }

    @Test
    void takesNoNoticeOfFilesThatEditorsAndFileSystemsKeep() throws Exception {
        Files.createSymbolicLink(folder.path().resolve("bridge/.#join.drl"), Path.of("nobody@nowhere"));
        folder.write("bridge/.join.drl.swp", new byte[] {(byte) 0xff});

        change("2");

        assertThat(live.status().stale()).isEmpty();
    }

    @Test
    void followsADirectoryThatIsReplacedByALinkAsKubernetesDoes(@TempDir Path mounted) throws Exception {
        Path first = mounted.resolve("..2026_01_15");
        Path second = mounted.resolve("..2026_01_16");
        new RuleFolder(Files.createDirectory(first)).write(FILE, joining("1"));
        new RuleFolder(Files.createDirectory(second)).write(FILE, joining("2"));
        Path data = Files.createSymbolicLink(mounted.resolve("..data"), first.getFileName());
        Files.createSymbolicLink(mounted.resolve("bridge"), Path.of("..data/bridge"));

        try (LiveRules mountedRules =
                LiveRules.watching(mounted, Trial.NONE, InstantSource.fixed(NOW), Duration.ofMillis(20))) {
            assertThat(separator(mountedRules.get())).isEqualTo("1");
            Path fresh = Files.createSymbolicLink(mounted.resolve("..fresh"), second.getFileName());
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);

            await(() -> separator(mountedRules.get()).equals("2"));
        }
    }

    @Test
    void goesBackFurtherEachTimeUntilNothingIsBefore() {
        change("2");
        change("3");

        assertThat(live.rollBack()).isTrue();
        assertThat(separator(live.get())).isEqualTo("2");
        assertThat(live.rollBack()).isTrue();
        assertThat(separator(live.get())).isEqualTo("1");
        assertThat(live.rollBack()).isFalse();
        assertThat(separator(live.get())).isEqualTo("1");
    }

    @Test
    void doesNotGoBackToWhatWasGoneBackFrom() {
        change("2");
        change("3");
        assertThat(live.rollBack()).isTrue();

        change("4");

        assertThat(live.rollBack()).isTrue();
        assertThat(separator(live.get())).isEqualTo("2");
    }

    @Test
    void putsAKeptRevisionInForceThatIsAskedForByName() {
        String first = live.status().revision();
        change("2");
        now = NOW.plusSeconds(60);

        assertThat(live.activate(first)).isTrue();

        assertThat(separator(live.get())).isEqualTo("1");
        assertThat(live.revisions().get(0)).isEqualTo(new Revision(first, 2, NOW.plusSeconds(60), true));
        assertThat(live.revisions().get(1).inForce()).isFalse();
        assertThat(live.activate("sha256:none")).isFalse();
        assertThat(live.rollBack()).isTrue();
        assertThat(separator(live.get())).isEqualTo("2");
    }

    @Test
    void holdsToWhatWasPutInForceByHandUntilTheDirectoryChanges() throws Exception {
        change("2");
        assertThat(live.rollBack()).isTrue();

        Thread.sleep(200); // several looks at the directory
        assertThat(separator(live.get())).isEqualTo("1");
        change("3");

        assertThat(separator(live.get())).isEqualTo("3");
    }

    @Test
    void keepsTheLastFiveRevisionsThatWereInForce() {
        List<String> revisions = new ArrayList<>();
        for (int i = 2; i <= 7; i++) {
            change(Integer.toString(i));
            revisions.add(0, live.status().revision());
        }

        assertThat(live.revisions()).extracting(Revision::revision).isEqualTo(revisions.subList(0, 5));
    }

    @Test
    void keepsARulebookOpenThatIsHeldUntilItIsReleased() {
        Rulebook first = live.get();
        assertThat(first.hold()).isTrue();
        for (int i = 2; i <= 7; i++) {
            change(Integer.toString(i));
        }

        assertThat(first.hold()).as("it is closed for others").isFalse();
        assertThat(separator(first)).isEqualTo("1");
        first.release();
        assertThatThrownBy(() -> separator(first)).isInstanceOf(RuntimeException.class);
        assertThat(separator(live.get())).as("what it shared is open").isEqualTo("7");
        assertThat(live.get().evaluate("fax", List.of(new DecidedAt(NOW))).concluded())
                .hasSize(1);
    }

    @Test
    void countsFiringsOverRevisionsAndNoneOfTheTrials() {
        RuleInfo rule = live.status().rules().get(0);
        assertThat(separator(live.get())).isEqualTo("1");
        change("2");
        assertThat(separator(live.get())).isEqualTo("2");
        assertThat(separator(live.get())).isEqualTo("2");

        assertThat(live.timesFired(rule)).isEqualTo(3);
    }

    @Test
    void refusesToStartWithRulesThatDoNotPass(@TempDir Path path) {
        new RuleFolder(path).write(FILE, joining("1"));
        failures.add(new RuleProblem("bridge/cases/join.json", 3, 5, "the rule should fire, and did not"));

        assertThatThrownBy(() -> LiveRules.watching(path, Trust.CHECKED, this::onTrial, () -> now))
                .isInstanceOf(RulebookException.class)
                .hasMessage("bridge/cases/join.json:3:5: the rule should fire, and did not");
    }

    private void change(String separator) {
        String before = live.status().revision();
        folder.write(FILE, joining(separator));
        await(() -> !live.status().revision().equals(before));
    }

    private String problem() {
        return live.status().stale().orElseThrow().problems().toString();
    }

    private static String separator(Rulebook rulebook) {
        List<Reasoned<JoinWith>> joined =
                rulebook.evaluate("bridge", List.of(new DecidedAt(NOW))).of(JoinWith.class);
        return joined.get(0).conclusion().separator();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(deadline);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
