package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.limits.LimitsRequest.Payer;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.Allotment;
import io.bridgewarden.facts.CallLimit;
import io.bridgewarden.facts.Credit;
import io.bridgewarden.facts.NumberClass;
import io.bridgewarden.facts.Party;
import io.bridgewarden.facts.PartyLimits;
import io.bridgewarden.facts.Trunks;
import io.bridgewarden.store.EffectiveConfig;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a party may use and what it uses: counted, not judged.
 *
 * @param credit what it has to spend
 * @param calls how many calls it may have, and has
 * @param allotments those for the number that is called; that of its direction first
 */
record PartyFacts(
        Party party,
        PartyLimits limits,
        List<CallLimit> calls,
        List<Allotment> allotments,
        Trunks trunks,
        Credit credit) {

    private static final String BILLED_BY_ALLOTMENT = "allotment_";
    // An increment of 0 is read so, as for rates.
    private static final long MINUTE = 60;

    /** All of it, for rules. */
    List<Object> facts() {
        List<Object> facts = new ArrayList<>(List.of(limits, trunks, credit));
        facts.addAll(calls);
        facts.addAll(allotments);
        return facts;
    }

    /** Trunks and flat-rate channels in use, as the answer message has them: in/out/two-way/burst/in use/out in use. */
    String trunkUsage() {
        return Stream.of(
                        trunks.inbound(),
                        trunks.outbound(),
                        trunks.twoway(),
                        trunks.burst(),
                        trunks.inboundUsed(),
                        trunks.outboundUsed())
                .map(String::valueOf)
                .collect(Collectors.joining("/"));
    }

    /**
     * Counts for a party.
     *
     * @param e164 how a number is spelled as E.164
     * @throws io.bridgewarden.documents.ProblemException {@code invalid-request} (422) naming what of its documents cannot
     *     be read
     */
    static PartyFacts of(
            Party party,
            Payer payer,
            LimitsRequest request,
            NumberClass number,
            Instant now,
            EffectiveConfig config,
            Function<String, String> e164) {
        return new Counter(party, payer, request, number, now, config, e164).count();
    }

    private static final class Counter {
        private final Party party;
        private final Payer payer;
        private final LimitsRequest request;
        private final NumberClass number;
        private final Instant now;
        private final Function<String, String> e164;
        private final LimitsDocument limits;
        private final List<Channel> channels;

        Counter(
                Party party,
                Payer payer,
                LimitsRequest request,
                NumberClass number,
                Instant now,
                EffectiveConfig config,
                Function<String, String> e164) {
            this.party = party;
            this.payer = payer;
            this.request = request;
            this.number = number;
            this.now = now;
            this.e164 = e164;
            this.limits = new LimitsDocument(payer.document(), config, payer.pointer());
            this.channels = Channel.of(
                    request.document().path("channels"),
                    party.word(),
                    payer.names(),
                    party == Party.ACCOUNT ? payer.member() : "none");
        }

        PartyFacts count() {
            return new PartyFacts(
                    party,
                    new PartyLimits(
                            party,
                            limits.enabled(),
                            limits.softLimitInbound(),
                            limits.softLimitOutbound(),
                            Members.isOn(payer.document().get("in_good_standing"), true)),
                    calls(),
                    allotments(),
                    trunks(),
                    credit());
        }

        private List<CallLimit> calls() {
            List<CallLimit> counted = new ArrayList<>();
            counted.add(new CallLimit(
                    party, CallLimit.CALLS, null, limits.calls(CallLimit.CALLS), Channel.calls(channels)));
            List<Channel> consuming = channels.stream()
                    .filter(it -> it.billing() != null && !it.billing().equals(Outcome.LIMITS_DISABLED))
                    .toList();
            counted.add(new CallLimit(
                    party,
                    CallLimit.RESOURCE_CONSUMING_CALLS,
                    null,
                    limits.calls(CallLimit.RESOURCE_CONSUMING_CALLS),
                    Channel.calls(consuming)));
            LimitsDocument.NumberRule rule = limits.numberRule(request.number());
            if (rule != null) {
                long used = channels.stream()
                        .filter(it -> it.inbound()
                                && it.number() != null
                                && e164.apply(it.number()).equals(number.number()))
                        .count();
                counted.add(new CallLimit(party, CallLimit.PER_NUMBER, rule.expression(), rule.limit(), used));
            }
            return counted;
        }

        private Trunks trunks() {
            return Trunks.of(
                    party,
                    isInbound(),
                    limits.trunks("inbound_trunks"),
                    limits.trunks("outbound_trunks"),
                    limits.trunks("twoway_trunks"),
                    limits.trunks("burst_trunks"),
                    channels.stream()
                            .filter(it -> it.flatRate() && it.inbound())
                            .count(),
                    channels.stream()
                            .filter(it -> it.flatRate() && !it.inbound())
                            .count());
        }

        private boolean isInbound() {
            return request.call().direction().equals("inbound");
        }

        private Credit credit() {
            long balance = Figures.whole(payer.document().get("balance"), payer.pointer() + "/balance", 0);
            long committed = channels.stream()
                    .filter(it -> "per_minute".equals(it.billing()))
                    .map(it -> it.rate() == null
                            ? BigInteger.ZERO
                            : Objects.requireNonNull(it.rate()).cost(it.estimated()))
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .min(BigInteger.valueOf(Long.MAX_VALUE / 2)) // nobody has more, so what is beyond is the same
                    .longValueExact();
            long reserve = limits.reserve();
            return new Credit(
                    party,
                    limits.allowPrepay(),
                    limits.allowPostpay(),
                    balance,
                    committed,
                    reserve,
                    Math.subtractExact(Math.subtractExact(balance, committed), reserve),
                    Math.negateExact(limits.maxPostpay()));
        }

        private List<Allotment> allotments() {
            if (number.name() == null) {
                return List.of();
            }
            List<Allotment> found = new ArrayList<>();
            String directional = request.call().direction() + "_" + number.name();
            add(directional, true, found);
            add(number.name(), false, found);
            return found;
        }

        private void add(String key, boolean directional, List<Allotment> to) {
            ObjectNode entry = limits.allotment(key);
            if (entry == null) {
                return;
            }
            String at = limits.allotmentPointer(key);
            Cycle.Running cycle = cycle(entry, at);
            List<String> keys = new ArrayList<>(List.of(key));
            for (JsonNode member : entry.path("group_consume")) {
                if (!keys.contains(member.asText())) {
                    keys.add(member.asText());
                }
            }
            boolean readable = !payer.document().path("ledger_error").asBoolean();
            long consumed = 0;
            for (String it : keys) {
                consumed = Math.addExact(consumed, readable ? consumed(it, cycle) : 0);
            }
            long amount = Figures.whole(entry.get("amount"), at + "/amount", 0);
            long minimum = Figures.whole(entry.get("minimum"), at + "/minimum", 0);
            long increment = Figures.whole(entry.get("increment"), at + "/increment", 1);
            to.add(new Allotment(
                    party,
                    key,
                    directional,
                    readable,
                    amount,
                    minimum,
                    increment == 0 ? MINUTE : increment,
                    consumed,
                    Math.subtractExact(amount, consumed)));
        }

        private Cycle.Running cycle(ObjectNode entry, String at) {
            String name = Members.text(entry, "cycle");
            return (name == null
                            ? Cycle.MONTHLY
                            : Cycle.named(name)
                                    .orElseThrow(() -> Problem.invalid(
                                                    at + "/cycle",
                                                    "enum",
                                                    "`%s` is no cycle; there are monthly, weekly, daily, hourly and minutely"
                                                            .formatted(name))
                                            .asException()))
                    .at(now, zone());
        }

        private ZoneId zone() {
            String name = Members.text(payer.document(), "timezone");
            try {
                return name == null ? ZoneOffset.UTC : ZoneId.of(name);
            } catch (DateTimeException e) {
                throw Problem.invalid(payer.pointer() + "/timezone", "timezone", "`%s` is no time zone".formatted(name))
                        .asException();
            }
        }

        private long consumed(String key, Cycle.Running cycle) {
            long inLedger = inLedger(key, cycle);
            long live = channels.stream()
                    .filter(it -> (BILLED_BY_ALLOTMENT + key).equals(it.billing()))
                    .mapToLong(it -> Math.min(it.estimated(), cycle.seconds()))
                    .reduce(0, Math::addExact);
            return Math.addExact(inLedger, live);
        }

        private long inLedger(String key, Cycle.Running cycle) {
            JsonNode usage = payer.document().path("allotment_usage").path(key);
            String at = Json.at(payer.pointer() + "/allotment_usage", key);
            if (!usage.isArray()) {
                return Math.max(0, Figures.whole(usage, at, 0));
            }
            long runs = Math.max(0, Duration.between(cycle.start(), now).toSeconds());
            long consumed = 0;
            int index = 0;
            for (JsonNode entry : usage) {
                String here = at + "/" + index++;
                long ended = Math.max(0, Figures.whole(entry.get(0), here + "/0", 0));
                long seconds = Math.max(0, Figures.whole(entry.get(1), here + "/1", 0));
                long inside = Math.min(Math.addExact(ended, seconds), runs) - Math.min(ended, runs);
                consumed = Math.addExact(consumed, inside);
            }
            return consumed;
        }
    }
}
