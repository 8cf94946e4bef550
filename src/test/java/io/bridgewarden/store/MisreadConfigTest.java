package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.store.EffectiveConfig.Misfits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a request configures, read as KAZOO reads it. */
class MisreadConfigTest {
    private static final EffectiveConfig STANDING = Configuration.empty().effective(null, null);

    private static EffectiveConfig read(String json) {
        return STANDING.with(object(json), null, Misfits.READ);
    }

    private static ObjectNode object(String json) {
        return Json.readObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aWrongSpellingIsFalseOrTheDefaultAndIsToldOf() {
        EffectiveConfig config = read("{'use_http_cache':'yes','redirect_via_proxy':'no','use_vlc':'true'}");

        assertThat(config.bool("use_http_cache")).isFalse();
        assertThat(config.bool("redirect_via_proxy")).isTrue();
        assertThat(config.bool("use_vlc")).isTrue();
        assertThat(config.misread())
                .extracting(it -> it.pointer() + " " + it.detail())
                .containsExactlyInAnyOrder(
                        "#/config/use_http_cache expected `true` or `false`, found `yes`; taken for `false`",
                        "#/config/redirect_via_proxy expected `true` or `false`, found `no`; taken for `true`");
    }

    @Test
    void whatFitsIsNotToldOf() {
        assertThat(read("{'use_vlc':true,'record_sample_rate':'12000'}").misread())
                .isEmpty();
        assertThat(STANDING.misread()).isEmpty();
    }

    @Test
    void aNumberOutOfBoundsIsReadAndToldOf() {
        EffectiveConfig config = read("{'record_sample_rate':'-1'}");

        assertThat(config.integer("record_sample_rate")).isEqualTo(-1);
        assertThat(config.misread()).hasSize(1);
    }

    @Test
    void aKeyThatThereIsNotIsAMistakeAllTheSame() {
        assertThatThrownBy(() -> read("{'use_http_cache':'yes','use_cache':true}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.problem().errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("#/config/use_cache"));
    }

    @Test
    void aKeyThatThereIsNotIsFoundAmongVeryManyMistakes() {
        ObjectNode config = object("{'use_http_cache':'yes','acls':{}}");
        ObjectNode acls = (ObjectNode) config.get("acls");
        for (int i = 0; i < 20_000; i++) {
            acls.put("list" + i, i);
        }
        config.put("use_cache", true);

        assertThatThrownBy(() -> STANDING.with(config, null, Misfits.READ)).isInstanceOf(ProblemException.class);
    }

    @Test
    void otherDecisionsRefuseWhatDoesNotFit() {
        assertThatThrownBy(() -> STANDING.with(object("{'use_http_cache':'yes'}"), null))
                .isInstanceOf(ProblemException.class);
    }
}
