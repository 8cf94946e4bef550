package io.bridgewarden.dialect;

import java.util.List;

/**
 * One leg of a bridge in the switch's words.
 *
 * @param channel block of variables, if there are any, and destination
 * @param warnings members that are not in it as they were asked for
 */
public record Leg(String channel, List<DialWarning> warnings) {
    public Leg {
        warnings = List.copyOf(warnings);
    }
}
