package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.ListUse;

/** A list lets the address of a question in. */
public record Passes(int question, ListUse use) implements Conclusion {}
