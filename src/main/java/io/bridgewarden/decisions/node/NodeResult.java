package io.bridgewarden.decisions.node;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Why;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node does about its switches, as it is answered. Each list has its items in the order of the request.
 *
 * @param allConnected whether every switch that should be connected is
 * @param connections what is done about the connection to each switch of the request and of the configuration
 */
record NodeResult(
        @JsonProperty("all_connected") boolean allConnected,
        @JsonProperty("connections") List<Link> connections,
        @JsonProperty("commands") List<Commands> commands,
        @JsonProperty("capabilities") List<CapabilityOf> capabilities,
        @JsonProperty("streams") List<Stream> streams,
        @JsonProperty("channels") List<Channel> channels,
        @JsonProperty("conferences") List<Conference> conferences,
        @JsonProperty("calls") List<Call> calls,
        @JsonProperty("moves") List<Move> moves,
        @JsonProperty("conference_profiles") List<Profile> conferenceProfiles,
        @JsonProperty("sip_profiles") List<Sip> sipProfiles,
        @JsonProperty("gateways") List<Gateway> gateways,
        @JsonProperty("rescans") List<Scan> rescans,
        @JsonProperty("uploads") List<File> uploads,
        @JsonProperty("alerts") List<AlertTo> alerts,
        @JsonProperty("warnings") List<Warning> warnings) {

    /**
     * @param at from when on
     * @param ownCookie for {@code connect}: whether it has a cookie of its own in {@code fs_nodes}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            @JsonProperty("switch") String switchName,
            @JsonProperty("action") String action,
            @JsonProperty("at") Instant at,
            @JsonProperty("own_cookie") @Nullable Boolean ownCookie,
            @JsonUnwrapped Why why) {}

    /**
     * @param list key that the commands are configured by; null where none are run
     * @param at from when on they are run
     * @param failed of commands that were run, those that failed
     * @param then what follows once they were run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Commands(
            @JsonProperty("switch") String switchName,
            @JsonProperty("action") String action,
            @JsonProperty("list") @Nullable String list,
            @JsonProperty("at") @Nullable Instant at,
            @JsonProperty("commands") List<Command> commands,
            @JsonProperty("failed") List<Failed> failed,
            @JsonProperty("then") List<Then> then,
            @JsonUnwrapped Why why) {}

    /** @param timeoutMs how long it may take; null if it is refused */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Command(
            @JsonProperty("command") String command,
            @JsonProperty("argument") String argument,
            @JsonProperty("action") String action,
            @JsonProperty("timeout_ms") @Nullable Long timeoutMs,
            @JsonUnwrapped Why why) {}

    record Failed(
            @JsonProperty("command") String command,
            @JsonProperty("argument") String argument,
            @JsonUnwrapped Why why) {}

    record Then(
            @JsonProperty("action") String action,
            @JsonProperty("rule") String rule) {}

    /** @param loaded for {@code record}: whether the switch has it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CapabilityOf(
            @JsonProperty("switch") String switchName,
            @JsonProperty("capability") String capability,
            @JsonProperty("module") String module,
            @JsonProperty("action") String action,
            @JsonProperty("is_loaded") @Nullable Boolean loaded,
            @JsonUnwrapped Why why) {}

    /**
     * @param packetBytes size of the length in front of each event
     * @param action what is done about its silence
     * @param at when it has been silent for too long
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stream(
            @JsonProperty("switch") String switchName,
            @JsonProperty("packet_bytes") long packetBytes,
            @JsonProperty("action") String action,
            @JsonProperty("at") @Nullable Instant at,
            @JsonUnwrapped Why why) {}

    /** @param at until when it stays, or when it went */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Channel(
            @JsonProperty("switch") String switchName,
            @JsonProperty("channel") String channel,
            @JsonProperty("action") String action,
            @JsonProperty("publish_disconnect") boolean publishDisconnect,
            @JsonProperty("at") @Nullable Instant at,
            @JsonUnwrapped Why why) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conference(
            @JsonProperty("switch") String switchName,
            @JsonProperty("conference") String conference,
            @JsonProperty("action") String action,
            @JsonProperty("at") @Nullable Instant at,
            @JsonUnwrapped Why why) {}

    /** @param at until when its switch is waited for, or was */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(
            @JsonProperty("call") String call,
            @JsonProperty("action") String action,
            @JsonProperty("at") @Nullable Instant at,
            @JsonUnwrapped Why why) {}

    record Move(
            @JsonProperty("channel") String channel,
            @JsonProperty("allowed") boolean allowed,
            @JsonUnwrapped Why why) {}

    /** @param profile as the switch is given it */
    record Profile(
            @JsonProperty("switch") String switchName,
            @JsonProperty("profile") ObjectNode profile,
            @JsonUnwrapped Why why) {}

    /**
     * @param found false where the switch is told that there are none
     * @param profiles settings and gateways by profile, named as KAZOO names them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sip(
            @JsonProperty("switch") String switchName,
            @JsonProperty("found") boolean found,
            @JsonProperty("profiles") @Nullable ObjectNode profiles,
            @JsonUnwrapped Why why) {}

    record Gateway(
            @JsonProperty("switch") String switchName,
            @JsonProperty("gateway") String gateway,
            @JsonProperty("action") String action,
            @JsonUnwrapped Why why) {}

    record Scan(
            @JsonProperty("switch") String switchName,
            @JsonProperty("profile") String profile,
            @JsonProperty("action") String action,
            @JsonUnwrapped Why why) {}

    record File(
            @JsonProperty("file") String file,
            @JsonProperty("action") String action,
            @JsonUnwrapped Why why) {}

    record AlertTo(
            @JsonProperty("switch") String switchName,
            @JsonUnwrapped Why why) {}

    record Warning(
            @JsonProperty("pointer") String pointer,
            @JsonProperty("code") String code,
            @JsonProperty("detail") String detail,
            @JsonProperty("rule") String rule) {}
}
