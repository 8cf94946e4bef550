package io.bridgewarden.store.acl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.store.Configuration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryCollectorTest {
    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EntryBook configured(String acls) {
        return new EntryCollector()
                .configured(json(acls), "#/acls", Origin.configured("default"))
                .book(Map.of());
    }

    private static EntryBook devices(String devices) {
        return new EntryCollector().devices(json(devices), "#/devices").book(Map.of());
    }

    private static EntryBook resources(String resources) {
        return new EntryCollector().resources(json(resources), "#/resources").book(Map.of());
    }

    private static List<String> blocks(EntryBook book) {
        return book.entries().stream()
                .flatMap(it -> it.members().stream())
                .map(it -> it.block().toString())
                .toList();
    }

    private static List<String> codes(EntryBook book) {
        return book.notices().stream().map(Notice::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1/32",
        "192.0.2.1:5080, 192.0.2.1/32",
        "192.0.2.77/24, 192.0.2.0/24",
        "2001:db8::1, 2001:db8::1/128",
        "2001:DB8::/32, 2001:db8::/32",
        "::ffff:192.0.2.1, 192.0.2.1/32",
        "::ffff:192.0.2.0/24, 192.0.2.0/24",
        "0.0.0.0/0, 0.0.0.0/0"
    })
    void readsABlockOrAnAddress(String cidr, String block) {
        EntryBook book =
                configured("{\"a\":{\"network-list-name\":\"trusted\",\"type\":\"allow\",\"cidr\":\"" + cidr + "\"}}");

        assertThat(blocks(book)).containsExactly(block);
        assertThat(codes(book)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"10.0.0.0/33\"}', prefix-length-out-of-range, /cidr",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"10.0.0.0/8x\"}', prefix-length-not-a-number, /cidr",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"10.0.0.5/0\"}', zero-length-of-an-address, /cidr",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"0.0.0.0/32\"}', zero-address, /cidr",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"0.0.0.0\"}', zero-address, /cidr",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"300.1.1.1\"}', no-address, /cidr",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":[\"10.0.0.0/8\",7]}', not-a-text, /cidr/1",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\"}', no-cidr, /cidr",
        "'{\"network-list-name\":\"l\",\"cidr\":\"10.0.0.0/8\"}', no-type, /type",
        "'{\"type\":\"allow\",\"cidr\":\"10.0.0.0/8\"}', no-list, /network-list-name",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"10.0.0.0/8\",\"ports\":\"5060\"}', ports-not-a-list, /ports",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"10.0.0.0/8\",\"ports\":[0,5060]}', no-port, /ports/0",
        "'{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"10.0.0.0/8\",\"ports\":[70000]}', no-port, /ports/0",
        "7, not-an-entry, ''"
    })
    void leavesOutWhatCannotBeMeantAndKeepsTheRest(String entry, String code, String member) {
        EntryBook book = configured("{\"10.0.0.0/9\":" + entry
                + ",\"good\":{\"network-list-name\":\"l\",\"type\":\"allow\",\"cidr\":\"192.0.2.0/24\"}}");

        assertThat(blocks(book)).containsExactly("192.0.2.0/24");
        assertThat(book.notices()).hasSize(1).allSatisfy(it -> {
            assertThat(it.code()).isEqualTo(code);
            assertThat(it.pointer()).isEqualTo("#/acls/10.0.0.0~19" + member);
            assertThat(it.leftOut()).isTrue();
        });
    }

    @Test
    void ofADenialWhatCanBeReadStaysSinceFewerDenialsLetMoreIn() {
        EntryBook book = configured("""
                { "deny": { "network-list-name": "l", "type": "deny", "cidr": ["10.0.0.0/8", "192.0.2.0/33"] },
                  "allow": { "network-list-name": "l", "type": "allow", "cidr": ["172.16.0.0/12", "192.0.2.0/33"] } }
                """);

        assertThat(blocks(book)).containsExactly("10.0.0.0/8");
        assertThat(codes(book)).containsExactly("prefix-length-out-of-range", "prefix-length-out-of-range");
    }

    @Test
    void countsTenPortsAsTheSwitchDoesAndSaysSo() {
        EntryBook book = configured("""
                { "a": { "network-list-name": "l", "type": "allow", "cidr": "10.0.0.0/8",
                         "ports": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] } }
                """);

        AclEntry entry = Objects.requireNonNull(book.entry("a"));
        assertThat(entry.ports().include(10)).isTrue();
        assertThat(entry.ports().include(11)).isFalse();
        assertThat(codes(book)).containsExactly("too-many-ports");
    }

    @Test
    void warnsOfWordsThatTheSwitchTakesForDenials() {
        EntryBook book =
                configured("{\"a\":{\"network-list-name\":\"l\",\"type\":\"permit\",\"cidr\":\"10.0.0.0/8\"}}");

        assertThat(Objects.requireNonNull(book.entry("a")).allows()).isFalse();
        assertThat(book.notices()).hasSize(1).allMatch(it -> !it.leftOut());
    }

    @Test
    void anEntryThatSaysWhomItAuthorizesFollowsFromADocument() {
        EntryBook book = configured("""
                { "192.0.2.1": { "network-list-name": "trusted", "type": "allow", "cidr": "192.0.2.1/32",
                    "authorizing_type": "resource", "authorizing_id": "r1", "account_id": "a1" } }
                """);

        assertThat(Objects.requireNonNull(book.entry("192.0.2.1")).origin())
                .isEqualTo(Origin.derived("resource", "r1", "a1"));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.4, 192.0.2.4/32",
        "192.0.2.4;transport=tcp, 192.0.2.4/32",
        "192.0.2.4:5080, 192.0.2.4/32",
        "192.0.2.4 primary, 192.0.2.4/32",
        "192.0.2.4x, 192.0.2.4/32",
        "192.0.2.64/26, 192.0.2.64/26",
        "2001:db8::4, 2001:db8::4/128",
        "[2001:db8::4]:5060, 2001:db8::4/128",
        "300.0.2.4 primary, ",
        "192.0.2.4/99, ",
        "::/x, "
    })
    void takesAnAddressOutOfWhatAGatewaySays(String server, String block) {
        EntryBook book =
                resources("[{\"_id\":\"r1\",\"gateways\":[{\"enabled\":true,\"server\":\"" + server + "\"}]}]");

        assertThat(blocks(book)).isEqualTo(block == null ? List.of() : List.of(block));
        assertThat(codes(book)).hasSize(block == null ? 1 : 0);
    }

    @Test
    void aHostNameThatStartsLikeAnAddressIsLookedUpAndNeverTakenForIt() {
        EntryCollector collector = new EntryCollector()
                .resources(json("[{\"_id\":\"r1\",\"inbound_ips\":[\"192.0.2.4.dyn.example\"]}]"), "#/resources");

        assertThat(collector.hosts()).containsExactly("192.0.2.4.dyn.example");
        assertThat(blocks(collector.book(Map.of()))).isEmpty();
    }

    @Test
    void aResourceThatIsOffOrDeletedAndAGatewayThatDoesNotSayThatItIsOnBringNothing() {
        assertThat(blocks(resources("""
                [ { "_id": "off", "enabled": false, "inbound_ips": ["192.0.2.1"] },
                  { "_id": "gone", "pvt_deleted": true, "inbound_ips": ["192.0.2.2"] },
                  { "_id": "on", "gateways": [ { "server": "192.0.2.3" }, { "server": "192.0.2.4", "enabled": false },
                                               { "server": "192.0.2.5", "enabled": "true" } ] },
                  { "id": "row", "doc": { "_id": "r", "inbound_ips": ["192.0.2.6"] } } ]
                """))).containsExactly("192.0.2.5/32", "192.0.2.6/32");
    }

    @Test
    void devicesThatAuthenticateByAddressAreLetIn() {
        EntryBook book = devices("""
                [ { "_id": "d1", "pvt_account_id": "a1", "sip": { "method": "ip", "ip": "192.0.2.1" } },
                  { "_id": "d2", "sip": { "method": "ip", "ip": "192.0.2.2", "inbound_ip": "198.51.100.2" },
                    "device_type": "mobile" },
                  { "_id": "d3", "sip": { "method": "password", "ip": "192.0.2.3" } },
                  { "_id": "d4", "sip": { "method": "ip" } },
                  { "_id": "d5", "enabled": false, "sip": { "method": "ip", "ip": "192.0.2.5" } } ]
                """);

        assertThat(book.entries().stream()
                        .map(it -> it.name() + " " + it.origin().source() + " "
                                + it.origin().id()))
                .containsExactly("198.51.100.2 mobile d2", "192.0.2.1 device d1");
    }

    @Test
    void ofTwoDevicesWithOneAddressTheFirstCounts() {
        EntryBook book = devices("""
                [ { "id": "d1", "key": "192.0.2.1", "value": { "account_id": "a1", "authorizing_type": "device" } },
                  { "id": "d2", "key": "192.0.2.1", "value": { "account_id": "a2", "authorizing_type": "device" } } ]
                """);

        assertThat(book.entries())
                .hasSize(1)
                .allMatch(it -> "d1".equals(it.origin().id()));
    }

    @Test
    void mediaNodesAreLetInFromThePortsOfTheirSipUrls() {
        EntryBook book =
                new EntryCollector().mediaNodes(json("""
                                [ { "node": "freeswitch@a.example",
                                    "sip_urls": ["sip:mod_sofia@192.0.2.20:11000", "sips:[2001:db8::20];transport=tls",
                                                 "tel:+12025550100"] } ]
                                """), "#/media_nodes").book(Map.of());

        assertThat(book.entries().stream().map(it -> it.list() + " " + it.name() + " " + it.portsText()))
                .containsExactly("freeswitch 192.0.2.20:11000 11000", "freeswitch [2001:db8::20]:5061 5061");
        assertThat(codes(book)).containsExactly("no-sip-url");
    }

    @Test
    void aDocumentTakesThePlaceOfAConfiguredPermissionOfItsNameAndNotOfADenial() {
        EntryBook book = new EntryCollector()
                .configured(json("""
                                { "192.0.2.1": { "network-list-name": "trusted", "type": "deny", "cidr": "192.0.2.1" },
                                  "192.0.2.2": { "network-list-name": "other", "type": "allow", "cidr": "192.0.2.2" } }
                                """), "#/acls", Origin.configured("default"))
                .resources(json("[{\"_id\":\"r1\",\"inbound_ips\":[\"192.0.2.1\",\"192.0.2.2\"]}]"), "#/resources")
                .book(Map.of());

        assertThat(Stream.of("192.0.2.1", "192.0.2.2")
                        .map(it ->
                                Objects.requireNonNull(book.entry(it)).origin().source()))
                .containsExactly("configured", "resource");
        assertThat(codes(book)).containsExactly("denied-by-name");
    }

    @Test
    void namesAreWaitedForTwoSecondsAndATenthUnlessConfigured() {
        var byDefault = Configuration.empty().effective(null, null);
        var configured = byDefault.with(
                (ObjectNode) json("{\"acl_request_timeout_ms\":300,\"acl_request_timeout_fudge_ms\":20}"), null);

        assertThat(LookupSettings.of(byDefault).limit()).isEqualTo(Duration.ofMillis(2_100));
        assertThat(LookupSettings.of(configured).limit()).isEqualTo(Duration.ofMillis(320));
    }
}
