package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;

/** Whether an account can pay for its running calls. */
public record Affords(String account, boolean yes, String reason) implements Conclusion {}
