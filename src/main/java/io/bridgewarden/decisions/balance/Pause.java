package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;

/** There are so many milliseconds between the accounts whose calls are hung up. */
public record Pause(long millis) implements Conclusion {}
