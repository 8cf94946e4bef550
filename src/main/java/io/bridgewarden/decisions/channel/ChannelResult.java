package io.bridgewarden.decisions.channel;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bridgewarden.decisions.Checked;
import io.bridgewarden.decisions.Strongest;
import io.bridgewarden.decisions.Why;
import io.bridgewarden.rules.Evaluation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is done about channels, as it is answered. Each list has its items in the order of the request.
 *
 * @param nextRound null where no channels were given to be looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelResult(
        @JsonProperty("channels") List<Channel> channels,
        @JsonProperty("next_round") @Nullable Round nextRound,
        @JsonProperty("events") List<Event> events,
        @JsonProperty("conference_events") List<OfConference> conferenceEvents) {

    record Channel(
            @JsonProperty("channel") String channel,
            @JsonProperty("action") String action,
            @JsonUnwrapped Why why) {}

    /** @param at when over-age channels are looked for again */
    record Round(
            @JsonProperty("at") Instant at, @JsonUnwrapped Why why) {}

    /** @param rawProperties whether it carries everything the switch said, in the order of names */
    record Event(
            @JsonProperty("event") String event,
            @JsonProperty("publish") boolean publish,
            @JsonProperty("raw_properties") boolean rawProperties,
            @JsonUnwrapped Why why) {}

    record OfConference(
            @JsonProperty("event") String event,
            @JsonProperty("publish") boolean publish,
            @JsonUnwrapped Why why) {}

    /**
     * Answers for each item of a request once. Where rules clash a channel stays and an event is not made known, and the next
     * round is the earliest; where none speaks the same holds, and the next round is after the configured interval.
     */
    static ChannelResult resolve(ChannelRequest request, Evaluation rules) {
        Strongest<Integer, Age> lifetimes =
                Strongest.of(rules, Age.class, Age::position, Age::reason, comparing(Age::over));
        Strongest<String, NextRound> rounds =
                Strongest.of(rules, NextRound.class, it -> "", NextRound::reason, comparing(NextRound::at));
        Strongest<Integer, Publication> publications = Strongest.of(
                rules,
                Publication.class,
                Publication::position,
                Publication::reason,
                comparing(Publication::published));
        Strongest<Integer, ConferencePublication> conferences = Strongest.of(
                rules,
                ConferencePublication.class,
                ConferencePublication::position,
                ConferencePublication::reason,
                comparing(ConferencePublication::published));
        Set<Integer> raw = rules.of(RawProperties.class).stream()
                .map(it -> it.conclusion().position())
                .collect(Collectors.toSet());
        Instant otherwise = request.now().plusMillis(request.settings().cleanupInterval());
        return new ChannelResult(
                request.channels().stream()
                        .map(it -> new Channel(
                                it.channel(),
                                lifetimes.get(it.position(), Age::over, false) ? "hang-up" : "keep",
                                lifetimes.why(it.position())))
                        .toList(),
                request.round().isEmpty()
                        ? null
                        : new Round(Checked.writable(rounds.get("", NextRound::at, otherwise)), rounds.why("")),
                request.events().stream()
                        .map(it -> {
                            boolean publish = publications.get(it.position(), Publication::published, false);
                            return new Event(
                                    it.event(),
                                    publish,
                                    publish && raw.contains(it.position()),
                                    publications.why(it.position()));
                        })
                        .toList(),
                request.conferenceEvents().stream()
                        .map(it -> new OfConference(
                                it.event(),
                                conferences.get(it.position(), ConferencePublication::published, false),
                                conferences.why(it.position())))
                        .toList());
    }
}
