package io.bridgewarden.dialect;

/**
 * Something an endpoint asked for that is not in its leg as it was asked.
 *
 * @param pointer JSON pointer to the member, from the endpoint: {@code /Custom-Channel-Vars/x}
 * @param code kebab-case: {@code ignored-member}, {@code unsafe-name}, {@code altered-value},
 *     {@code too-many-variables}, {@code too-many-legs} or {@code unsupported-member}
 * @param detail what was left out, for people
 */
public record DialWarning(String pointer, String code, String detail) {}
