package io.bridgewarden.decisions.authz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.facts.RateReply;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rating service said, as variables (reference, authz 5). */
final class Rated {
    private static final List<String> VARIABLES = List.of(
            "Rate",
            "Rate-Increment",
            "Rate-Minimum",
            "Rate-NoCharge-Time",
            "Rate-Name",
            "Rate-Description",
            "Base-Cost",
            "Pvt-Cost",
            "Surcharge",
            "Discount-Percentage");
    private static final int UNITS_EXPONENT = 4; // 10000 internal units are one unit of currency
    private static final Pattern UNITS = Pattern.compile("\\d{1,18}");

    private Rated() {}

    /** The rate, as rules see it; empty if there is none. */
    static Optional<RateReply> reply(@Nullable ObjectNode rating) {
        return rating == null
                ? Optional.empty()
                : AuthzRequest.text(rating, "Rate")
                        .filter(it -> !it.isEmpty())
                        .map(it -> new RateReply(AuthzRequest.isTrue(rating.path("Update-Callee-ID"))));
    }

    /** Its custom channel variables. */
    static Map<String, String> variables(ObjectNode rating) {
        Map<String, String> variables = new LinkedHashMap<>();
        VARIABLES.forEach(it -> AuthzRequest.text(rating, it).ifPresent(value -> variables.put(it, value)));
        return variables;
    }

    /** What has the switch show the price; nothing if the rate is no whole number of units. */
    static Map<String, String> shown(ObjectNode rating) {
        JsonNode rate = rating.path("Rate");
        if (!UNITS.matcher(rate.asText()).matches()) {
            return Map.of();
        }
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("ignore_display_updates", "false");
        shown.put(
                "effective_callee_id_name",
                "$%s per min ${effective_callee_id_name}".formatted(currency(rate.asText())));
        return shown;
    }

    private static String currency(String units) {
        BigDecimal amount = new BigDecimal(units).movePointLeft(UNITS_EXPONENT).stripTrailingZeros();
        return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
    }
}
