package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.CoveringEntry;
import io.bridgewarden.facts.ListAsked;
import io.bridgewarden.facts.ListUse;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weighs what rules conclude of an ACL request. */
final class AclVerdict {
    /** The reason where no rule has anything to say; then the address stays out. */
    static final String NO_RULE = "no-rule";

    private static final String CONFIGURED_FIRST = "configured-first";
    private static final String LISTED_FIRST = "listed-first";

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
     * outcomes that rules conclude, refusal first; if there is none, the first admission in the order lists are tried,
     * unless its list also denies; silence refuses.
     *
     * @param explain whether every covering entry is wanted
     */
    static AclResult resolve(AclRequest request, Evaluation rules, boolean explain) {
        if (request.arrival() == null) {
            Reasoned<Decides> answer = ofList(0, rules);
            Decides by = answer.conclusion();
            return result(
                    request, rules, explain, by, by.allows(), by.reason(), answer.rule(), tokenOf(by, request), null);
        }
        Reasoned<TurnAway> away = rules.of(TurnAway.class).stream()
                .max(Comparator.comparing(
                                (Reasoned<TurnAway> it) -> it.conclusion().outcome())
                        .thenComparing(it -> it.conclusion().reason())
                        .thenComparing(Reasoned::rule))
                .orElse(null);
        Reasoned<Admit> admit = rules.of(Admit.class).stream()
                .filter(it ->
                        ofList(it.conclusion().question(), rules).conclusion().allows())
                .min(Comparator.comparing(
                                (Reasoned<Admit> it) -> it.conclusion().question())
                        .thenComparing(it -> it.conclusion().reason())
                        .thenComparing(Reasoned::rule))
                .orElse(null);
        if (away == null && admit != null) {
            Admit in = admit.conclusion();
            Decides by = ofList(in.question(), rules).conclusion();
            boolean byProxy = request.asked().get(in.question()).use() == ListUse.PROXY;
            String ofEntry = byProxy ? null : tokenOf(by, request);
            String token = ofEntry == null ? in.token() : ofEntry;
            return result(request, rules, explain, by, true, in.reason(), admit.rule(), token, Outcome.APPROVE);
        }
        Decides by = ofList(0, rules).conclusion();
        return away == null
                ? result(request, rules, explain, by, false, NO_RULE, "", null, Outcome.REFUSE)
                : result(
                        request,
                        rules,
                        explain,
                        by,
                        false,
                        away.conclusion().reason(),
                        away.rule(),
                        null,
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
            @Nullable String token,
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
                outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT),
                token,
                explain
                        ? request.entries().stream()
                                .map(it -> entry(it, request.entries(), heard))
                                .toList()
                        : null,
                request.complete(),
                request.notices());
    }

    private static AclResult.Entry entry(CoveringEntry entry, List<CoveringEntry> all, Set<Integer> heard) {
        List<CoveringEntry> tied = all.stream()
                .filter(it -> it.question() == entry.question()
                        && it.length() == entry.length()
                        && heard.contains(it.id())
                        && isAfter(it, entry))
                .toList();
        boolean byRank = tied.stream().allMatch(it -> it.rank() > entry.rank());
        String tieBrokenBy = tied.isEmpty() ? null : byRank ? CONFIGURED_FIRST : LISTED_FIRST;
        return AclResult.Entry.of(entry, tied.size(), tieBrokenBy, heard.contains(entry.id()));
    }

    private static boolean isAfter(CoveringEntry entry, CoveringEntry other) {
        return entry.rank() > other.rank() || (entry.rank() == other.rank() && entry.position() > other.position());
    }

    private static @Nullable String tokenOf(Decides by, AclRequest request) {
        return by.entry() == null ? null : request.entries().get(by.entry()).token();
    }
}
