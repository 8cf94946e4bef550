package io.bridgewarden.authoring;

import io.bridgewarden.documents.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the findings of a check are written. */
public enum CheckFormat {
    /** For people: each finding with its line of the file and a mark below its place, and a summary. */
    HUMAN {
        @Override
        public String write(CheckReport report, String directory) {
            return report.findings().stream()
                            .map(it -> human(report, it, directory))
                            .collect(Collectors.joining())
                    + summary(report);
        }
    },

    /** For programs: an object with counts and {@code findings}. */
    JSON {
        @Override
        public String write(CheckReport report, String directory) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("rules", report.rules());
            document.put("cases", report.cases());
            document.put("errors", report.errors());
            document.put("warnings", report.warnings());
            document.put(
                    "findings",
                    report.findings().stream().map(it -> json(it, directory)).toList());
            return Json.pretty(document);
        }
    },

    /** SARIF 2.1.0, for services that show findings beside code. */
    SARIF {
        @Override
        public String write(CheckReport report, String directory) {
            return Sarif.write(report, directory);
        }
    },

    /** Workflow commands of GitHub, which show findings beside the changed lines. */
    GITHUB {
        @Override
        public String write(CheckReport report, String directory) {
            return report.findings().stream().map(it -> github(it, directory)).collect(Collectors.joining());
        }
    };

    /**
     * The findings as text, with a line end.
     *
     * @param directory the rule directory as its user named it
     */
    public abstract String write(CheckReport report, String directory);

    /** The format of this name, in lower case. */
    public static Optional<CheckFormat> of(String name) {
        return Stream.of(values()).filter(it -> it.wireName().equals(name)).findFirst();
    }

    /** The name of a format on the command line. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where a finding is, for somebody who named the directory so. */
    static String path(Finding finding, String directory) {
        String folder = directory.replace('\\', '/');
        return folder.isEmpty() || folder.equals(".")
                ? finding.file()
                : folder.replaceFirst("/+$", "") + "/" + finding.file();
    }

    private static String level(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String human(CheckReport report, Finding finding, String directory) {
        String line = report.line(finding);
        int column = Math.min(finding.column(), line.length() + 1);
        // Tabs stay tabs, so that the mark stands below its place however wide they are shown.
        String indent = line.substring(0, column - 1).replaceAll("[^\\t]", " ");
        String number = String.valueOf(finding.line());
        String head = "%s:%d:%d: %s: %s [%s]\n"
                .formatted(
                        path(finding, directory),
                        finding.line(),
                        finding.column(),
                        level(finding),
                        finding.message(),
                        finding.code());
        return line.isEmpty()
                ? head + "\n"
                : head + "  %s | %s\n  %s | %s^\n\n".formatted(number, line, " ".repeat(number.length()), indent);
    }

    private static String summary(CheckReport report) {
        return "%s and %s checked: %s, %s\n"
                .formatted(
                        number(report.rules(), "rule"),
                        number(report.cases(), "case"),
                        number(report.errors(), "error"),
                        number(report.warnings(), "warning"));
    }

    private static String number(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static Map<String, Object> json(Finding finding, String directory) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("severity", level(finding));
        object.put("code", finding.code());
        object.put("file", path(finding, directory));
        object.put("line", finding.line());
        object.put("column", finding.column());
        object.put("message", finding.message());
        return object;
    }

    private static String github(Finding finding, String directory) {
        return "::%s file=%s,line=%d,col=%d,title=%s::%s\n"
                .formatted(
                        level(finding),
                        property(path(finding, directory)),
                        finding.line(),
                        finding.column(),
                        property(finding.code()),
                        data(finding.message()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** A log of the Static Analysis Results Interchange Format. */
    private static final class Sarif {
        private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

        static String write(CheckReport report, String directory) {
            Map<String, String> titles = new LinkedHashMap<>();
            report.findings().forEach(it -> titles.putIfAbsent(it.code(), it.title()));
            List<String> codes = new ArrayList<>(titles.keySet());
            Map<String, Object> driver = new LinkedHashMap<>();
            driver.put("name", "bridgewarden");
            String version = CheckFormat.class.getPackage().getImplementationVersion();
            if (version != null) {
                driver.put("version", version);
            }
            driver.put(
                    "rules",
                    titles.entrySet().stream()
                            .map(it -> rule(it.getKey(), it.getValue()))
                            .toList());
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("tool", Map.of("driver", driver));
            run.put("columnKind", "utf16CodeUnits");
            run.put(
                    "results",
                    report.findings().stream()
                            .map(it -> result(it, codes.indexOf(it.code()), directory))
                            .toList());
            Map<String, Object> log = new LinkedHashMap<>();
            log.put("$schema", SCHEMA);
            log.put("version", "2.1.0");
            log.put("runs", List.of(run));
            return Json.pretty(log);
        }

        private static Map<String, Object> rule(String code, String title) {
            Map<String, Object> rule = new LinkedHashMap<>();
            rule.put("id", code);
            rule.put("shortDescription", text(title));
            return rule;
        }

        private static Map<String, Object> result(Finding finding, int rule, String directory) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ruleId", finding.code());
            result.put("ruleIndex", rule);
            result.put("level", level(finding));
            result.put("message", text(finding.message()));
            result.put("locations", List.of(Map.of("physicalLocation", location(finding, directory))));
            return result;
        }

        private static Map<String, Object> location(Finding finding, String directory) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", finding.line());
            region.put("startColumn", finding.column());
            Map<String, Object> location = new LinkedHashMap<>();
            location.put("artifactLocation", Map.of("uri", uri(path(finding, directory))));
            location.put("region", region);
            return location;
        }

        // A relative one is found from the root of the repository; an absolute one needs its scheme.
        private static String uri(String path) {
            if (Path.of(path).isAbsolute()) {
                return Path.of(path).toUri().toString();
            }
            try {
                String root = "file:/";
                return new URI("file", null, "/" + path, null).toASCIIString().substring(root.length());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Map<String, Object> text(String text) {
            return Map.of("text", text);
        }
    }
}
