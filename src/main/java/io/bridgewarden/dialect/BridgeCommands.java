package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the whole command of a bridge request. As with legs, no value of the request can add to it. Safe to share
 * between threads.
 */
public final class BridgeCommands {
    private static final String FINISHED = "event Event-Name=CUSTOM,Event-Subclass=kazoo::masquerade,"
            + "kazoo_event_name=CHANNEL_EXECUTE_COMPLETE,kazoo_application_name=bridge";

    private final DialSettings settings;
    private final DialStrings dialStrings;

    public BridgeCommands(DialStrings dialStrings) {
        this.settings = dialStrings.settings();
        this.dialStrings = dialStrings;
    }

    /**
     * The command of a request.
     *
     * @throws IllegalArgumentException if a leg of the plan cannot be dialled
     */
    public BridgeCommand command(ObjectNode request, BridgePlan plan) {
        Optional<String> refusal = RequestChecks.refusal(request);
        if (refusal.isPresent()) {
            return BridgeCommand.refusedBecause(refusal.get());
        }
        if (plan.legs().isEmpty()) {
            return BridgeCommand.refusedBecause(RequestChecks.NOBODY);
        }
        SharedMembers shared = SharedMembers.lift(request, endpoints(request, plan));
        List<Leg> legs = plan.legs().stream().map(leg -> leg(leg, shared)).toList();
        List<DialWarning> warnings = new ArrayList<>();
        DialStrings.tooManyLegs(legs.size(), "/Endpoints").ifPresent(warnings::add);
        String separator = plan.separator();
        String channelVariables = channelVariables(shared, warnings);
        return new BridgeCommand(
                null,
                before(request, separator),
                applications(request, plan, bridge(channelVariables, legs, separator), warnings),
                separator,
                channelVariables,
                legs,
                warnings.stream().distinct().toList());
    }

    private static List<ObjectNode> endpoints(ObjectNode request, BridgePlan plan) {
        List<ObjectNode> endpoints = new ArrayList<>();
        for (JsonNode item : request.path("Endpoints")) {
            ObjectNode endpoint = (ObjectNode) item;
            if (endpoint.has("Bypass-Media") && !plan.keepBypassMedia().contains(endpoints.size())) {
                endpoint = SharedMembers.copy(endpoint);
                endpoint.remove("Bypass-Media");
            }
            endpoints.add(endpoint);
        }
        return endpoints;
    }

    private Leg leg(BridgeLeg leg, SharedMembers shared) {
        ObjectNode failover = leg.failover();
        ObjectNode target = failover != null ? failover : shared.endpoints().get(leg.endpoint());
        return dialStrings
                .leg(target, leg.contact(), leg.options())
                .orElseThrow(() -> new IllegalArgumentException(
                        "endpoint %d of the plan cannot be dialled".formatted(leg.endpoint())));
    }

    private static String bridge(String channelVariables, List<Leg> legs, String separator) {
        StringBuilder bridge = new StringBuilder(1024).append("bridge ").append(channelVariables);
        for (int i = 0; i < legs.size(); i++) {
            bridge.append(i == 0 ? "" : separator).append(legs.get(i).channel());
        }
        return bridge.toString();
    }

    private String channelVariables(SharedMembers shared, List<DialWarning> warnings) {
        ObjectNode request = withForcedFax(shared);
        VariableBlock block = new VariableBlock(warnings);
        VariableWriter writer = new VariableWriter(settings, block, warnings);
        String identity = assertedIdentity(request, warnings);
        for (Map.Entry<String, JsonNode> member : request.properties()) {
            if (identity == null || !member.getKey().equals("Caller-ID-Type")) {
                writer.member(member.getKey(), member.getValue());
            }
        }
        block.quoted("", "", "local_var_clobber", "true");
        if (identity != null) {
            block.bare("sip_cid_type", "none");
            block.quoted("/Asserted-Identity-Name", "", "sip_h_P-Asserted-Identity", identity);
            writer.privacy(request);
        }
        StringBuilder variables = new StringBuilder(256);
        block.appendChannel(variables);
        return variables.toString();
    }

