package io.bridgewarden.facts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/**
 * Configuration that rules about a node read; see {@link SwitchSettings} for what its switches have sections for. What may
 * hold passwords is left out where facts are shown.
 *
 * @param reconnectCommands whether {@code fs_reconnect_cmds} is set; it may be an empty list
 * @param restartedWithin {@code fs_node_uptime_s}, seconds, default 600
 * @param gracePeriod {@code node_down_grace_period}, milliseconds, default 10000
 * @param restartTimeout {@code max_timeout_for_node_restart}, milliseconds, default 10000
 * @param packetType {@code tcp_packet_type}, bytes, default 2
 * @param idleAlert {@code event_stream_idle_alert}, seconds, default 0
 * @param sofiaConf {@code sofia_conf}, false if it is not set
 * @param sipProfiles {@code fs_profiles}: settings by profile, named as KAZOO names them
 * @param processGateways {@code process_gateways}, default false
 * @param gateways {@code gateways}: settings by gateway, likewise
 * @param deleteUploads {@code send_http.delete_on_success} of {@code node_commands}, default false
 */
public record NodeSettings(
        @FromKey("fs_reconnect_cmds") boolean reconnectCommands,
        @FromKey("fs_node_uptime_s") long restartedWithin,
        @FromKey("node_down_grace_period") long gracePeriod,
        @FromKey("max_timeout_for_node_restart") long restartTimeout,
        @FromKey("tcp_packet_type") long packetType,
        @FromKey("event_stream_idle_alert") long idleAlert,
        @FromKey("sofia_conf") boolean sofiaConf,
        @FromKey("fs_profiles") @JsonIgnore Map<String, Object> sipProfiles,
        @FromKey("process_gateways") boolean processGateways,
        @FromKey("gateways") @JsonIgnore Map<String, Object> gateways,
        @FromKey("node_commands") boolean deleteUploads) {}
