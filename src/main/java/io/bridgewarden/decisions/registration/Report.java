package io.bridgewarden.decisions.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.dialect.DialContact;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.documents.Json;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import io.bridgewarden.facts.ReportedHost;
import io.bridgewarden.facts.ReportedRegistration;
import io.bridgewarden.store.ContactUri;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report of a registration in KAZOO's names, over what is stored of the same address of record (reference, registration
 * 1 and 3).
 */
final class Report {
    // KAZOO counts seconds from the year 0.
    private static final long YEAR_0 = 62_167_219_200L;
    private static final List<String> INHERITED = List.of(
            "Proxy-Path",
            "Proxy-IP",
            "Proxy-Port",
            "Proxy-Protocol",
            "Network-IP",
            "Network-Port",
            "Call-ID",
            "User-Agent",
            "To-User",
            "From-User",
            "Registrar-Hostname");
    private static final List<String> OWNER = List.of(
            "Account-ID",
            "Account-DB",
            "Account-Realm",
            "Account-Name",
            "Authorizing-ID",
            "Authorizing-Type",
            "Owner-ID",
            "Presence-ID");

    private final ObjectNode report;
    private final ObjectNode stored;
    private final JsonNode variables;

    /** @param stored the stored registration; empty if there is none */
    Report(ObjectNode report, ObjectNode stored) {
        this.report = report;
        this.stored = stored;
        this.variables = report.path("Custom-Channel-Vars");
    }

    ReportedRegistration fact(long expires) {
        boolean known = !stored.isEmpty();
        String before = reported("Previous-Contact");
        before = before == null ? Members.text(stored, "Contact") : before;
        return new ReportedRegistration(
                expires == 0,
                known,
                known && isOfOtherContact(),
                before != null && !isSame(before, contact()),
                isFirst(),
                owner("Account-ID") != null && owner("Authorizing-ID") != null,
                !suppressesNotice(),
                overwriteNotify());
    }

    List<ReportedHost> hosts() {
        return List.of(host("To"), host("From"));
    }

    private ReportedHost host(String header) {
        return new ReportedHost(header, reported(header + "-Host"), Members.text(stored, header + "-Host"));
    }

    // A device that names no contact, or the dialog it registered in, means the one it has.
    private boolean isOfOtherContact() {
        String now = Members.text(stored, "Contact");
        String dialog = reported("Call-ID");
        return now != null
                && !contact().equals(ContactUri.ALL)
                && !isSame(now, contact())
                && (dialog == null || !dialog.equals(Members.text(stored, "Call-ID")));
    }

    private static boolean isSame(String contact, String other) {
        return ContactUri.of(contact).equals(ContactUri.of(other));
    }

    private boolean isFirst() {
        JsonNode first = report.path("First-Registration");
        return first.isMissingNode() || first.isNull() ? stored.isEmpty() : Members.isTrue(first);
    }

    private boolean suppressesNotice() {
        JsonNode older = anywhere("Suppress-Unregister-Notifications");
        JsonNode suppress = older == null ? anywhere("Suppress-Unregister-Notify") : older;
        suppress = suppress == null ? stored.get("Suppress-Unregister-Notify") : suppress;
        return suppress == null || suppress.isNull() || Members.isTrue(suppress);
    }

    private boolean overwriteNotify() {
        JsonNode notify = anywhere("Register-Overwrite-Notify");
        return Members.isTrue(notify == null ? stored.get("Register-Overwrite-Notify") : notify);
    }

    private @Nullable JsonNode anywhere(String name) {
        JsonNode value = report.path(name);
        value = Members.isMissing(value) ? variables.path(name) : value;
        return Members.isMissing(value) ? null : value;
    }

    private @Nullable String owner(String name) {
        String given = reported(name);
        given = given == null && variables instanceof ObjectNode object ? Members.text(object, name) : given;
        return given == null ? Members.text(stored, name) : given;
    }

    private @Nullable String reported(String name) {
        return Members.text(report, name);
    }

    private String originalContact() {
        String original = reported("Original-Contact");
        return original == null ? Objects.requireNonNull(reported("Contact")) : original;
    }

    private String contact() {
        return originalContact().replace("<", "").replace(">", "");
    }

    /**
     * What is stored.
     *
     * @param expires seconds, the allowance included
     * @param hosts host by header
     */
    ObjectNode record(long expires, Map<String, String> hosts, Instant now) {
        ObjectNode record = Json.mapper().createObjectNode();
        record.set("Username", report.get("Username"));
        record.set("Realm", report.get("Realm"));
        record.put("Contact", contact());
        record.put("Original-Contact", originalContact());
        put(record, "Previous-Contact", first(report.get("Previous-Contact"), stored.get("Contact")));
        String ruri = bridgeRuri(now);
        if (ruri != null) {
            record.put("Bridge-RURI", ruri);
        }
        INHERITED.forEach(it -> put(record, it, first(report.get(it), stored.get(it))));
        put(record, "Source-IP", report.get("Source-IP"));
        put(record, "Source-Port", report.get("Source-Port"));
        hosts.forEach((header, host) -> record.put(header + "-Host", host));
        record.put("Expires", expires);
        JsonNode instant = JsonNodeFactory.instance.numberNode(now.getEpochSecond() + YEAR_0);
        put(record, "Last-Registration", first(report.get("Last-Registration"), instant));
        put(
                record,
                "Initial-Registration",
                first(first(report.get("Initial-Registration"), stored.get("Initial-Registration")), instant));
        for (String name : OWNER) {
            String value = owner(name);
            if (value != null) {
                record.put(name, value);
            }
        }
        record.put("Suppress-Unregister-Notify", suppressesNotice());
        record.put("Register-Overwrite-Notify", overwriteNotify());
        record.put("First-Registration", false);
        JsonNode node = first(report.get("Registrar-Node"), report.get("FreeSWITCH-Nodename"));
        put(record, "Registrar-Node", first(first(node, report.get("Node")), stored.get("Registrar-Node")));
        return record;
    }

    private @Nullable String bridgeRuri(Instant now) {
        String path = reported("Proxy-Path");
        path = path == null ? Members.text(stored, "Proxy-Path") : path;
        String realm = Objects.requireNonNull(reported("Realm"));
        return path == null
                ? null
                : DialContact.of(new Registration(
                                new Aor(Objects.requireNonNull(reported("Username")), realm),
                                realm,
                                originalContact(),
                                now,
                                0,
                                path,
                                null,
                                null))
                        .map(DialContact::uri)
                        .orElse(null);
    }

    private static @Nullable JsonNode first(@Nullable JsonNode value, @Nullable JsonNode otherwise) {
        return Members.isMissing(value) ? otherwise : value;
    }

    private static void put(ObjectNode record, String name, @Nullable JsonNode value) {
        if (value != null && !Members.isMissing(value)) {
            record.set(name, value);
        }
    }
}
