package io.bridgewarden.http;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a switch is told that asks by mod_xml_curl. Called on event loops, so it never blocks. */
public interface SwitchApi {
    /**
     * The network lists, as acl.conf.
     *
     * @param node whose configuration applies; null: that of every node
     * @return an XML document in UTF-8; completes exceptionally if the lists cannot be had
     */
    CompletionStage<byte[]> networkLists(@Nullable String node);
}
