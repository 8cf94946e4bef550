package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.rules.Notes.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {
    private static final String RULE = """
            rule "bridge: rule the world when told"
                @doc( "Says 'when' // and how." )
                @source(
                    "s" )
            when
            then
            end
            """;

    @Test
    void areFoundAndLeaveTheRestWhereItStood() {
        Notes notes = Notes.of(RULE);

        assertThat(notes.notes())
                .containsExactly(
                        new Note("doc", "Says 'when' // and how.", RULE.indexOf("@doc")),
                        new Note("source", "s", RULE.indexOf("@source")));
        assertThat(notes.bare()).hasSameSizeAs(RULE).isEqualToNormalizingWhitespace("""
                rule "bridge: rule the world when told" when then end
                """);
        assertThat(notes.bare().indexOf("when\n")).isEqualTo(RULE.indexOf("when\n"));
        assertThat(notes.bare().lines().count()).isEqualTo(RULE.lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"x\" // @doc( \"in a comment\" )\nwhen",
                "rule \"x\" /* @doc( \"in a comment\" ) */ when",
                "rule \"@doc( 'in a name' )\" when",
                "rule \"x\" when @doc( \"in a condition\" )",
                "rule \"x\" when then @doc( \"in a conclusion\" ) end",
                "@doc( \"before a rule\" ) rule \"x\" when",
                "rule \"x\" @doc( \"an escaped \\\" quote\" ) when",
                "rule \"x\" @doc( \"over\nlines\" ) when",
                "rule \"x\" @doc( \"two\", \"texts\" ) when",
                "rule \"x\" @docs( \"another name\" ) when",
                "rule \"x\" /* @doc( \"no end\" )"
            })
    void areNoneWhereNoneMayStand(String text) {
        assertThat(Notes.of(text).notes()).isEmpty();
        assertThat(Notes.of(text).bare()).isEqualTo(text);
    }

    @Test
    @Timeout(20)
    void areFoundInTextsOfAnyLength() {
        String half = "a\\n".repeat(200_000);
        String text = "// " + half.replace("\\", "/*") + "\nrule \"" + half + "\" @doc( \"D.\" ) when '" + half + "' /*"
                + half;

        assertThat(Notes.of(text).notes()).hasSize(1);
        assertThat(Notes.of("/*".repeat(300_000)).notes()).isEmpty();
    }
}
