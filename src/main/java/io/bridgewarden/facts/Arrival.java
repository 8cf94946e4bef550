package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * A SIP request that has come in, and what the profile it came in on says of such.
 *
 * @param method {@code INVITE} or {@code REGISTER}
 * @param authenticateCalls whether a caller that no list lets in is challenged rather than refused
 * @param callsByAclOnly whether only lists let calls in, so that nobody is challenged
 * @param fallbackContext where a call goes that is neither let in nor challenged, if anywhere
 * @param inboundToken what the source names itself by, from a header that is configured for it
 * @param proxyToken what a proxy names the caller by, from a header that is configured for it
 * @param userList whether the user that authenticates is bound to a list
 */
public record Arrival(
        String method,
        boolean authenticateCalls,
        boolean callsByAclOnly,
        @Nullable String fallbackContext,
        @Nullable String inboundToken,
        @Nullable String proxyToken,
        boolean userList) {}
