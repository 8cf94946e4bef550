package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import java.util.List;

/** A named list of blocks, to be asked. Implementations are safe to share between threads. */
public interface AddressList {
    String name();

    /** What holds for addresses that no block covers. */
    boolean allows();

    /**
     * The blocks that cover an address, in order of precedence: the longest first, of equally long ones those that
     * somebody wrote before those that follow from documents, then the first listed.
     */
    List<Listed> covering(IPAddress address);

    /**
     * Every block, in an order in which the first listed of equal blocks is the one that decides: those that somebody
     * wrote, then those that follow from documents, each in the order they are listed.
     */
    List<Listed> blocks();
}
