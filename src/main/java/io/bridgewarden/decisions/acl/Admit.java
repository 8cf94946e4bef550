package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Conclusion;

/** A call may come in without a challenge, since the list of {@code question} lets it. */
public record Admit(int question, String reason) implements Conclusion {}
