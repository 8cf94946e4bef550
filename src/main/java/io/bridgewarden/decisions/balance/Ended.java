package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;

/** Whether a channel is hung up. */
public record Ended(int position, boolean hungUp, String reason) implements Conclusion {}
