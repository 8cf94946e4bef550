package io.bridgewarden.facts;

/**
 * What tells one endpoint from another: the JSON text of each member, so that types and letter case count and an absent
 * member (empty text) is a value too (reference, bridge 5, with To-IP and To-Username by Q6).
 */
public record EndpointIdentity(
        String inviteFormat,
        String toUser,
        String toUsername,
        String toRealm,
        String toDid,
        String toIp,
        String route,
        String proxyZone,
        String proxyIp) {}
