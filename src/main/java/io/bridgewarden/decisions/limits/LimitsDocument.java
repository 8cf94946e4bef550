package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.documents.Json;
import io.bridgewarden.store.EffectiveConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits that hold for a party: those of its service plans, overlaid by its own document, completed by the system's
 * (reference, authz 11). Members with the prefix {@code pvt_} are private: the party's administrators set them, not the
 * party.
 */
final class LimitsDocument {
    private static final String CONFIG = "limits";
    private static final String PRIVATE = "pvt_";
    private static final long RESERVE = 5_000;

    private final ObjectNode own;
    private final ObjectNode effective;
    private final ObjectNode party;
    private final EffectiveConfig config;
    private final String pointer;

    /**
     * @param party the document that has {@code limits}, {@code plan_limits} and {@code bundled_docs}
     * @param at pointer to it
     */
    LimitsDocument(ObjectNode party, EffectiveConfig config, String at) {
        this.own = Members.objectOrEmpty(party, "limits");
        this.party = party;
        this.config = config;
        this.pointer = at + "/limits";
        this.effective = own.objectNode();
        Members.objectOrEmpty(party, "plan_limits")
                .properties()
                .forEach(it -> effective.set(PRIVATE + it.getKey(), it.getValue()));
        effective.setAll(own);
    }

    boolean enabled() {
        return bool("enabled", true);
    }

    boolean softLimitInbound() {
        return bool("soft_limit_inbound", false);
    }

    boolean softLimitOutbound() {
        return bool("soft_limit_outbound", false);
    }

    boolean allowPostpay() {
        return bool("allow_postpay", false);
    }

    /** The one switch that a party may turn itself. */
    boolean allowPrepay() {
        JsonNode asPublic = effective.get("allow_prepay");
        JsonNode asPrivate = effective.get(PRIVATE + "allow_prepay");
        boolean byDefault = Members.isOn(byDefault("allow_prepay"), true);
        return Members.isOn(asPrivate, Members.isOn(asPublic, byDefault));
    }

    long maxPostpay() {
        return amount("max_postpay_amount", 0);
    }

    long reserve() {
        return amount("reserve_amount", RESERVE);
    }

    /** A limit on calls; a party can lower what is private, never raise it. */
    long calls(String name) {
        Long asPrivate = number(PRIVATE + name);
        Long asPublic = number(name);
        long openly = asPublic == null ? -1 : asPublic;
        if (asPrivate != null && (openly < 0 || (asPrivate >= 0 && asPrivate < openly))) {
            return asPrivate;
        }
        return openly >= 0 ? openly : numberByDefault(name, -1);
    }

    /** A number of trunks, with those that come bundled with its devices or users; the smaller of private and public. */
    long trunks(String name) {
        long trunks = smaller(name);
        String type = Members.text(effective, PRIVATE + "bundled_" + name);
        if (trunks == -1 || type == null) {
            return trunks;
        }
        long bundled = 0;
        for (JsonNode enabled : party.path("bundled_docs").path(type)) {
            bundled += enabled.asBoolean() ? 1 : 0;
        }
        return Math.addExact(trunks, bundled);
    }

    private long smaller(String name) {
        Long asPrivate = number(PRIVATE + name);
        Long asPublic = number(name);
        if (asPrivate == null || asPrivate < 0) {
            return asPublic == null ? numberByDefault(name, 0) : asPublic;
        }
        if (asPublic == null || asPublic < 0) {
            return asPrivate;
        }
        return Math.min(asPrivate, asPublic);
    }

    /** An allotment of the party's own document; plans have none. */
    @Nullable
    ObjectNode allotment(String key) {
        JsonNode allotments = own.get("allotments");
        JsonNode all = allotments == null ? byDefault("allotments") : allotments;
        return all != null && all.get(key) instanceof ObjectNode it ? it : null;
    }

    String allotmentPointer(String key) {
        return Json.at(pointer + "/allotments", key);
    }

    /** The rule of {@code inbound_channels_per_did_rules} that holds for a number. */
    record NumberRule(String expression, long limit) {}

    /** The first rule of the document that is found in the number; null if none is or it does not say a number. */
    @Nullable
    NumberRule numberRule(String number) {
        String name = PRIVATE + "inbound_channels_per_did_rules";
        JsonNode rules = effective.get(name);
        if (rules == null) {
            rules = byDefault("inbound_channels_per_did_rules");
        }
        if (rules == null) {
            return null;
        }
        for (Map.Entry<String, JsonNode> rule : rules.properties()) {
            String at = Json.at(pointer + "/" + name, rule.getKey());
            if (Expression.found(rule.getKey(), number, at)) {
                return rule.getValue().isNumber()
                        ? new NumberRule(rule.getKey(), Figures.whole(rule.getValue(), at, -1))
                        : null;
            }
        }
        return null;
    }

    private boolean bool(String name, boolean otherwise) {
        return Members.isOn(effective.get(PRIVATE + name), Members.isOn(byDefault(name), otherwise));
    }

    private long amount(String name, long otherwise) {
        Long amount = Figures.amount(effective.get(PRIVATE + name), Json.at(pointer, PRIVATE + name));
        Long byDefault = amount == null ? Figures.amount(byDefault(name), "#/config/limits/" + name) : amount;
        return byDefault == null ? otherwise : byDefault;
    }

    private @Nullable Long number(String name) {
        return Figures.whole(effective.get(name), Json.at(pointer, name));
    }

    private long numberByDefault(String name, long otherwise) {
        return Figures.whole(byDefault(name), "#/config/limits/" + name, otherwise);
    }

    private @Nullable JsonNode byDefault(String name) {
        return config.other(CONFIG, name).orElse(null);
    }
}
