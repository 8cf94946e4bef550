package io.bridgewarden.decisions.node;

import static io.bridgewarden.decisions.Strongest.word;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Checked;
import io.bridgewarden.decisions.Strongest;
import io.bridgewarden.decisions.Why;
import io.bridgewarden.facts.CommandList;
import io.bridgewarden.facts.CommandOutcome;
import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.ConfiguredSwitch;
import io.bridgewarden.facts.Switch;
import io.bridgewarden.rules.Evaluation;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs what rules conclude about a node. */
final class NodePlan {
    private static final Map<String, String> WARNINGS = Map.of(
            NodeReasons.NO_SWITCH,
            "no switch is configured in `fs_nodes`, and without `host` or the name of the `node` there is none to fall back to",
            NodeReasons.NO_COMMANDS,
            "the list of commands to run on a switch is empty",
            NodeReasons.FLUSHED_BEFORE_PING,
            "`node_down_grace_period` ends before a lost switch is first pinged",
            NodeReasons.FLUSHED_BEFORE_CONTROL,
            "`node_down_grace_period` ends before `max_timeout_for_node_restart`, so records of channels go while their controllers still wait");
    private static final List<String> TTS_SETTINGS = List.of("tts-engine", "tts-voice", "announce-count");

    private record Part(String switchName, Object part) {}

    private record Place(CommandList list, int position) {}

    private final NodeRequest request;
    private final Evaluation rules;

    private NodePlan(NodeRequest request, Evaluation rules) {
        this.request = request;
        this.rules = rules;
    }

    /**
     * Answers for each item of a request once. Where rules clash the first of the steps holds, in the order of its type;
     * where none speaks nothing is done: a connection, records and calls stay, no command is run, nothing is removed.
     */
    static NodeResult resolve(NodeRequest request, Evaluation rules) {
        NodePlan plan = new NodePlan(request, rules);
        return new NodeResult(
                rules.of(Missing.class).isEmpty(),
                plan.connections(),
                plan.commands(),
                plan.capabilities(),
                plan.streams(),
                plan.channels(),
                plan.conferences(),
                plan.calls(),
                plan.moves(),
                plan.conferenceProfiles(),
                plan.sipProfiles(),
                plan.gateways(),
                plan.rescans(),
                plan.uploads(),
                plan.alerts(),
                plan.warnings());
    }

    private <K, T extends Conclusion> Strongest<K, T> strongest(
            Class<T> type, Function<T, K> about, Function<T, String> reason, Comparator<T> order) {
        return Strongest.of(rules, type, about, reason, order);
    }

    private <K, T extends Conclusion> Strongest<K, T> strongest(
            Class<T> type, Function<T, K> about, Function<T, String> reason) {
        return Strongest.of(rules, type, about, reason);
    }

    private static <T> Comparator<T> byInstant(Function<T, @Nullable Instant> at) {
        return comparing(at, nullsFirst(naturalOrder()));
    }

    private static @Nullable Instant writtenIfAny(@Nullable Instant instant) {
        return instant == null ? null : Checked.writable(instant);
    }

    private Stream<String> switches() {
        return request.switches().stream().map(Switch::name);
    }

    private List<NodeResult.Link> connections() {
        Strongest<String, Connection> steps = strongest(
                Connection.class,
                Connection::switchName,
                Connection::reason,
                comparing(Connection::step).thenComparing(Connection::at));
        Map<String, Boolean> cookies =
                request.configured().stream().collect(toMap(ConfiguredSwitch::name, ConfiguredSwitch::ownCookie));
        Set<String> names = new LinkedHashSet<>(cookies.size());
        request.configured().forEach(it -> names.add(it.name()));
        switches().forEach(names::add);
        Set<String> others = new TreeSet<>();
        steps.things().forEach(others::add);
        names.addAll(others);
        return names.stream()
                .map(it -> {
                    LinkStep step = steps.get(it, Connection::step, LinkStep.LEAVE);
                    return new NodeResult.Link(
                            it,
                            word(step),
                            Checked.writable(steps.get(it, Connection::at, request.now())),
                            step == LinkStep.CONNECT ? cookies.getOrDefault(it, false) : null,
                            steps.why(it));
                })
                .toList();
    }

