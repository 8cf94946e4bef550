package io.bridgewarden.facts;

/** Fetches of {@code section} in {@code context} are configured to be answered here. */
@FromKey({"call_routing_bindings", "text_routing_bindings"})
public record ContextBinding(Fetch.Section section, String context) {}
