package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Arrival;
import io.bridgewarden.facts.CoveringEntry;
import io.bridgewarden.facts.ListAsked;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weighs what rules conclude of an ACL request. */
final class AclVerdict {
    /** The reason where no rule has anything to say; then the address stays out. */
    static final String NO_RULE = "no-rule";

    private static final Comparator<Reasoned<Decides>> DENIAL_FIRST = Comparator.comparing(
                    (Reasoned<Decides> it) -> it.conclusion().allows())
            .thenComparing(it -> it.conclusion().reason())
            .thenComparing(it -> it.conclusion().entry(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Reasoned::rule);

    private AclVerdict() {}

    /**
     * A list's answer to a question. Of several, a denial holds; silence denies.
     */
    static Reasoned<Decides> ofList(int question, Evaluation rules) {
        return rules.of(Decides.class).stream()
                .filter(it -> it.conclusion().question() == question)
                .min(DENIAL_FIRST)
                .orElseGet(() -> new Reasoned<>(new Decides(question, false, NO_RULE, null), ""));
    }

    /**
     * What is answered. Where one list is asked, what it says. Where a SIP request has come in: the safest of the
     * outcomes that rules conclude, refusal first; if there is none, the first admission in the order lists are tried;
     * silence refuses.
     *
     * @param explain whether every covering entry is wanted
     */
    static AclResult resolve(AclRequest request, Evaluation rules, boolean explain) {
        Arrival arrival = request.arrival();
        if (arrival == null) {
            Reasoned<Decides> answer = ofList(0, rules);
            return result(
                    request,
                    rules,
                    explain,
                    answer.conclusion(),
                    answer.conclusion().allows(),
                    answer.conclusion().reason(),
                    answer.rule(),
                    null);
        }
        Reasoned<TurnAway> away = rules.of(TurnAway.class).stream()
                .max(Comparator.comparing(
                                (Reasoned<TurnAway> it) -> it.conclusion().outcome())
                        .thenComparing(it -> it.conclusion().reason())
                        .thenComparing(Reasoned::rule))
                .orElse(null);
        Reasoned<Admit> admit = rules.of(Admit.class).stream()
                .min(Comparator.comparing(
                                (Reasoned<Admit> it) -> it.conclusion().question())
                        .thenComparing(it -> it.conclusion().reason())
                        .thenComparing(Reasoned::rule))
                .orElse(null);
        if (away == null && admit != null) {
            Decides by = ofList(admit.conclusion().question(), rules).conclusion();
            return result(
                    request, rules, explain, by, true, admit.conclusion().reason(), admit.rule(), Outcome.APPROVE);
        }
        Decides by = ofList(0, rules).conclusion();
        return away == null
                ? result(request, rules, explain, by, false, NO_RULE, "", Outcome.REFUSE)
                : result(
                        request,
                        rules,
                        explain,
                        by,
                        false,
                        away.conclusion().reason(),
                        away.rule(),
                        away.conclusion().outcome());
    }

    private static AclResult result(
            AclRequest request,
            Evaluation rules,
            boolean explain,
            Decides by,
            boolean allow,
            String reason,
            String rule,
            @Nullable Outcome outcome) {
        ListAsked asked = request.asked().get(by.question());
        CoveringEntry entry = by.entry() == null ? null : request.entries().get(by.entry());
        Set<Integer> heard = rules.of(TakesPart.class).stream()
                .map(it -> it.conclusion().entry())
                .collect(Collectors.toUnmodifiableSet());
        return new AclResult(
                allow,
                asked.list(),
                asked.address(),
                entry == null ? null : entry(entry, request.entries(), heard),
                reason,
                rule,
                outcome == null ? null : outcome.name().toLowerCase(java.util.Locale.ROOT),
                entry == null ? null : entry.token(),
                explain
                        ? request.entries().stream()
                                .map(it -> entry(it, request.entries(), heard))
                                .toList()
                        : null,
                true,
                request.notices());
    }

    private static AclResult.Entry entry(CoveringEntry entry, List<CoveringEntry> all, Set<Integer> heard) {
        long tied = all.stream()
                .filter(it -> it.question() == entry.question()
                        && it.length() == entry.length()
                        && it.position() > entry.position()
                        && heard.contains(it.id()))
                .count();
        return AclResult.Entry.of(entry, (int) tied, heard.contains(entry.id()));
    }
}