    private List<NodeResult.Commands> commands() {
        Strongest<String, RunCommands> run = strongest(
                RunCommands.class,
                RunCommands::switchName,
                RunCommands::reason,
                comparing(RunCommands::at).thenComparing(RunCommands::list));
        Strongest<String, RunNoCommands> none =
                strongest(RunNoCommands.class, RunNoCommands::switchName, RunNoCommands::reason);
        Map<Part, List<NodeResult.Command>> commands = commandsOfLists();
        Map<String, List<NodeResult.Failed>> failed = failedCommands();
        Map<String, List<NodeResult.Then>> then = rules.of(FollowUp.class).stream()
                .sorted(comparing(it -> it.conclusion().step()))
                .collect(groupingBy(
                        it -> it.conclusion().switchName(),
                        mapping(it -> new NodeResult.Then(word(it.conclusion().step()), it.rule()), toList())));
        return switches()
                .map(it -> {
                    boolean runs = run.speaksOf(it) && !none.speaksOf(it);
                    CommandList list = run.get(it, RunCommands::list, CommandList.FS_CMDS);
                    return new NodeResult.Commands(
                            it,
                            runs ? "run" : "none",
                            runs ? list.name().toLowerCase(Locale.ROOT) : null,
                            runs ? Checked.writable(run.get(it, RunCommands::at, request.now())) : null,
                            runs ? commands.getOrDefault(new Part(it, list), List.of()) : List.of(),
                            failed.getOrDefault(it, List.of()),
                            then.getOrDefault(it, List.of()),
                            runs ? run.why(it) : none.why(it));
                })
                .toList();
    }

    private Map<Part, List<NodeResult.Command>> commandsOfLists() {
        Strongest<Part, RunCommand> run = strongest(
                RunCommand.class,
                it -> new Part(it.switchName(), new Place(it.list(), it.position())),
                RunCommand::reason,
                comparing(RunCommand::timeout));
        Strongest<Part, RefuseCommand> refused = strongest(
                RefuseCommand.class,
                it -> new Part(it.switchName(), new Place(it.list(), it.position())),
                RefuseCommand::reason);
        return request.commands().stream()
                .collect(groupingBy(
                        it -> new Part(it.switchName(), it.list()),
                        mapping(
                                it -> {
                                    Part about = new Part(it.switchName(), new Place(it.list(), it.position()));
                                    boolean runs = run.speaksOf(about) && !refused.speaksOf(about);
                                    return new NodeResult.Command(
                                            it.command(),
                                            it.argument(),
                                            runs ? "run" : "refuse",
                                            runs ? run.get(about, RunCommand::timeout, 0L) : null,
                                            runs ? run.why(about) : refused.why(about));
                                },
                                toList())));
    }

    private Map<String, List<NodeResult.Failed>> failedCommands() {
        Strongest<Part, CommandFailed> failed =
                strongest(CommandFailed.class, it -> new Part(it.switchName(), it.position()), CommandFailed::reason);
        return request.outcomes().stream()
                .filter(it -> failed.speaksOf(new Part(it.switchName(), it.position())))
                .collect(groupingBy(
                        CommandOutcome::switchName,
                        mapping(
                                it -> {
                                    Part about = new Part(it.switchName(), it.position());
                                    return new NodeResult.Failed(it.command(), it.argument(), failed.why(about));
                                },
                                toList())));
    }

