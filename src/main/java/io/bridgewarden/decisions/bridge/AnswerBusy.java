package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;

/** An endpoint's leg is dialled and told to answer busy. */
public record AnswerBusy(EndpointId endpoint) implements Conclusion {}
