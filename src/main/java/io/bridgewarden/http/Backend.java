package io.bridgewarden.http;

import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.ConfigurationStore;
import org.jspecify.annotations.Nullable;

/**
 * What the front end stands in front of.
 *
 * @param zone whose section of the configuration applies where none is asked for
 * @param version of the service
 */
public record Backend(
        DecisionApi decisions,
        Catalogue catalogue,
        RegistrationBook registrations,
        NetworkLists networkLists,
        SwitchApi switches,
        ConfigurationStore configuration,
        @Nullable String zone,
        Schemas schemas,
        String version) {}
