package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.store.acl.KeptEntry;
import io.bridgewarden.store.acl.KeptLists.Change;
import io.bridgewarden.store.acl.Lists;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Network lists, and the entries of theirs that are kept. Called on event loops, so it never blocks. */
public interface NetworkLists {
    /**
     * The lists that the documents of a request make.
     *
     * @return completes with what is written as JSON
     */
    CompletionStage<?> collect(ObjectNode request);

    /**
     * The lists that hold for a node, those that every switch has not among them.
     *
     * @param node whose configuration applies; null: that of every node
     */
    CompletionStage<? extends Lists> lists(@Nullable String node);

    /** The entry that is kept under that name. */
    Optional<KeptEntry> entry(String list, String name);

    /**
     * Puts an entry that has passed the schema {@code acl-entry}.
     *
     * @param by name of the key it comes with
     * @param condition of the entry that is kept so far, if there is one
     * @param node whose configuration is compared
     * @return completes exceptionally with a {@link io.bridgewarden.documents.ProblemException} that says why it is
     *     refused
     */
    CompletionStage<Change> put(
            String list,
            String name,
            ObjectNode entry,
            String by,
            Predicate<Optional<KeptEntry>> condition,
            @Nullable String node);

    /** As {@link #put}, to remove the entry; completes with what it was. */
    CompletionStage<KeptEntry> remove(
            String list, String name, Predicate<Optional<KeptEntry>> condition, @Nullable String node);

    /** Has every host name looked up again; until it is, its last known addresses serve. */
    void flush();
}
