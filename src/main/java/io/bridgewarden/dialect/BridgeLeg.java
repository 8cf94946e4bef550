package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One leg that the rules chose.
 *
 * @param endpoint index of the endpoint in the request
 * @param failover the Failover object dialled in its place, at whatever depth; null if the endpoint itself is dialled
 * @param contact where the user of what is dialled is registered, if it takes a registration to reach it
 * @param options what else the rules decided about it
 */
public record BridgeLeg(
        int endpoint,
        @Nullable ObjectNode failover,
        @Nullable DialContact contact,
        LegOptions options) {}
