package io.bridgewarden.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Lifetime;
import io.bridgewarden.facts.Registration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registrations as schemas {@code registration} and {@code registrations} write them, once those have been checked. */
final class RegistrationDocuments {
    private RegistrationDocuments() {}

    /** Reads one that names its address. */
    static Registration registration(JsonNode document, Instant now) {
        String realm = document.get("realm").asText();
        return contact(document, new Aor(document.get("username").asText(), realm), realm, now);
    }

    /** Reads one of an address. */
    static Registration contact(JsonNode document, Aor aor, String realm, Instant now) {
        Instant registeredAt = now.minusSeconds(document.path("age").asLong());
        if (document.has("registered_at")) {
            registeredAt = Instant.parse(document.get("registered_at").asText());
        }
        Lifetime lifetime = document.has("expires_at")
                ? Lifetime.until(Instant.parse(document.get("expires_at").asText()), registeredAt)
                : new Lifetime(registeredAt, document.path("expires").asLong());
        return new Registration(
                aor,
                realm,
                document.get("contact").asText(),
                lifetime.registeredAt(),
                lifetime.expires(),
                text(document, "proxy_path"),
                text(document, "proxy_protocol"),
                text(document, "zone"));
    }

    /** Writes those of an address. */
    static ObjectNode document(Aor aor, List<Registration> registrations) {
        ObjectNode document = Json.mapper().createObjectNode().put("aor", aor.toString());
        ArrayNode contacts = document.putArray("contacts");
        registrations.forEach(registration -> contacts.add(contact(registration)));
        return document;
    }

    private static ObjectNode contact(Registration registration) {
        ObjectNode contact = Json.mapper().createObjectNode();
        contact.put("contact", registration.contact());
        contact.put("expires", registration.expires());
        contact.put("registered_at", registration.registeredAt().toString());
        putIfPresent(contact, "proxy_path", registration.proxyPath());
        putIfPresent(contact, "proxy_protocol", registration.proxyProtocol());
        putIfPresent(contact, "zone", registration.zone());
        return contact;
    }

    private static void putIfPresent(ObjectNode document, String member, @Nullable String value) {
        if (value != null) {
            document.put(member, value);
        }
    }

    private static @Nullable String text(JsonNode document, String member) {
        return document.path(member).textValue();
    }
}
