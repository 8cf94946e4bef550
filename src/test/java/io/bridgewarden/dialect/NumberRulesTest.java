package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRulesTest {
    @ParameterizedTest
    @CsvSource({
        "e164,  4155550123,      +14155550123",
        "e164,  14155550123,     +14155550123",
        "e164,  +4155550123,     +4155550123",
        "e164,  1155550123,      1155550123",
        "e164,  4151550123,      +4151550123",
        "e164,  415555012,       +415555012",
        "e164,  1415555012,      1415555012",
        "e164,  01144207183,     +44207183",
        "e164,  01112345,        +12345",
        "e164,  0111234,         0111234",
        "e164,  0012345,         +12345",
        "e164,  001234,          001234",
        "e164,  22345678,        +22345678",
        "e164,  2234567,         2234567",
        "e164,  *97,             *97",
        "e164,  415555012a,      415555012a",
        "npan,  +14155550123,    4155550123",
        "npan,  14155550123,     4155550123",
        "npan,  +442071838750,   +442071838750",
        "1npan, 4155550123,      14155550123",
        "1npan, 0,               0",
        "contact, 4155550123,    4155550123"
    })
    void spellsNumbersByTheBuiltInTable(String format, String number, String spelled) {
        assertThat(NumberRules.DEFAULT.format(format, number)).isEqualTo(spelled);
    }

    @Test
    void convertersAreTriedInOrderAndKeepTheLastGroupThatTookPart() {
        NumberRules rules =
                rules("{'^0(\\\\d)?(\\\\d{3})$':{'prefix':'+61','suffix':'#'},'^0(1)|0(2)':{},'9':{'prefix':'!'}}");

        assertThat(rules.format("e164", "0123")).isEqualTo("+61123#");
        assertThat(rules.format("e164", "01")).isEqualTo("1");
        assertThat(rules.format("e164", "x9x")).isEqualTo("!9");
        assertThat(rules.format("e164", "4155550123")).isEqualTo("4155550123");
        assertThat(rules.format("e164", "+0123")).isEqualTo("+0123");
        assertThat(rules.format("npan", "14155550123")).isEqualTo("4155550123");
    }

    @Test
    void aConverterThatIsNoExpressionIsRefusedByName() {
        assertThatThrownBy(() -> rules("{'^0(':{}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("e164_converters: `^0(` is not a regular expression: unclosed group");
        assertThatThrownBy(() -> rules("{'^0':'+61'}")).hasMessage("e164_converters: `^0` has no prefix and suffix");
    }

    private static NumberRules rules(String json) {
        return NumberRules.of((ObjectNode) Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
