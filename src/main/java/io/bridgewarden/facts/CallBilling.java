package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * How a call is billed, as far as it is known: by the limits service's answer, else as the channel says.
 *
 * @param account to its account: {@code flat_rate}, {@code per_minute}
 * @param reseller to the account's reseller, if that is somebody else
 */
public record CallBilling(
        @Nullable String account, @Nullable String reseller) {
    private static final String PER_MINUTE = "per_minute";

    /** Whether one of the two pays by the minute, and so needs a rate. */
    public boolean perMinute() {
        return PER_MINUTE.equals(account) || PER_MINUTE.equals(reseller);
    }
}
