package io.bridgewarden.decisions.bridge;

import io.bridgewarden.decisions.bridge.BridgeResult.Leg;
import io.bridgewarden.decisions.bridge.BridgeResult.Omitted;
import io.bridgewarden.decisions.bridge.BridgeResult.Warning;
import io.bridgewarden.decisions.bridge.Plan.Dialled;
import io.bridgewarden.dialect.DialContact;
import io.bridgewarden.dialect.DialStrings;
import io.bridgewarden.dialect.DialWarning;
import io.bridgewarden.dialect.LegOptions;
import io.bridgewarden.facts.Endpoint;
import io.bridgewarden.facts.EndpointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words a plan as its result: dial strings, what surrounds them, warnings. */
final class BridgeAnswer {
    private static final String ONE_AFTER_THE_OTHER = "|";
    private static final Map<String, String> WARNINGS = Map.of(
            BridgeReasons.IS_FAILOVER_SPELLING,
            "`Is-Failover` is neither true nor false, so this is an ordinary leg, which keeps failovers from being dialled",
            BridgeReasons.CONTACT_NOT_DIALABLE,
            "its registered contact is not one SIP address, so it counts as not registered");

    private final BridgeRequest request;
    private final Bindings bindings;
    private final Plan plan;
    private final List<Warning> warnings = new ArrayList<>();

    private BridgeAnswer(BridgeRequest request, Bindings bindings, Plan plan) {
        this.request = request;
        this.bindings = bindings;
        this.plan = plan;
    }

    static BridgeResult of(BridgeRequest request, Bindings bindings, Plan plan, DialStrings dialStrings) {
        return new BridgeAnswer(request, bindings, plan).result(dialStrings);
    }

    private BridgeResult result(DialStrings dialStrings) {
        if (!bindings.complete()) {
            warnings.add(new Warning(
                    "#",
                    "registrations-incomplete",
                    "not every registrar answered in time; a device nobody knew of counts as not registered"));
        }
        plan.warnings()
                .forEach(it -> warnings.add(
                        new Warning(pointer(it.endpoint()), it.code(), WARNINGS.getOrDefault(it.code(), it.code()))));
        List<Leg> legs = plan.dialled().stream().map(it -> leg(it, dialStrings)).toList();
        List<Omitted> omitted = plan.omitted().stream()
                .map(it -> new Omitted(it.endpoint().index(), it.reason(), it.rule()))
                .toList();
        String separator = request.separator() != null
                ? request.separator()
                : plan.joinWith().orElse(ONE_AFTER_THE_OTHER);
        return new BridgeResult(
                legs.isEmpty() ? "nobody" : "dial",
                plan.dialled().stream().anyMatch(Dialled::failover),
                legs,
                omitted,
                separator,
                legs.stream().map(Leg::channel).collect(Collectors.joining(separator)),
                null,
                warnings);
    }

    private Leg leg(Dialled dialled, DialStrings dialStrings) {
        EndpointId id = dialled.endpoint();
        var leg = dialStrings
                .leg(Objects.requireNonNull(request.documents().get(id)), contact(id), options(id))
                .orElseThrow(() -> new IllegalStateException(
                        "endpoint %s is dialled and has no dial string".formatted(id.pointer())));
        leg.warnings().forEach(it -> warnings.add(warning(id, it)));
        return new Leg(
                id.index(), leg.channel(), dialled.reason(), dialled.rule(), id.depth() == 0 ? null : "failover");
    }

    private @Nullable DialContact contact(EndpointId id) {
        Endpoint endpoint = Objects.requireNonNull(request.endpoints().get(id));
        return bindings.contact(endpoint.aor(), plan.bindings());
    }

    private LegOptions options(EndpointId id) {
        return new LegOptions(
                plan.answerBusy().contains(id), plan.keepBypassMedia().contains(id));
    }

    private Warning warning(EndpointId id, DialWarning it) {
        return new Warning(pointer(id) + it.pointer(), it.code(), it.detail());
    }

    private String pointer(EndpointId id) {
        return (request.command() == null ? "#/endpoints" : "#/request/Endpoints") + id.pointer();
    }
}
