package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A gateway that {@code gateways} has.
 *
 * @param version Gateway-Version among its variables; null if it has none
 */
@FromKey("gateways")
public record ConfiguredGateway(String name, @Nullable String version) {}
