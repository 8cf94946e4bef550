package io.bridgewarden.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A switch as its node knows it.
 *
 * @param name {@code freeswitch@media1.example}
 * @param connectedAt when it was last connected; null if it never was
 * @param lostAt when it was found not to answer, a first attempt to connect included; null if it always answered
 * @param triedAt when it was last pinged or connected to without success; null unless it was lost
 * @param pinged whether it was pinged since it was lost
 * @param answeredAt when it answered again after it was lost; null if it did not
 * @param startedAt when it started, by its own account; null if that is not known
 * @param commandsRun whether its start commands were run on this connection
 * @param modulesProbed whether it is known which modules it has
 * @param quietSince the last event it sent, alert that it sends none, or connection; null if it never was connected
 * @param asksForSipProfiles whether it asks for the configuration of its SIP stack
 * @param reloadsGateways whether it is to reload its gateways
 */
public record Switch(
        String name,
        Link link,
        @Nullable Instant connectedAt,
        @Nullable Instant lostAt,
        @Nullable Instant triedAt,
        boolean pinged,
        @Nullable Instant answeredAt,
        @Nullable Instant startedAt,
        boolean commandsRun,
        boolean modulesProbed,
        @Nullable Instant quietSince,
        boolean asksForSipProfiles,
        boolean reloadsGateways) {}
