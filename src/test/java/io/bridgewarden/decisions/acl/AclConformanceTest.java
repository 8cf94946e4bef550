package io.bridgewarden.decisions.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.ConformanceCases;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.acl.SwitchLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that a running switch answered. */
class AclConformanceTest {
    private static final Set<String> REFUSED = Set.of(
            "slash0-nonzero-net",
            "slash0-v6-nonzero-net",
            "zero-slash32",
            "cidr-length-not-number",
            "cidr-dotted-mask",
            "cidr-trailing-junk",
            "host-mask-holes",
            "host-mask-zero",
            "port-range-open",
            "ports-max-ten",
            "port-ipv6-ignored",
            "hostmask-seen-by-ipv6");

    // Of a list that the switch misreads for some IPv6 addresses; for this one it does not.
    private static final String ANSWERED = "{\"list\":\"h\",\"ip\":\"2001:db8::1\",\"expected\":false}";

    static List<Arguments> queries() {
        List<Arguments> queries = new ArrayList<>();
        for (JsonNode it : ConformanceCases.of("acl.json")) {
            it.path("queries")
                    .forEach(query -> queries.add(Arguments.of(it.path("id").asText(), it, query)));
        }
        return queries;
    }

    static AclResult ask(ObjectNode request) {
        Schemas.shipped().check("acl-request", request);
        SwitchLists lists = SwitchLists.read(request.path("lists"), "#/lists");
        AclRequest read = AclRequest.read(request, lists, lists);
        return AclVerdict.resolve(read, DecisionsFixture.RULEBOOK.evaluate("acl", read.facts()), true);
    }

    private static ObjectNode request(JsonNode theCase, JsonNode query) {
        ObjectNode request = query.deepCopy();
        request.remove("expected");
        request.set("lists", theCase.path("lists"));
        return request.put("local_address", "10.20.30.40/24");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("queries")
    void everyQueryIsAnsweredAsTheSwitchDoesOrRefusedAsAQuirk(String id, JsonNode theCase, JsonNode query) {
        ObjectNode request = request(theCase, query);

        if (REFUSED.contains(id) && !ANSWERED.equals(query.toString())) {
            assertThatThrownBy(() -> ask(request)).isInstanceOfSatisfying(ProblemException.class, it -> {
                assertThat(it.problem().status()).isEqualTo(422);
                assertThat(it.problem().errors())
                        .isNotEmpty()
                        .allSatisfy(error -> assertThat(error.detail()).isNotBlank());
            });
        } else {
            assertThat(ask(request).allow()).isEqualTo(query.path("expected").booleanValue());
        }
    }

    @Test
    void onlyQuirksAreRefused() {
        Set<String> quirks = new TreeSet<>();
        for (JsonNode it : ConformanceCases.of("acl.json")) {
            Stream.Builder<String> tags = Stream.builder();
            it.path("tags").forEach(tag -> tags.add(tag.asText()));
            if (tags.build().anyMatch("quirk"::equals)) {
                quirks.add(it.path("id").asText());
            }
        }

        assertThat(quirks).containsAll(REFUSED);
    }
}
