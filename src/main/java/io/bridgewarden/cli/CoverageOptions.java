package io.bridgewarden.cli;

import io.bridgewarden.authoring.coverage.Coverage;
import io.bridgewarden.authoring.coverage.CoverageHtml;
import io.bridgewarden.authoring.coverage.CoverageJson;
import io.bridgewarden.authoring.coverage.Measure;
import io.bridgewarden.documents.Json;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether {@code bridgewarden test} measures coverage, what of it is written where, and how much there has to be. */
final class CoverageOptions {
    private static final String PAGE = "coverage.html";

    @Option(
            names = "--coverage",
            description =
                    "Also tell how much of the rules and their conditions the cases that passed cover, and what not.")
    boolean coverage;

    @Option(
            names = "--coverage-html",
            paramLabel = "FILE|DIR",
            description = "Write a page with the text of the rules, marked; in a directory it is called " + PAGE + ".")
    @Nullable
    Path html;

    @Option(names = "--coverage-json", paramLabel = "FILE", description = "Write the coverage as JSON.")
    @Nullable
    Path json;

    @Option(
            names = "--require",
            paramLabel = "MEASURE=PERCENT",
            split = ",",
            converter = {MeasureConverter.class, PercentConverter.class},
            description = "Fail below a coverage of rules, conditions or both: rules=100,conditions=95.5.")
    Map<Measure, BigDecimal> required = new EnumMap<>(Measure.class);

    /** Whether coverage has to be measured. */
    boolean wanted() {
        return coverage || html != null || json != null || !required.isEmpty();
    }

    /** @throws CommandFailure if a file cannot be written */
    void write(Coverage measured) {
        if (html != null) {
            OutputFile.write(Files.isDirectory(html) ? html.resolve(PAGE) : html, CoverageHtml.of(measured));
        }
        if (json != null) {
            OutputFile.write(json, Json.pretty(CoverageJson.of(measured)));
        }
    }

    /** What there is less of than is required, in words. */
    List<String> shortfalls(Coverage measured) {
        List<String> shortfalls = new ArrayList<>();
        required.forEach((measure, percent) -> {
            if (measured.share(measure).percent().compareTo(percent) < 0) {
                shortfalls.add("coverage of %s is %s, and has to be %s %%"
                        .formatted(word(measure), measured.share(measure), percent.toPlainString()));
            }
        });
        return shortfalls;
    }

    private static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    /** Reads what is left of the sign. */
    static final class MeasureConverter implements ITypeConverter<Measure> {
        @Override
        public Measure convert(String word) {
            for (Measure it : Measure.values()) {
                if (word(it).equals(word)) {
                    return it;
                }
            }
            throw new TypeConversionException("`%s` is not one of rules, conditions".formatted(word));
        }
    }

    /** Reads what is right of it. */
    static final class PercentConverter implements ITypeConverter<BigDecimal> {
        private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

        @Override
        public BigDecimal convert(String number) {
            try {
                BigDecimal percent = new BigDecimal(number);
                if (percent.signum() >= 0 && percent.compareTo(WHOLE) <= 0) {
                    return percent;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new TypeConversionException("`%s` is not a number from 0 to 100".formatted(number));
        }
    }
}
