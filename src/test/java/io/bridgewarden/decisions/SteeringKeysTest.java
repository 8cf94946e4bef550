package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration keys of nodes, channels and balances steer answers. */
class SteeringKeysTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "node_commands"
            })
    void someCaseIsAnsweredDifferentlyWhenOnlyTheKeyIsAtItsDefault(String key) {
        assertThat(RuleCase.all())
                .filteredOn(it -> it.request().path("config").has(key))
                .anySatisfy(it ->
                        assertThat(result(it, without(it.request(), key))).isNotEqualTo(result(it, it.request())));
    }

    private static ObjectNode without(ObjectNode request, String key) {
        ObjectNode changed = request.deepCopy();
        ((ObjectNode) changed.get("config")).remove(key);
        return changed;
    }

    private static JsonNode result(RuleCase of, ObjectNode request) {
        return DecisionsFixture.result(DECISIONS, of.decision(), request, Options.PLAIN);
    }
}
