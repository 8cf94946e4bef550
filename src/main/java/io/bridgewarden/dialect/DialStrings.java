package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes legs of a FreeSWITCH dial string. No value of an endpoint can add a variable, a header or a leg: what the
 * switch would act on is left out of variables and reported, and an address that holds any of it is not dialled. Safe
 * to share between threads.
 */
public final class DialStrings {
    /** Most legs the switch tells apart between two {@code |}, and most groups; what follows would join the last. */
    public static final int MOST_LEGS = 128;

    private static final DialContact SOMEWHERE = new DialContact("sip:user@phone.invalid", false);

    private final DialSettings settings;

    public DialStrings(DialSettings settings) {
        this.settings = settings;
    }

    public DialSettings settings() {
        return settings;
    }

    /**
     * Whether an endpoint has an address that can be dialled, provided its user is registered if it takes a
     * registration to reach it.
     */
    public boolean isDialable(ObjectNode endpoint) {
        return DialAddress.of(endpoint, SOMEWHERE, settings) != null;
    }

    /** A warning, at the given pointer, where there are more legs than the switch tells apart. */
    public static Optional<DialWarning> tooManyLegs(int legs, String pointer) {
        return legs <= MOST_LEGS
                ? Optional.empty()
                : Optional.of(new DialWarning(
                        pointer,
                        "too-many-legs",
                        "the switch tells %d legs apart; the last of them would be dialled with the rest of the text"
                                .formatted(MOST_LEGS)));
    }

    /**
     * The leg of an endpoint, or empty if {@link #isDialable} says no or it takes a contact and there is none.
     *
     * @param contact where the endpoint's user is registered, for endpoints that are looked up
     */
    public Optional<Leg> leg(ObjectNode endpoint, @Nullable DialContact contact, LegOptions options) {
        String address = DialAddress.of(endpoint, contact, settings);
        if (address == null) {
            return Optional.empty();
        }
        List<DialWarning> warnings = new ArrayList<>(0);
        VariableBlock block = new VariableBlock(warnings);
        VariableWriter writer = new VariableWriter(settings, block, warnings);
        if (contact != null && contact.webrtc() && DialAddress.isLookedUp(endpoint)) {
            writer.member("Media-Webrtc", JsonNodeFactory.instance.booleanNode(true));
        }
        writer.endpoint(endpoint, options);
        StringBuilder leg = new StringBuilder(512);
        block.appendLeg(leg);
        return Optional.of(new Leg(leg.append(address).toString(), warnings));
    }
}
