package io.bridgewarden.store.acl;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.facts.Ports;
import io.bridgewarden.facts.Ports.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Network lists as the switch's acl.conf has them (reference, acl 8). A block that the switch leaves out is left out
 * and noticed; one that it reads as something nobody can mean refuses the document.
 */
public final class SwitchLists implements Lists {
    private static final Set<String> TRUE = Set.of("yes", "on", "true", "t", "enabled", "active", "allow");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*\\.?[0-9]*");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,5}");
    private static final int MOST_BLOCKS = 32;
    private static final int MOST_PORTS = 10;

    private final Map<String, NetworkList> lists;
    private final Map<String, List<Block>> byMask;
    private final Map<String, List<Notice>> notices;

    private SwitchLists(Reading reading) {
        this.lists = Map.copyOf(reading.lists);
        this.byMask = Map.copyOf(reading.byMask);
        this.notices = Map.copyOf(reading.notices);
    }

    @Override
    public @Nullable NetworkList find(String name) {
        return lists.get(name);
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(lists.keySet());
    }

    @Override
    public List<Notice> notices(String name) {
        return notices.getOrDefault(name, List.of());
    }

    /**
     * Whether the switch takes an IPv6 address for one that a block of host and mask covers. It compares the address's
     * first four bytes, the last of them first (reference, acl 8.6).
     */
    public boolean mistakes(String list, IPAddress address) {
        List<Block> masked = byMask.getOrDefault(list, List.of());
        if (address.isIPv4() || masked.isEmpty()) {
            return false;
        }
        byte[] bytes = address.getBytes();
        IPAddress mistaken = new IPv4Address(new byte[] {bytes[3], bytes[2], bytes[1], bytes[0]});
        return masked.stream().anyMatch(it -> it.contains(mistaken));
    }

    /** Whether the switch takes a word for true; {@code permit} and {@code accept} it does not. */
    public static boolean truthy(String word) {
        return TRUE.contains(word.toLowerCase(Locale.ROOT))
                || (NUMBER.matcher(word).matches()
                        && word.replaceFirst("\\..*", "").matches(".*[1-9].*"));
    }

    /**
     * Reads {@code [{"name", "default", "nodes": [{"type", "cidr", ...}]}]}.
     *
     * @throws ProblemException {@code invalid-request} (422) with every block that cannot be meant
     */
    public static SwitchLists read(JsonNode lists, String pointer) {
        Reading reading = new Reading();
        for (int i = 0; i < lists.size(); i++) {
            reading.list(lists.get(i), pointer + "/" + i);
        }
        if (!reading.violations.isEmpty()) {
            throw Problem.invalid(reading.violations).asException();
        }
        return new SwitchLists(reading);
    }

    /**
     * Reads blocks that stand, joined by commas, where a list is named.
     *
     * @throws ProblemException as {@link #read}
     */
    public static NetworkList inline(String blocks, String pointer) {
        NetworkList list = new NetworkList(blocks, false);
        for (String it : blocks.split(",", -1)) {
            try {
                list.add(Listed.block(Block.parse(it.strip()), true, list.size(), Origin.INLINE));
            } catch (BlockException e) {
                throw Problem.invalid(pointer, e.code(), e.detail()).asException();
            }
        }
        return list;
    }

    /**
     * Reads the ports of a node.
     *
     * @param violations every mistake is added
     */
    static Ports ports(JsonNode node, String pointer, List<Violation> violations) {
        Reading reading = new Reading();
        Ports ports = reading.ports(node, pointer);
        violations.addAll(reading.violations);
        return ports;
    }

    private static final class Reading {
        private final Map<String, NetworkList> lists = new LinkedHashMap<>();
        private final Map<String, List<Block>> byMask = new LinkedHashMap<>();
        private final Map<String, List<Notice>> notices = new LinkedHashMap<>();
        private final List<Violation> violations = new ArrayList<>();

        void list(JsonNode list, String pointer) {
            String name = text(list, "name");
            if (name == null || name.isEmpty()) {
                return;
            }
            byMask.remove(name);
            notices.remove(name);
            String word = text(list, "default");
            boolean allows = word == null || truthy(word);
            List<Listed> blocks = new ArrayList<>();
            JsonNode nodes = list.path("nodes");
            for (int i = 0; i < nodes.size(); i++) {
                node(name, allows, nodes.get(i), pointer + "/nodes/" + i, blocks);
            }
            lists.put(name, NetworkList.of(name, allows, blocks));
        }

        private void node(String list, boolean byDefault, JsonNode node, String pointer, List<Listed> blocks) {
            String type = text(node, "type");
            boolean allows = type == null ? byDefault : truthy(type);
            Ports ports = ports(node, pointer);
            if (node.has("domain")) {
                violations.add(new Violation(
                        pointer + "/domain",
                        "domain-node",
                        "whom a domain stands for is known to the directory alone; write the blocks"));
                return;
            }
            for (Block block : blocks(list, node, pointer)) {
                if (!block.network().isIPv4() && !ports.any()) {
                    violations.add(new Violation(
                            pointer, "ipv6-with-ports", "the switch does not look at ports of IPv6 addresses"));
                }
                blocks.add(new Listed(
                        text(node, "name"),
                        block,
                        allows,
                        ports,
                        blocks.size(),
                        Origin.aclConf(pointer),
                        null,
                        false,
                        text(node, "token")));
            }
        }

        private List<Block> blocks(String list, JsonNode node, String pointer) {
            List<Block> blocks = new ArrayList<>();
            String cidr = text(node, "cidr");
            String host = text(node, "host");
            String mask = text(node, "mask");
            if (cidr != null) {
                String[] parts = cidr.split(",", -1);
                if (parts.length > MOST_BLOCKS) {
                    violations.add(new Violation(
                            pointer + "/cidr",
                            "too-many-blocks",
                            "the switch reads the first %d blocks of a node; write more nodes".formatted(MOST_BLOCKS)));
                    return List.of();
                }
                for (String part : parts) {
                    // The switch trims what surrounds a block, but a blank behind the last is read with its length.
                    String block = parts.length > 1 ? part.strip() : part;
                    try {
                        blocks.add(Block.parse(block));
                    } catch (BlockException e) {
                        bad(list, e, pointer + "/cidr");
                    }
                }
            } else if (host != null && mask != null) {
                try {
                    Block block = Block.parse(host, mask);
                    blocks.add(block);
                    byMask.computeIfAbsent(list, it -> new ArrayList<>()).add(block);
                } catch (BlockException e) {
                    bad(list, e, pointer + "/host");
                }
            } else {
                notice(list, pointer, "no-block", "the node names no block, so the switch leaves it out");
            }
            return blocks;
        }

        private void notice(String list, String pointer, String code, String detail) {
            notices.computeIfAbsent(list, it -> new ArrayList<>()).add(new Notice(list, pointer, code, detail, true));
        }

        private void bad(String list, BlockException e, String pointer) {
            if (e.dropped()) {
                notice(list, pointer, e.code(), e.detail());
            } else {
                violations.add(new Violation(pointer, e.code(), e.detail()));
            }
        }

        private Ports ports(JsonNode node, String pointer) {
            List<Integer> listed = numbers(node, "ports", pointer);
            List<Integer> one = numbers(node, "port", pointer);
            List<Integer> min = numbers(node, "port-min", pointer);
            List<Integer> max = numbers(node, "port-max", pointer);
            if (listed.size() > MOST_PORTS) {
                violations.add(new Violation(
                        pointer + "/ports",
                        "too-many-ports",
                        "the switch counts the first %d ports of a node; write a range or more nodes"
                                .formatted(MOST_PORTS)));
            }
            List<Range> ranges = new ArrayList<>();
            if (!listed.isEmpty()) {
                listed.forEach(it -> ranges.add(new Range(it, it)));
            } else if (max.isEmpty() && !min.isEmpty()) {
                violations.add(new Violation(
                        pointer + "/port-min",
                        "port-min-without-port-max",
                        "the switch takes a missing `port-max` for 0, so no port matches; write both"));
            } else if (!max.isEmpty()) {
                int from = min.isEmpty() ? 0 : min.get(0);
                if (from > max.get(0)) {
                    violations.add(new Violation(pointer + "/port-min", "empty-range", "no port is in the range"));
                } else {
                    ranges.add(new Range(from, max.get(0)));
                }
            }
            if (one.isEmpty()) {
                return new Ports(ranges);
            }
            int port = one.get(0);
            if (!new Ports(ranges).include(port)) {
                violations.add(new Violation(
                        pointer + "/port",
                        "ports-exclude-each-other",
                        "`port` and the other ports have none in common"));
            }
            return new Ports(List.of(new Range(port, port)));
        }

        private List<Integer> numbers(JsonNode node, String member, String pointer) {
            String text = text(node, member);
            if (text == null || text.isEmpty()) {
                return List.of();
            }
            List<Integer> numbers = new ArrayList<>();
            for (String it : text.split(",", -1)) {
                int number = WHOLE.matcher(it.strip()).matches() ? Integer.parseInt(it.strip()) : -1;
                if (number < 1 || number > 65_535) {
                    violations.add(new Violation(
                            pointer + "/" + member, "no-port", "`%s` is no port from 1 to 65535".formatted(it)));
                } else {
                    numbers.add(number);
                }
            }
            return numbers;
        }

        private static @Nullable String text(JsonNode node, String member) {
            JsonNode value = node.get(member);
            return value == null || value.isNull() ? null : value.asText();
        }
    }
}
