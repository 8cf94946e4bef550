package io.bridgewarden.decisions.authz;

import io.bridgewarden.facts.Conclusion;

/** A rate is looked up for the call. */
public record Rate() implements Conclusion {}
