package io.bridgewarden.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private static ObjectNode json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** The examples of RFC 7396, appendix A, that are objects. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'a':'b'}         | {'a':'c'}                  | {'a':'c'}
            {'a':'b'}         | {'b':'c'}                  | {'a':'b','b':'c'}
            {'a':'b'}         | {'a':null}                 | {}
            {'a':'b','b':'c'} | {'a':null}                 | {'b':'c'}
            {'a':['b']}       | {'a':'c'}                  | {'a':'c'}
            {'a':'c'}         | {'a':['b']}                | {'a':['b']}
            {'a':{'b':'c'}}   | {'a':{'b':'d','c':null}}   | {'a':{'b':'d'}}
            {'a':[{'b':'c'}]} | {'a':[1]}                  | {'a':[1]}
            {'e':null}        | {'a':1}                    | {'e':null,'a':1}
            {}                | {'a':{'bb':{'ccc':null}}}  | {'a':{'bb':{}}}
            """)
    void mergesAsTheStandardDoes(String target, String patch, String merged) {
        assertThat(MergePatch.apply(json(target), json(patch))).isEqualTo(json(merged));
    }

    @Test
    void leavesTheTargetAsItIs() {
        ObjectNode target = json("{'a':{'b':1}}");

        ObjectNode merged = MergePatch.apply(target, json("{'a':{'b':2},'c':{'d':1}}"));

        assertThat(target).isEqualTo(json("{'a':{'b':1}}"));
        assertThat(merged).isEqualTo(json("{'a':{'b':2},'c':{'d':1}}"));
    }

    @Test
    void membersKeepTheirOrderAndNewOnesComeLast() {
        assertThat(MergePatch.apply(json("{'b':1,'a':1}"), json("{'a':2,'c':2,'b':2}"))
                        .fieldNames())
                .toIterable()
                .containsExactly("b", "a", "c");
    }
}
