package io.bridgewarden.store.acl;

import io.bridgewarden.store.EffectiveConfig;
import java.time.Duration;

/**
 * How long host names are waited for. All of a collection are looked up at once, so that no slow one keeps another from
 * its time.
 *
 * @param requestTimeout {@code acl_request_timeout_ms}, 2 s
 * @param requestTimeoutFudge {@code acl_request_timeout_fudge_ms}, added to it; 100 ms
 */
public record LookupSettings(Duration requestTimeout, Duration requestTimeoutFudge) {
    public static LookupSettings of(EffectiveConfig config) {
        return new LookupSettings(
                Duration.ofMillis(config.integer("acl_request_timeout_ms")),
                Duration.ofMillis(config.integer("acl_request_timeout_fudge_ms")));
    }

    /** After this a collection goes without the names that are not resolved. */
    public Duration limit() {
        return requestTimeout.plus(requestTimeoutFudge);
    }
}
