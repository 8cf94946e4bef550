package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever an endpoint says, the switch reads one leg, its destination, and the variables it asked for. */
class DialStringSafetyTest {
    private static final Map<String, String> CALLER = Map.of("caller_id_name", "Al Ice", "x", "EXPANDED");
    private static final DialContact PHONE = new DialContact("sip:line7@203.0.113.9:5060;transport=udp", false);
    private static final DialStrings DIAL_STRINGS = new DialStrings(DialSettings.DEFAULT);

    @Provide
    Arbitrary<Hostile.Endpoint> hostileVariables() {
        return Hostile.endpoint();
    }

    @Provide
    Arbitrary<Hostile.Endpoint> hostileEverything() {
        return Hostile.anything();
    }

    @Property(tries = 10_000)
    void aLegReadsAsOneLegWithItsOwnVariables(
            @ForAll("hostileVariables") Hostile.Endpoint endpoint, @ForAll boolean scansInside) {
        assertReadsAlone(endpoint, scansInside);
    }

    @Property(tries = 10_000)
    void anAddressIsDialledWholeOrNotAtAll(
            @ForAll("hostileEverything") Hostile.Endpoint endpoint, @ForAll boolean scansInside) {
        assertReadsAlone(endpoint, scansInside);
    }

    @Property(tries = 10_000)
    void legsSideBySideReadAsTheyDoAlone(
            @ForAll("hostileEverything") Hostile.Endpoint first,
            @ForAll("hostileVariables") Hostile.Endpoint second,
            @ForAll("hostileEverything") Hostile.Endpoint third,
            @ForAll boolean together,
            @ForAll boolean scansInside) {
        List<Hostile.Endpoint> dialled = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        for (Hostile.Endpoint endpoint : List.of(first, second, third)) {
            DIAL_STRINGS.leg(endpoint.json(), PHONE, LegOptions.PLAIN).ifPresent(leg -> {
                dialled.add(endpoint);
                channels.add(leg.channel());
            });
        }

        List<SwitchReader.ReadLeg> read =
                new SwitchReader(CALLER, scansInside).legs(String.join(together ? "," : "|", channels));

        assertThat(read).hasSameSizeAs(dialled);
        for (int i = 0; i < read.size(); i++) {
            assertReads(read.get(i), dialled.get(i));
        }
    }

    private static void assertReads(SwitchReader.ReadLeg leg, Hostile.Endpoint endpoint) {
        String address = DialAddress.of(endpoint.json(), PHONE, DialSettings.DEFAULT);
        assertThat(leg.endpoint()).isEqualTo(withoutQuotes(address));
        assertThat(leg.shared()).isEmpty();
        Reading.assertReads(leg.own(), endpoint.wanted());
    }

    private static String withoutQuotes(@Nullable String address) {
        return address == null ? "" : address.replace("'", "");
    }

    private static void assertReadsAlone(Hostile.Endpoint endpoint, boolean scansInside) {
        Optional<Leg> leg = DIAL_STRINGS.leg(endpoint.json(), PHONE, LegOptions.PLAIN);

        assertThat(leg.isPresent()).isEqualTo(DIAL_STRINGS.isDialable(endpoint.json()));
        leg.ifPresent(written -> {
            List<SwitchReader.ReadLeg> read = new SwitchReader(CALLER, scansInside).legs(written.channel());
            assertThat(read).hasSize(1);
            assertReads(read.get(0), endpoint);
        });
    }
}
