package io.bridgewarden.decisions.node;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Strongest;
import io.bridgewarden.facts.CommandList;
import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.ConfiguredSwitch;
import io.bridgewarden.facts.Switch;
import io.bridgewarden.facts.SwitchCommand;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Weighs what rules conclude about a node. */
final class NodePlan {
    /** The reason where no rule has anything to say about an item; then nothing is done about it. */
    static final String NO_RULE = "no-rule";

    private static final Map<String, String> WARNINGS = Map.of(
            NodeReasons.NO_SWITCH,
            "no switch is configured in `fs_nodes`, and without `host` or the name of the `node` there is none to fall back to",
            NodeReasons.NO_COMMANDS,
            "the list of commands to run on a switch is empty",
            NodeReasons.FLUSHED_BEFORE_PING,
            "`node_down_grace_period` ends before a lost switch is first pinged",
            NodeReasons.FLUSHED_BEFORE_CONTROL,
            "`node_down_grace_period` ends before `max_timeout_for_node_restart`, so records of channels go while their controllers still wait");
    // Answers write instants as RFC 3339 does, which knows no later year.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final List<String> TTS_SETTINGS = List.of("tts-engine", "tts-voice", "announce-count");

    private record Part(String switchName, String name) {}

    private record Numbered(String switchName, Object list, int position) {}

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

    private <T extends Conclusion, K> Map<K, Reasoned<T>> strongest(
            Class<T> type, Function<T, K> about, Comparator<T> order) {
        return Strongest.of(rules, type, about, order);
    }

    private static <T> Comparator<T> byInstant(Function<T, @Nullable Instant> at) {
        return comparing(at, nullsFirst(naturalOrder()));
    }

    private static @Nullable Instant written(@Nullable Instant instant) {
        return instant == null || instant.isBefore(LAST) ? instant : LAST;
    }

    private List<NodeResult.Link> connections() {
        Map<String, Reasoned<Connection>> steps = strongest(
                Connection.class,
                Connection::switchName,
                comparing(Connection::step).thenComparing(Connection::at).thenComparing(Connection::reason));
        Map<String, ConfiguredSwitch> configured =
                request.configured().stream().collect(toMap(ConfiguredSwitch::name, it -> it));
        Set<String> names = new LinkedHashSet<>();
        request.configured().forEach(it -> names.add(it.name()));
        request.switches().forEach(it -> names.add(it.name()));
        steps.keySet().stream().sorted().forEach(names::add);
        return names.stream()
                .map(name -> {
                    Reasoned<Connection> it = steps.get(name);
                    if (it == null) {
                        return new NodeResult.Link(
                                name, Strongest.word(LinkStep.LEAVE), request.now(), null, NO_RULE, "");
                    }
                    boolean connects = it.conclusion().step() == LinkStep.CONNECT;
                    ConfiguredSwitch own = configured.get(name);
                    return new NodeResult.Link(
                            name,
                            Strongest.word(it.conclusion().step()),
                            until(it.conclusion().at()),
                            connects ? own != null && own.ownCookie() : null,
                            it.conclusion().reason(),
                            it.rule());
                })
                .toList();
    }

    private static Instant until(Instant instant) {
        return instant.isBefore(LAST) ? instant : LAST;
    }

    private List<NodeResult.Commands> commands() {
        Map<String, Reasoned<RunCommands>> run = strongest(
                RunCommands.class,
                RunCommands::switchName,
                comparing(RunCommands::at).thenComparing(RunCommands::list).thenComparing(RunCommands::reason));
        Map<String, Reasoned<RunNoCommands>> none =
                strongest(RunNoCommands.class, RunNoCommands::switchName, comparing(RunNoCommands::reason));
        return request.switches().stream()
                .map(Switch::name)
                .map(name -> {
                    Reasoned<RunCommands> it = run.get(name);
                    Reasoned<RunNoCommands> not = none.get(name);
                    if (it == null || not != null) {
                        return new NodeResult.Commands(
                                name,
                                "none",
                                null,
                                null,
                                List.of(),
                                failed(name),
                                then(name),
                                not == null ? NO_RULE : not.conclusion().reason(),
                                not == null ? "" : not.rule());
                    }
                    CommandList list = it.conclusion().list();
                    return new NodeResult.Commands(
                            name,
                            "run",
                            list.name().toLowerCase(Locale.ROOT),
                            until(it.conclusion().at()),
                            commands(name, list),
                            failed(name),
                            then(name),
                            it.conclusion().reason(),
                            it.rule());
                })
                .toList();
    }

