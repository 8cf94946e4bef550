package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** The switch listens for keys in the sound of the call, for {@code reason}. */
public record DetectInbandDtmf(String reason) implements Part {
    @Override
    public String part() {
        return "inband-dtmf";
    }
}
