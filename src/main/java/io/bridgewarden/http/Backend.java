package io.bridgewarden.http;

import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.ConfigurationStore;

/**
 * What the front end stands in front of.
 *
 * @param version of the service
 */
public record Backend(
        DecisionApi decisions,
        Catalogue catalogue,
        RegistrationBook registrations,
        NetworkLists networkLists,
        SwitchApi switches,
        ConfigurationStore configuration,
        Schemas schemas,
        String version) {}
