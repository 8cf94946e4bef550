package io.bridgewarden.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.documents.JsonPlaces.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPlacesTest {
    private static final String TEXT = """
            {
              "cases": [
                { "rule": "a", "a/b": null },
                { "rule": [ 1,
                            2 ] }
              ]
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "'', 1, 1",
        "/cases, 2, 12",
        "/cases/0, 3, 5",
        "#/cases/0/rule, 3, 15",
        "/cases/0/a~1b, 3, 27",
        "/cases/1, 4, 5",
        "/cases/1/rule/0, 4, 17",
        "/cases/1/rule/1, 5, 17",
    })
    void findsWhereAValueStarts(String pointer, int line, int column) {
        assertThat(JsonPlaces.of(TEXT).at(pointer)).isEqualTo(new Place(line, column));
    }

    @ParameterizedTest
    @CsvSource({"/cases/1/because, 4, 5", "/cases/7/rule, 2, 12", "/other, 1, 1"})
    void findsTheHolderOfWhatIsNotThere(String pointer, int line, int column) {
        assertThat(JsonPlaces.of(TEXT).at(pointer)).isEqualTo(new Place(line, column));
    }

    @Test
    void findsWhatComesBeforeAMistake() {
        JsonPlaces places = JsonPlaces.of("{\n \"a\": 1,\n \"b\": }");

        assertThat(places.at("/a")).isEqualTo(new Place(2, 7));
        assertThat(places.at("/b")).isEqualTo(new Place(1, 1));
    }
}