    private List<NodeResult.Command> commands(String switchName, CommandList list) {
        Map<Numbered, Reasoned<RunCommand>> run = strongest(
                RunCommand.class,
                it -> new Numbered(it.switchName(), it.list(), it.position()),
                comparing(RunCommand::timeout).thenComparing(RunCommand::reason));
        Map<Numbered, Reasoned<RefuseCommand>> refused = strongest(
                RefuseCommand.class,
                it -> new Numbered(it.switchName(), it.list(), it.position()),
                comparing(RefuseCommand::reason));
        return request.commands().stream()
                .filter(it -> it.switchName().equals(switchName) && it.list() == list)
                .map(it -> {
                    Numbered key = new Numbered(switchName, list, it.position());
                    return command(it, run.get(key), refused.get(key));
                })
                .toList();
    }

    private static NodeResult.Command command(
            SwitchCommand it, @Nullable Reasoned<RunCommand> run, @Nullable Reasoned<RefuseCommand> refused) {
        if (run == null || refused != null) {
            return new NodeResult.Command(
                    it.command(),
                    it.argument(),
                    "refuse",
                    null,
                    refused == null ? NO_RULE : refused.conclusion().reason(),
                    refused == null ? "" : refused.rule());
        }
        return new NodeResult.Command(
                it.command(),
                it.argument(),
                "run",
                run.conclusion().timeout(),
                run.conclusion().reason(),
                run.rule());
    }

    private List<NodeResult.Failed> failed(String switchName) {
        Map<Part, Reasoned<CommandFailed>> failed = strongest(
                CommandFailed.class,
                it -> new Part(it.switchName(), String.valueOf(it.position())),
                comparing(CommandFailed::reason));
        return request.outcomes().stream()
                .filter(it -> it.switchName().equals(switchName))
                .flatMap(it -> Stream.ofNullable(failed.get(new Part(switchName, String.valueOf(it.position()))))
                        .map(why -> new NodeResult.Failed(
                                it.command(), it.argument(), why.conclusion().reason(), why.rule())))
                .toList();
    }

    private List<NodeResult.Then> then(String switchName) {
        return rules.of(FollowUp.class).stream()
                .filter(it -> it.conclusion().switchName().equals(switchName))
                .sorted(comparing(it -> it.conclusion().step()))
                .map(it -> new NodeResult.Then(Strongest.word(it.conclusion().step()), it.rule()))
                .toList();
    }

    private List<NodeResult.CapabilityOf> capabilities() {
        Map<Numbered, Reasoned<HasCapability>> has = strongest(
                HasCapability.class,
                it -> new Numbered(it.switchName(), "", it.position()),
                comparing(HasCapability::state).thenComparing(HasCapability::reason));
        return request.switches().stream()
                .flatMap(of -> request.capabilities().stream().map(it -> {
                    Reasoned<HasCapability> known = has.get(new Numbered(of.name(), "", it.position()));
                    boolean probe = known == null || known.conclusion().state() == CapabilityState.UNKNOWN;
                    return new NodeResult.CapabilityOf(
                            of.name(),
                            it.name(),
                            it.module(),
                            probe ? "probe" : "record",
                            probe ? null : known.conclusion().state() == CapabilityState.LOADED,
                            known == null ? NO_RULE : known.conclusion().reason(),
                            known == null ? "" : known.rule());
                }))
                .toList();
    }

    private List<NodeResult.Stream> streams() {
        Map<String, Reasoned<EventStream>> framed =
                strongest(EventStream.class, EventStream::switchName, comparing(EventStream::packetType));
        Map<String, Reasoned<IdleWatch>> watched = strongest(
                IdleWatch.class,
                IdleWatch::switchName,
                comparing(IdleWatch::step).thenComparing(byInstant(IdleWatch::at)).thenComparing(IdleWatch::reason));
        return request.switches().stream()
                .map(Switch::name)
                .map(name -> {
                    Reasoned<EventStream> frame = framed.get(name);
                    Reasoned<IdleWatch> watch = watched.get(name);
                    return new NodeResult.Stream(
                            name,
                            frame == null
                                    ? request.settings().packetType()
                                    : frame.conclusion().packetType(),
                            Strongest.word(
                                    watch == null
                                            ? IdleStep.IGNORE
                                            : watch.conclusion().step()),
                            watch == null ? null : written(watch.conclusion().at()),
                            watch == null ? NO_RULE : watch.conclusion().reason(),
                            watch == null ? "" : watch.rule());
                })
                .toList();
    }

