package io.bridgewarden.store.acl;

import io.bridgewarden.facts.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lists that every switch has without being told (reference, acl 9). */
public final class BuiltInLists implements Lists {
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");
    private static final List<String> NOT_PUBLIC =
            List.of("0.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10");
    private static final Set<String> ABOUT_OWN = Set.of("nat.auto", "localnet.auto");
    private static final BuiltInLists WITHOUT_OWN = new BuiltInLists(lists(null), false);

    private final Map<String, NetworkList> lists;
    private final boolean knowsOwn;

    private BuiltInLists(Map<String, NetworkList> lists, boolean knowsOwn) {
        this.lists = lists;
        this.knowsOwn = knowsOwn;
    }

    /**
     * The lists.
     *
     * @param own the switch's own address with the length of its network, which {@code nat.auto} and
     *     {@code localnet.auto} are about; without it they know no own network, and a notice says so
     */
    public static BuiltInLists of(@Nullable Block own) {
        return own == null ? WITHOUT_OWN : new BuiltInLists(lists(own), true);
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
        return knowsOwn || !ABOUT_OWN.contains(name)
                ? List.of()
                : List.of(new Notice(
                        name,
                        "#/local_address",
                        "no-local-address",
                        "`%s` is about the switch's own network, which is not known; give `local_address`"
                                .formatted(name),
                        true));
    }

    private static Map<String, NetworkList> lists(@Nullable Block own) {
        Map<String, NetworkList> lists = new LinkedHashMap<>();
        put(lists, new Drawn("rfc1918.auto", false).allow(PRIVATE).allow("fe80::/10"));
        put(lists, new Drawn("rfc6598.auto", false).allow("100.64.0.0/10"));
        put(lists, new Drawn("wan.auto", true).deny(NOT_PUBLIC).deny("fe80::/10"));
        put(lists, new Drawn("wan_v4.auto", true).deny(NOT_PUBLIC).deny("::/0"));
        put(lists, new Drawn("wan_v6.auto", true).deny("0.0.0.0/0").deny("fe80::/10"));
        put(lists, new Drawn("any_v4.auto", true).deny("::/0"));
        put(lists, new Drawn("any_v6.auto", true).deny("0.0.0.0/0"));
        Drawn nat = new Drawn("nat.auto", false);
        Drawn localnet = new Drawn("localnet.auto", false);
        if (own != null) {
            nat.deny(own.toString());
            localnet.allow(own.toString());
        }
        put(lists, nat.allow(PRIVATE).allow("100.64.0.0/10"));
        put(lists, localnet);
        put(lists, new Drawn("loopback.auto", false).allow("127.0.0.0/8").allow("::1/128"));
        return Map.copyOf(lists);
    }

    private static void put(Map<String, NetworkList> lists, Drawn drawn) {
        lists.put(drawn.name, NetworkList.of(drawn.name, drawn.allows, drawn.blocks));
    }

    private static final class Drawn {
        private final String name;
        private final boolean allows;
        private final List<Listed> blocks = new ArrayList<>();

        Drawn(String name, boolean allows) {
            this.name = name;
            this.allows = allows;
        }

        Drawn allow(String block) {
            return add(block, true);
        }

        Drawn deny(String block) {
            return add(block, false);
        }

        Drawn allow(List<String> blocks) {
            blocks.forEach(this::allow);
            return this;
        }

        Drawn deny(List<String> blocks) {
            blocks.forEach(this::deny);
            return this;
        }

        private Drawn add(String block, boolean allow) {
            try {
                blocks.add(Listed.block(Block.parse(block), allow, blocks.size(), Origin.BUILT_IN));
            } catch (BlockException e) {
                throw new IllegalArgumentException("no block: " + block, e);
            }
            return this;
        }
    }
}
