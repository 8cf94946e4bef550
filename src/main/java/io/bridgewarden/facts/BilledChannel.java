package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A channel and who pays for it.
 *
 * @param position its place in the request, from 0
 * @param account the account it belongs to; null for none
 * @param accountBilling how that pays, {@code per_minute}; null if it does not
 * @param reseller the reseller of the account; null for none
 * @param resellerBilling how that pays; null if it does not
 */
public record BilledChannel(
        int position,
        String channel,
        @Nullable String account,
        @Nullable String accountBilling,
        @Nullable String reseller,
        @Nullable String resellerBilling) {}
