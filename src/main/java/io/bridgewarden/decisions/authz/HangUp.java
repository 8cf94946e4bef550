package io.bridgewarden.decisions.authz;

import io.bridgewarden.facts.Conclusion;

/**
 * The channel is ended.
 *
 * @param cause hangup cause, {@code USER_BUSY}
 * @param by what ends it: {@link #AUTHORIZATION} a channel that is denied, {@link #RATING} one without a rate
 */
public record HangUp(String cause, String by) implements Conclusion {
    public static final String AUTHORIZATION = "authorization";
    public static final String RATING = "rating";
}
