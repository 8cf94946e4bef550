package io.bridgewarden.facts;

import org.jspecify.annotations.Nullable;

/**
 * The call that limits are asked about.
 *
 * @param direction {@code inbound} or {@code outbound}
 * @param authorizingType what vouches for the caller: {@code device}, {@code mobile}; null if nothing does
 */
public record LimitedCall(String direction, @Nullable String authorizingType) {}
