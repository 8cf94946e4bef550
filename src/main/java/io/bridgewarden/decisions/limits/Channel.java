package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A channel that is up, as one party sees it.
 *
 * @param billing how it is billed to that party; null if that is not known
 * @param answeredFor seconds since it was answered; null if it was not yet
 * @param rate what it costs, if that is known
 */
record Channel(
        String callId,
        @Nullable String otherLeg,
        boolean inbound,
        @Nullable String number,
        @Nullable String billing,
        @Nullable Long answeredFor,
        @Nullable Rate rate) {

    /** Seconds that a running call is taken to last beyond now. */
    static final long AHEAD = 60;

    boolean flatRate() {
        return "flat_rate".equals(billing) || "flat_rate_burst".equals(billing);
    }

    /** Seconds it lasts so far, and a minute more. */
    long estimated() {
        return AHEAD + (answeredFor == null ? 0 : answeredFor);
    }

    /**
     * Reads the channels of one party that are up.
     *
     * @param party {@code account} or {@code reseller}, the member that names whose it is
     * @param names what the party may be called there
     * @param otherwise whose it is where the member is absent
     */
    static List<Channel> of(JsonNode channels, String party, Set<String> names, String otherwise) {
        List<Channel> read = new ArrayList<>();
        int index = 0;
        for (JsonNode channel : channels) {
            String pointer = "#/channels/" + index++;
            String owner = Members.text(channel, party);
            if (names.contains(owner == null ? otherwise : owner) && !isDestroyed(channel)) {
                read.add(new Channel(
                        channel.path("call_id").asText(),
                        Members.text(channel, "other_leg"),
                        channel.path("direction").asText().equals("inbound"),
                        Members.text(channel, "number"),
                        Members.text(channel, party + "_billing"),
                        answeredFor(channel, pointer),
                        channel.get("rate") instanceof ObjectNode it ? Rate.read(it, pointer + "/rate") : null));
            }
        }
        return read;
    }

    private static @Nullable Long answeredFor(JsonNode channel, String pointer) {
        Long seconds = Members.whole(channel.get("answered_seconds_ago"), pointer + "/answered_seconds_ago");
        return seconds == null ? null : Math.max(0, seconds);
    }

    static boolean isDestroyed(JsonNode channel) {
        return channel.path("destroyed").asBoolean();
    }

    private record Leg(String callId, String other) {}

    /**
     * How many calls channels make up. One that names no other leg is a call, as are all that name it; two that name each
     * other are one. Another channel never makes calls fewer.
     */
    static long calls(List<Channel> channels) {
        Set<Leg> legs = new HashSet<>();
        for (Channel it : channels) {
            if (it.otherLeg() != null) {
                legs.add(new Leg(it.callId(), it.otherLeg()));
            }
        }
        Set<Object> calls = new HashSet<>();
        for (Channel it : channels) {
            String other = it.otherLeg();
            if (other == null) {
                calls.add(it.callId());
            } else if (!other.equals(it.callId()) && legs.contains(new Leg(other, it.callId()))) {
                calls.add(Set.of(other, it.callId()));
            } else {
                calls.add(other);
            }
        }
        return calls.size();
    }
}
