package io.bridgewarden.decisions.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.documents.Json;
import java.util.List;
import java.util.Random;

/** Requests about nodes, any but the same for the same seed. */
final class RandomNodes {
    private static final List<String> NAMES = List.of(
            "freeswitch@media1.example",
            "freeswitch@media2.example",
            "freeswitch@media3.example",
            "freeswitch@own.example");
    private static final List<String> MODULES = List.of("mod_channel_move", "mod_flite", "mod_sofia");
    private static final List<String> COMMANDS = List.of("load", "reloadacl", "system", "show");
    private static final List<String> ANSWERS =
            List.of("+OK", "-ERR [Module already loaded]", "-ERR no such command", "true");
    private static final long[] MOMENTS = {0, 1, 2, 3, 5, 9, 10, 11, 29, 30, 31, 60, 599, 600, 601};

    private final Random random;

    private RandomNodes(long seed) {
        this.random = new Random(seed);
    }

    static ObjectNode of(long seed) {
        return new RandomNodes(seed).request();
    }

    private ObjectNode request() {
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("now", DecisionsFixture.NOW.toString());
        if (likely()) {
            request.put("node", "ecallmgr@own.example");
        }
        request.set("config", config());
        ArrayNode switches = request.putArray("switches");
        for (String name : NAMES) {
            if (likely()) {
                switches.add(switchNamed(name));
            }
        }
        if (!switches.isEmpty()) {
            aboutSwitches(request, switches);
        }
        ArrayNode uploads = request.putArray("uploads");
        for (int i = random.nextInt(3); i > 0; i--) {
            ObjectNode upload = uploads.addObject().put("file", "/tmp/" + i).put("succeeded", likely());
            if (random.nextBoolean()) {
                upload.put("delete_on_success", random.nextBoolean());
            }
        }
        return request;
    }

    private ObjectNode config() {
        ObjectNode config = Json.mapper().createObjectNode();
        ArrayNode nodes = config.putArray("fs_nodes");
        for (String name : NAMES) {
            switch (random.nextInt(4)) {
                case 0 -> nodes.add(name);
                case 1 -> nodes.addObject().put(name, "secret");
                default -> {}
            }
        }
        if (random.nextBoolean()) {
            config.putArray("fs_reconnect_cmds")
                    .addObject()
                    .put("reloadxml", "")
                    .put("system", "ls");
        }
        if (random.nextBoolean()) {
            config.put("node_down_grace_period", 1000 * moment());
        }
        config.put("max_timeout_for_node_restart", 1000 * moment());
        config.put("fs_cmds_wait_ms", 1000 * moment());
        config.put("event_stream_idle_alert", moment());
        config.put("sofia_conf", random.nextBoolean());
        config.put("process_gateways", likely());
        ObjectNode gateways = config.putObject("gateways");
        for (int i = 0; i < 2; i++) {
            if (random.nextBoolean()) {
                gateways.putObject("carrier" + i).putObject("Variables").put("Gateway-Version", "" + random.nextInt(2));
            }
        }
        return config;
    }

    private ObjectNode switchNamed(String name) {
        ObjectNode json = Json.mapper().createObjectNode().put("name", name);
        if (likely()) {
            json.put("connected_at", ago());
        }
        if (random.nextBoolean()) {
            json.put("lost_at", ago());
            if (random.nextBoolean()) {
                json.put("pinged_at", ago());
            }
            if (random.nextBoolean()) {
                json.put("answered_at", ago());
            }
        }
        if (random.nextBoolean()) {
            json.put("uptime_s", moment());
        }
        if (random.nextInt(3) == 0) {
            ArrayNode commands = json.putArray("commands");
            for (int i = random.nextInt(3); i > 0; i--) {
                ObjectNode command = commands.addObject().put("command", any(COMMANDS));
                if (likely()) {
                    command.put("answer", any(ANSWERS));
                }
            }
        }
        if (likely()) {
            ArrayNode modules = json.putArray("modules");
            MODULES.stream().filter(it -> likely()).forEach(modules::add);
        }
        if (random.nextBoolean()) {
            json.put("last_event_at", ago());
        }
        ArrayNode channels = json.putArray("channels");
        for (int i = random.nextInt(3); i > 0; i--) {
            channels.addObject().put("id", "call-" + i).put("handled_here", random.nextBoolean());
        }
        json.putArray("conferences").add("room-1");
        ArrayNode gateways = json.putArray("gateways");
        for (int i = 0; i < 2; i++) {
            ObjectNode gateway = gateways.addObject().put("name", "carrier" + i);
            if (likely()) {
                gateway.put("version", "" + random.nextInt(2));
            }
        }
        return json.put("asks_for_sip_profiles", likely()).put("reloads_gateways", random.nextBoolean());
    }

    private void aboutSwitches(ObjectNode request, ArrayNode switches) {
        ArrayNode calls = request.putArray("calls");
        ArrayNode moves = request.putArray("moves");
        ArrayNode profiles = request.putArray("conference_profiles");
        for (int i = random.nextInt(4); i > 0; i--) {
            ObjectNode call = calls.addObject().put("id", "call-" + i).put("switch", one(switches));
            if (random.nextBoolean()) {
                call.put("exists", random.nextBoolean());
            }
            moves.addObject()
                    .put("channel", "call-" + i)
                    .put("from", one(switches))
                    .put("to", one(switches));
            ObjectNode profile =
                    profiles.addObject().put("switch", one(switches)).putObject("profile");
            if (likely()) {
                profile.put("tts-engine", random.nextInt(3) == 0 ? "other" : "flite")
                        .put("tts-voice", "slt");
            }
        }
    }

    private String one(ArrayNode switches) {
        return switches.get(random.nextInt(switches.size())).path("name").asText();
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String ago() {
        return DecisionsFixture.NOW.minusSeconds(moment()).toString();
    }

    private long moment() {
        return MOMENTS[random.nextInt(MOMENTS.length)];
    }

    private boolean likely() {
        return random.nextInt(4) > 0;
    }
}
