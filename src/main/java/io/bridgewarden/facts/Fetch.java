package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A switch asks what to do with a call or a text message.
 *
 * @param context the context that the switch names; null if it names none
 * @param recovered whether the channel survived the restart of a switch
 * @param sdpKnown whether the caller's session description is known
 * @param telephoneEvent whether it offers to send the keys that are pressed as events (RFC 4733)
 */
public record Fetch(
        Section section, @Nullable String context, boolean recovered, boolean sdpKnown, boolean telephoneEvent) {
    /** The part of the switch's configuration that is asked for. */
    public enum Section {
        /** What to do with a call. */
        DIALPLAN,
        /** What to do with a text message. */
        CHATPLAN
    }
}
