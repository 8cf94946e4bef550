package io.bridgewarden.documents;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.documents.Problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    private static final Schemas SCHEMAS = Schemas.shipped();
    private static final String REGISTRATION =
            "{'username': 'alice', 'realm': 'acme.example', 'contact': '<sip:alice@192.0.2.7>', %s}";

    static Stream<JsonNode> conformanceCases() {
        return Stream.concat(ConformanceCases.stream("bridge.json"), ConformanceCases.stream("bridge-command.json"));
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<Violation> mistakes(String text) {
        return SCHEMAS.violations("bridge-request", json(text), "#");
    }

    @Test
    void everyConformanceCaseIsABridgeRequestAsItStands() {
        assertThat(conformanceCases())
                .hasSize(194)
                .allSatisfy(it -> assertThat(SCHEMAS.violations("bridge-request", it, "#"))
                        .as(it.path("id").asText())
                        .isEmpty());
    }

    @Test
    void refusesWithAProblemThatListsTheMistakes() {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> SCHEMAS.check("bridge-request", json("{'endpoints': [], 'nod': 'a'}")));

        assertThat(refusal.problem().status()).isEqualTo(422);
        assertThat(refusal.problem().type()).isEqualTo("invalid-request");
        assertThat(refusal.problem().errors())
                .containsExactly(
                        new Violation("#/nod", "unknown-member", "there is no member `nod` here; did you mean `node`"));
    }

    @Test
    void acceptsADocumentThatIsRight() {
        SCHEMAS.check("bridge-request", json("{'endpoints': [{'Invite-Format': 'route', 'Zap': [1]}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'endpoints': [1]}                                    | #/endpoints/0       | type            | expected an object: a bridge endpoint, found `1`
            {'endpoints': [[]]}                                   | #/endpoints/0       | type            | expected an object: a bridge endpoint, found an empty list
            {'endpoints': {}}                                     | #/endpoints         | type            | expected a list of at most 1000 endpoints, found an empty object
            {'endpoint': [], 'endpoints': []}                     | #/endpoint          | unknown-member  | there is no member `endpoint` here; did you mean `endpoints`
            {'endpoints': [], 'Endpoint': []}                     | #/Endpoint          | unknown-member  | there is no member `Endpoint` here; did you mean `endpoints`
            {'endpoints': [], 'zebra': 1}                         | #/zebra             | unknown-member  | there is no member `zebra` here
            {'endpoints': [], 'a/b~c': 1}                         | #/a~1b~0c           | unknown-member  | there is no member `a/b~c` here
            {}                                                    | #                   | one-of          | either `endpoints` or `request` is needed, and not both
            {'endpoints': [], 'request': {'Endpoints': []}}       | #                   | one-of          | either `endpoints` or `request` is needed, and not both
            []                                                    | #                   | type            | expected an object: a question about a bridge, found an empty list
            {'request': {}}                                       | #/request           | required        | member `Endpoints` is missing
            {'endpoints': [], 'dial_method': 3}                   | #/dial_method       | type            | expected `single` or `simultaneous`, found `3`
            {'endpoints': [], 'now': 'noon'}                      | #/now               | format          | expected an instant such as `2026-01-15T10:00:00Z`, found `noon`
            {'endpoints': [], 'now': '2026-02-30T10:00:00Z'}      | #/now               | format          | expected an instant such as `2026-01-15T10:00:00Z`, found `2026-02-30T10:00:00Z`
            {'endpoints': [], 'busy_owners': [null, 'u1', 2]}     | #/busy_owners/2     | type            | expected the id of an owner, or null, found `2`
            {'endpoints': [], 'media': {'a/b': 1}}                | #/media/a~1b        | type            | expected a URL, found `1`
            {'endpoints': [], 'node': ''}                         | #/node              | min-length      | expected the name of a node, found an empty text
            {'endpoints': [], 'config': {'use_vlc': 'yes'}}       | #/config/use_vlc    | enum            | expected `true` or `false`, found `yes`
            {'endpoints': [], 'config': {'use_vcl': true}}        | #/config/use_vcl    | unknown-member  | there is no member `use_vcl` here; did you mean `use_vlc`
            {'endpoints': [], 'config': {'fetch_timeout': 0}}     | #/config/fetch_timeout | minimum      | expected a whole number of milliseconds, 1 or more, found `0`
            {'endpoints': [], 'config': {'fetch_timeout': 'x'}}   | #/config/fetch_timeout | pattern      | expected a whole number of milliseconds, 1 or more, found `x`
            {'endpoints': [], 'config': {'network_map': {'10.0.0.1': {}}}} | #/config/network_map/10.0.0.1 | property-names | `10.0.0.1` is not an address block such as `192.0.2.0/24`
            {'endpoints': [], 'config': {'sanitize_fs_value_regex': '[a'}} | #/config/sanitize_fs_value_regex | format | expected a regular expression, found `[a`
            {'endpoints': [], 'config_other': {'privacy': 1}}     | #/config_other/privacy | type         | expected an object of keys and values, found `1`
            """)
    void saysOneMistakeOnceAtItsPlaceAndWhatWouldBeRight(String document, String pointer, String code, String detail) {
        assertThat(mistakes(document)).containsExactly(new Violation(pointer, code, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'age': 3                                                       | #  | one-of
            'expires_at': '2026-01-15T10:00:00Z', 'age': 3                 | #  | one-of
            'expires_at': '2026-01-15T10:00:00Z', 'expires': 3             | #  | one-of
            'expires': 60, 'age': 3, 'registered_at': '2026-01-15T10:00:00Z' | # | not
            'expires': -1                                                  | #/expires | minimum
            'expires': 4294967296                                          | #/expires | maximum
            'expires': 1e999999999                                         | #/expires | maximum
            'expires': 1e-999999999                                        | #/expires | type
            'expires': '60'                                                | #/expires | type
            'expires': 60, 'zones': 'b'                                    | #/zones   | unknown-member
            """)
    void refusesARegistrationWithoutOneClearLifetime(String lifetime, String pointer, String code) {
        assertThat(SCHEMAS.violations("registration", json(REGISTRATION.formatted(lifetime)), "#"))
                .singleElement()
                .satisfies(it -> assertThat(it.pointer()).isEqualTo(pointer))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'expires': 0",
                "'expires': 60, 'age': 3",
                "'expires': 60, 'registered_at': '2026-01-15T11:00:00.5+01:00'",
                "'expires_at': '2026-01-15T10:00:00Z', 'zone': 'b'"
            })
    void acceptsEachWayToSayALifetime(String lifetime) {
        assertThat(SCHEMAS.violations("registration", json(REGISTRATION.formatted(lifetime)), "#"))
                .isEmpty();
    }

    @Test
    void namesTheWordsThatAreAllowed() {
        assertThat(mistakes("{'endpoints': [], 'separator': ';'}"))
                .containsExactly(new Violation("#/separator", "enum", "expected one of `,`, `|` and `:_:`, found `;`"));
    }

    @Test
    void listsEveryMistakeOfADocument() {
        assertThat(mistakes("{'registrations': [{'username': ' ', 'expires': 1}], 'media': [], 'extra': 1}"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactlyInAnyOrder(
                        tuple("#/registrations/0/username", "pattern"),
                        tuple("#/registrations/0", "required"),
                        tuple("#/registrations/0", "required"),
                        tuple("#/media", "type"),
                        tuple("#/extra", "unknown-member"),
                        tuple("#", "one-of"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-15T10:00:00Z",
                "2026-01-15t10:00:00.123456789z",
                "2026-01-15T10:00:00-08:00",
                "0000-01-01T00:00:00Z"
            })
    void takesAnInstantThatEveryReaderTakes(String instant) {
        assertThat(mistakes("{'endpoints': [], 'now': '" + instant + "'}")).isEmpty();
        assertThat(OffsetDateTime.parse(instant).toInstant()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-15T10:00Z",
                "2026-01-15T10:00:00",
                "2026-01-15",
                "2026-01-15T24:00:00Z",
                "2026-12-31T23:59:60Z",
                "2026-01-15T10:00:00+19:00",
                "2026-01-15T10:00:00.1234567890Z",
                "12026-01-15T10:00:00Z",
                "2026-01-15 10:00:00Z"
            })
    void refusesWhatIsNoInstant(String instant) {
        assertThat(mistakes("{'endpoints': [], 'now': '" + instant + "'}"))
                .extracting(Violation::pointer)
                .containsExactly("#/now");
    }

    @Test
    void putsThePointerOfAPartUnderThatOfTheWhole() {
        assertThat(SCHEMAS.violations("system_config.ecallmgr", json("{'use_vlc': 1}"), "#/default"))
                .extracting(Violation::pointer)
                .containsExactly("#/default/use_vlc");
    }

    @Test
    void doesNotRepeatLongOrUnprintableInput() {
        String value = "`\\n" + "x".repeat(500);

        assertThat(mistakes("{'endpoints': [], 'separator': '" + value + "'}"))
                .singleElement()
                .satisfies(it -> assertThat(it.detail())
                        .hasSizeLessThan(200)
                        .contains("a text of 502 characters, `' xxx")
                        .endsWith("…`")
                        .doesNotContain("\n"));
    }

    @Test
    void tellsABoundedNumberOfMistakes() {
        String ones = String.join(",", nCopies(500, "1"));
        String millions = String.join(",", nCopies(100_000, "1"));

        assertThat(mistakes("{'endpoints': [" + ones + "]}")).hasSize(Schemas.MAX_VIOLATIONS);
        assertThat(mistakes("{'endpoints': [" + millions + "]}")).isNotEmpty().hasSizeLessThan(3);
    }

    @Test
    void refusesMoreEndpointsThanABridgeCanHave() {
        String endpoints = String.join(",", nCopies(1001, "{}"));

        assertThat(mistakes("{'endpoints': [" + endpoints + "]}"))
                .containsExactly(new Violation(
                        "#/endpoints", "max-items", "expected a list of at most 1000 endpoints, found a list of 1001"));
    }

    @Test
    void namesNoTypeOfTheProgram() {
        List<Violation> violations =
                mistakes("{'endpoints': [true], 'request': [], 'media': {'a': {}}, 'config': {'acls': {'a': {}}}}");

        assertThat(violations)
                .hasSizeGreaterThan(3)
                .allSatisfy(it -> assertThat(it.detail()).doesNotContain("Node", "java", "string found", "null found"));
    }

    @Test
    void doesNotKnowOtherSchemas() {
        assertThatThrownBy(() -> SCHEMAS.schema("zebra"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`zebra`");
    }
}
