package io.bridgewarden.facts;

/**
 * Configuration that says how calls are moved.
 *
 * @param viaProxy {@code redirect_via_proxy}, default true
 */
public record RedirectSettings(
        @FromKey("redirect_via_proxy") boolean viaProxy) {}
