package io.bridgewarden.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registrations as they are kept: a JSON list of objects whose members are named as in schema {@code registration}, but
 * {@code registered_at} is in seconds since 1970, and {@code nanos} its fraction, absent for none.
 */
final class RegistrationCodec {
    // Without the checks that documents from outside need: what is read here was written here.
    private static final JsonFactory JSON = new JsonFactory();

    private RegistrationCodec() {}

    static byte[] write(List<Registration> registrations) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (Registration it : registrations) {
                write(it, json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Registration registration, JsonGenerator json) throws IOException {
        Instant at = registration.registeredAt();
        long seconds = at.getEpochSecond();
        int nanos = at.getNano();
        json.writeStartObject();
        json.writeStringField("username", registration.aor().user());
        json.writeStringField("realm", registration.realm());
        json.writeStringField("contact", registration.contact());
        json.writeNumberField("registered_at", seconds);
        if (nanos != 0) {
            json.writeNumberField("nanos", nanos);
        }
        json.writeNumberField("expires", registration.expires());
        writeIfPresent(json, "proxy_path", registration.proxyPath());
        writeIfPresent(json, "proxy_protocol", registration.proxyProtocol());
        writeIfPresent(json, "zone", registration.zone());
        json.writeEndObject();
    }

    private static void writeIfPresent(JsonGenerator json, String member, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(member, value);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    static List<Registration> read(byte[] bytes) {
        List<Registration> registrations = new ArrayList<>(1);
        try (JsonParser json = JSON.createParser(bytes)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    registrations.add(registration(json));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return registrations;
    }

    private static Registration registration(JsonParser json) throws IOException {
        String user = "";
        String realm = "";
        String contact = "";
        long seconds = 0;
        int nanos = 0;
        long expires = 0;
        String proxyPath = null;
        String proxyProtocol = null;
        String zone = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "username" -> user = json.getText();
                case "realm" -> realm = json.getText();
                case "contact" -> contact = json.getText();
                case "registered_at" -> seconds = json.getLongValue();
                case "nanos" -> nanos = json.getIntValue();
                case "expires" -> expires = json.getLongValue();
                case "proxy_path" -> proxyPath = json.getText();
                case "proxy_protocol" -> proxyProtocol = json.getText();
                case "zone" -> zone = json.getText();
                default -> json.skipChildren();
            }
        }
        return new Registration(
                new Aor(user, realm),
                realm,
                contact,
                Instant.ofEpochSecond(seconds, nanos),
                expires,
                proxyPath,
                proxyProtocol,
                zone);
    }
}
