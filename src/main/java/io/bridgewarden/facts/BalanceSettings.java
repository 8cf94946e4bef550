package io.bridgewarden.facts;

/**
 * Configuration that rules about balances read.
 *
 * @param enabled {@code balance_crawler_enabled}, default false
 * @param cycle {@code balance_crawler_cycle_ms}, milliseconds, default 60000
 * @param fetchTimeout {@code balance_crawler_fetch_timeout_ms}, milliseconds, default 10000
 * @param interAccountDelay {@code balance_crawler_interaccount_delay_ms}, milliseconds, default 10
 */
public record BalanceSettings(
        @FromKey("balance_crawler_enabled") boolean enabled,
        @FromKey("balance_crawler_cycle_ms") long cycle,
        @FromKey("balance_crawler_fetch_timeout_ms") long fetchTimeout,
        @FromKey("balance_crawler_interaccount_delay_ms") long interAccountDelay) {}
