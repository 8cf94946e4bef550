package io.bridgewarden.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.store.ConfigSection;
import io.bridgewarden.store.ConfigurationStore;
import io.bridgewarden.store.ConfigurationStore.Overview;
import io.bridgewarden.store.Resolution;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** {@code /v1/config}: reads and changes the configuration, section by section. */
final class ConfigHandlers {
    private final ConfigurationStore configuration;
    private final Schemas schemas;

    ConfigHandlers(ConfigurationStore configuration, Schemas schemas) {
        this.configuration = configuration;
        this.schemas = schemas;
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
