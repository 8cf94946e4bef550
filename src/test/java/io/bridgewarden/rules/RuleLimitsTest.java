package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgewarden.decisions.bridge.JoinWith;
import io.bridgewarden.facts.BusyOwner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.runtime.KieContainer;

/** What stops rules that the check of their text lets pass, or that got past it. */
class RuleLimitsTest {
    private static final String HEAD = """
            package bridge;
            import io.bridgewarden.decisions.bridge.JoinWith;
            import io.bridgewarden.facts.BusyOwner;
            import io.bridgewarden.facts.DecidedAt;
            rule "bridge: attempt"
                @doc( "Tries." ) @source( "sandbox" ) @since( "2026-11-27" )
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BusyOwner( $a : id ) BusyOwner( $b : id ) BusyOwner( $c : id )",
                "BusyOwner( $a : id ) not ( BusyOwner() and BusyOwner( $b : id ) and BusyOwner( id == $b + \"x\" ) )",
                "BusyOwner( $a : id ) exists ( BusyOwner() and BusyOwner( $b : id ) and BusyOwner( id > $b ) )",
                "BusyOwner( $n : id.length ) BusyOwner( id.length == $n ) BusyOwner( id.length == $n )"
            })
    void stopsARuleThatJoinsAllWithAll(String when) {
        try (Rulebook rulebook = rulebook(when, "insertLogical( new JoinWith(\"x\") );")) {
            assertThatThrownBy(() -> rulebook.evaluate("bridge", owners(400)))
                    .isInstanceOf(RulesDidNotSettleException.class)
                    .hasMessage("a rule of `bridge` joins too many facts with too many");
        }
    }

    @Test
    void decidesAsBeforeOnceARuleWasStopped() {
        try (Rulebook rulebook = rulebook(
                "BusyOwner( $a : id ) BusyOwner( $b : id ) BusyOwner( $c : id )",
                "insertLogical( new JoinWith($a + $b + $c) );")) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> rulebook.evaluate("bridge", owners(400)))
                        .isInstanceOf(RulesDidNotSettleException.class);

                List<JoinWith> concluded = rulebook.evaluate("bridge", owners(2)).of(JoinWith.class).stream()
                        .map(it -> it.conclusion())
                        .toList();

                assertThat(concluded).hasSize(8);
            }
        }
    }

    @Test
    void stopsAProbeThatJoinsAllWithAll() {
        try (Rulebook rulebook = rulebook(
                "BusyOwner( $a : id ) BusyOwner( $b : id ) BusyOwner( $c : id ) BusyOwner( id == \"nobody\" )",
                "insertLogical( new JoinWith(\"x\") );")) {
            WhyNot whyNot = rulebook.whyNot("bridge").toCompletableFuture().join();

            assertThatThrownBy(() -> whyNot.probe(owners(300))).isInstanceOf(RulesDidNotSettleException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java/lang/System | System.setProperty("bridgewarden.escaped", "true");
            java/lang/Runtime | java.lang.Runtime.getRuntime().exec("true");
            java/lang/ProcessBuilder | new java.lang.ProcessBuilder("true").start();
            java/lang/Thread | java.lang.Thread.currentThread().interrupt();
            java/nio/file/Path | java.nio.file.Path.of("/").toFile().list();
            java/io/File | new java.io.File("/").list();
            java/net/Socket | new java.net.Socket();
            java/lang/Class | java.lang.Class.forName("java.lang.Runtime");
            java/lang/Class | $id.getClass().getClassLoader();
            java/lang/Class | $id.getClass().getName();
            java/time/Clock | java.time.Clock.systemUTC().instant();
            io/bridgewarden/store/Configuration | io.bridgewarden.store.Configuration.empty();
            org/kie/api/KieServices | org.kie.api.KieServices.get().newKieContainer(null);
            org/kie/api/runtime/KieRuntime | drools.getKieRuntime().getKieBase();
            java/lang/ClassLoader | java.lang.ClassLoader.getSystemClassLoader();
            """)
    void keepsFromCompiledRulesWhatTheyAreNotGiven(String missing, String then) {
        try (Engine engine = new Engine("bridge", compileUnchecked(then))) {
            assertThatThrownBy(() -> engine.evaluate(owners(1)))
                    .hasStackTraceContaining("NoClassDefFoundError: " + missing);
        }
        assertThat(System.getProperty("bridgewarden.escaped")).isNull();
    }

    @ParameterizedTest
    @EnumSource(Trust.class)
    void asksNoOtherLoaderForWhatIsMadeOfTheRules(Trust trust) throws IOException {
        String there = "schemas/index.txt";

        ClassLoader ofRules = RuleClassLoader.of("schemas", trust);

        assertThat(RuleClassLoader.of("bridge", trust).getResource(there)).isNotNull();
        assertThat(ofRules.getResource(there)).isNull();
        assertThat(Collections.list(ofRules.getResources(there))).isEmpty();
        assertThatThrownBy(() -> ofRules.loadClass("schemas.P0A.Lambda1")).isInstanceOf(ClassNotFoundException.class);
    }

    private static KieContainer compileUnchecked(String then) {
        RuleFile file = file("BusyOwner( $id : id )", then);
        RuleReader.Parsed parsed = RuleReader.read(file);
        return RuleCompiler.compile(Map.of(file.path(), file.text()), List.of(parsed));
    }

    private static Rulebook rulebook(String when, String then) {
        return Rulebook.compile(List.of(file(when, then)));
    }

    private static RuleFile file(String when, String then) {
        return new RuleFile(
                "bridge", "bridge/attempt.drl", HEAD + "when\n    " + when + "\nthen\n    " + then + "\nend\n");
    }

    private static List<Object> owners(int number) {
        return new ArrayList<>(IntStream.range(0, number)
                .mapToObj(it -> new BusyOwner("owner" + it))
                .toList());
    }
}
