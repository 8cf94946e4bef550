package io.bridgewarden.decisions.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class ChannelTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e");

    private static Channel leg(String id, String other) {
        return new Channel(id, other, false, null, null, null, null);
    }

    @Test
    void legsThatNameOneAnotherAreOneCall() {
        assertThat(Channel.calls(List.of())).isZero();
        assertThat(Channel.calls(List.of(leg("a", null), leg("b", null)))).isEqualTo(2);
        assertThat(Channel.calls(List.of(leg("a", null), leg("b", "a")))).isEqualTo(1);
        assertThat(Channel.calls(List.of(leg("a", "b"), leg("b", "a")))).isEqualTo(1);
        assertThat(Channel.calls(List.of(leg("a", "c"), leg("b", "c")))).isEqualTo(1);
        assertThat(Channel.calls(List.of(leg("a", "a")))).isEqualTo(1);
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void anotherLegNeverMakesCallsFewer(@ForAll long seed) {
        List<Channel> legs = legs(seed);

        assertThat(Channel.calls(legs)).isGreaterThanOrEqualTo(Channel.calls(legs.subList(1, legs.size())));
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void theOrderOfLegsDoesNotMatter(@ForAll long seed) {
        List<Channel> legs = legs(seed);
        List<Channel> shuffled = new ArrayList<>(legs);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Channel.calls(shuffled)).isEqualTo(Channel.calls(legs));
    }

    /** One to five legs with ids of their own, most of which name another. */
    private static List<Channel> legs(long seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>(IDS);
        Collections.shuffle(ids, random);
        List<Channel> legs = new ArrayList<>();
        for (String id : ids.subList(0, 1 + random.nextInt(IDS.size()))) {
            legs.add(leg(id, random.nextInt(4) == 0 ? null : IDS.get(random.nextInt(IDS.size()))));
        }
        return legs;
    }
}
