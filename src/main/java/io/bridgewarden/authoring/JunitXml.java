package io.bridgewarden.authoring;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what came of cases in the XML that servers of continuous integration read: a suite for each decision. */
public final class JunitXml {
    private final XMLStreamWriter xml;
    private final UnaryOperator<String> named;

    private JunitXml(XMLStreamWriter xml, UnaryOperator<String> named) {
        this.xml = xml;
        this.named = named;
    }

    /**
     * The whole document, with a line end.
     *
     * @param named names a file, and what follows it, as its reader finds it
     */
    public static String of(SuiteReport report, UnaryOperator<String> named) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitXml(xml, named).suites(report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void suites(SuiteReport report) throws XMLStreamException {
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "bridgewarden");
        counts(report.cases(), report.took());
        for (Map.Entry<String, List<CaseReport>> it : report.byDecision().entrySet()) {
            suite(it.getKey(), it.getValue());
        }
        line(0);
        xml.writeEndElement();
    }

    private void suite(String decision, List<CaseReport> cases) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", decision);
        counts(cases, cases.stream().map(CaseReport::took).reduce(Duration.ZERO, Duration::plus));
        for (CaseReport it : cases) {
            testCase(it);
        }
        line(1);
        xml.writeEndElement();
    }

    private void testCase(CaseReport report) throws XMLStreamException {
        RuleCase given = report.ruleCase();
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", given.file().replaceFirst("/cases/", ".").replaceFirst("\\.json$", ""));
        attribute("name", "%s: %s".formatted(given.rule(), given.because()));
        attribute("file", named.apply(given.file()));
        attribute("line", String.valueOf(given.line()));
        attribute("time", seconds(report.took()));
        if (!report.passed()) {
            line(3);
            xml.writeStartElement("failure");
            attribute("type", "mismatch");
            attribute("message", report.mismatches().get(0).toString());
            xml.writeCharacters(
                    allowed(CaseText.of(report, named).stream().collect(Collectors.joining("\n", "\n", "\n"))));
            xml.writeEndElement();
            line(2);
        }
        xml.writeEndElement();
    }

    private void counts(List<CaseReport> cases, Duration took) throws XMLStreamException {
        attribute("tests", String.valueOf(cases.size()));
        attribute(
                "failures",
                String.valueOf(cases.stream().filter(it -> !it.passed()).count()));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("time", seconds(took));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toNanos() / 1e9);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** What XML 1.0 has no way to say is shown as a replacement character (section 2.2). */
    private static String allowed(String text) {
        return text.codePoints()
                .map(it -> isCharacter(it) ? it : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isCharacter(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code < 0xD800)
                || (code >= 0xE000 && code < 0xFFFE)
                || code >= 0x10000;
    }
}
