package io.bridgewarden.facts;

/** A module that a probed switch has. */
public record SwitchModule(String switchName, String module) {}
