package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.ConfigSection;
import io.bridgewarden.store.ConfigurationStore;
import io.bridgewarden.store.ConfigurationStore.Overview;
import io.bridgewarden.store.EffectiveConfig;
import io.bridgewarden.store.Resolution;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /v1/config}: reads and changes the configuration, section by section. */
final class ConfigHandlers {
    private final ConfigurationStore configuration;
    private final Catalogue catalogue;
    private final @Nullable String zone;
    private final Schemas schemas;

    ConfigHandlers(Backend backend) {
        this.configuration = backend.configuration();
        this.catalogue = backend.catalogue();
        this.zone = backend.zone();
        this.schemas = backend.schemas();
    }

    /** {@code GET /v1/config}: every section, and where it comes from. */
    void all(RoutingContext context) {
        Overview overview = configuration.overview();
        Preconditions.tag(context, overview.revision());
        Responses.json(context, ConfigDocuments.overview(overview));
    }

    /** {@code GET /v1/config/{section}}: a section as it holds. */
    void one(RoutingContext context) {
        String name = Paths.section(context);
        answer(
                context,
                configuration
                        .section(name)
                        .orElseThrow(() -> Problem.notFound("the configuration has no section `%s`".formatted(name))
                                .asException()));
    }

    /** {@code PUT /v1/config/{section}}: the section is the body from the next decision on. */
    void put(RoutingContext context) {
        change(
                context,
                configuration.put(Paths.section(context), JsonBody.read(context), caller(context), condition(context)));
    }

    /** {@code PATCH /v1/config/{section}}: the section is what the merge patch of the body makes of it. */
    void patch(RoutingContext context) {
        change(
                context,
                configuration.patch(
                        Paths.section(context), JsonBody.read(context), caller(context), condition(context)));
    }

    /** {@code DELETE /v1/config/{section}}: what was written is gone; the section of the file holds, if there is one. */
    void remove(RoutingContext context) {
        await(context, configuration.remove(Paths.section(context), condition(context)))
                .onSuccess(removed -> Responses.empty(context))
                .onFailure(context::fail);
    }

    /** {@code GET /v1/config/effective}: every key as it holds for a node, and the rules that read it. */
    void effective(RoutingContext context) {
        EffectiveConfig effective = configuration
                .inForce()
                .effective(Queries.node(context), Queries.zone(context).orElse(zone));
        Responses.json(
                context, ConfigDocuments.effective(effective, catalogue.status().rules()));
    }

    /** {@code POST /v1/config/resolve}: what a key of the body's document is read as; changes nothing. */
    void resolve(RoutingContext context) {
        ObjectNode body = JsonBody.read(context);
        schemas.check("config-resolve-request", body);
        Responses.json(context, Resolution.of(body));
    }

    private static String caller(RoutingContext context) {
        return Access.caller(context).name();
    }

    private static Predicate<Optional<ConfigSection>> condition(RoutingContext context) {
        Predicate<Optional<String>> condition = Preconditions.of(context);
        return there -> condition.test(there.map(ConfigSection::revision));
    }

    private static void change(RoutingContext context, CompletionStage<ConfigSection> change) {
        await(context, change).onSuccess(section -> answer(context, section)).onFailure(context::fail);
    }

    private static void answer(RoutingContext context, ConfigSection section) {
        Preconditions.tag(context, section.revision());
        Responses.json(context, section.document());
    }

    private static <T> Future<T> await(RoutingContext context, CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, context.vertx().getOrCreateContext());
    }
}
