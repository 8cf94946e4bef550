package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads acl.conf as a switch finds it in a reply, into lists of the shape that requests have. */
public final class AclConfReader {
    private AclConfReader() {}

    /** The lists of {@code document/section[configuration]/configuration[acl.conf]/network-lists}, in order. */
    public static ArrayNode lists(byte[] document) {
        Element configuration = child(child(root(document), "section", "configuration"), "configuration", "acl.conf");
        ArrayNode lists = Json.mapper().createArrayNode();
        for (Element list : children(child(configuration, "network-lists", ""))) {
            ObjectNode read = attributes(list);
            ArrayNode nodes = read.putArray("nodes");
            children(list).forEach(it -> nodes.add(attributes(it)));
            lists.add(read);
        }
        return lists;
    }

    public static Element root(byte[] document) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("no XML", e);
        }
    }

    private static Element child(Element parent, String element, String name) {
        return children(parent).stream()
                .filter(it -> it.getTagName().equals(element)
                        && it.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no <%s name=\"%s\">".formatted(element, name)));
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(it -> it.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static ObjectNode attributes(Element element) {
        ObjectNode read = Json.mapper().createObjectNode();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            read.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        return read;
    }
}
