package io.bridgewarden.decisions.authz;

import io.bridgewarden.facts.AuthzChannel;
import io.bridgewarden.facts.NumberClass;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a channel may exist: the rules' conclusions, weighed.
 *
 * @param outcome what the ladder, or the answer after it, comes to
 * @param row of the ladder; null where none applies
 * @param asked whether the limits service was asked
 * @param rated whether a rate is looked up
 * @param showPrice whether the caller is shown it
 * @param hangUp what the channel is ended with, if it is
 */
record Weighed(
        Outcome outcome,
        String reason,
        String rule,
        @Nullable Integer row,
        boolean asked,
        boolean rated,
        boolean showPrice,
        Optional<Reasoned<HangUp>> hangUp) {

    /** The reason where no rule has anything to say; then the channel is denied. */
    static final String NO_RULE = "no-rule";
    /** Stands for a rule where the guarantee for emergency calls holds against the rules. */
    static final String GUARANTEE = "built in: allow an outbound emergency call";

    /**
     * Weighs conclusions.
     *
     * <p>An outbound emergency call is allowed, and neither rated nor ended, whatever rules conclude. Else the row with
     * the smallest number decides, of several the strictest {@link Outcome}, of those the first reason by name. Where it
     * says to ask, denial outweighs allowance. Silence denies. Only an allowed channel that was asked about is rated; it
     * can still be ended for want of a rate.
     */
    static Weighed resolve(AuthzChannel channel, NumberClass number, Evaluation rules) {
        Optional<Reasoned<Rung>> rung = rules.of(Rung.class).stream()
                .min(Comparator.comparing((Reasoned<Rung> it) -> it.conclusion().row())
                        .thenComparing(it -> it.conclusion().outcome())
                        .thenComparing(it -> it.conclusion().reason()));
        if (isCallForHelp(channel, number)) {
            return helped(rung);
        }
        if (rung.isEmpty()) {
            return new Weighed(Outcome.DENY, NO_RULE, "", null, false, false, false, Optional.empty());
        }
        Rung row = rung.get().conclusion();
        if (row.outcome() != Outcome.ASK) {
            Optional<Reasoned<HangUp>> hangUp =
                    row.outcome() == Outcome.DENY ? hangUp(rules, HangUp.AUTHORIZATION) : Optional.empty();
            return new Weighed(row.outcome(), row.reason(), rung.get().rule(), row.row(), false, false, false, hangUp);
        }
        Optional<Reasoned<Settled>> settled = rules.of(Settled.class).stream()
                .min(Comparator.comparing((Reasoned<Settled> it) -> allows(it.conclusion()))
                        .thenComparing(it -> it.conclusion().reason()));
        boolean allowed = settled.isPresent() && allows(settled.get().conclusion());
        boolean rated = allowed && !rules.of(Rate.class).isEmpty();
        return new Weighed(
                allowed ? Outcome.ALLOW : Outcome.DENY,
                settled.map(it -> it.conclusion().reason()).orElse(NO_RULE),
                settled.map(Reasoned::rule).orElse(""),
                row.row(),
                true,
                rated,
                rated && !rules.of(ShowPrice.class).isEmpty(),
                !allowed
                        ? hangUp(rules, HangUp.AUTHORIZATION)
                        : rated ? hangUp(rules, HangUp.RATING) : Optional.empty());
    }

    /** Whether somebody calls for help; no rule decides about that. */
    static boolean isCallForHelp(AuthzChannel channel, NumberClass number) {
        return number.emergency() && "outbound".equals(channel.direction());
    }

    /** How a call for help is decided where rules cannot be heard at all. */
    static Weighed helped() {
        return helped(Optional.empty());
    }

    private static Weighed helped(Optional<Reasoned<Rung>> rung) {
        Optional<Reasoned<Rung>> agreeing =
                rung.filter(it -> it.conclusion().reason().equals(AuthzReasons.EMERGENCY_CALL)
                        && it.conclusion().outcome() == Outcome.ALLOW_BARE);
        return new Weighed(
                Outcome.ALLOW_BARE,
                AuthzReasons.EMERGENCY_CALL,
                agreeing.map(Reasoned::rule).orElse(GUARANTEE),
                agreeing.map(it -> it.conclusion().row()).orElse(null),
                false,
                false,
                false,
                Optional.empty());
    }

    boolean authorized() {
        return outcome == Outcome.ALLOW || outcome == Outcome.ALLOW_BARE;
    }

    private static boolean allows(Settled settled) {
        return settled.outcome() == Outcome.ALLOW;
    }

    private static Optional<Reasoned<HangUp>> hangUp(Evaluation rules, String by) {
        return rules.of(HangUp.class).stream()
                .filter(it -> it.conclusion().by().equals(by))
                .min(Comparator.comparing(it -> it.conclusion().cause()));
    }
}
