package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code /v1/registrations}: reads and changes what is kept. */
final class RegistrationHandlers {
    private final RegistrationBook book;
    private final Schemas schemas;
    private final InstantSource clock;

    RegistrationHandlers(RegistrationBook book, Schemas schemas, InstantSource clock) {
        this.book = book;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** {@code GET /v1/registrations/{aor}}: its contacts, lapsed ones too until they are swept. */
    void get(RoutingContext context) {
        Aor aor = Paths.aor(context);
        List<Registration> registrations = book.get(aor);
        if (registrations.isEmpty()) {
            throw Problem.notFound("nothing is registered for `%s`".formatted(aor))
                    .asException();
        }
        Responses.json(context, RegistrationDocuments.document(aor, registrations));
    }

    /** {@code PUT /v1/registrations/{aor}}: its contacts are those of the body from now on. */
    void put(RoutingContext context) {
        Aor aor = Paths.aor(context);
        ObjectNode body = JsonBody.read(context);
        schemas.check("registrations", body);
        requireSameAor(aor, body);
        List<Registration> registrations = contacts(aor, Paths.realm(context), body.get("contacts"));
        await(context, book.replace(aor, registrations))
                .map(done -> RegistrationDocuments.document(aor, registrations))
                .onSuccess(document -> Responses.json(context, document))
                .onFailure(context::fail);
    }

    /** {@code DELETE /v1/registrations/{aor}}: it has no contacts from now on. */
    void delete(RoutingContext context) {
        await(context, book.replace(Paths.aor(context), List.of()))
                .onSuccess(done -> Responses.empty(context))
                .onFailure(context::fail);
    }

    /** {@code POST /v1/registrations}: puts each beside the others of its address, all or none. */
    void bulk(RoutingContext context) {
        ObjectNode body = JsonBody.read(context);
        schemas.check("registrations-bulk", body);
        Instant now = clock.instant();
        List<Registration> registrations = new ArrayList<>();
        body.get("registrations").forEach(it -> registrations.add(RegistrationDocuments.registration(it, now)));
        await(context, book.putAll(registrations))
                .onSuccess(done -> Responses.empty(context))
                .onFailure(context::fail);
    }

    private List<Registration> contacts(Aor aor, String realm, JsonNode contacts) {
        Instant now = clock.instant();
        List<Registration> registrations = new ArrayList<>();
        contacts.forEach(it -> registrations.add(RegistrationDocuments.contact(it, aor, realm, now)));
        return registrations;
    }

    private static void requireSameAor(Aor aor, ObjectNode body) {
        if (body.has("aor") && !Aor.parse(body.get("aor").asText()).equals(aor)) {
            throw Problem.invalid("#/aor", "other-aor", "the address of the path is expected, `%s`".formatted(aor))
                    .asException();
        }
    }

    private static <T> Future<T> await(RoutingContext context, CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, context.vertx().getOrCreateContext());
    }
}
