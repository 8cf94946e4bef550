package io.bridgewarden.http;

import io.bridgewarden.documents.Schemas;

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
        Schemas schemas,
        String version) {}
