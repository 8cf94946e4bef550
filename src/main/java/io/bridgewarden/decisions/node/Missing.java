package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** A switch should be connected and is not. */
public record Missing(String switchName) implements Conclusion {}
