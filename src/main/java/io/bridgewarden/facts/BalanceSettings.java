package io.bridgewarden.facts;

/**
 * Configuration that rules about balances read.
 *
 * @param enabled {@code balance_crawler_enabled}, default false
 * @param cycle {@code balance_crawler_cycle_ms}, milliseconds, default 60000
 * @param fetchTimeout {@code balance_crawler_fetch_timeout_ms}, milliseconds, default 10000
 * @param interAccountDelay {@code balance_crawler_interaccount_delay_ms}, milliseconds, default 10
 */
public record BalanceSettings(boolean enabled, long cycle, long fetchTimeout, long interAccountDelay) {}