    private List<NodeResult.CapabilityOf> capabilities() {
        Strongest<Part, HasCapability> has = strongest(
                HasCapability.class,
                it -> new Part(it.switchName(), it.position()),
                HasCapability::reason,
                comparing(HasCapability::state));
        return switches()
                .flatMap(of -> request.capabilities().stream().map(it -> {
                    Part about = new Part(of, it.position());
                    CapabilityState state = has.get(about, HasCapability::state, CapabilityState.AWAITED);
                    String action = switch (state) {
                        case AWAITED -> "wait";
                        case UNKNOWN -> "probe";
                        case MISSING, LOADED -> "record";
                    };
                    return new NodeResult.CapabilityOf(
                            of,
                            it.name(),
                            it.module(),
                            action,
                            action.equals("record") ? state == CapabilityState.LOADED : null,
                            has.why(about));
                }))
                .toList();
    }

    private List<NodeResult.Stream> streams() {
        Strongest<String, EventStream> framed =
                strongest(EventStream.class, EventStream::switchName, it -> "", comparing(EventStream::packetType));
        Strongest<String, IdleWatch> watched = strongest(
                IdleWatch.class,
                IdleWatch::switchName,
                IdleWatch::reason,
                comparing(IdleWatch::step).thenComparing(byInstant(IdleWatch::at)));
        return switches()
                .map(it -> new NodeResult.Stream(
                        it,
                        framed.get(
                                it, EventStream::packetType, request.settings().packetType()),
                        word(watched.get(it, IdleWatch::step, IdleStep.IGNORE)),
                        watched.find(it, watch -> writtenIfAny(watch.at())),
                        watched.why(it)))
                .toList();
    }

    private Strongest<String, Records> records() {
        return strongest(
                Records.class,
                Records::switchName,
                Records::reason,
                comparing(Records::step).thenComparing(byInstant(Records::at)));
    }

    private List<NodeResult.Channel> channels() {
        Strongest<String, Records> records = records();
        Set<Part> published = rules.of(PublishDisconnect.class).stream()
                .map(it ->
                        new Part(it.conclusion().switchName(), it.conclusion().channel()))
                .collect(toSet());
        return request.channels().stream()
                .map(it -> {
                    RecordsStep step = records.get(it.switchName(), Records::step, RecordsStep.KEEP);
                    return new NodeResult.Channel(
                            it.switchName(),
                            it.channel(),
                            word(step),
                            step == RecordsStep.FLUSH && published.contains(new Part(it.switchName(), it.channel())),
                            records.find(it.switchName(), record -> writtenIfAny(record.at())),
                            records.why(it.switchName()));
                })
                .toList();
    }

    private List<NodeResult.Conference> conferences() {
        Strongest<String, Records> records = records();
        return request.conferences().entrySet().stream()
                .flatMap(of -> of.getValue().stream()
                        .map(it -> new NodeResult.Conference(
                                of.getKey(),
                                it,
                                word(records.get(of.getKey(), Records::step, RecordsStep.KEEP)),
                                records.find(of.getKey(), record -> writtenIfAny(record.at())),
                                records.why(of.getKey()))))
                .toList();
    }

    private List<NodeResult.Call> calls() {
        Strongest<Integer, Control> steps = strongest(
                Control.class,
                Control::position,
                Control::reason,
                comparing(Control::step).thenComparing(byInstant(Control::at)));
        return request.calls().stream()
                .map(it -> new NodeResult.Call(
                        it.call(),
                        word(steps.get(it.position(), Control::step, ControlStep.CONTINUE)),
                        steps.find(it.position(), step -> writtenIfAny(step.at())),
                        steps.why(it.position())))
                .toList();
    }

    private List<NodeResult.Move> moves() {
        Strongest<Integer, Movable> movable =
                strongest(Movable.class, Movable::position, Movable::reason, comparing(Movable::allowed));
        return request.moves().stream()
                .map(it -> new NodeResult.Move(
                        it.channel(), movable.get(it.position(), Movable::allowed, false), movable.why(it.position())))
                .toList();
    }

