package io.bridgewarden.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How {@code bridgewarden test} writes its report. */
enum TestFormat {
    HUMAN,
    JSON,
    JUNIT;

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code --format}. */
    static final class Converter implements ITypeConverter<TestFormat> {
        @Override
        public TestFormat convert(String word) {
            return Arrays.stream(values())
                    .filter(it -> it.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("`%s` is not one of %s".formatted(word, words())));
        }

        private static String words() {
            return Arrays.stream(values()).map(TestFormat::word).collect(Collectors.joining(", "));
        }
    }
}