    private static ObjectNode withForcedFax(SharedMembers shared) {
        JsonNode direction = shared.endpoints().stream()
                .map(endpoint -> endpoint.get("Force-Fax"))
                .filter(value -> !Members.isMissing(value))
                .findFirst()
                .orElse(shared.request().get("Force-Fax"));
        if (direction == null || Members.isMissing(direction)) {
            return shared.request();
        }
        ObjectNode request = SharedMembers.copy(shared.request());
        ObjectNode vars = request.get("Custom-Channel-Vars") instanceof ObjectNode own
                ? SharedMembers.copy(own)
                : request.objectNode();
        request.set("Custom-Channel-Vars", vars.set("Force-Fax", direction));
        return request;
    }

    /** The asserted identity as a name-addr, or null without a number and a realm. */
    private static @Nullable String assertedIdentity(ObjectNode request, List<DialWarning> warnings) {
        String number = Members.text(request, "Asserted-Identity-Number");
        String realm = Members.text(request, "Asserted-Identity-Realm");
        if (realm == null && request.get("Custom-Channel-Vars") instanceof ObjectNode vars) {
            realm = Members.text(vars, "Realm");
        }
        if (number == null || realm == null) {
            return null;
        }
        String name = Members.text(request, "Asserted-Identity-Name");
        String address = "<sip:" + without(number, "<>@\"\\?;, ", "/Asserted-Identity-Number", warnings) + "@"
                + without(realm, "<>@\"\\?;, ", "/Asserted-Identity-Realm", warnings) + ">";
        return name == null
                ? address
                : "\"" + without(name, "\"\\", "/Asserted-Identity-Name", warnings) + "\" " + address;
    }

    private static String without(String text, String unwanted, String pointer, List<DialWarning> warnings) {
        StringBuilder rest = new StringBuilder(text.length());
        text.chars().filter(c -> unwanted.indexOf(c) < 0).forEach(c -> rest.append((char) c));
        if (rest.length() < text.length()) {
            warnings.add(
                    new DialWarning(pointer, "altered-value", "characters that would end the identity are left out"));
        }
        return rest.toString();
    }

    private List<String> before(ObjectNode request, String separator) {
        JsonNode vars = request.get("Custom-Channel-Vars");
        JsonNode ringback = firstOf(request.get("Ringback"), vars == null ? null : vars.get("Ringback"));
        String path = ringback == null
                ? settings.defaultRingback()
                : ValueWriter.argument(settings.media().path(Members.render(ringback)));
        String set = "set ringback=" + path;
        return separator.equals(",") ? List.of(set, "execute ring_ready ") : List.of(set);
    }

    private List<String> applications(ObjectNode request, BridgePlan plan, String bridge, List<DialWarning> warnings) {
        List<String> applications = new ArrayList<>();
        JsonNode vars = request.get("Custom-Channel-Vars");
        JsonNode music = firstOf(request.get("Hold-Media"), vars == null ? null : vars.get("Hold-Media"));
        if (music != null) {
            String path = ValueWriter.argument(settings.media().path(Members.render(music)));
            applications.add("set hold_music=" + path);
            applications.add("set transfer_ringback=" + path);
        }
        if (Members.isTrue(request.get("Secure-RTP"))) {
            applications.add("set zrtp_secure_media=true");
        }
        plan.bypassMedia().ifPresent(bypass -> applications.add("set bypass_media=" + bypass));
        MultiSet multiSet = new MultiSet(settings, warnings);
        multiSet.channelVars(vars).ifPresent(applications::add);
        multiSet.applicationVars(request.get("Custom-Application-Vars")).ifPresent(applications::add);
        applications.add("set continue_on_fail=true");
        applications.add("export sip_redirect_context=context_2");
        applications.add("set hangup_after_bridge=true");
        applications.add("export ecallmgr_Inception=${ecallmgr_Inception}");
        applications.add("export ecallmgr_Call-Interaction-ID=${ecallmgr_Call-Interaction-ID}");
        applications.add(bridge);
        applications.add(FINISHED);
        applications.add("park ");
        return applications;
    }

    private static @Nullable JsonNode firstOf(@Nullable JsonNode first, @Nullable JsonNode second) {
        JsonNode value = first == null || first.isNull() ? second : first;
        return value == null || value.isNull() ? null : value;
    }
}
