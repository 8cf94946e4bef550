package io.bridgewarden.decisions.balance;

import static io.bridgewarden.decisions.Strongest.word;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bridgewarden.decisions.Checked;
import io.bridgewarden.decisions.Strongest;
import io.bridgewarden.decisions.Why;
import io.bridgewarden.facts.BilledChannel;
import io.bridgewarden.rules.Evaluation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is done for lack of credit, as it is answered.
 *
 * @param roundOn whether accounts are looked at now
 * @param accounts everybody who pays by the minute, in the order they appear in the request
 * @param channels in the order of the request
 */
record BalanceResult(
        @JsonProperty("round_on") boolean roundOn,
        @JsonProperty("next_round") Round nextRound,
        @JsonProperty("accounts") List<Account> accounts,
        @JsonProperty("channels") List<Channel> channels) {

    /** @param at when it begins, or was due */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Round(
            @JsonProperty("action") String action,
            @JsonProperty("at") @Nullable Instant at,
            @JsonUnwrapped Why why) {}

    /** @param at until when an answer about it counts, or from when on its calls are hung up */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(
            @JsonProperty("account") String account,
            @JsonProperty("action") String action,
            @JsonProperty("at") @Nullable Instant at,
            @JsonUnwrapped Why why) {}

    /**
     * @param account for whose lack of credit it is hung up
     * @param at from when on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Channel(
            @JsonProperty("channel") String channel,
            @JsonProperty("action") String action,
            @JsonProperty("account") @Nullable String account,
            @JsonProperty("at") @Nullable Instant at,
            @JsonUnwrapped Why why) {}

    /**
     * Answers for each payer and each channel once. Where rules clash calls go on; where none speaks likewise, and there is no
     * round.
     */
    static BalanceResult resolve(BalanceRequest request, Evaluation rules) {
        Strongest<String, NextRound> next = Strongest.of(
                rules,
                NextRound.class,
                it -> "",
                NextRound::reason,
                comparing(NextRound::step).thenComparing(byInstant(NextRound::at)));
        Strongest<String, Treated> treated = Strongest.of(
                rules,
                Treated.class,
                Treated::account,
                Treated::reason,
                comparing(Treated::step).thenComparing(byInstant(Treated::at)));
        Strongest<Integer, Ended> ended =
                Strongest.of(rules, Ended.class, Ended::position, Ended::reason, comparing(Ended::hungUp));
        Map<Integer, List<String>> payers = payers(request, rules);
        Map<String, Instant> disconnected = disconnected(request, rules, payers, treated);
        List<String> accounts =
                payers.values().stream().flatMap(List::stream).distinct().toList();
        return new BalanceResult(
                !rules.of(RoundOn.class).isEmpty(),
                new Round(
                        word(next.get("", NextRound::step, RoundStep.OFF)),
                        next.find("", it -> written(it.at())),
                        next.why("")),
                accounts.stream()
                        .map(it -> new Account(
                                it,
                                word(treated.get(it, Treated::step, AccountStep.KEEP)),
                                disconnected.containsKey(it)
                                        ? disconnected.get(it)
                                        : treated.find(it, step -> written(step.at())),
                                treated.why(it)))
                        .toList(),
                request.channels().stream()
                        .map(it -> channel(
                                it, ended, treated, payers.getOrDefault(it.position(), List.of()), disconnected))
                        .toList());
    }

    // A channel goes on if, of what is concluded about those who pay for it, nothing that holds ends their calls.
    private static Channel channel(
            BilledChannel it,
            Strongest<Integer, Ended> ended,
            Strongest<String, Treated> treated,
            List<String> payers,
            Map<String, Instant> disconnected) {
        Optional<String> account = payers.stream()
                .filter(disconnected::containsKey)
                .min(comparing(payer -> Objects.requireNonNull(disconnected.get(payer))));
        boolean ends = ended.get(it.position(), Ended::hungUp, false);
        boolean hungUp = ends && account.isPresent();
        boolean spared = ends && !hungUp && !payers.isEmpty();
        return new Channel(
                it.channel(),
                hungUp ? "hang-up" : "keep",
                hungUp ? account.get() : null,
                hungUp ? disconnected.get(account.get()) : null,
                spared ? treated.why(payers.get(0)) : ended.why(it.position()));
    }

    /** Who pays for each channel, its account before its reseller. */
    private static Map<Integer, List<String>> payers(BalanceRequest request, Evaluation rules) {
        Map<Integer, List<String>> concluded = new HashMap<>();
        rules.of(PaidBy.class)
                .forEach(it -> concluded
                        .computeIfAbsent(it.conclusion().position(), position -> new ArrayList<>())
                        .add(it.conclusion().account()));
        Map<Integer, List<String>> payers = new LinkedHashMap<>();
        for (BilledChannel it : request.channels()) {
            List<String> of = concluded.getOrDefault(it.position(), List.of());
            payers.put(
                    it.position(),
                    of.stream()
                            .sorted(Comparator.comparing((String payer) -> !payer.equals(it.account()))
                                    .thenComparing(naturalOrder()))
                            .toList());
        }
        return payers;
    }

    /** From when on the calls of each account that cannot pay are hung up: one after the other, with a pause between. */
    private static Map<String, Instant> disconnected(
            BalanceRequest request,
            Evaluation rules,
            Map<Integer, List<String>> payers,
            Strongest<String, Treated> treated) {
        long pause = rules.of(Pause.class).stream()
                .mapToLong(it -> it.conclusion().millis())
                .max()
                .orElse(0);
        Map<String, Instant> disconnected = new LinkedHashMap<>();
        Instant at = request.now();
        for (List<String> of : payers.values()) {
            for (String account : of) {
                boolean ends = treated.get(account, Treated::step, AccountStep.KEEP) == AccountStep.DISCONNECT;
                if (ends && disconnected.putIfAbsent(account, at) == null) {
                    at = Checked.writable(at.plusMillis(pause));
                }
            }
        }
        return disconnected;
    }

    private static <T> Comparator<T> byInstant(Function<T, @Nullable Instant> at) {
        return comparing(at, nullsFirst(naturalOrder()));
    }

    private static @Nullable Instant written(@Nullable Instant instant) {
        return instant == null ? null : Checked.writable(instant);
    }
}
