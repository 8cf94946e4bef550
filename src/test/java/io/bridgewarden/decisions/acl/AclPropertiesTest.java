package io.bridgewarden.decisions.acl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.documents.Json;
import io.bridgewarden.store.acl.SwitchLists;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prefix tries and the rules against a scan of every block, which is as simple as can be. */
class AclPropertiesTest {
    private static final int TRIPLES = 50_000;
    private static final int QUESTIONS_A_LIST = 10;

    /** What a scan goes through: one block, and what it says. */
    private record Scanned(BigInteger network, int length, int bits, boolean allows, int from, int to) {
        boolean covers(BigInteger address, int bitsOfAddress) {
            return bits == bitsOfAddress
                    && address.xor(network).shiftRight(bits - length).signum() == 0;
        }

        boolean accepts(int port) {
            return port == 0 || to == 0 || (from <= port && port <= to);
        }
    }

    /** One list, as a document and as what a scan goes through. */
    private record Made(ObjectNode document, boolean allows, List<Scanned> blocks) {
        boolean scan(BigInteger address, int bits, int port) {
            Scanned best = null;
            for (Scanned it : blocks) {
                boolean longer = best == null || it.length() > best.length();
                if (longer && it.covers(address, bits) && it.accepts(port)) {
                    best = it;
                }
            }
            return best == null ? allows : best.allows();
        }
    }

    // Two seeds of 50,000: other lists each run would say no more, and a failure could not be looked at again.
    @ParameterizedTest
    @ValueSource(longs = {20_261_125, 7})
    void decidesAsALongestPrefixScanDoes(long seed) throws UnknownHostException {
        Random random = new Random(seed);
        int allowed = 0;
        for (int i = 0; i < TRIPLES / QUESTIONS_A_LIST; i++) {
            Made made = list(random);
            SwitchLists lists = SwitchLists.read(made.document().path("lists"), "#/lists");
            for (int j = 0; j < QUESTIONS_A_LIST; j++) {
                int bits = random.nextInt(3) == 0 ? 128 : 32;
                BigInteger address = near(made, bits, random);
                int port = random.nextInt(3) == 0 ? 0 : 5060 + random.nextInt(6);
                ObjectNode request = made.document().deepCopy();
                request.put("list", "l").put("ip", text(address, bits)).put("port", port);

                AclRequest read = AclRequest.read(request, lists, lists);
                AclResult result =
                        AclVerdict.resolve(read, DecisionsFixture.RULEBOOK.evaluate("acl", read.facts()), false);

                assertThat(result.allow()).as(request.toString()).isEqualTo(made.scan(address, bits, port));
                allowed += result.allow() ? 1 : 0;
            }
        }
        assertThat(allowed).isBetween(TRIPLES / 10, TRIPLES * 9 / 10);
    }

    @Test
    void theOrderOfNodesMattersToEqualBlocksAlone() throws UnknownHostException {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            Made made = list(random);
            ArrayNode nodes = (ArrayNode) made.document().at("/lists/0/nodes");
            List<JsonNode> reversed = new ArrayList<>();
            nodes.forEach(it -> reversed.add(0, it));
            ObjectNode other = made.document().deepCopy();
            ((ArrayNode) other.at("/lists/0/nodes")).removeAll().addAll(reversed);
            List<Scanned> backwards = new ArrayList<>(made.blocks());
            Collections.reverse(backwards);
            Made turned = new Made(other, made.allows(), backwards);
            BigInteger address = near(made, 32, random);
            SwitchLists lists = SwitchLists.read(other.path("lists"), "#/lists");
            ObjectNode request = other.deepCopy();
            request.put("list", "l").put("ip", text(address, 32));

            AclRequest read = AclRequest.read(request, lists, lists);
            AclResult result = AclVerdict.resolve(read, DecisionsFixture.RULEBOOK.evaluate("acl", read.facts()), false);

            assertThat(result.allow()).isEqualTo(turned.scan(address, 32, 0));
        }
    }

    private static Made list(Random random) throws UnknownHostException {
        boolean allows = random.nextBoolean();
        List<Scanned> blocks = new ArrayList<>();
        ObjectNode document = Json.mapper().createObjectNode();
        ObjectNode list =
                document.putArray("lists").addObject().put("name", "l").put("default", allows ? "allow" : "deny");
        ArrayNode nodes = list.putArray("nodes");
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            boolean six = random.nextInt(3) == 0;
            int bits = six ? 128 : 32;
            Scanned near = blocks.isEmpty() ? null : blocks.get(random.nextInt(blocks.size()));
            BigInteger network = near != null && near.bits() == bits && random.nextBoolean()
                    ? near.network()
                    : new BigInteger(bits, random);
            int length = random.nextInt(4) == 0 ? bits : random.nextInt(bits + 1);
            network = masked(network, length, bits);
            if (network.signum() == 0 && length == 32 && !six) {
                continue; // the switch reads it as every address, so it is refused
            }
            boolean allow = random.nextBoolean();
            int from = six || random.nextBoolean() ? 0 : 5060 + random.nextInt(6);
            int to = from == 0 ? 0 : from + random.nextInt(3);
            blocks.add(new Scanned(network, length, bits, allow, from, to));
            BigInteger hostBits = length == 0 ? BigInteger.ZERO : new BigInteger(bits - length, random);
            ObjectNode node = nodes.addObject()
                    .put("type", allow ? "allow" : "deny")
                    .put("cidr", text(network.or(hostBits), bits) + "/" + length);
            if (to > from) {
                node.put("port-min", "" + from).put("port-max", "" + to);
            } else if (to > 0) {
                node.put("port", "" + to);
            }
        }
        return new Made(document, allows, blocks);
    }

    /** An address at, in or beside one of the blocks, or anywhere. */
    private static BigInteger near(Made made, int bits, Random random) {
        List<Scanned> family =
                made.blocks().stream().filter(it -> it.bits() == bits).toList();
        @Nullable Scanned block = family.isEmpty() ? null : family.get(random.nextInt(family.size()));
        if (block == null || random.nextInt(8) == 0) {
            return new BigInteger(bits, random);
        }
        BigInteger size = BigInteger.ONE.shiftLeft(bits - block.length());
        BigInteger address = switch (random.nextInt(5)) {
            case 0 -> block.network();
            case 1 -> block.network().add(size).subtract(BigInteger.ONE);
            case 2 -> block.network().add(size);
            case 3 -> block.network().subtract(BigInteger.ONE);
            default -> block.network().or(new BigInteger(bits - block.length(), random));
        };
        return address.mod(BigInteger.ONE.shiftLeft(bits));
    }

    private static BigInteger masked(BigInteger address, int length, int bits) {
        return address.shiftRight(bits - length).shiftLeft(bits - length);
    }

    private static String text(BigInteger address, int bits) throws UnknownHostException {
        byte[] bytes = new byte[bits / 8];
        byte[] given = address.toByteArray();
        int length = Math.min(bytes.length, given.length);
        System.arraycopy(given, given.length - length, bytes, bytes.length - length, length);
        String text = InetAddress.getByAddress(bytes).getHostAddress();
        // IPv6 addresses are spelled in capitals and lower case alike.
        return address.testBit(0) ? text.toUpperCase(Locale.ROOT) : text;
    }
}
