package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.acl.AddressList;
import io.bridgewarden.store.acl.BuiltInLists;
import io.bridgewarden.store.acl.KeptEntry;
import io.bridgewarden.store.acl.Lists;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /v1/acl}: network lists. */
final class NetworkListHandlers {
    private final NetworkLists lists;
    private final Schemas schemas;

    NetworkListHandlers(NetworkLists lists, Schemas schemas) {
        this.lists = lists;
        this.schemas = schemas;
    }

    /** {@code POST /v1/acl/lists}: the lists that the documents of the body make; keeps none. */
    void collect(RoutingContext context) {
        answer(context, lists.collect(JsonBody.read(context)));
    }

    /** {@code GET /v1/acl}: the lists there are. */
    void all(RoutingContext context) {
        answer(context, inForce(context, NetworkListDocuments::all));
    }

    /** {@code GET /v1/acl/{list}}: a list as it holds, its nodes in the order that decides. */
    void one(RoutingContext context) {
        String name = context.pathParam(Paths.LIST);
        answer(context, inForce(context, all -> {
            AddressList list = all.find(name);
            if (list == null) {
                throw Problem.notFound("there is no list `%s`, so it lets nobody in; there are %s"
                                .formatted(name, Paths.quoted(all.names())))
                        .asException();
            }
            return NetworkListDocuments.list(list, all.notices(name));
        }));
    }

    // A list may be long, and then others wait for an event loop that writes it.
    private CompletionStage<?> inForce(RoutingContext context, Function<Lists, Object> document) {
        return lists.lists(node(context)).thenApplyAsync(it -> document.apply(it.over(BuiltInLists.of(null))));
    }

    /** {@code GET /v1/acl/{list}/{name}}: an entry that is kept. */
    void entry(RoutingContext context) {
        String list = context.pathParam(Paths.LIST);
        String name = context.pathParam(Paths.NAME);
        KeptEntry entry = lists.entry(list, name)
                .orElseThrow(() -> Problem.notFound("no entry `%s` of list `%s` is kept".formatted(name, list))
                        .asException());
        Preconditions.tag(context, entry.revision());
        Responses.json(context, NetworkListDocuments.entry(entry, List.of()));
    }

    /** {@code PUT /v1/acl/{list}/{name}}: keeps an entry, which holds from the next decision on. */
    void put(RoutingContext context) {
        String list = Paths.list(context);
        String name = Paths.entry(context);
        ObjectNode body = JsonBody.read(context);
        schemas.check("acl-entry", body);
        await(context, lists.put(list, name, body, Access.caller(context).name(), condition(context), node(context)))
                .onSuccess(change -> {
                    Preconditions.tag(context, change.entry().revision());
                    Responses.json(context, NetworkListDocuments.entry(change.entry(), change.notices()));
                })
                .onFailure(context::fail);
    }

    /** {@code DELETE /v1/acl/{list}/{name}}: forgets an entry. */
    void remove(RoutingContext context) {
        await(
                        context,
                        lists.remove(
                                context.pathParam(Paths.LIST),
                                context.pathParam(Paths.NAME),
                                condition(context),
                                node(context)))
                .onSuccess(removed -> Responses.empty(context))
                .onFailure(context::fail);
    }

    /** {@code DELETE /v1/host-names}: has host names looked up again. */
    void flush(RoutingContext context) {
        lists.flush();
        Responses.empty(context);
    }

    private static Predicate<Optional<KeptEntry>> condition(RoutingContext context) {
        Predicate<Optional<String>> condition = Preconditions.of(context);
        return there -> condition.test(there.map(KeptEntry::revision));
    }

    private static @Nullable String node(RoutingContext context) {
        return Queries.node(context);
    }

    private static void answer(RoutingContext context, CompletionStage<?> document) {
        await(context, document).onSuccess(it -> Responses.json(context, it)).onFailure(context::fail);
    }

    private static <T> Future<T> await(RoutingContext context, CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, context.vertx().getOrCreateContext());
    }
}
