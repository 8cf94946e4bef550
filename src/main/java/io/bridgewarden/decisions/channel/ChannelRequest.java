package io.bridgewarden.decisions.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.decisions.Checked;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.facts.ChannelEvent;
import io.bridgewarden.facts.ChannelSettings;
import io.bridgewarden.facts.CleanupRound;
import io.bridgewarden.facts.ConferenceEvent;
import io.bridgewarden.facts.DecidedAt;
import io.bridgewarden.facts.LiveChannel;
import io.bridgewarden.facts.OwnNode;
import io.bridgewarden.facts.PublishedConferenceEvent;
import io.bridgewarden.facts.StatePublishing;
import io.bridgewarden.store.EffectiveConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request about channels, and the configuration that bears on it, read. Everything stands in the order it was given in.
 *
 * @param round there where channels are given to be looked at, be it none
 */
record ChannelRequest(
        Instant now,
        ChannelSettings settings,
        Optional<OwnNode> node,
        Optional<CleanupRound> round,
        List<LiveChannel> channels,
        List<ChannelEvent> events,
        List<StatePublishing> publishing,
        List<ConferenceEvent> conferenceEvents,
        List<PublishedConferenceEvent> published) {

    static ChannelRequest read(Question question) {
        JsonNode json = question.request();
        EffectiveConfig config = question.config();
        List<ChannelEvent> events = Checked.items(json.path("events"), ChannelRequest::event);
        return new ChannelRequest(
                question.now(),
                new ChannelSettings(
                        config.integer("max_channel_uptime_s"),
                        config.integer("max_channel_cleanup_timeout_ms"),
                        config.bool("restrict_channel_state_publisher"),
                        config.bool("publish_channel_reconnect"),
                        config.bool("debug_channel")),
                Optional.ofNullable(Checked.text(json, "node")).map(OwnNode::new),
                json.has("channels") ? Optional.of(new CleanupRound(question.now())) : Optional.empty(),
                Checked.items(json.path("channels"), (position, it) -> channel(position, it, question.now())),
                events,
                events.stream()
                        .map(ChannelEvent::switchName)
                        .distinct()
                        .map(it -> new StatePublishing(
                                it, question.configOf().apply(it).bool("publish_channel_state")))
                        .toList(),
                Checked.items(
                        json.path("conference_events"),
                        (position, it) ->
                                new ConferenceEvent(position, it.path("event").asText())),
                config.texts("publish_conference_event").stream()
                        .distinct()
                        .map(PublishedConferenceEvent::new)
                        .toList());
    }

    List<Object> facts() {
        List<Object> facts = new ArrayList<>();
        facts.add(new DecidedAt(now));
        facts.add(settings);
        node.ifPresent(facts::add);
        round.ifPresent(facts::add);
        facts.addAll(channels);
        facts.addAll(events);
        facts.addAll(publishing);
        facts.addAll(conferenceEvents);
        facts.addAll(published);
        return facts;
    }

    private static LiveChannel channel(int position, JsonNode json, Instant now) {
        Instant started = Checked.instant(json, "started_at");
        if (started == null && json.has("age_s")) {
            started = now.minusSeconds(json.path("age_s").asLong());
        }
        return new LiveChannel(position, json.path("id").asText(), started, Checked.isTrue(json, "handled_here"));
    }

    private static ChannelEvent event(int position, JsonNode json) {
        return new ChannelEvent(
                position,
                json.path("event").asText(),
                json.path("switch").asText(),
                Checked.text(json, "controller"),
                Checked.bool(json, "publish_channel_state"),
                Checked.isTrue(json, "handled_here"));
    }
}
