package io.bridgewarden.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the switch is told for a bridge request (reference, bridge 15).
 *
 * @param refused why nothing is bridged; null if something is, and then there is nothing else
 * @param before commands before the bridge is prepared: {@code set} and {@code execute}, each with its argument
 * @param applications applications with their arguments, in order, the bridge itself among them
 * @param separator between legs: {@code ,} rings together, {@code |} one after the other
 * @param channelVariables block of variables that hold for all legs
 * @param legs what is dialled, in the plan's order, each with its own warnings, whose pointers start at the endpoint
 * @param warnings members of the request that are not in it as they were asked for
 */
public record BridgeCommand(
        @Nullable String refused,
        List<String> before,
        List<String> applications,
        String separator,
        String channelVariables,
        List<Leg> legs,
        List<DialWarning> warnings) {
    public BridgeCommand {
        before = List.copyOf(before);
        applications = List.copyOf(applications);
        legs = List.copyOf(legs);
        warnings = List.copyOf(warnings);
    }

    static BridgeCommand refusedBecause(String reason) {
        return new BridgeCommand(reason, List.of(), List.of(), "", "", List.of(), List.of());
    }
}