    private List<NodeResult.Profile> conferenceProfiles() {
        Strongest<Integer, TtsSettings> settings =
                strongest(TtsSettings.class, TtsSettings::position, TtsSettings::reason, comparing(TtsSettings::kept));
        return request.conferenceProfiles().stream()
                .map(it -> {
                    ObjectNode profile = request.profiles().get(it.position()).deepCopy();
                    if (!settings.get(it.position(), TtsSettings::kept, true)) {
                        profile.remove(TTS_SETTINGS);
                    }
                    return new NodeResult.Profile(it.switchName(), profile, settings.why(it.position()));
                })
                .toList();
    }

    private List<NodeResult.Sip> sipProfiles() {
        Strongest<String, OwnSipProfiles> own =
                strongest(OwnSipProfiles.class, OwnSipProfiles::switchName, OwnSipProfiles::reason);
        Strongest<String, SipProfiles> given =
                strongest(SipProfiles.class, SipProfiles::switchName, SipProfiles::reason);
        Strongest<String, SipGateways> gateways = strongest(SipGateways.class, SipGateways::switchName, it -> "");
        return request.switches().stream()
                .filter(Switch::asksForSipProfiles)
                .map(Switch::name)
                .map(it -> {
                    boolean found = given.speaksOf(it) && !own.speaksOf(it);
                    return new NodeResult.Sip(
                            it,
                            found,
                            found
                                    ? SipConfiguration.of(
                                            gateways.get(it, SipGateways::gateways, Map.of()),
                                            given.get(it, SipProfiles::profiles, Map.of()))
                                    : null,
                            found ? given.why(it) : own.why(it));
                })
                .toList();
    }

    private List<NodeResult.Gateway> gateways() {
        Strongest<Part, GatewayFate> fates = strongest(
                GatewayFate.class,
                it -> new Part(it.switchName(), it.gateway()),
                GatewayFate::reason,
                comparing(GatewayFate::step));
        return request.runningGateways().stream()
                .map(it -> {
                    Part about = new Part(it.switchName(), it.name());
                    return new NodeResult.Gateway(
                            it.switchName(),
                            it.name(),
                            word(fates.get(about, GatewayFate::step, GatewayStep.KEEP)),
                            fates.why(about));
                })
                .toList();
    }

    private List<NodeResult.Scan> rescans() {
        Strongest<String, Rescan> rescans =
                strongest(Rescan.class, Rescan::switchName, Rescan::reason, comparing(Rescan::wanted));
        return request.switches().stream()
                .filter(Switch::reloadsGateways)
                .map(Switch::name)
                .map(it -> new NodeResult.Scan(
                        it,
                        SipConfiguration.PROFILE,
                        rescans.get(it, Rescan::wanted, false) ? "rescan" : "ignore",
                        rescans.why(it)))
                .toList();
    }

    private List<NodeResult.File> uploads() {
        Strongest<Integer, UploadedFile> files = strongest(
                UploadedFile.class, UploadedFile::position, UploadedFile::reason, comparing(UploadedFile::deleted));
        return request.uploads().stream()
                .map(it -> new NodeResult.File(
                        it.file(),
                        files.get(it.position(), UploadedFile::deleted, false) ? "delete" : "keep",
                        files.why(it.position())))
                .toList();
    }

    private List<NodeResult.AlertTo> alerts() {
        return rules.of(Alert.class).stream()
                .map(it -> new NodeResult.AlertTo(
                        it.conclusion().switchName(), new Why(it.conclusion().reason(), it.rule())))
                .sorted(comparing(NodeResult.AlertTo::switchName)
                        .thenComparing(alert -> alert.why().reason()))
                .toList();
    }

    private List<NodeResult.Warning> warnings() {
        return rules.of(Warn.class).stream()
                .map(it -> new NodeResult.Warning(
                        "#",
                        it.conclusion().code(),
                        WARNINGS.getOrDefault(
                                it.conclusion().code(), it.conclusion().code()),
                        it.rule()))
                .sorted(comparing(NodeResult.Warning::code))
                .toList();
    }
}
