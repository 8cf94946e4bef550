package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A list whose blocks stand beside those of another of its name, but for what is hidden of that one. */
record OverlaidList(AddressList upper, AddressList lower, Predicate<Listed> hidden) implements AddressList {
    @Override
    public String name() {
        return upper.name();
    }

    @Override
    public boolean allows() {
        return upper.allows();
    }

    @Override
    public List<Listed> covering(IPAddress address) {
        return joined(upper.covering(address), lower.covering(address), NetworkList.PRECEDENCE);
    }

    @Override
    public List<Listed> blocks() {
        return joined(upper.blocks(), lower.blocks(), Listed.ORDER);
    }

    private List<Listed> joined(List<Listed> above, List<Listed> below, Comparator<Listed> order) {
        List<Listed> all = new ArrayList<>(above);
        below.stream().filter(hidden.negate()).forEach(all::add);
        all.sort(order);
        return all;
    }
}
