package io.bridgewarden.facts;

/**
 * A party's flat-rate trunks. -1 stands for any number of them.
 *
 * @param inbound trunks for inbound calls
 * @param outbound trunks for outbound calls
 * @param twoway trunks for what overflows either
 * @param burst trunks for what overflows those
 * @param inboundUsed inbound channels on a trunk now, this call not counted
 * @param outboundUsed outbound channels likewise
 * @param overflow channels beyond inbound and outbound trunks, with this call
 * @param overTwoway of those, channels beyond two-way trunks: 0 if this call has a trunk
 * @param overBurst of those, channels beyond burst trunks: 0 if this call has a trunk when the party bursts
 */
public record Trunks(
        Party party,
        long inbound,
        long outbound,
        long twoway,
        long burst,
        long inboundUsed,
        long outboundUsed,
        long overflow,
        long overTwoway,
        long overBurst) {

    /** Trunks of a party, for one more call. */
    public static Trunks of(
            Party party,
            boolean inboundCall,
            long inbound,
            long outbound,
            long twoway,
            long burst,
            long inboundUsed,
            long outboundUsed) {
        long overflow = Math.addExact(
                beyond(inbound, inboundUsed + (inboundCall ? 1 : 0)),
                beyond(outbound, outboundUsed + (inboundCall ? 0 : 1)));
        long overTwoway = beyond(twoway, overflow);
        return new Trunks(
                party,
                inbound,
                outbound,
                twoway,
                burst,
                inboundUsed,
                outboundUsed,
                overflow,
                overTwoway,
                beyond(burst, overTwoway));
    }

    /** How many of {@code used} find no place among {@code limit} trunks. */
    public static long beyond(long limit, long used) {
        if (limit == -1) {
            return 0;
        }
        return Math.max(0, used - Math.max(0, limit));
    }
}
