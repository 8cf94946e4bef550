package io.bridgewarden.dialect;

import io.bridgewarden.facts.Ports;
import io.bridgewarden.facts.Ports.Range;
import io.bridgewarden.store.acl.AddressList;
import io.bridgewarden.store.acl.Block;
import io.bridgewarden.store.acl.Listed;
import io.bridgewarden.store.acl.Lists;
import io.bridgewarden.store.acl.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Network lists as the switch loads them, {@code acl.conf} (reference, acl 7 and freeswitch-http 4). */
public final class AclConf {
    private static final String NAME = "acl.conf";
    // The switch counts no further ones of a node.
    private static final int MOST_PORTS = 10;
    private static final String MAPPED = "::ffff:";
    // The switch replaces such a name by a variable of its own before it reads the document.
    private static final String VARIABLE = "$${";

    private AclConf() {}

    /**
     * The document of these lists, sorted by name, the nodes of each in the order that decides between equal blocks.
     * Every list says its default, and what it lacks in a comment. A list whose name XML cannot carry is left out, and so
     * lets nobody in.
     */
    public static byte[] of(Lists lists) {
        return document(xml -> {
            for (String name : lists.names()) {
                AddressList list = lists.find(name);
                if (list != null && SwitchXml.carries(name) && !name.contains(VARIABLE)) {
                    for (Notice it : lists.notices(name)) {
                        xml.comment(it.detail());
                    }
                    list(xml, list);
                }
            }
        });
    }

    /**
     * The document without lists. The switch takes it in place of any lists it has, of which the built-in ones alone are
     * left, so that it lets nobody in whom it would ask another list about.
     *
     * @param because why there are none; a comment tells people so
     */
    public static byte[] none(String because) {
        return document(xml -> xml.comment("no lists: " + because));
    }

    private static byte[] document(SwitchXml.Part lists) {
        return SwitchXml.document(
                "configuration",
                xml -> xml.element(
                        "configuration",
                        inner -> inner.element("network-lists", lists, List.of()),
                        List.of("name", NAME)));
    }

    private static void list(SwitchXml xml, AddressList list) throws XMLStreamException {
        xml.element(
                "list",
                nodes -> {
                    for (Listed it : list.blocks()) {
                        nodes(nodes, it);
                    }
                },
                List.of("name", list.name(), "default", word(list.allows())));
    }

    private static void nodes(SwitchXml xml, Listed listed) throws XMLStreamException {
        List<String> node = List.of("type", word(listed.allows()), "cidr", text(listed.block()));
        if (listed.ports().any()) {
            xml.empty("node", node);
        }
        for (List<String> ports : ports(listed.ports())) {
            xml.empty("node", Stream.concat(node.stream(), ports.stream()).toList());
        }
    }

    /** Attributes of as many nodes as it takes. */
    private static List<List<String>> ports(Ports ports) {
        List<List<String>> nodes = new ArrayList<>();
        List<String> single = new ArrayList<>();
        for (Range it : ports.ranges()) {
            if (it.to() - it.from() < MOST_PORTS) {
                // A list of ports that starts with 0 is read as any port.
                IntStream.rangeClosed(Math.max(1, it.from()), it.to()).forEach(port -> single.add("" + port));
            } else {
                nodes.add(List.of("port-min", "" + it.from(), "port-max", "" + it.to()));
            }
        }
        for (int i = 0; i < single.size(); i += MOST_PORTS) {
            List<String> some = single.subList(i, Math.min(i + MOST_PORTS, single.size()));
            nodes.add(List.of("ports", String.join(",", some)));
        }
        return nodes;
    }

    private static String text(Block block) {
        String text = block.toString();
        // Read by the switch as the IPv4 block that such an address carries; spelled out, it is not.
        return text.startsWith(MAPPED) ? block.network().toNormalizedString() + "/" + block.length() : text;
    }

    private static String word(boolean allows) {
        return allows ? "allow" : "deny";
    }
}
