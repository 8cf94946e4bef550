package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Conclusion;

/** An entry has a say in a question: it covers the address and accepts the port. */
public record TakesPart(int question, int entry, int length, long position) implements Conclusion {}
