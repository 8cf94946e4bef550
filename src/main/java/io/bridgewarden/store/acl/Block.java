package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses, in normal form: no host bits, IPv4-mapped as the IPv4 block it carries.
 *
 * @param network its first address, without a prefix length
 * @param length its prefix length, in bits of its family
 */
public record Block(IPAddress network, int length) {
    private static final String MAPPED = "::ffff:";
    private static final int LONGEST = 45;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowBinary(false)
            .allowLeadingZeros(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getParentBuilder()
            .toParams();

    /**
     * Reads one address, strictly: no host name, no zone, no prefix length.
     *
     * @return the address, of an IPv4-mapped one written with {@code ::ffff:} the IPv4 address, since a long spelling is
     *     not taken for mapped (reference, acl 8.2); empty if the text is none
     */
    public static Optional<IPAddress> address(String text) {
        boolean mapped = text.regionMatches(true, 0, MAPPED, 0, MAPPED.length());
        boolean dotted = mapped && text.indexOf('.') > 0;
        String bare = dotted ? text.substring(MAPPED.length()) : text;
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return Optional.empty();
        }
        IPAddress address = new IPAddressString(bare, STRICT).getAddress();
        if (address == null || address.isMultiple() || (dotted && !address.isIPv4())) {
            return Optional.empty();
        }
        return Optional.of(mapped && !dotted ? carried(address) : address);
    }

    private static IPAddress carried(IPAddress address) {
        IPv6Address mapped = address.toIPv6();
        return mapped.isIPv4Mapped() ? mapped.getEmbeddedIPv4Address() : address;
    }

    /**
     * Reads {@code ADDRESS/LENGTH}; host bits are taken off.
     *
     * @throws BlockException if it is no block, or one that the switch would read as another
     */
    public static Block parse(String text) throws BlockException {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new BlockException(
                    "no-prefix-length", "`%s` has no prefix length; write `%1$s/32`".formatted(text), true);
        }
        IPAddress address = address(text.substring(0, slash))
                .orElseThrow(
                        () -> new BlockException("no-address", "`%s` starts with no address".formatted(text), false));
        String digits = text.substring(slash + 1);
        if (!NUMBER.matcher(digits).matches()) {
            throw new BlockException(
                    "prefix-length-not-a-number",
                    "the prefix length of `%s` is no number; the switch would guess one".formatted(text),
                    false);
        }
        int length = Integer.parseInt(digits);
        if (length < 0 || length > address.getBitCount()) {
            throw new BlockException(
                    "prefix-length-out-of-range",
                    "the prefix length of `%s` is not from 0 to %d".formatted(text, address.getBitCount()),
                    true);
        }
        return of(text, address, length);
    }

    /**
     * Reads an address and a dotted mask, IPv4 alone.
     *
     * @throws BlockException if either is no address, or the mask has holes
     */
    public static Block parse(String host, String mask) throws BlockException {
        String text = host + "/" + mask;
        IPAddress address = address(host)
                .filter(IPAddress::isIPv4)
                .orElseThrow(() -> new BlockException("no-address", "`%s` is no IPv4 address".formatted(host), false));
        IPAddress bits = address(mask)
                .filter(IPAddress::isIPv4)
                .orElseThrow(() -> new BlockException("no-mask", "`%s` is no IPv4 mask".formatted(mask), false));
        Integer length = bits.getBlockMaskPrefixLength(true);
        if (length == null) {
            throw new BlockException(
                    "mask-with-holes", "the mask `%s` has holes; write a prefix length".formatted(mask), false);
        }
        return of(text, address, length);
    }

    private static Block of(String text, IPAddress address, int length) throws BlockException {
        if (length == 0 && !address.isZero()) {
            throw new BlockException(
                    "zero-length-of-an-address",
                    "the switch reads `%s` as that one address; write `/%d`, or the zero address for every one"
                            .formatted(text, address.getBitCount()),
                    false);
        }
        if (length == 32 && address.isIPv4() && address.isZero()) {
            throw new BlockException(
                    "zero-address",
                    "the switch reads `%s` as every IPv4 address; write `0.0.0.0/0`".formatted(text),
                    false);
        }
        return of(address, length);
    }

    /** The block of a length that an address lies in. */
    static Block of(IPAddress address, int length) {
        // Made of its bits alone: an address that was parsed holds on to its text and to more than itself.
        if (address.isIPv4()) {
            int mask = length == 0 ? 0 : -1 << (address.getBitCount() - length);
            return new Block(new IPv4Address(address.toIPv4().intValue() & mask), length);
        }
        byte[] bytes = address.getBytes();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, length - i * Byte.SIZE));
            bytes[i] &= (byte) (0xff00 >> kept);
        }
        return new Block(new IPv6Address(bytes), length);
    }

    /** Whether it is one address. */
    boolean isSingle() {
        return length == network.getBitCount();
    }

    /** Whether an address of the block's family lies in it. */
    boolean contains(IPAddress address) {
        return address.getBitCount() == network.getBitCount()
                && (length == 0 || of(address, length).network().equals(network));
    }

    /** One address as a block. */
    public static Block single(IPAddress address) {
        return of(address, address.getBitCount());
    }

    /** The form the trie is keyed by: an address, or a block with its length. */
    IPAddress key() {
        if (isSingle()) {
            return network;
        }
        return network.isIPv4()
                ? new IPv4Address(network.toIPv4().intValue(), length)
                : new IPv6Address(network.getBytes(), length);
    }

    /** The first bits of its network; blocks sorted by it lie side by side in a trie. */
    int firstBits() {
        if (network.isIPv4()) {
            return network.toIPv4().intValue();
        }
        byte[] bytes = network.getBytes();
        return ByteBuffer.wrap(bytes).getInt();
    }

    /** {@code 192.0.2.0/24}. */
    @Override
    public String toString() {
        return network.toCanonicalString() + "/" + length;
    }
}
