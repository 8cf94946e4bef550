package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * Configuration that says how long registrations hold and what is kept of them.
 *
 * @param expiresDeviationTime {@code expires_deviation_time}, seconds that a registration holds past its expiry, default
 *     180
 * @param insertFetchedRegistrationLocally {@code insert_fetched_registration_locally}, default false
 * @param defaultRealm {@code default_realm}; null, its default, if it is not configured
 * @param userCacheTimeInMs {@code user_cache_time_in_ms}, default 3600000
 */
public record RegistrationSettings(
        @FromKey("expires_deviation_time") long expiresDeviationTime,
        @FromKey("insert_fetched_registration_locally") boolean insertFetchedRegistrationLocally,
        @FromKey("default_realm") @Nullable String defaultRealm,
        @FromKey("user_cache_time_in_ms") long userCacheTimeInMs) {}
