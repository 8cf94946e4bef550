package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCleanerTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            O'Brien, Ltd. <1>   | OBrien Ltd 1
            Жé张 ß-1            | Жé张 ß-1
            a_b~c               | a_bc
            m²                  | m²
            e\u0301             | e
            हिन्दी                | हनद
            a\u203fb            | ab
            x\u00a0y            | x\u00a0y
            Bob \ud83d\ude00!   | `Bob `
            plain-name_1        | plain-name_1
            """, delimiter = '|')
    void byDefaultKeepsLettersAndNumbersOfAnyScript(String name, String cleaned) {
        assertThat(NameCleaner.of(null).clean(name)).isEqualTo(cleaned);
    }

    @Test
    void anEmptyExpressionIsTheDefault() {
        assertThat(NameCleaner.of("").clean("a.b")).isEqualTo("ab");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [^a-z]          | Bär & Söhne  | rhne
            \\W             | ü-²_!        | ü²_
            \\w             | ü-²_!        | -!
            [\\W]           | ü-²          | ü²
            \\s+            | `a \u00a0 b` | ab
            \\S             | `a b`        | ` `
            [^\\S]          | `a b`        | ab
            \\d             | 1٣²          | ²
            \\D             | 1a٣          | 1٣
            []a]            | a]b          | b
            [^]a]           | a]b          | a]
            [a[]            | a[b          | b
            [a&&b]          | a&bc         | c
            [[:punct:]]     | a!b-c        | abc
            [[:alpha:]]     | éa1          | 1
            \\Q[\\E         | a[b          | ab
            \\.             | a.b          | ab
            """)
    void anotherExpressionCutsWhatItMatchesInUnicode(String expression, String name, String cleaned) {
        assertThat(NameCleaner.of(expression.replace("\\\\", "\\")).clean(name)).isEqualTo(cleaned);
    }

    @Test
    void anInvalidExpressionIsRefusedSayingWhy() {
        for (String expression : List.of("[a-z", "(", "a{2,1}", "*")) {
            assertThatThrownBy(() -> NameCleaner.of(expression))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("`" + expression + "` is not a regular expression: ")
                    .hasMessageNotContainingAny("java.", "Exception");
        }
    }
}
