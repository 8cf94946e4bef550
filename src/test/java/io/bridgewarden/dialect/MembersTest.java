package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"m\":null}", "{\"m\":\"\"}", "{\"m\":[]}", "{\"m\":{}}"})
    void onlyAbsentNullAndEmptyAreMissing(String object) {
        assertThat(Members.text(object(object), "m")).isNull();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "0"            | 0
            0              | 0
            "NULL"         | NULL
            "undefined"    | undefined
            4155550123     | 4155550123
            true           | true
            1.50           | 1.5
            ["a"]          | ["a"]
            """)
    void everythingElseReadsAsText(String value, String text) {
        assertThat(Members.text(object("{\"m\":" + value + "}"), "m")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            1                      | 1
            123456789012345678901  | 123456789012345678901
            1.0                    | 1.0
            1.5                    | 1.5
            -1.5                   | -1.5
            0.0                    | 0.0
            100000.0               | 100000.0
            1000000.0              | 1.0e+6
            123456789.5            | 123456789.5
            1e21                   | 1.0e+21
            1.25e-9                | 1.25e-9
            0.001                  | 0.001
            true                   | true
            null                   | null
            ["a",1,true]           | a1true
            {"k":"v"}              | {"k":"v"}
            """)
    void valuesRenderAsErlangWouldWriteThem(String value, String text) {
        assertThat(Members.render(value(value))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'\"true\"',true", "'\"True\"',false", "1,false", "'\"yes\"',false", "null,false"})
    void trueIsTrueOrTheTextTrue(String value, boolean isTrue) {
        assertThat(Members.isTrue(value(value))).isEqualTo(isTrue);
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) value(json);
    }

    private static JsonNode value(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
