package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Conclusion;

/**
 * An entry has a say in a question: it covers the address and accepts the port.
 *
 * @param length prefix length of the entry's block
 * @param rank 0 where somebody wrote the entry, 1 where it follows from a document
 * @param position place in the list; the lower is listed first
 */
public record TakesPart(int question, int entry, int length, int rank, long position) implements Conclusion {}