    private Map<String, Reasoned<Records>> records() {
        return strongest(
                Records.class,
                Records::switchName,
                comparing(Records::step).thenComparing(byInstant(Records::at)).thenComparing(Records::reason));
    }

    private List<NodeResult.Channel> channels() {
        Map<String, Reasoned<Records>> records = records();
        Set<Part> published = rules.of(PublishDisconnect.class).stream()
                .map(it -> new Part(it.conclusion().switchName(), it.conclusion().channel()))
                .collect(toSet());
        return request.channels().stream()
                .map(it -> {
                    Reasoned<Records> step = records.get(it.switchName());
                    boolean flushed = step != null && step.conclusion().step() == RecordsStep.FLUSH;
                    return new NodeResult.Channel(
                            it.switchName(),
                            it.channel(),
                            Strongest.word(flushed ? RecordsStep.FLUSH : RecordsStep.KEEP),
                            flushed && published.contains(new Part(it.switchName(), it.channel())),
                            step == null ? null : written(step.conclusion().at()),
                            step == null ? NO_RULE : step.conclusion().reason(),
                            step == null ? "" : step.rule());
                })
                .toList();
    }

    private List<NodeResult.Conference> conferences() {
        Map<String, Reasoned<Records>> records = records();
        return request.conferences().entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(it -> {
                    Reasoned<Records> step = records.get(of.getKey());
                    return new NodeResult.Conference(
                            of.getKey(),
                            it,
                            Strongest.word(
                                    step == null
                                            ? RecordsStep.KEEP
                                            : step.conclusion().step()),
                            step == null ? null : written(step.conclusion().at()),
                            step == null ? NO_RULE : step.conclusion().reason(),
                            step == null ? "" : step.rule());
                }))
                .toList();
    }

    private List<NodeResult.Call> calls() {
        Map<Integer, Reasoned<Control>> steps = strongest(
                Control.class,
                Control::position,
                comparing(Control::step).thenComparing(byInstant(Control::at)).thenComparing(Control::reason));
        return request.calls().stream()
                .map(it -> {
                    Reasoned<Control> step = steps.get(it.position());
                    return new NodeResult.Call(
                            it.call(),
                            Strongest.word(
                                    step == null
                                            ? ControlStep.CONTINUE
                                            : step.conclusion().step()),
                            step == null ? null : written(step.conclusion().at()),
                            step == null ? NO_RULE : step.conclusion().reason(),
                            step == null ? "" : step.rule());
                })
                .toList();
    }

    private List<NodeResult.Move> moves() {
        Map<Integer, Reasoned<Movable>> movable = strongest(
                Movable.class,
                Movable::position,
                comparing(Movable::allowed).thenComparing(Movable::reason));
        return request.moves().stream()
                .map(it -> {
                    Reasoned<Movable> move = movable.get(it.position());
                    return new NodeResult.Move(
                            it.channel(),
                            move != null && move.conclusion().allowed(),
                            move == null ? NO_RULE : move.conclusion().reason(),
                            move == null ? "" : move.rule());
                })
                .toList();
    }

    private List<NodeResult.Profile> conferenceProfiles() {
        Map<Integer, Reasoned<TtsSettings>> settings = strongest(
                TtsSettings.class,
                TtsSettings::position,
                comparing(TtsSettings::kept).thenComparing(TtsSettings::reason));
        return request.conferenceProfiles().stream()
                .map(it -> {
                    Reasoned<TtsSettings> speech = settings.get(it.position());
                    ObjectNode profile = request.profiles().get(it.position()).deepCopy();
                    if (speech != null && !speech.conclusion().kept()) {
                        profile.remove(TTS_SETTINGS);
                    }
                    return new NodeResult.Profile(
                            it.switchName(),
                            profile,
                            speech == null ? NO_RULE : speech.conclusion().reason(),
                            speech == null ? "" : speech.rule());
                })
                .toList();
    }

    private List<NodeResult.Sip> sipProfiles() {
        Map<String, Reasoned<OwnSipProfiles>> own =
                strongest(OwnSipProfiles.class, OwnSipProfiles::switchName, comparing(OwnSipProfiles::reason));
        Map<String, Reasoned<SipProfiles>> given =
                strongest(SipProfiles.class, SipProfiles::switchName, comparing(SipProfiles::reason));
        Map<String, Reasoned<SipGateways>> gateways =
                strongest(SipGateways.class, SipGateways::switchName, (a, b) -> 0);
        return request.switches().stream()
                .filter(Switch::asksForSipProfiles)
                .map(Switch::name)
                .map(name -> {
                    Reasoned<OwnSipProfiles> not = own.get(name);
                    Reasoned<SipProfiles> it = given.get(name);
                    if (it == null || not != null) {
                        return new NodeResult.Sip(
                                name,
                                false,
                                null,
                                not == null ? NO_RULE : not.conclusion().reason(),
                                not == null ? "" : not.rule());
                    }
                    Reasoned<SipGateways> with = gateways.get(name);
                    return new NodeResult.Sip(
                            name,
                            true,
                            SipConfiguration.of(
                                    with == null ? Map.of() : with.conclusion().gateways(),
                                    it.conclusion().profiles()),
                            it.conclusion().reason(),
                            it.rule());
                })
                .toList();
    }

    private List<NodeResult.Gateway> gateways() {
        Map<Part, Reasoned<GatewayFate>> fates = strongest(
                GatewayFate.class,
                it -> new Part(it.switchName(), it.gateway()),
                comparing(GatewayFate::step).thenComparing(GatewayFate::reason));
        return request.runningGateways().stream()
                .map(it -> {
                    Reasoned<GatewayFate> fate = fates.get(new Part(it.switchName(), it.name()));
                    return new NodeResult.Gateway(
                            it.switchName(),
                            it.name(),
                            Strongest.word(
                                    fate == null
                                            ? GatewayStep.KEEP
                                            : fate.conclusion().step()),
                            fate == null ? NO_RULE : fate.conclusion().reason(),
                            fate == null ? "" : fate.rule());
                })
                .toList();
    }

    private List<NodeResult.Scan> rescans() {
        Map<String, Reasoned<Rescan>> rescans = strongest(
                Rescan.class, Rescan::switchName, comparing(Rescan::wanted).thenComparing(Rescan::reason));
        return request.switches().stream()
                .filter(Switch::reloadsGateways)
                .map(Switch::name)
                .map(name -> {
                    Reasoned<Rescan> it = rescans.get(name);
                    return new NodeResult.Scan(
                            name,
                            SipConfiguration.PROFILE,
                            it != null && it.conclusion().wanted() ? "rescan" : "ignore",
                            it == null ? NO_RULE : it.conclusion().reason(),
                            it == null ? "" : it.rule());
                })
                .toList();
    }

    private List<NodeResult.File> uploads() {
        Map<Integer, Reasoned<UploadedFile>> files = strongest(
                UploadedFile.class,
                UploadedFile::position,
                comparing(UploadedFile::deleted).thenComparing(UploadedFile::reason));
        return request.uploads().stream()
                .map(it -> {
                    Reasoned<UploadedFile> file = files.get(it.position());
                    return new NodeResult.File(
                            it.file(),
                            file != null && file.conclusion().deleted() ? "delete" : "keep",
                            file == null ? NO_RULE : file.conclusion().reason(),
                            file == null ? "" : file.rule());
                })
                .toList();
    }

    private List<NodeResult.AlertTo> alerts() {
        return rules.of(Alert.class).stream()
                .map(it -> new NodeResult.AlertTo(
                        it.conclusion().switchName(), it.conclusion().reason(), it.rule()))
                .sorted(comparing(NodeResult.AlertTo::switchName).thenComparing(NodeResult.AlertTo::reason))
                .toList();
    }

    private List<NodeResult.Warning> warnings() {
        return rules.of(Warn.class).stream()
                .map(it -> new NodeResult.Warning(
                        it.conclusion().code(),
                        WARNINGS.getOrDefault(
                                it.conclusion().code(), it.conclusion().code()),
                        it.rule()))
                .sorted(comparing(NodeResult.Warning::code))
                .toList();
    }
}
