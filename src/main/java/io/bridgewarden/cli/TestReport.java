package io.bridgewarden.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.JunitXml;
import io.bridgewarden.authoring.SuiteJson;
import io.bridgewarden.authoring.SuiteReport;
import io.bridgewarden.authoring.coverage.Coverage;
import io.bridgewarden.authoring.coverage.CoverageJson;
import io.bridgewarden.documents.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What {@code bridgewarden test} tells.
 *
 * @param coverage null where it was not asked for
 * @param named names a file, and what follows it, as its reader finds it
 */
record TestReport(SuiteReport suite, @Nullable Coverage coverage, UnaryOperator<String> named) {
    /** In JUnit's XML there is no place for coverage, so it is left out there. */
    String text(TestFormat format, Ansi ansi) {
        return switch (format) {
            case HUMAN -> human(ansi);
            case JSON -> Json.pretty(json());
            case JUNIT -> JunitXml.of(suite, named);
        };
    }

    private String human(Ansi ansi) {
        List<String> lines = new ArrayList<>();
        if (coverage != null) {
            lines.addAll(new CoverageText(named).of(coverage));
            lines.add("");
        }
        lines.addAll(new TestText(ansi, named).of(suite));
        return String.join("\n", lines) + "\n";
    }

    private ObjectNode json() {
        ObjectNode json = SuiteJson.of(suite);
        if (coverage != null) {
            json.set("coverage", CoverageJson.of(coverage));
        }
        return json;
    }
}
