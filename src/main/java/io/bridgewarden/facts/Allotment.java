package io.bridgewarden.facts;

/**
 * Seconds that a party may call within a cycle, for the class of the number that is called.
 *
 * @param key its name, {@code did_us} or {@code outbound_did_us}
 * @param directional whether it is for calls of one direction only
 * @param readable whether it is known what was consumed
 * @param amount seconds a cycle
 * @param minimum seconds that each call consumes at least
 * @param consumed seconds consumed in the running cycle, calls in progress and those of its group included; 0 if unknown
 * @param remaining what is left, {@code amount - consumed}; negative if more was consumed than there is
 */
public record Allotment(
        Party party,
        String key,
        boolean directional,
        boolean readable,
        long amount,
        long minimum,
        long consumed,
        long remaining) {}
