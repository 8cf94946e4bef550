package io.bridgewarden.decisions.limits;

import io.bridgewarden.decisions.limits.LimitsResult.Check;
import io.bridgewarden.facts.Allotment;
import io.bridgewarden.facts.CallLimit;
import io.bridgewarden.facts.Credit;
import io.bridgewarden.facts.TrunkNumber;
import io.bridgewarden.facts.Trunks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what a party may use and uses in figures and words, for whoever asks why a call was barred. */
final class Checks {
    private final boolean inbound;
    private final boolean mobile;
    private final boolean checkStanding;
    private final String number;
    private final TrunkNumber trunkNumber;

    /** @param number what is called, as E.164 */
    Checks(boolean inbound, boolean mobile, boolean checkStanding, String number, TrunkNumber trunkNumber) {
        this.inbound = inbound;
        this.mobile = mobile;
        this.checkStanding = checkStanding;
        this.number = number;
        this.trunkNumber = trunkNumber;
    }

    /** The limits of a party that apply to the call, in the order they are asked. */
    List<Check> of(PartyFacts party) {
        List<Check> checks = new ArrayList<>();
        if (!mobile) {
            party.calls().forEach(it -> checks.add(calls(it)));
            party.allotments().forEach(it -> checks.add(allotment(it)));
            checks.add(trunks(party));
        }
        checks.add(credit(party.credit()));
        return checks;
    }

    private static Check calls(CallLimit it) {
        boolean passed = it.limit() == -1 || (it.limit() != 0 && it.used() <= it.limit());
        String of = it.limit() == -1 ? "no limit" : String.valueOf(it.limit());
        String numbers = it.numbers() == null ? "" : " to numbers like `%s`".formatted(it.numbers());
        return new Check(
                it.name(),
                passed,
                it.limit(),
                it.used(),
                passed ? null : Math.max(1, it.used()),
                "%s%s %d of %s in use".formatted(it.name().replace('_', ' '), numbers, it.used(), of));
    }

    private static Check allotment(Allotment it) {
        boolean passed = it.readable() && it.remaining() > 0 && it.remaining() >= it.minimum();
        String words = it.readable()
                ? "allotment %s %d of %d s used".formatted(it.key(), it.consumed(), it.amount())
                : "what was used of allotment %s cannot be read".formatted(it.key());
        if (it.readable() && !passed && it.minimum() > 1) {
            words += "; each call takes at least %d".formatted(it.minimum());
        }
        return new Check(
                "allotments." + it.key(),
                passed,
                it.amount(),
                it.consumed(),
                passed || !it.readable() ? null : Math.addExact(it.consumed(), Math.max(1, it.minimum())),
                words);
    }

    private Check trunks(PartyFacts party) {
        Trunks it = party.trunks();
        String barred = barred(party);
        boolean passed = barred == null && it.overBurst() == 0;
        long twoway = Math.max(0, it.twoway());
        // What overflowed before this call came, and took two-way and then burst trunks.
        long before = Math.addExact(
                Trunks.beyond(it.inbound(), it.inboundUsed()), Trunks.beyond(it.outbound(), it.outboundUsed()));
        long taken = it.twoway() == -1 ? before : Math.min(before, twoway);
        long burst = before - taken;
        String direction = inbound ? "inbound" : "outbound";
        long own = inbound ? it.inbound() : it.outbound();
        long ownUsed = inbound ? it.inboundUsed() : it.outboundUsed();
        StringBuilder words = new StringBuilder();
        if (own != 0) {
            words.append("%s trunks %d of %s in use; "
                    .formatted(direction, own == -1 ? ownUsed : Math.min(own, ownUsed), many(own)));
        }
        words.append("twoway trunks %d of %s in use; burst ".formatted(taken, many(it.twoway())));
        words.append(it.burst() == 0 ? "0" : "%d of %s in use".formatted(burst, many(it.burst())));
        if (barred != null) {
            words.append("; ").append(barred);
        }
        return new Check(
                "twoway_trunks",
                passed,
                it.twoway(),
                taken,
                passed || barred != null ? null : Math.subtractExact(it.overflow(), Math.max(0, it.burst())),
                words.toString());
    }

    private static String many(long trunks) {
        return trunks == -1 ? "any number" : String.valueOf(trunks);
    }

    private @Nullable String barred(PartyFacts party) {
        if (checkStanding && !party.limits().goodStanding()) {
            return "the account is not in good standing";
        }
        if (!trunkNumber.whitelisted()) {
            return "trunks carry no calls to `%s`, which is not on their white list".formatted(number);
        }
        return trunkNumber.blacklisted()
                ? "trunks carry no calls to `%s`, which is on their black list".formatted(number)
                : null;
    }

    private static Check credit(Credit it) {
        boolean passed = (it.prepay() && it.free() > 0) || (it.postpay() && it.free() > it.floor());
        long kept = Math.addExact(it.committed(), it.reserve());
        Long wouldSuffice = null;
        if (!passed && (it.prepay() || it.postpay())) {
            long floor = it.prepay() && it.postpay() ? Math.min(0, it.floor()) : it.prepay() ? 0 : it.floor();
            wouldSuffice = Math.addExact(Math.addExact(kept, floor), 1);
        }
        String terms =
                it.prepay() ? "" : it.postpay() ? "; only debt is allowed" : "; neither prepaid nor debt is allowed";
        String debt = it.postpay() ? "; may owe %d".formatted(Math.negateExact(it.floor())) : "";
        return new Check(
                "balance",
                passed,
                it.balance(),
                kept,
                wouldSuffice,
                "balance %d units, running calls %d, reserve %d%s%s"
                        .formatted(it.balance(), it.committed(), it.reserve(), debt, terms));
    }
}
