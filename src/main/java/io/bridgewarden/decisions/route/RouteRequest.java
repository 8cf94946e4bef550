package io.bridgewarden.decisions.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Checked;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.dialect.MediaPaths;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.facts.CallingParty;
import io.bridgewarden.facts.ContextBinding;
import io.bridgewarden.facts.Fetch;
import io.bridgewarden.facts.Fetch.Section;
import io.bridgewarden.facts.RouteAnswer;
import io.bridgewarden.facts.RouteAnswer.Arrival;
import io.bridgewarden.facts.RouteSettings;
import io.bridgewarden.store.EffectiveConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A route request, and the configuration that bears on it, read.
 *
 * @param routeVars custom channel variables of the route; not to be changed
 * @param answerAfter how long the limits service took to answer, in milliseconds
 * @param warnings what of the route was not read as it is written
 */
record RouteRequest(
        RouteSettings settings,
        List<ContextBinding> bindings,
        Fetch fetch,
        CallingParty caller,
        RouteAnswer route,
        ObjectNode routeVars,
        long answerAfter,
        List<Warning> warnings) {
    // As a session description lists it, or by itself as some switches report it.
    private static final Pattern TELEPHONE_EVENT =
            Pattern.compile("(?im)^(?:a=rtpmap:)?\\d{1,3}[ \\t]+telephone-event(?:/|[ \\t]*$)");

    static RouteRequest read(Question question) {
        ObjectNode json = question.request();
        EffectiveConfig config = question.config();
        Fetch fetch = fetch(json);
        String of = Checked.text(json, "switch");
        RouteReader route =
                json.get("route") instanceof ObjectNode it ? new RouteReader(it, paths(json, config)) : null;
        return new RouteRequest(
                new RouteSettings(
                        config.text("freeswitch_context"),
                        config.integer("fetch_timeout"),
                        config.bool("should_detect_inband_dtmf"),
                        config.text("default_ringback"),
                        config.bool("authz_enabled")),
                bindings(of == null ? config : question.configOf().apply(of), fetch.section()),
                fetch,
                caller(json.path("caller")),
                route == null ? new RouteAnswer(json.has("route") ? Arrival.MISSING : Arrival.AWAITED) : route.read(),
                Members.objectOrEmpty(json.path("route"), "Custom-Channel-Vars"),
                json.path("answer_after_ms").asLong(),
                route == null ? List.of() : route.warnings());
    }

    List<Object> facts() {
        List<Object> facts = new ArrayList<>();
        facts.add(settings);
        facts.addAll(bindings);
        facts.add(fetch);
        facts.add(caller);
        facts.add(route);
        return facts;
    }

    // What nobody configured is left to the rules, for the default of these keys is another key's value.
    private static List<ContextBinding> bindings(EffectiveConfig config, Section section) {
        String key = section == Section.CHATPLAN ? "text_routing_bindings" : "call_routing_bindings";
        return config.setting(key).section() == null
                ? List.of()
                : config.texts(key).stream()
                        .distinct()
                        .map(it -> new ContextBinding(section, it))
                        .toList();
    }

    private static Fetch fetch(ObjectNode json) {
        String sdp = Checked.text(json, "remote_sdp");
        return new Fetch(
                "chatplan".equals(Checked.text(json, "section")) ? Section.CHATPLAN : Section.DIALPLAN,
                Checked.text(json, "context"),
                Members.isTrue(json.path("channel").path("Recovered")),
                sdp != null,
                sdp != null && TELEPHONE_EVENT.matcher(sdp).find());
    }

    private static CallingParty caller(JsonNode caller) {
        return new CallingParty(
                Checked.isTrue(caller, "anonymous"),
                Checked.isTrue(caller, "anonymity_barred"),
                Checked.isTrue(caller, "listed"));
    }

    private static MediaPaths paths(ObjectNode json, EffectiveConfig config) {
        return new MediaPaths(
                media(json.path("media")),
                config.bool("use_vlc"),
                config.bool("use_shout"),
                config.bool("use_http_cache"),
                config.bool("hold_media_preserve_position"));
    }

    private static Map<String, String> media(JsonNode given) {
        Map<String, String> media = new HashMap<>();
        given.properties().forEach(it -> media.put(it.getKey(), it.getValue().asText()));
        return media;
    }
}
