package io.bridgewarden.dialect;

/**
 * What the rules decided about one leg.
 *
 * @param answerBusy the switch is to answer busy in place of the phone, whose owner wants no second call
 * @param keepBypassMedia whether the endpoint's own {@code Bypass-Media} is written
 */
public record LegOptions(boolean answerBusy, boolean keepBypassMedia) {
    /** The endpoint as it stands. */
    public static final LegOptions PLAIN = new LegOptions(false, true);
}
