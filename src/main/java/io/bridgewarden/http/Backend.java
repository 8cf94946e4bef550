package io.bridgewarden.http;

/**
 * What the front end stands in front of.
 *
 * @param version of the service
 */
public record Backend(
        Decider decider, Catalogue catalogue, RegistrationBook registrations, SchemaShelf schemas, String version) {}
