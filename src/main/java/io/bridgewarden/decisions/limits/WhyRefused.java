package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.decisions.KeptFromFiring;
import io.bridgewarden.facts.Party;
import io.bridgewarden.rules.WhyNot.Findings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What kept a party from carrying the call.
 *
 * @param rules the rules that would have had to fire, those that came closest first
 */
record WhyRefused(
        @JsonProperty("party") String party,
        @JsonProperty("rules") List<KeptFromFiring> rules) {

    private static final Set<String> TOWARDS_CARRYING = Set.of("Exempt", "Affordable", "Charged", "Excused");

    /** Tells it of every party that refused. */
    static List<WhyRefused> explain(Findings findings, Outcome outcome) {
        return Stream.of(Party.values())
                .filter(it -> refuses(it == Party.ACCOUNT ? outcome.account() : outcome.reseller()))
                .map(party -> new WhyRefused(
                        party.word(),
                        findings
                                .blocked(
                                        rule -> rule.concludes().stream().anyMatch(TOWARDS_CARRYING::contains),
                                        Party.class::isInstance,
                                        party::equals)
                                .stream()
                                .map(KeptFromFiring::of)
                                .toList()))
                .toList();
    }

    private static boolean refuses(Outcome.Side side) {
        return side.asked() && !side.authorized();
    }
}
