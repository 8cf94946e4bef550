package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.facts.TrunkNumber;
import io.bridgewarden.store.EffectiveConfig;

/** Which numbers trunks carry (reference, authz 9.3). */
final class FlatRateNumbers {
    /** North American numbers. */
    static final String WHITELIST = "^\\+1\\d{10}$";
    /** Caribbean and Pacific area codes, 900, and the older toll-free ones. */
    static final String BLACKLIST =
            "^\\+1(?:684|264|268|242|246|441|284|345|767|809|829|849|473|671|876|658|664|670|787"
                    + "|939|869|758|784|721|868|649|340|900|800|844|855|866|877|888)\\d{7}$";

    private static final String CONFIG = "jonny5";

    private FlatRateNumbers() {}

    /** @param number as E.164 */
    static TrunkNumber of(EffectiveConfig config, LimitsRequest request, String number) {
        JsonNode carrier = carrier(config, request);
        return new TrunkNumber(
                isOn("flat_rate_whitelist", WHITELIST, config, carrier, number),
                isOn("flat_rate_blacklist", BLACKLIST, config, carrier, number));
    }

    /** The carrier's own document, where it may say which numbers its trunks carry. */
    private static ObjectNode carrier(EffectiveConfig config, LimitsRequest request) {
        boolean asked = config.other(CONFIG, "resource_flat_rate_lookup")
                .map(it -> Members.bool(it, false))
                .orElse(false);
        String id = Members.text(request.variables(), "Resource-ID");
        ObjectNode carrier = Members.object(request.document(), "resource");
        String known = Members.text(carrier, "_id");
        boolean found = asked && id != null && (known == null || known.equals(id));
        return found ? carrier : carrier.objectNode();
    }

    private static boolean isOn(String list, String shipped, EffectiveConfig config, JsonNode carrier, String number) {
        String own = Members.text(carrier, list);
        if (own != null) {
            return Expression.found(own, number, "#/resource/" + list);
        }
        String configured = config.other(CONFIG, list)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElse(shipped);
        return Expression.found(configured, number, "#/config/" + CONFIG + "/" + list);
    }
}
