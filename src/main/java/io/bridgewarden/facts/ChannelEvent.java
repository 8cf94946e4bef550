package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a channel.
 *
 * @param position its place in the request, from 0
 * @param event {@code CHANNEL_CREATE}
 * @param switchName the switch that reports it
 * @param controller the node that controls the call; null if the event names none
 * @param publishState what the event says itself (Publish-Channel-State); null if it does not say
 * @param handledHere whether this node is in charge of the channel
 */
public record ChannelEvent(
        int position,
        String event,
        String switchName,
        @Nullable String controller,
        @Nullable Boolean publishState,
        boolean handledHere) {}
