package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.RuleCase;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConfigKeysDecideTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    /** Configuration keys whose value alone changes the answer of a worked case. */
    private static Set<String> deciding() {
        Set<String> keys = new TreeSet<>();
        for (RuleCase given : RuleCasesTest.cases().toList()) {
            JsonNode config = given.request().path("config");
            JsonNode result = result(given.decision(), given.request());
            config.properties().forEach(it -> {
                ObjectNode without = given.request().deepCopy();
                ((ObjectNode) without.get("config")).remove(it.getKey());
                if (!result(given.decision(), without).equals(result)) {
                    keys.add(it.getKey());
                }
            });
        }
        return keys;
    }

    // A warning tells of a value, and says nothing about whether it matters.
    private static JsonNode result(String decision, ObjectNode request) {
        ObjectNode result = (ObjectNode) DecisionsFixture.result(DECISIONS, decision, request, Options.PLAIN);
        result.remove("warnings");
        return result;
    }

    @Test
    void eachKeyOfMediaMovesAndRegistrationsChangesAnAnswer() {
        assertThat(deciding())
                .contains(
                        "redirect_via_proxy",
                        "use_vlc",
                        "use_shout",
                        "use_http_cache",
                        "recording_file_path",
                        "default_recording_extension",
                        "recording_software_name",
                        "record_sample_rate",
                        "record_stereo_sample_rate",
                        "record_waste_resources",
                        "allow_endless_recording",
                        "fax_file_path",
                        "default_fax_extension",
                        "expires_deviation_time",
                        "insert_fetched_registration_locally",
                        "default_realm",
                        "user_cache_time_in_ms");
    }

    @Test
    void eachKeyOfRoutingChangesAnAnswer() {
        assertThat(deciding())
                .contains(
                        "call_routing_bindings",
                        "text_routing_bindings",
                        "freeswitch_context",
                        "fetch_timeout",
                        "should_detect_inband_dtmf",
                        "default_ringback");
    }

    @Test
    void eachKeyOfNodesChannelsAndBalancesChangesAnAnswer() {
        assertThat(deciding())
                .contains(
                        "fs_nodes",
                        "fs_cmds",
                        "fs_cmds_wait_ms",
                        "fs_reconnect_cmds",
                        "fs_node_uptime_s",
                        "capabilities",
                        "node_down_grace_period",
                        "max_timeout_for_node_restart",
                        "tcp_packet_type",
                        "event_stream_idle_alert",
                        "sofia_conf",
                        "fs_profiles",
                        "process_gateways",
                        "gateways",
                        "node_commands",
                        "max_channel_uptime_s",
                        "max_channel_cleanup_timeout_ms",
                        "publish_channel_state",
                        "restrict_channel_state_publisher",
                        "publish_channel_reconnect",
                        "publish_conference_event",
                        "debug_channel",
                        "balance_crawler_enabled",
                        "balance_crawler_cycle_ms",
                        "balance_crawler_fetch_timeout_ms",
                        "balance_crawler_interaccount_delay_ms");
    }
}
