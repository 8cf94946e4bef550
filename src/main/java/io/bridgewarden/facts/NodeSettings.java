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
        boolean reconnectCommands,
        long restartedWithin,
        long gracePeriod,
        long restartTimeout,
        long packetType,
        long idleAlert,
        boolean sofiaConf,
        @JsonIgnore Map<String, Object> sipProfiles,
        boolean processGateways,
        @JsonIgnore Map<String, Object> gateways,
        boolean deleteUploads) {}
