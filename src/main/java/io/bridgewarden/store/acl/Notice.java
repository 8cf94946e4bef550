package io.bridgewarden.store.acl;

/**
 * Something in a list that is left out of it.
 *
 * @param pointer JSON pointer as a URI fragment
 * @param code kebab-case, for programs
 * @param detail for people
 */
public record Notice(String pointer, String code, String detail) {}
