package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private static final String NODE = "ecallmgr@apps1.acme.example";

    private static ObjectNode json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Configuration configuration(String ecallmgr) {
        return Configuration.of(json(ecallmgr), Map.of());
    }

    private static Problem refusal(String ecallmgr) {
        return catchThrowableOfType(ProblemException.class, () -> configuration(ecallmgr))
                .problem();
    }

    @Test
    void theNodesSectionGoesBeforeTheZonesAndThatBeforeDefault() {
        Configuration configuration = configuration("""
                {'default': {'fetch_timeout': 1, 'fs_node_uptime_s': 1, 'default_realm': 'd.example'},
                 'east': {'fetch_timeout': 2, 'fs_node_uptime_s': 2},
                 '%s': {'fetch_timeout': 3}}
                """.formatted(NODE));

        EffectiveConfig effective = configuration.effective(NODE, "east");

        assertThat(effective.integer("fetch_timeout")).isEqualTo(3);
        assertThat(effective.integer("fs_node_uptime_s")).isEqualTo(2);
        assertThat(effective.text("default_realm")).isEqualTo("d.example");
        assertThat(effective.setting("fetch_timeout").section()).isEqualTo(NODE);
        assertThat(effective.setting("fs_node_uptime_s").section()).isEqualTo("east");
        assertThat(effective.setting("default_realm").section()).isEqualTo("default");
        assertThat(effective.setting("use_vlc").section()).isNull();
    }

    @Test
    void aNodeWithoutASectionTakesItsZones() {
        Configuration configuration = configuration("{'default': {'fetch_timeout': 1}, 'east': {'fetch_timeout': 2}}");

        assertThat(configuration.effective("other@host", "east").integer("fetch_timeout"))
                .isEqualTo(2);
        assertThat(configuration.effective("other@host", "west").integer("fetch_timeout"))
                .isEqualTo(1);
    }

    @Test
    void withoutANodeOnlyDefaultHolds() {
        Configuration configuration = configuration("{'default': {'fetch_timeout': 1}, 'east': {'fetch_timeout': 2}}");

        assertThat(configuration.effective(null, "east").integer("fetch_timeout"))
                .isEqualTo(1);
        assertThat(configuration.effective("default", "east").integer("fetch_timeout"))
                .isEqualTo(1);
    }

    @Test
    void anObjectReplacesTheOneBelowAndIsNotMergedIntoIt() {
        Configuration configuration = configuration("""
                {'default': {'network_map': {'192.0.2.0/24': {'custom_sip_interface': 'a'}}},
                 'east': {'network_map': {'198.51.100.0/24': {'custom_sip_interface': 'b'}}},
                 '%s': {'network_map': {}}}
                """.formatted(NODE));

        assertThat(configuration.effective("other@host", "east").object("network_map"))
                .isEqualTo(json("{'198.51.100.0/24': {'custom_sip_interface': 'b'}}"));
        assertThat(configuration.effective(NODE, "east").object("network_map")).isEqualTo(json("{}"));
    }

    @Test
    void aStoredNullHidesTheSectionsBelow() {
        Configuration configuration = configuration("""
                {'default': {'freeswitch_context': 'context_9', 'use_http_cache': true, 'acls': {}},
                 'east': {'freeswitch_context': null, 'use_http_cache': null}}
                """);

        assertThat(configuration.effective("n@h", "east").text("freeswitch_context"))
                .isEqualTo("context_2");
        assertThat(configuration.effective("n@h", "east").bool("use_http_cache"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'default': {'failover_when_all_unreg': 'yes'}}   | #/default/failover_when_all_unreg | enum
            {'default': {'failover_when_all_unreg': null}}    | #/default/failover_when_all_unreg | type
            {'default': {'use_vlc': 'TRUE'}}                  | #/default/use_vlc                 | enum
            {'default': {'use_vlc': 1}}                       | #/default/use_vlc                 | type
            {'default': {'fetch_timeout': null}}              | #/default/fetch_timeout           | type
            {'default': {'fetch_timeout': ''}}                | #/default/fetch_timeout           | pattern
            {'default': {'fetch_timeout': '-5'}}              | #/default/fetch_timeout           | minimum
            {'default': {'fetch_timeout': 0.4}}               | #/default/fetch_timeout           | minimum
            {'default': {'fetch_timeout': 1e999999999}}       | #/default/fetch_timeout           | maximum
            {'default': {'multivar_separator': 12}}           | #/default/multivar_separator      | max-length
            {'default': {'tcp_packet_type': 3}}               | #/default/tcp_packet_type         | enum
            {'default': {'call_routing_bindings': 'context_2'}} | #/default/call_routing_bindings | max-length
            {'default': {'acls': {'a': {'type': 'allow'}}}}   | #/default/acls/a                  | required
            {'default': {'acls': {'a': {'cidr': '10.0.0.0/33'}}}} | #/default/acls/a/cidr         | pattern
            {'default': {'acls': {'a': {'cidr': ['::1/128', '2001:db8::/129']}}}} | #/default/acls/a/cidr/1 | pattern
            {'default': {'acls': {'a': {'cidr': '10.0.0.0/x'}}}} | #/default/acls/a/cidr          | pattern
            {'default': {'authz_enabled': 'yes'}}             | #/default/authz_enabled           | enum
            {'default': {'authz_enabled': 0}}                 | #/default/authz_enabled           | type
            {'a/b': {'zebra': 1}}                             | #/a~1b/zebra                      | unknown-member
            {'default': []}                                   | #/default                         | type
            {'default': {'restrict_channel_event_publisher': 'no'}} | #/default/restrict_channel_event_publisher | enum
            """)
    void refusesWhatWouldCrashAReaderAndWhatIsMisspelled(String document, String pointer, String code) {
        Problem problem = refusal(document);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Violation::pointer).containsExactly(pointer);
        assertThat(problem.errors()).extracting(Violation::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "'\"5\"', 5", "5.4, 5", "5.5, 6", "'\"5.5\"', 6", "'\"007\"', 7", "'\"+8\"', 8", "1e2, 100"})
    void readsANumberHoweverItIsWritten(String written, long read) {
        assertThat(configuration("{'default': {'fetch_timeout': " + written + "}}")
                        .effective(null, null)
                        .integer("fetch_timeout"))
                .isEqualTo(read);
    }

    @Test
    void roundsAwayFromZero() {
        assertThat(configuration("{'default': {'max_channel_uptime_s': -5.5}}")
                        .effective(null, null)
                        .integer("max_channel_uptime_s"))
                .isEqualTo(-6);
    }

    @Test
    void takesTheDocumentAsKazooStoresIt() {
        Configuration configuration = configuration(
                "{'_id': 'ecallmgr', '_rev': '7-x', 'pvt_type': 'config', 'pvt_modified': 6, 'default': {'use_vlc': 'true'}}");

        assertThat(configuration.effective(null, null).bool("use_vlc")).isTrue();
        assertThat(configuration.revision())
                .isEqualTo(configuration("{'default': {'use_vlc': 'true'}}").revision());
    }

    @Test
    void theRevisionDependsOnTheContentAndNotOnItsOrder() {
        Configuration one = configuration("{'default': {'use_vlc': true, 'use_shout': true}, 'east': {}}");
        Configuration same = configuration("{'east': {}, 'default': {'use_shout': true, 'use_vlc': true}}");
        Configuration other = configuration("{'east': {}, 'default': {'use_shout': true, 'use_vlc': false}}");

        assertThat(one.revision()).matches("sha256:[0-9a-f]{64}").isEqualTo(same.revision());
        assertThat(one.revision()).isNotEqualTo(other.revision());
        assertThat(one.effective("n@h", "east").revision()).isEqualTo(one.revision());
    }

    @Test
    void theDocumentMayBeChangedAfterwards() {
        ObjectNode document = json("{'default': {'network_map': {}}}");
        Configuration configuration = Configuration.of(document, Map.of());

        document.withObject("/default/network_map").putObject("192.0.2.0/24");

        assertThat(configuration.effective(null, null).object("network_map")).isEmpty();
    }

    @Test
    void nodesWithoutASectionShareOneAnswer() {
        Configuration configuration = configuration("{'east': {}, '%s': {}}".formatted(NODE));

        assertThat(configuration.effective("a@h", "west")).isSameAs(configuration.effective(null, null));
        assertThat(configuration.effective("a@h", "east")).isSameAs(configuration.effective("b@h", "east"));
        assertThat(configuration.effective(NODE, null)).isNotSameAs(configuration.effective(null, null));
    }

    @Test
    void readsOtherDocumentsByTheSameRules() {
        Configuration configuration = Configuration.of(
                json("{}"),
                Map.of(
                        "privacy",
                        json("{'_id': 'privacy', 'default': {'a': 1, 'b': 1}, 'east': {'a': 2, 'n': null}}")));

        assertThat(configuration.effective("n@h", "east").other("privacy", "a")).hasValue(Json.read(bytes("2")));
        assertThat(configuration.effective("n@h", "east").other("privacy", "b")).hasValue(Json.read(bytes("1")));
        assertThat(configuration.effective("n@h", "east").other("privacy", "n")).hasValue(Json.read(bytes("null")));
        assertThat(configuration.effective(null, null).other("privacy", "n")).isEmpty();
        assertThat(configuration.effective(null, null).other("zebra", "a")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAnAccessorThatDoesNotFitAndAKeyThatIsNotThere() {
        EffectiveConfig effective = Configuration.empty().effective(null, null);

        assertThatThrownBy(() -> effective.integer("use_vlc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> effective.bool("zebra")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> effective.text("default_realm")).isInstanceOf(IllegalStateException.class);
        assertThat(effective.optionalText("default_realm")).isEmpty();
        assertThat(effective.bool("sofia_conf")).isFalse();
        assertThat(effective.texts("call_routing_bindings")).containsExactly("context_2");
        assertThat(effective.objects("capabilities")).hasSize(12);
        assertThat(effective.objects("fs_reconnect_cmds")).isEmpty();
        assertThat(effective.raw("node_commands").isMissingNode()).isTrue();
    }

    @Test
    void aRequestsOverridesHoldOverEverySection() {
        Configuration configuration =
                configuration("{'default': {'use_vlc': true}, '%s': {'fetch_timeout': 3}}".formatted(NODE));
        EffectiveConfig before = configuration.effective(NODE, null);

        EffectiveConfig after = before.with(
                json("{'fetch_timeout': '4', 'use_vlc': 'false'}"),
                json("{'privacy': {'use_sip_privacy_header': false}}"));

        assertThat(after.integer("fetch_timeout")).isEqualTo(4);
        assertThat(after.bool("use_vlc")).isFalse();
        assertThat(after.setting("use_vlc").section()).isEqualTo("request");
        assertThat(after.other("privacy", "use_sip_privacy_header")).hasValue(Json.read(bytes("false")));
        assertThat(after.revision()).matches("sha256:[0-9a-f]{64}").isNotEqualTo(before.revision());
        assertThat(after.revision())
                .isEqualTo(before.with(
                                json("{'use_vlc': 'false', 'fetch_timeout': '4'}"),
                                json("{'privacy': {'use_sip_privacy_header': false}}"))
                        .revision());
        assertThat(before.integer("fetch_timeout")).isEqualTo(3);
        assertThat(before.revision()).isEqualTo(configuration.revision());
    }

    @Test
    void laterOverridesAddToEarlierOnes() {
        EffectiveConfig effective = Configuration.empty()
                .effective(null, null)
                .with(json("{'use_vlc': true}"), json("{'privacy': {'a': 1, 'b': 1}}"))
                .with(json("{'use_shout': true}"), json("{'privacy': {'a': 2}}"));

        assertThat(effective.bool("use_vlc")).isTrue();
        assertThat(effective.bool("use_shout")).isTrue();
        assertThat(effective.other("privacy", "a")).hasValue(Json.read(bytes("2")));
        assertThat(effective.other("privacy", "b")).hasValue(Json.read(bytes("1")));
    }

    @Test
    void noOverridesChangeNothing() {
        EffectiveConfig effective = Configuration.empty().effective(null, null);

        assertThat(effective.with(null, null)).isSameAs(effective);
        assertThat(effective.with(json("{}"), json("{}"))).isSameAs(effective);
    }

    @Test
    void refusesWrongOverridesUnderTheirMember() {
        EffectiveConfig effective = Configuration.empty().effective(null, null);

        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> effective.with(json("{'use_vlc': 'yes', 'fetch_timeout': '-1'}"), json("{'privacy': 1}")));

        assertThat(refusal.problem().type()).isEqualTo("invalid-request");
        assertThat(refusal.problem().errors())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("#/config/use_vlc", "#/config_other/privacy");
    }

    @Test
    void loadsAFileOrADirectory(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("ecallmgr.json"), "{\"default\": {\"use_vlc\": true}}");
        Files.writeString(directory.resolve("system_config.privacy.json"), "{\"default\": {\"a\": 1}}");
        Files.writeString(directory.resolve("README.md"), "not a document");
        Files.createDirectory(directory.resolve("old.json"));

        Configuration file = Configuration.load(directory.resolve("ecallmgr.json"));
        Configuration all = Configuration.load(directory);

        assertThat(file.effective(null, null).bool("use_vlc")).isTrue();
        assertThat(file.effective(null, null).other("privacy", "a")).isEmpty();
        assertThat(all.effective(null, null).bool("use_vlc")).isTrue();
        assertThat(all.effective(null, null).other("privacy", "a")).isPresent();
    }

    @Test
    void anEmptyDirectoryIsAConfigurationOfDefaults(@TempDir Path directory) {
        assertThat(Configuration.load(directory).revision())
                .isEqualTo(Configuration.empty().revision());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"default": {"use_vlc": "yes"}} | #/default/use_vlc
            {"default": {"use_vlc": true    | #/default/use_vlc
            {"default": {}, "default": {}}  | #/default
            [] | #
            """)
    void namesTheFileThatIsWrong(String text, String pointer, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ecallmgr.json"), text);

        for (Path path : new Path[] {file, directory}) {
            Problem problem = catchThrowableOfType(ProblemException.class, () -> Configuration.load(path))
                    .problem();

            assertThat(problem.type()).isEqualTo("invalid-configuration");
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.detail()).contains("`" + file + "`");
            assertThat(problem.errors()).extracting(Violation::pointer).containsExactly(pointer);
        }
    }

    @Test
    void refusesADocumentThatIsThereTwice(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("privacy.json"), "{}");
        Files.writeString(directory.resolve("system_config.privacy.json"), "{}");

        assertThat(catchThrowableOfType(ProblemException.class, () -> Configuration.load(directory))
                        .problem()
                        .detail())
                .contains("same document");
    }

    @Test
    void saysWhenThereIsNoSuchFile(@TempDir Path directory) {
        assertThat(catchThrowableOfType(
                                ProblemException.class, () -> Configuration.load(directory.resolve("gone.json")))
                        .problem()
                        .detail())
                .contains("there is no file", "gone.json");
    }
}
