package io.bridgewarden.decisions.node;

import io.bridgewarden.facts.Conclusion;

/** Whether a switch that is to reload its gateways is told to. */
public record Rescan(String switchName, boolean wanted, String reason) implements Conclusion {}
