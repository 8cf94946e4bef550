package io.bridgewarden.decisions.limits;

import static io.bridgewarden.decisions.limits.LimitsReasons.DISABLED_ACCOUNT;
import static io.bridgewarden.decisions.limits.LimitsReasons.DISABLED_ENDPOINT;
import static io.bridgewarden.decisions.limits.LimitsReasons.EMERGENCY;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.Party;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What rules concluded about a call, weighed.
 *
 * @param authorized whether everybody who is asked carries it
 * @param softLimit whether somebody refuses it, and everybody who does is excused
 * @param account what the account says
 * @param reseller what its reseller says, if that is somebody else; else only how the call is billed
 * @param reason why
 * @param rule the rule that says so
 */
record Outcome(boolean authorized, boolean softLimit, Side account, Side reseller, String reason, String rule) {
    static final String LIMITS_DISABLED = "limits_disabled";
    static final String LIMITS_ENFORCED = "limits_enforced";
    static final String HARD_LIMIT = "hard_limit";
    static final String DISABLED = "disabled";
    /** The reason and the rule where none speaks. */
    static final String NO_RULE = "no-rule";
    /** Stands for a rule where the service itself sees to it that emergency calls get out. */
    static final String GUARANTEE = "built in: carry an outbound emergency call";

    private static final Map<Means, String> PAID = Map.of(
            Means.DIRECTIONAL_ALLOTMENT, "allotment",
            Means.ALLOTMENT, "allotment",
            Means.TRUNK, "flat-rate",
            Means.BURST, "burst",
            Means.CREDIT, "per-minute");

    /**
     * What one party says.
     *
     * @param asked whether it was asked
     * @param billing how the call is billed to it
     * @param reason why; why it was not asked, if so
     */
    record Side(boolean asked, boolean authorized, boolean excused, String billing, String reason, String rule) {
        boolean letsThrough() {
            return authorized || excused;
        }
    }

    /**
     * How a call is billed to each party before anybody is asked, by {@link Party}.
     *
     * @param emergencyOut whether the call asks for help
     * @param two whether account and reseller are two
     */
    static Outcome resolve(Evaluation evaluation, boolean emergencyOut, boolean two, Map<Party, String> billing) {
        if (emergencyOut) {
            String rule = first(
                            evaluation,
                            Exempt.class,
                            it -> it.reason().equals(EMERGENCY),
                            Comparator.comparing(Exempt::reason))
                    .map(Reasoned::rule)
                    .orElse(GUARANTEE);
            return all(EMERGENCY, rule, two, billing);
        }
        Optional<Reasoned<Barred>> barred =
                first(evaluation, Barred.class, it -> true, Comparator.comparing(Barred::reason));
        if (barred.isPresent()) {
            return barred(barred.get(), billing);
        }
        Optional<Reasoned<Waived>> waived =
                first(evaluation, Waived.class, it -> true, Comparator.comparing(Waived::reason));
        if (waived.isPresent()) {
            return all(waived.get().conclusion().reason(), waived.get().rule(), true, billing);
        }
        Side account = side(evaluation, Party.ACCOUNT, billing);
        Side reseller = two && account.letsThrough()
                ? side(evaluation, Party.RESELLER, billing)
                : notAsked(Party.RESELLER, two ? "account-refuses" : "same-account", billing);
        List<Side> asked = two && account.letsThrough() ? List.of(account, reseller) : List.of(account);
        boolean authorized = asked.stream().allMatch(Side::authorized);
        boolean through = asked.stream().allMatch(Side::letsThrough);
        Side decides = Stream.concat(
                        asked.stream().filter(it -> !it.letsThrough()),
                        asked.stream().filter(it -> !it.authorized()))
                .findFirst()
                .orElse(account);
        return new Outcome(authorized, through && !authorized, account, reseller, decides.reason(), decides.rule());
    }

    private static Outcome barred(Reasoned<Barred> barred, Map<Party, String> billing) {
        String reason = barred.conclusion().reason();
        boolean disabled = Set.of(DISABLED_ACCOUNT, DISABLED_ENDPOINT).contains(reason);
        Side account = new Side(
                false, false, false, disabled ? DISABLED : before(Party.ACCOUNT, billing), reason, barred.rule());
        return new Outcome(false, false, account, notAsked(Party.RESELLER, reason, billing), reason, barred.rule());
    }

    private static Outcome all(String reason, String rule, boolean both, Map<Party, String> billing) {
        Side side = new Side(false, true, false, LIMITS_DISABLED, reason, rule);
        return new Outcome(
                true, false, side, both ? side : notAsked(Party.RESELLER, "same-account", billing), reason, rule);
    }

    private static Side notAsked(Party party, String reason, Map<Party, String> billing) {
        return new Side(false, false, false, before(party, billing), reason, NO_RULE);
    }

    private static String before(Party party, Map<Party, String> billing) {
        return billing.getOrDefault(party, LIMITS_ENFORCED);
    }

    private static Side side(Evaluation evaluation, Party party, Map<Party, String> billing) {
        Optional<Reasoned<Exempt>> exempt =
                first(evaluation, Exempt.class, it -> it.party() == party, Comparator.comparing(Exempt::reason));
        if (exempt.isPresent()) {
            return new Side(
                    true,
                    true,
                    false,
                    LIMITS_DISABLED,
                    exempt.get().conclusion().reason(),
                    exempt.get().rule());
        }
        boolean excused = evaluation.of(Excused.class).stream()
                .anyMatch(it -> it.conclusion().party() == party);
        Optional<Reasoned<Exceeded>> exceeded =
                first(evaluation, Exceeded.class, it -> it.party() == party, Comparator.comparing(Exceeded::limit));
        if (exceeded.isPresent()) {
            return new Side(
                    true,
                    false,
                    excused,
                    HARD_LIMIT,
                    LimitsReasons.HARD_LIMIT,
                    exceeded.get().rule());
        }
        Optional<Reasoned<Charged>> charged = first(
                evaluation,
                Charged.class,
                it -> it.party() == party,
                Comparator.comparing(Charged::means).thenComparing(Charged::billing));
        if (charged.isPresent()) {
            Charged paid = charged.get().conclusion();
            return new Side(
                    true,
                    true,
                    false,
                    paid.billing(),
                    PAID.getOrDefault(paid.means(), NO_RULE),
                    charged.get().rule());
        }
        Optional<Reasoned<Refused>> refused =
                first(evaluation, Refused.class, it -> it.party() == party, Comparator.comparing(Refused::reason));
        return new Side(
                true,
                false,
                excused,
                before(party, billing),
                refused.map(it -> it.conclusion().reason()).orElse(NO_RULE),
                refused.map(Reasoned::rule).orElse(NO_RULE));
    }

    // Which of several holds must not depend on the order in which rules fired.
    private static <T extends Conclusion> Optional<Reasoned<T>> first(
            Evaluation evaluation, Class<T> type, Predicate<T> about, Comparator<T> order) {
        return evaluation.of(type).stream()
                .filter(it -> about.test(it.conclusion()))
                .min(Comparator.comparing((Reasoned<T> it) -> it.conclusion(), order)
                        .thenComparing(Reasoned::rule));
    }
}
