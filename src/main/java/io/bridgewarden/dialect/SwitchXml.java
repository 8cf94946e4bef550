package io.bridgewarden.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the documents that a switch takes from mod_xml_curl (reference, freeswitch-http 2). For one thread. */
public final class SwitchXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String INDENT = "  ";

    private final XMLStreamWriter xml;
    private int depth;

    private SwitchXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Something inside an element. */
    @FunctionalInterface
    interface Part {
        void write(SwitchXml xml) throws XMLStreamException;
    }

    /** The document that says there is nothing here: the switch goes on to look elsewhere. */
    public static byte[] notFound() {
        return document("result", xml -> xml.empty("result", List.of("status", "not found")));
    }

    /** A document of one section. */
    static byte[] document(String section, Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new SwitchXml(xml)
                    .element(
                            "document",
                            it -> it.element("section", part, List.of("name", section)),
                            List.of("type", "freeswitch/xml"));
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Whether a text can stand in an attribute and be read back the same. */
    static boolean carries(String text) {
        return text.codePoints()
                .allMatch(it -> !Character.isISOControl(it)
                        && Character.getType(it) != Character.SURROGATE
                        && (it & 0xFFFE) != 0xFFFE);
    }

    /** @param attributes names and values, in turn */
    void element(String name, Part inside, List<String> attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
        inside.write(this);
        depth--;
        line();
        xml.writeEndElement();
    }

    /** @param attributes names and values, in turn */
    void empty(String name, List<String> attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    /** A remark for people; what a comment cannot hold is left out of it. */
    void comment(String text) throws XMLStreamException {
        String line = text.codePoints()
                .filter(it -> carries(Character.toString(it)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        line();
        xml.writeComment(" " + line.replaceAll("-{2,}", "-").replace("$${", "{") + " ");
    }

    private void attributes(List<String> attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.size(); i += 2) {
            xml.writeAttribute(attributes.get(i), attributes.get(i + 1));
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }
}
