package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddressString;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import io.bridgewarden.facts.Ports.Range;
import io.bridgewarden.store.Configuration;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.acl.AddressList;
import io.bridgewarden.store.acl.Block;
import io.bridgewarden.store.acl.ConfiguredLists;
import io.bridgewarden.store.acl.KeptLists;
import io.bridgewarden.store.acl.Listed;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.LookupSettings;
import io.bridgewarden.store.acl.NameBook;
import io.bridgewarden.store.acl.NetworkList;
import io.bridgewarden.store.acl.Notice;
import io.bridgewarden.store.acl.SwitchLists;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AclConfTest {
    private static final String TRUSTED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <document type="freeswitch/xml">
              <section name="configuration">
                <configuration name="acl.conf">
                  <network-lists>
                    <list name="authoritative" default="allow">
                    </list>
                    <list name="trusted" default="deny">
                      <node type="allow" cidr="2001:db8::/32"/>
                      <node type="deny" cidr="203.0.113.9/32"/>
                      <node type="allow" cidr="203.0.113.0/24" ports="5060,5061,5080"/>
                      <node type="allow" cidr="198.51.100.0/24" port-min="5000" port-max="5999"/>
                    </list>
                  </network-lists>
                </configuration>
              </section>
            </document>
            """;

    /** What a list says of an address, however many nodes it takes: neighbours that differ by their ports are one. */
    private record Said(Block block, boolean allows, Ports ports) {}

    private static List<Said> said(AddressList list) {
        List<Said> said = new ArrayList<>();
        for (Listed it : list.blocks()) {
            Said last = said.isEmpty() ? null : said.get(said.size() - 1);
            boolean more = last != null && last.block().equals(it.block()) && last.allows() == it.allows();
            if (more) {
                boolean any = last.ports().any() || it.ports().any();
                List<Range> ranges = new ArrayList<>(last.ports().ranges());
                ranges.addAll(it.ports().ranges());
                said.set(said.size() - 1, new Said(it.block(), it.allows(), any ? Ports.ANY : new Ports(ranges)));
            } else {
                said.add(new Said(it.block(), it.allows(), it.ports()));
            }
        }
        return said;
    }

    private static Map<String, Object> said(Lists lists) {
        Map<String, Object> said = new TreeMap<>();
        lists.names().forEach(name -> {
            AddressList list = Objects.requireNonNull(lists.find(name));
            said.put(name, Map.entry(list.allows(), said(list)));
        });
        return said;
    }

    private static Lists parsedBack(Lists lists) {
        return SwitchLists.read(AclConfReader.lists(AclConf.of(lists)), "#");
    }

    private static Lists lists(NetworkList... lists) {
        Map<String, NetworkList> byName = new TreeMap<>();
        List.of(lists).forEach(it -> byName.put(it.name(), it));
        return new Lists() {
            @Override
            public AddressList find(String name) {
                return byName.get(name);
            }

            @Override
            public Set<String> names() {
                return byName.keySet();
            }

            @Override
            public List<Notice> notices(String name) {
                return name.equals("noted") ? List.of(new Notice(name, "#", "x", "a--b is missing", true)) : List.of();
            }
        };
    }

    private static NetworkList list(String name, Listed... blocks) {
        return NetworkList.of(name, false, List.of(blocks));
    }

    private static Listed allow(String block, Ports ports) {
        Block whole = new Block(new IPAddressString(block).getAddress(), 128);
        return new Listed(null, whole, true, ports, 0, Origin.INLINE, null, false, null);
    }

    @Test
    void isWrittenAsTheSwitchReadsIt() {
        JsonNode lists = Json.read("""
                [ { "name": "trusted", "nodes": [
                      { "type": "allow", "cidr": "2001:db8::/32" },
                      { "type": "deny", "cidr": "203.0.113.9/32" },
                      { "type": "yes", "cidr": "203.0.113.77/24", "ports": "5061,5080,5060" },
                      { "type": "allow", "cidr": "198.51.100.0/24", "port-min": "5000", "port-max": "5999" } ],
                    "default": "no" },
                  { "name": "authoritative" } ]
                """.getBytes(StandardCharsets.UTF_8));

        byte[] document = AclConf.of(SwitchLists.read(lists, "#"));

        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(TRUSTED);
    }

    @Test
    void everyListThatTheRealSwitchLoadedIsParsedBackAsItWas() {
        int loaded = 0;
        for (JsonNode it : ConformanceCases.of("acl.json")) {
            Lists lists;
            try {
                lists = SwitchLists.read(it.path("lists"), "#");
            } catch (ProblemException refused) {
                continue;
            }
            assertThat(said(parsedBack(lists))).as(it.path("id").asText()).isEqualTo(said(lists));
            loaded++;
        }
        assertThat(loaded).isGreaterThan(60);
    }

    @Property(tries = 1000)
    void whatIsParsedBackEqualsWhatWasLoaded(@ForAll("documents") ArrayNode given) {
        Lists lists = SwitchLists.read(given, "#");

        assertThat(said(parsedBack(lists))).isEqualTo(said(lists));
    }

    /** A list entry: whether it is put by itself rather than configured, its name, type, blocks and ports. */
    private record Written(boolean put, String name, String type, List<String> blocks, List<Integer> ports) {
        ObjectNode document() {
            ObjectNode entry = Json.mapper()
                    .createObjectNode()
                    .put("network-list-name", "trusted")
                    .put("type", type);
            blocks.forEach(entry.putArray("cidr")::add);
            if (!ports.isEmpty()) {
                ports.forEach(entry.putArray("ports")::add);
            }
            return entry;
        }
    }

    @Property(tries = 500)
    void theSwitchDecidesByItAsIsDecidedHere(@ForAll("written") List<Written> entries) {
        ObjectNode configuration = Json.mapper().createObjectNode();
        ObjectNode acls = configuration.putObject("default").putObject("acls");
        entries.stream().filter(it -> !it.put()).forEach(it -> acls.set(it.name(), it.document()));
        EffectiveConfig config = Configuration.of(configuration, Map.of()).effective(null, null);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        NameBook names = new NameBook(name -> CompletableFuture.failedFuture(new IllegalStateException(name)), clock);
        try (ConfiguredLists configured = new ConfiguredLists(names, clock);
                KeptLists kept = KeptLists.open(null, configured, names, () -> LookupSettings.of(config), clock)) {
            entries.stream()
                    .filter(Written::put)
                    .forEach(it -> kept.put("trusted", it.name(), it.document(), "ops", there -> true, config)
                            .toCompletableFuture()
                            .join());
            Lists here = kept.of(config).toCompletableFuture().join();

            Lists there = parsedBack(here);

            for (String address : List.of("10.1.2.3", "10.1.2.4", "10.1.3.3", "10.2.2.3", "11.1.2.3")) {
                for (int port : new int[] {0, 1, 2, 3}) {
                    assertThat(allows(there, address, port))
                            .as("%s:%d", address, port)
                            .isEqualTo(allows(here, address, port));
                }
            }
        }
    }

    private static boolean allows(Lists lists, String address, int port) {
        AddressList list = Objects.requireNonNull(lists.find("trusted"));
        return list.covering(Block.address(address).orElseThrow()).stream()
                .filter(it -> port == 0 || it.ports().include(port))
                .findFirst()
                .map(Listed::allows)
                .orElse(list.allows());
    }

    @Provide
    Arbitrary<List<Written>> written() {
        Arbitrary<String> block = Arbitraries.of(
                "10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.1.2.3/32", "10.1.2.3", "10.1.2.3/16", "0.0.0.0/0");
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of("allow", "deny"),
                        block.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers()
                                .between(1, 3)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3))
                .as(Written::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 1000)
    void noPortIsGainedOrLost(@ForAll("ports") Ports ports) {
        byte[] document = AclConf.of(lists(list("x", allow("2001:db8::1", ports))));

        List<Range> back = new ArrayList<>();
        for (JsonNode node : AclConfReader.lists(document).get(0).path("nodes")) {
            assertThat(node.path("ports").asText().split(",").length).isLessThanOrEqualTo(10);
            assertThat(node.path("ports").asText()).doesNotStartWith("0");
            for (String port : node.path("ports").asText().split(",")) {
                if (!port.isEmpty()) {
                    back.add(new Range(Integer.parseInt(port), Integer.parseInt(port)));
                }
            }
            if (node.has("port-max")) {
                back.add(new Range(
                        node.path("port-min").asInt(), node.path("port-max").asInt()));
            }
        }

        for (int port : IntStream.concat(
                        IntStream.of(1, 65_535),
                        ports.ranges().stream()
                                .flatMapToInt(it -> IntStream.of(it.from() - 1, it.from(), it.to(), it.to() + 1)))
                .filter(it -> it > 0 && it < 65_536)
                .toArray()) {
            assertThat(new Ports(back).include(port)).as("%d", port).isEqualTo(ports.include(port));
        }
    }

    @Test
    void anAddressThatTheSwitchWouldTakeForAMappedOneIsSpelledOut() {
        byte[] document = AclConf.of(lists(list("x", allow("::ffff:c000:209", Ports.ANY))));

        assertThat(AclConfReader.lists(document).at("/0/nodes/0/cidr").asText())
                .isEqualTo("0:0:0:0:0:ffff:c000:209/128");
    }

    @Test
    void whatAListLacksIsSaidBesideIt() {
        String document = new String(AclConf.of(lists(list("noted"))), StandardCharsets.UTF_8);

        assertThat(document).contains("<!-- a-b is missing -->");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\ud800b", "a\uffffb", "$${domain}"})
    void aListWhoseNameWouldBeReadAsAnotherIsLeftOut(String name) {
        byte[] document = AclConf.of(lists(list(name), list("b")));

        assertThat(AclConfReader.lists(document)).hasSize(1);
        assertThat(AclConfReader.lists(document).at("/0/name").asText()).isEqualTo("b");
    }

    @Test
    void markupInANameStaysText() {
        String name = "<a>&\"'</list>ü\ud83d\ude00";

        byte[] document = AclConf.of(lists(list(name)));

        assertThat(AclConfReader.lists(document).at("/0/name").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a key is needed", "--> <list name=\"any\"/> <!--", "a---b", "\u0001", "", "-"})
    void withoutListsItIsStillADocumentThatTheSwitchTakes(String because) {
        assertThat(AclConfReader.lists(AclConf.none(because))).isEmpty();
        assertThat(AclConfReader.lists(AclConf.of(lists()))).isEmpty();
    }

    @Test
    void aReplyThatHasNothingSaysSo() {
        assertThat(new String(SwitchXml.notFound(), StandardCharsets.UTF_8))
                .contains("<section name=\"result\">", "<result status=\"not found\"/>");
    }

    @Provide
    Arbitrary<Ports> ports() {
        Arbitrary<Integer> port = Arbitraries.integers().between(1, 65_535);
        Arbitrary<Range> range = Combinators.combine(
                        port, Arbitraries.integers().between(0, 30))
                .as((from, more) -> new Range(from, Math.min(65_535, from + more)));
        return range.list().ofMinSize(1).ofMaxSize(30).map(Ports::new);
    }

    @Provide
    Arbitrary<ArrayNode> documents() {
        Arbitrary<String> word = Arbitraries.of("allow", "deny", "yes", "no", "true", "permit", "1");
        Arbitrary<String> block = Combinators.combine(
                        Arbitraries.of("10.1.2.3", "203.0.113.77", "192.0.2.0", "2001:db8:1:2::7", "::ffff:192.0.2.9"),
                        Arbitraries.integers().between(1, 31))
                .as((address, length) -> address + "/" + length);
        Arbitrary<ObjectNode> node = Combinators.combine(
                        word.injectNull(0.2),
                        block.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers()
                                .between(1, 65_000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(10))
                .as(AclConfTest::node);
        Arbitrary<ObjectNode> list = Combinators.combine(
                        Arbitraries.strings().ofMinLength(1).ofMaxLength(8).filter(SwitchXml::carries),
                        word.injectNull(0.2),
                        node.list().ofMaxSize(8))
                .as((name, byDefault, nodes) -> {
                    ObjectNode it = Json.mapper().createObjectNode().put("name", name);
                    if (byDefault != null) {
                        it.put("default", byDefault);
                    }
                    nodes.forEach(it.putArray("nodes")::add);
                    return it;
                });
        return list.list().ofMaxSize(4).map(it -> {
            ArrayNode all = Json.mapper().createArrayNode();
            it.forEach(all::add);
            return all;
        });
    }

    private static ObjectNode node(String type, List<String> blocks, int how, List<Integer> ports) {
        ObjectNode node = Json.mapper().createObjectNode().put("cidr", String.join(",", blocks));
        if (type != null) {
            node.put("type", type);
        }
        if (blocks.stream().anyMatch(it -> it.startsWith("2001"))) {
            return node;
        }
        switch (how) {
            case 0 ->
                node.put(
                        "ports",
                        String.join(",", ports.stream().map(String::valueOf).toList()));
            case 1 -> node.put("port", "" + ports.get(0));
            case 2 -> node.put("port-min", "" + ports.get(0)).put("port-max", "" + (ports.get(0) + ports.size()));
            default -> node.remove("ports");
        }
        return node;
    }
}
