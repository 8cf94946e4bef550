package io.bridgewarden.decisions.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.bridge.BridgeResult.Command;
import io.bridgewarden.decisions.bridge.BridgeResult.Leg;
import io.bridgewarden.decisions.bridge.BridgeResult.Omitted;
import io.bridgewarden.decisions.bridge.BridgeResult.Warning;
import io.bridgewarden.decisions.bridge.Plan.Dialled;
import io.bridgewarden.dialect.BridgeCommand;
import io.bridgewarden.dialect.BridgeCommands;
import io.bridgewarden.dialect.BridgeLeg;
import io.bridgewarden.dialect.BridgePlan;
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
import java.util.Set;
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
        warnOfRequest();
        String separator = request.separator() != null
                ? request.separator()
                : plan.joinWith().orElse(ONE_AFTER_THE_OTHER);
        BridgeCommand made = request.command() == null
                ? null
                : new BridgeCommands(dialStrings).command(request.command(), dialect(separator));
        List<Leg> legs = legs(
                made == null
                        ? plan.dialled().stream()
                                .map(it -> leg(it, dialStrings))
                                .toList()
                        : made.legs());
        if (made == null) {
            DialStrings.tooManyLegs(legs.size(), "#/endpoints")
                    .ifPresent(it -> warnings.add(new Warning(it.pointer(), it.code(), it.detail())));
        }
        String outcome = plan.refused().isPresent() ? "refused" : legs.isEmpty() ? "nobody" : "dial";
        return new BridgeResult(
                outcome,
                plan.dialled().stream().anyMatch(Dialled::failover),
                legs,
                plan.omitted().stream()
                        .map(it -> new Omitted(it.endpoint().index(), it.reason(), it.rule()))
                        .toList(),
                separator,
                legs.stream().map(Leg::channel).collect(Collectors.joining(separator)),
                made == null ? null : command(made),
                warnings);
    }

    private void warnOfRequest() {
        if (!bindings.complete()) {
            warnings.add(new Warning(
                    "#",
                    "registrations-incomplete",
                    "not every registrar answered in time; a device nobody knew of counts as not registered"));
        }
        request.faults()
                .forEach(it -> warnings.add(
                        new Warning("#/request/" + it.member(), "invalid-member", "it has to be " + it.expected())));
        plan.warnings()
                .forEach(it -> warnings.add(
                        new Warning(pointer(it.endpoint()), it.code(), WARNINGS.getOrDefault(it.code(), it.code()))));
    }

    private Command command(BridgeCommand made) {
        made.warnings().forEach(it -> warnings.add(new Warning("#/request" + it.pointer(), it.code(), it.detail())));
        return made.refused() == null
                ? new Command(null, made.before(), made.applications(), made.separator(), made.channelVariables())
                : new Command(made.refused(), null, List.of(), null, null);
    }

    private io.bridgewarden.dialect.Leg leg(Dialled dialled, DialStrings dialStrings) {
        EndpointId id = dialled.endpoint();
        return dialStrings
                .leg(document(id), contact(id), options(id))
                .orElseThrow(() -> new IllegalStateException(
                        "endpoint %s is dialled and has no dial string".formatted(id.pointer())));
    }

    private List<Leg> legs(List<io.bridgewarden.dialect.Leg> written) {
        List<Leg> legs = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            Dialled dialled = plan.dialled().get(i);
            EndpointId id = dialled.endpoint();
            written.get(i).warnings().forEach(it -> warnings.add(warning(id, it)));
            legs.add(new Leg(
                    id.index(),
                    written.get(i).channel(),
                    dialled.reason(),
                    dialled.rule(),
                    id.depth() == 0 ? null : "failover"));
        }
        return legs;
    }

    private BridgePlan dialect(String separator) {
        List<BridgeLeg> legs = plan.dialled().stream()
                .map(it -> new BridgeLeg(
                        it.endpoint().index(),
                        it.endpoint().depth() == 0 ? null : document(it.endpoint()),
                        contact(it.endpoint()),
                        options(it.endpoint())))
                .toList();
        Set<Integer> keep = plan.keepBypassMedia().stream()
                .filter(it -> it.depth() == 0)
                .map(EndpointId::index)
                .collect(Collectors.toSet());
        return new BridgePlan(legs, separator, plan.bypassMedia(), keep);
    }

    private ObjectNode document(EndpointId id) {
        return Objects.requireNonNull(request.documents().get(id));
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
