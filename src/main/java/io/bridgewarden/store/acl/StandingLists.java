package io.bridgewarden.store.acl;

import io.bridgewarden.store.EffectiveConfig;
import java.util.concurrent.CompletionStage;

/** The network lists that hold where a request brings none. Implementations are safe to share between threads. */
public interface StandingLists {
    /**
     * The lists of a node. They follow what they are made of: names that resolve to other addresses, entries that are
     * edited.
     *
     * @param config what is configured for the node
     * @return complete already unless lists are being loaded or host names looked up for the first time
     */
    CompletionStage<? extends Lists> of(EffectiveConfig config);
}
