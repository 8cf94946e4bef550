package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.facts.BusyOwner;
import io.bridgewarden.rules.WhyNot.Blocked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhyNotTest {
    private static final int RULES = 10;

    private final List<String> owners = new ArrayList<>(Collections.nCopies(RULES, "nobody"));

    /** One rule for each owner, which asks whether that owner is busy. */
    private static Rulebook rulebook(List<String> owners, Rulebook... earlier) {
        StringBuilder drl = new StringBuilder("""
                package bridge;
                import io.bridgewarden.decisions.bridge.JoinWith;
                import io.bridgewarden.facts.BusyOwner;
                """);
        for (int i = 0; i < owners.size(); i++) {
            drl.append("""
                    rule "bridge: join %d"
                    when
                        BusyOwner( id == "busy", // somebody is busy
                                   id == "%s" )  // it is %s
                    then
                        insertLogical( new JoinWith("%d") );
                    end
                    """.formatted(i, owners.get(i), owners.get(i), i));
        }
        return Rulebook.compile(
                List.of(new RuleFile("bridge", "bridge/joins.drl", drl.toString())), Arrays.asList(earlier));
    }

    private static WhyNot whyNot(Rulebook rulebook) {
        return rulebook.whyNot("bridge").toCompletableFuture().join();
    }

    private static List<String> failed(Rulebook rulebook) {
        return whyNot(rulebook)
                .probe(List.of(new BusyOwner("busy")))
                .blocked(it -> true, it -> true, it -> true)
                .stream()
                .sorted((a, b) -> a.rule().compareTo(b.rule()))
                .map(Blocked::failed)
                .map(it -> it.words())
                .toList();
    }

    @Test
    void compilesOnlyTheConditionsThatNoEarlierRevisionHas() {
        try (Rulebook first = rulebook(owners)) {
            Set<Probes> before = whyNot(first).probes();
            owners.set(3, "alice");
            try (Rulebook second = rulebook(owners, first)) {
                Set<Probes> more = new HashSet<>(whyNot(second).probes());

                assertThat(more).hasSize(2).containsAll(before);
            }
        }
    }

    @Test
    void tellsOfRulesThatChangedAndThatDidNotOnceTheEarlierRevisionIsClosed() {
        Rulebook first = rulebook(owners);
        whyNot(first);
        owners.set(3, "alice");
        try (Rulebook second = rulebook(owners, first)) {
            first.close();

            List<String> expected = new ArrayList<>(Collections.nCopies(RULES, "it is nobody"));
            expected.set(3, "it is alice");
            assertThat(failed(second)).isEqualTo(expected);
        }
    }

    @Test
    void areFreedWithTheLastRevisionThatHasThem() {
        Rulebook first = rulebook(owners);
        Probes shared = whyNot(first).probes().iterator().next();
        owners.set(3, "alice");
        Rulebook second = rulebook(owners, first);
        whyNot(second);

        first.close();
        assertThat(shared.share()).isTrue();
        shared.letGo();

        second.close();
        assertThat(shared.share()).isFalse();
    }

    @Test
    void handsOnWhatItNeverAskedItself() {
        Rulebook first = rulebook(owners);
        Set<Probes> before = whyNot(first).probes();
        owners.set(3, "alice");
        Rulebook second = rulebook(owners, first);
        first.close();
        owners.set(4, "bob");
        try (Rulebook third = rulebook(owners, second)) {
            second.close();

            assertThat(whyNot(third).probes()).hasSize(2).containsAll(before);
            assertThat(failed(third)).contains("it is alice", "it is bob");
        }
    }

    @Test
    void asksFewSetsHoweverManyRevisionsTheyCameWith() {
        Rulebook latest = rulebook(owners);
        whyNot(latest);
        for (int i = 0; i < RULES; i++) {
            owners.set(i, "owner" + i);
            Rulebook next = rulebook(owners, latest);

            assertThat(whyNot(next).probes()).hasSizeLessThanOrEqualTo(8);
            latest.close();
            latest = next;
        }
        assertThat(failed(latest)).contains("it is owner0", "it is owner" + (RULES - 1));
        latest.close();
    }
}
