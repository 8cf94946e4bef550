package io.bridgewarden.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.documents.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation of settings says of keys and defaults is held to the schema. */
class SettingsDocsTest {
    private static final Path FACTS = Path.of("src/main/java/io/bridgewarden/facts");
    private static final Pattern DEFAULT =
            Pattern.compile("\\b(?:by )?default (?:\\{@code ([^}]+)\\}|(true|false|-?\\d+)\\b)");

    private record Documented(String record, RecordComponent component, String doc) {
        @Override
        public String toString() {
            return record + "." + component.getName();
        }
    }

    static List<Documented> components() throws IOException {
        try (Stream<Path> files = Files.list(FACTS)) {
            return files.filter(it -> it.toString().endsWith("Settings.java"))
                    .sorted()
                    .flatMap(SettingsDocsTest::components)
                    .toList();
        }
    }

    private static Stream<Documented> components(Path file) {
        try {
            String name = file.getFileName().toString().replace(".java", "");
            Class<?> type = Class.forName("io.bridgewarden.facts." + name);
            String doc = Files.readString(file).replaceAll("\\s*\\n \\*(?!/) ?", " ");
            return Arrays.stream(type.getRecordComponents())
                    .filter(it -> it.isAnnotationPresent(FromKey.class))
                    .map(it -> new Documented(name, it, param(doc, it.getName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String param(String doc, String name) {
        Matcher param = Pattern.compile("@param " + name + " (.*?)(?=@param|\\*/)", Pattern.DOTALL)
                .matcher(doc);
        return param.find() ? param.group(1).strip() : "";
    }

    @Test
    void thereAreSettingsOfEachDecision() throws IOException {
        assertThat(components().stream().map(Documented::record).distinct()).hasSizeGreaterThan(12);
    }

    @ParameterizedTest
    @MethodSource("components")
    void namesItsKeyAndItsDefault(Documented documented) {
        String key = documented.component().getAnnotation(FromKey.class).value()[0];
        JsonNode byDefault = Schemas.shipped()
                .schema("system_config.ecallmgr")
                .path("properties")
                .path(key)
                .path("default");
        Matcher said = DEFAULT.matcher(documented.doc());

        assertThat(documented.doc()).contains("{@code " + key + "}");
        if (said.find()) {
            String value = said.group(1) == null ? said.group(2) : said.group(1);
            assertThat(value).isEqualTo(byDefault.isMissingNode() ? "false" : byDefault.asText());
        } else {
            assertThat(byDefault.isMissingNode()
                            || byDefault.isContainerNode()
                            || documented.doc().contains("default"))
                    .as("tells its default: " + documented.doc())
                    .isTrue();
        }
    }
}
