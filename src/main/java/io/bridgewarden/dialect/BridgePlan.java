package io.bridgewarden.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules decided about a bridge request.
 *
 * @param legs what is dialled, in order; each must be dialable as {@link DialStrings#isDialable} means it
 * @param separator between legs: {@code ,} rings together, {@code |} one after the other
 * @param bypassMedia what is set on the caller's channel before the bridge, if anything: true lets media go past the
 *     switch, false leads it through
 * @param keepBypassMedia indexes of the endpoints whose own {@code Bypass-Media} is written; of all endpoints, since
 *     those that are not dialled still count in what all of them share
 */
public record BridgePlan(
        List<BridgeLeg> legs, String separator, Optional<Boolean> bypassMedia, Set<Integer> keepBypassMedia) {
    public BridgePlan {
        legs = List.copyOf(legs);
        keepBypassMedia = Set.copyOf(keepBypassMedia);
    }
}
