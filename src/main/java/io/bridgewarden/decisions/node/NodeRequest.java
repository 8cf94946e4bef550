package io.bridgewarden.decisions.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Checked;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.facts.Capability;
import io.bridgewarden.facts.ChannelMove;
import io.bridgewarden.facts.CommandList;
import io.bridgewarden.facts.CommandOutcome;
import io.bridgewarden.facts.ConferenceProfile;
import io.bridgewarden.facts.ConfiguredGateway;
import io.bridgewarden.facts.ConfiguredSwitch;
import io.bridgewarden.facts.ControlledCall;
import io.bridgewarden.facts.DecidedAt;
import io.bridgewarden.facts.Link;
import io.bridgewarden.facts.NodeSettings;
import io.bridgewarden.facts.OwnHost;
import io.bridgewarden.facts.RunningGateway;
import io.bridgewarden.facts.Switch;
import io.bridgewarden.facts.SwitchChannel;
import io.bridgewarden.facts.SwitchCommand;
import io.bridgewarden.facts.SwitchModule;
import io.bridgewarden.facts.SwitchSettings;
import io.bridgewarden.facts.Upload;
import io.bridgewarden.store.EffectiveConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request about a node, and the configuration that bears on it, read. Everything stands in the order it was given in.
 *
 * @param conferences names of conferences by switch
 * @param profiles profiles of conferences, as they came
 */
