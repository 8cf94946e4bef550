package io.bridgewarden.facts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A KAZOO bridge endpoint: a member of a request's list, or a Failover nested in one. Members stand as the request gave
 * them, JSON scalars as text; a member that is absent is null.
 *
 * @param id which one it is
 * @param failoverOf the endpoint that this is the Failover of; null for a member of the list
 * @param empty whether it has no members at all
 * @param identity what duplicates have in common
 * @param inviteFormat Invite-Format as given
 * @param endpointType Endpoint-Type as given
 * @param format how it is addressed: {@code inviteFormat}, or {@code username} where that is missing
 * @param type how it is reached: {@code endpointType}, or {@code sip} where that is missing
 * @param sipTransport SIP-Transport as given
 * @param t38Gateway Enable-T38-Gateway as given
 * @param ignoreEarlyMedia Ignore-Early-Media as given
 * @param bypassMedia Bypass-Media as given
 * @param customSipHeaders what Custom-SIP-Headers holds
 * @param customApplicationVars what Custom-Application-Vars holds
 * @param customChannelVars what Custom-Channel-Vars holds
 * @param endpointOptions what Endpoint-Options holds
 * @param sipInviteParameters what SIP-Invite-Parameters holds
 * @param aor the address looked up among registrations: To-Username, else To-User, at To-Realm; null if one is missing
 * @param toUser who is dialled
 * @param toDid number that is dialled
 * @param toIp fixed address
 * @param route destination of a route or loopback
 * @param dialable whether its address, as far as the request gives it, can stand in a dial string without ending its leg
 * @param profile SIP profile: SIP-Interface, or {@code sipinterface_1}
 * @param failoverMark Is-Failover among the channel variables
 * @param ownerId Owner-ID among the channel variables
 * @param callWaitingDisabled Call-Waiting-Disabled among the channel variables
 * @param channelVariables scalar members of Custom-Channel-Vars as text, by name
 */
public record Endpoint(
        EndpointId id,
        @Nullable EndpointId failoverOf,
        boolean empty,
        @JsonIgnore EndpointIdentity identity,
        @Nullable String inviteFormat,
        @Nullable String endpointType,
        String format,
        String type,
        @Nullable String sipTransport,
        @Nullable String t38Gateway,
        @Nullable String ignoreEarlyMedia,
        @Nullable String bypassMedia,
        Kind customSipHeaders,
        Kind customApplicationVars,
        Kind customChannelVars,
        Kind endpointOptions,
        Kind sipInviteParameters,
        @Nullable Aor aor,
        @Nullable String toUser,
        @Nullable String toDid,
        @Nullable String toIp,
        @Nullable String route,
        boolean dialable,
        String profile,
        @Nullable String failoverMark,
        @Nullable String ownerId,
        @Nullable String callWaitingDisabled,
        Map<String, String> channelVariables) {

    /** Position in the request of the list's member that this is, or is nested in. */
    public int index() {
        return id.index();
    }

    /** How deep it is nested; 0 for a member of the list. */
    public int depth() {
        return id.depth();
    }

    /** Whether it is nested in another endpoint. */
    public boolean nested() {
        return failoverOf != null;
    }

    // An endpoint is its id: two of one request never share it, and comparing every member would cost more than rules
    // do.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint endpoint && id.equals(endpoint.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
