package io.bridgewarden.decisions.balance;

import io.bridgewarden.facts.Conclusion;

/** A channel is paid by the minute, by an account or as its reseller. */
public record PaidBy(int position, String account) implements Conclusion {}
