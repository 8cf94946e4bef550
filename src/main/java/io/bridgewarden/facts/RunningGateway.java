package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A gateway that runs on a switch.
 *
 * @param version its Gateway-Version; null if it has none
 */
public record RunningGateway(
        String switchName, String name, @Nullable String version) {}
