package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** A switch ran all the while that it was not connected. */
public record KeptRunning(String switchName) implements Conclusion {}