record NodeRequest(
        Instant now,
        NodeSettings settings,
        List<ConfiguredSwitch> configured,
        Optional<OwnHost> ownHost,
        List<Switch> switches,
        List<SwitchSettings> switchSettings,
        List<SwitchCommand> commands,
        List<CommandOutcome> outcomes,
        List<Capability> capabilities,
        List<SwitchModule> modules,
        List<SwitchChannel> channels,
        Map<String, List<String>> conferences,
        List<ControlledCall> calls,
        List<ChannelMove> moves,
        List<ConferenceProfile> conferenceProfiles,
        List<ObjectNode> profiles,
        List<ConfiguredGateway> configuredGateways,
        List<RunningGateway> runningGateways,
        List<Upload> uploads) {

    private static final String LOCAL_SWITCH = "freeswitch@";
    private static final String ERROR = "-ERR ";

    /** @throws io.bridgewarden.documents.ProblemException {@code invalid-request} (422) if names do not fit together */
    static NodeRequest read(Question question) {
        ObjectNode json = question.request();
        requireUniqueAndKnownSwitches(json);
        JsonNode switches = json.path("switches");
        EffectiveConfig config = question.config();
        List<ConfiguredSwitch> configured = configured(config);
        Map<String, List<String>> conferences = new LinkedHashMap<>();
        switches.forEach(it -> conferences.put(it.path("name").asText(), Checked.texts(it, "conferences")));
        List<ObjectNode> profiles = new ArrayList<>();
        json.path("conference_profiles").forEach(it -> profiles.add((ObjectNode) it.path("profile")));
        return new NodeRequest(
                question.now(),
                settings(config),
                configured,
                ownHost(json),
                Checked.items(switches, (position, it) -> switchOf(it, question.now())),
                Checked.items(
                        switches,
                        (position, it) -> new SwitchSettings(
                                it.path("name").asText(),
                                question.configOf()
                                        .apply(it.path("name").asText())
                                        .integer("fs_cmds_wait_ms"))),
                commands(question, switches),
                outcomes(switches),
                capabilities(config),
                eachOf(switches, "modules", (name, position, it) -> new SwitchModule(name, it.asText())),
                eachOf(
                        switches,
                        "channels",
                        (name, position, it) ->
                                new SwitchChannel(name, it.path("id").asText(), Checked.isTrue(it, "handled_here"))),
                conferences,
                Checked.items(
                        json.path("calls"),
                        (position, it) -> new ControlledCall(
                                position,
                                it.path("id").asText(),
                                it.path("switch").asText(),
                                Checked.bool(it, "exists"))),
                Checked.items(
                        json.path("moves"),
                        (position, it) -> new ChannelMove(
                                position,
                                it.path("channel").asText(),
                                it.path("from").asText(),
                                it.path("to").asText())),
                Checked.items(
                        json.path("conference_profiles"),
                        (position, it) -> new ConferenceProfile(
                                position, it.path("switch").asText(), Checked.text(it.path("profile"), "tts-engine"))),
                profiles,
                gateways(config),
                eachOf(
                        switches,
                        "gateways",
                        (name, position, it) ->
                                new RunningGateway(name, it.path("name").asText(), Checked.text(it, "version"))),
                Checked.items(
                        json.path("uploads"),
                        (position, it) -> new Upload(
                                position,
                                it.path("file").asText(),
                                Checked.isTrue(it, "succeeded"),
                                Checked.bool(it, "delete_on_success"))));
    }

    List<Object> facts() {
        List<Object> facts = new ArrayList<>();
        facts.add(new DecidedAt(now));
        facts.add(settings);
        ownHost.ifPresent(facts::add);
        Stream.of(
                        configured,
                        switches,
                        switchSettings,
                        commands,
                        outcomes,
                        capabilities,
                        modules,
                        channels,
                        calls,
                        moves,
                        conferenceProfiles,
                        configuredGateways,
                        runningGateways,
                        uploads)
                .forEach(facts::addAll);
        return facts;
    }

    private static void requireUniqueAndKnownSwitches(ObjectNode json) {
        List<Violation> violations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        each(json.path("switches"), (position, it) -> {
            if (!names.add(it.path("name").asText())) {
                violations.add(new Violation(
                        "#/switches/%d/name".formatted(position),
                        "duplicate",
                        "`%s` is given twice".formatted(it.path("name").asText())));
            }
        });
        Map.of("calls", List.of("switch"), "moves", List.of("from", "to"), "conference_profiles", List.of("switch"))
                .forEach((list, members) -> each(
                        json.path(list),
                        (position, it) -> members.forEach(member -> {
                            String name = it.path(member).asText();
                            if (!names.contains(name)) {
                                violations.add(new Violation(
                                        "#/%s/%d/%s".formatted(list, position, member),
                                        "unknown-switch",
                                        "`%s` is none of `switches`".formatted(name)));
                            }
                        })));
        if (!violations.isEmpty()) {
            violations.sort(Comparator.comparing(Violation::pointer));
            throw Problem.invalid(violations).asException();
        }
    }

    private static NodeSettings settings(EffectiveConfig config) {
        JsonNode deleteUploads = config.raw("node_commands").path("send_http").path("delete_on_success");
        return new NodeSettings(
                !config.raw("fs_reconnect_cmds").isMissingNode(),
                config.integer("fs_node_uptime_s"),
                config.integer("node_down_grace_period"),
                config.integer("max_timeout_for_node_restart"),
                config.integer("tcp_packet_type"),
                config.integer("event_stream_idle_alert"),
                config.bool("sofia_conf"),
                Checked.members(config.object("fs_profiles")),
                config.bool("process_gateways"),
                Checked.members(config.object("gateways")),
                deleteUploads.asText().equals("true"));
    }

    private static List<ConfiguredSwitch> configured(EffectiveConfig config) {
        List<ConfiguredSwitch> configured = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode it : config.raw("fs_nodes")) {
            String name = it.isObject() ? it.fieldNames().next() : it.asText();
            if (!name.isEmpty() && names.add(name)) {
                configured.add(new ConfiguredSwitch(configured.size(), name, it.isObject()));
            }
        }
        return configured;
    }

    private static Optional<OwnHost> ownHost(ObjectNode json) {
        String host = Checked.text(json, "host");
        String node = Checked.text(json, "node");
        if (host == null && node != null && node.indexOf('@') >= 0) {
            host = node.substring(node.indexOf('@') + 1);
        }
        return host == null || host.isEmpty() ? Optional.empty() : Optional.of(new OwnHost(host, LOCAL_SWITCH + host));
    }

    private static Switch switchOf(JsonNode json, Instant now) {
        Instant connected = Checked.instant(json, "connected_at");
        Instant lost = Checked.instant(json, "lost_at");
        Instant pinged = lost == null ? null : Checked.instant(json, "pinged_at");
        boolean reconnected = lost != null && connected != null && !connected.isBefore(lost);
        Instant answered = lost == null ? null : Checked.instant(json, "answered_at");
        if (answered == null && reconnected) {
            answered = connected;
        }
        Instant started = Checked.instant(json, "started_at");
        if (started == null && json.has("uptime_s")) {
            started = now.minusSeconds(json.path("uptime_s").asLong());
        }
        return new Switch(
                json.path("name").asText(),
                link(connected, lost, answered, reconnected),
                connected,
                lost,
                latest(lost, pinged),
                pinged != null,
                answered,
                started,
                json.has("commands"),
                json.has("modules"),
                latest(connected, latest(Checked.instant(json, "last_event_at"), Checked.instant(json, "alerted_at"))),
                Checked.isTrue(json, "asks_for_sip_profiles"),
                Checked.isTrue(json, "reloads_gateways"));
    }

    private static Link link(
            @Nullable Instant connected, @Nullable Instant lost, @Nullable Instant answered, boolean reconnected) {
        if (lost == null || reconnected) {
            return connected == null ? Link.UNCONNECTED : Link.CONNECTED;
        }
        return answered == null ? Link.LOST : Link.RETURNED;
    }

    private static @Nullable Instant latest(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    private static List<SwitchCommand> commands(Question question, JsonNode switches) {
        List<SwitchCommand> commands = new ArrayList<>();
        for (JsonNode it : switches) {
            String name = it.path("name").asText();
            List<ObjectNode> start = question.configOf().apply(name).objects("fs_cmds");
            commands.addAll(commands(name, CommandList.FS_CMDS, start));
            List<ObjectNode> reconnect = question.config().objects("fs_reconnect_cmds");
            commands.addAll(commands(name, CommandList.FS_RECONNECT_CMDS, reconnect));
        }
        return commands;
    }

    private static List<SwitchCommand> commands(String switchName, CommandList list, List<ObjectNode> configured) {
        List<SwitchCommand> commands = new ArrayList<>();
        for (ObjectNode object : configured) {
            object.properties()
                    .forEach(it -> commands.add(new SwitchCommand(
                            switchName,
                            list,
                            commands.size(),
                            it.getKey(),
                            it.getValue().asText())));
        }
        return commands;
    }

    private static List<CommandOutcome> outcomes(JsonNode switches) {
        return eachOf(switches, "commands", (name, position, it) -> {
            String answer = Checked.text(it, "answer");
            return new CommandOutcome(
                    name,
                    position,
                    it.path("command").asText(),
                    it.path("argument").asText(),
                    answer != null,
                    answer == null ? null : error(answer));
        });
    }

    private static @Nullable String error(String answer) {
        return answer.lines()
                .filter(it -> it.startsWith(ERROR))
                .map(it -> it.substring(ERROR.length()))
                .findFirst()
                .orElse(null);
    }

    private static List<Capability> capabilities(EffectiveConfig config) {
        List<Capability> capabilities = new ArrayList<>();
        for (ObjectNode it : config.objects("capabilities")) {
            capabilities.add(new Capability(
                    capabilities.size(),
                    it.path("capability").asText(),
                    it.path("module").asText()));
        }
        return capabilities;
    }

    private static List<ConfiguredGateway> gateways(EffectiveConfig config) {
        List<ConfiguredGateway> gateways = new ArrayList<>();
        ObjectNode configured = config.object("gateways");
        if (configured != null) {
            configured
                    .properties()
                    .forEach(it -> gateways.add(new ConfiguredGateway(
                            it.getKey(), Checked.text(it.getValue().path("Variables"), "Gateway-Version"))));
        }
        return gateways;
    }

    private interface Part<T> {
        T of(String switchName, int position, JsonNode json);
    }

    private interface Visit {
        void at(int position, JsonNode json);
    }

    private static void each(JsonNode list, Visit visit) {
        for (int i = 0; i < list.size(); i++) {
            visit.at(i, Objects.requireNonNull(list.get(i)));
        }
    }

    private static <T> List<T> eachOf(JsonNode switches, String member, Part<T> part) {
        List<T> parts = new ArrayList<>();
        for (JsonNode it : switches) {
            each(
                    it.path(member),
                    (position, json) -> parts.add(part.of(it.path("name").asText(), position, json)));
        }
        return parts;
    }
}
