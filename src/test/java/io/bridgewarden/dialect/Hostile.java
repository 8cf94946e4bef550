package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Endpoints by somebody who wants more than the one leg, and what the switch is to read of them all the same. */
final class Hostile {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final String ALL_SEPARATORS = "~;#*&?@/+ZQXJKYWVzqxjk";

    private Hostile() {}

    /** A variable that an endpoint asks for. */
    record Wanted(String name, String value) {}

    /** A member of an endpoint, or of one of its three objects of variables. */
    record Member(String container, String name, JsonNode value, List<Wanted> wanted) {}

    /** An endpoint, and the variables it asks for in the order the switch gets them. */
    record Endpoint(ObjectNode json, List<Wanted> wanted) {}

    static Arbitrary<String> text() {
        Arbitrary<String> fragments = Arbitraries.of(
                "'",
                "\\",
                "\\'",
                "\\\\",
                "\\n",
                "\\s",
                "\\t",
                "\\\"",
                "\\,",
                "\\|",
                "\\!",
                "\\]",
                "!",
                "~",
                ",",
                "|",
                "[",
                "]",
                "{",
                "}",
                "[1]",
                "{x}",
                "<",
                ">",
                "^^",
                "^^!",
                "^^:",
                ":_:",
                ":_",
                "_:",
                ":",
                "_",
                "$",
                "${",
                "$${",
                "${x}",
                "${caller_id_name}",
                "${system(id)}",
                "$\\{",
                "$'{",
                "\n",
                "\r\n",
                "\t",
                "\0",
                "\u0001",
                "\u0002",
                "\u007f",
                "\u0085",
                "\u2028",
                "\ud800",
                "\udc00",
                " ",
                "  ",
                "=",
                "\"",
                ";",
                "?",
                "@",
                "/",
                "%",
                "#",
                "*",
                "a",
                "b1",
                "Zürich",
                "日本",
                "\ud83d\ude00",
                "]sofia/external/evil@h",
                ",sofia/external/evil@h",
                "|sofia/external/evil@h",
                ":_:sofia/external/evil@h",
                "',evil='1",
                "'!evil='1",
                "!evil='1'",
                ",evil=1",
                "}{evil=1}",
                "][evil=1]",
                "origination_nested_vars=true",
                "origination_nested_vars'=true",
                "^^~evil=1",
                "&evil()",
                ALL_SEPARATORS);
        return fragments.list().ofMaxSize(7).map(parts -> String.join("", parts));
    }

    /** A value that no step of the switch looks at. */
    static Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("0123456789.- ")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private static Arbitrary<String> anyText() {
        return Arbitraries.oneOf(text(), text(), text(), plain());
    }

    private static Arbitrary<String> token() {
        return Arbitraries.strings()
                .withCharRange('a', 'f')
                .withChars("-_A1")
                .ofMinLength(1)
                .ofMaxLength(4)
                .map(s -> "X-" + s);
    }

    private static Arbitrary<JsonNode> value() {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                anyText().map(JSON::textNode),
                anyText().map(JSON::textNode),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
        Arbitrary<JsonNode> lists =
                scalars.list().ofMaxSize(3).map(items -> JSON.arrayNode().addAll(items));
        Arbitrary<JsonNode> objects = Combinators.combine(anyText(), scalars, lists)
                .as((name, scalar, list) ->
                        JSON.objectNode().<ObjectNode>set(name, scalar).set("l", list));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, scalars),
                net.jqwik.api.Tuple.of(1, lists),
                net.jqwik.api.Tuple.of(1, objects));
    }

    private static Arbitrary<Member> field() {
        return Combinators.combine(
                        Arbitraries.of(
                                "Presence-ID",
                                "Alert-Info",
                                "Auth-User",
                                "Endpoint-Timeout",
                                "Caller-ID-Number",
                                "SIP-Invite-Domain",
                                "Fail-On-Single-Reject",
                                "Request-URI",
                                "From-URI"),
                        value())
                .as((name, value) -> member("", name, value, variable(name), Members.render(value)));
    }

    private static String variable(String field) {
        return Objects.requireNonNull(SwitchVariables.of(field));
    }

    private static Arbitrary<Member> spelled() {
        Map<String, Function<String, Wanted>> fields = Map.of(
                "To-URI", text -> new Wanted("sip_invite_to_uri", "<" + text + ">"),
                "To-Realm", text -> new Wanted("ecallmgr_Realm", text),
                "Forward-IP", text -> new Wanted("sip_route_uri", text.startsWith("sip:") ? text : "sip:" + text),
                "origination_uuid", text -> new Wanted("origination_uuid", text),
                "Enable-T38-Gateway", text -> new Wanted("execute_on_answer", "t38_gateway " + text));
        return Combinators.combine(Arbitraries.of(fields.keySet()), anyText())
                .as((name, text) -> new Member(
                        "",
                        name,
                        JSON.textNode(text),
                        List.of(Objects.requireNonNull(fields.get(name)).apply(text))));
    }

    private static Arbitrary<Member> media() {
        return Combinators.combine(Arbitraries.of("Hold-Media", "Confirm-File"), anyText())
                .as((name, text) -> member(
                        "",
                        name,
                        JSON.textNode("say:" + text),
                        name.equals("Hold-Media") ? "hold_music" : "group_confirm_file",
                        "say:" + text));
    }

    private static Arbitrary<Member> list() {
        return Combinators.combine(
                        Arbitraries.of("Codecs", "Participant-Flags", "SIP-Invite-Parameters", "Export-Variables"),
                        anyText().list().ofMaxSize(4))
                .as((name, items) -> {
                    ArrayNode list = JSON.arrayNode();
                    items.forEach(list::add);
                    List<String> filled =
                            items.stream().filter(item -> !item.isEmpty()).toList();
                    return switch (name) {
                        case "Codecs" ->
                            filled.isEmpty()
                                    ? new Member("", name, list, List.of())
                                    : member("", name, list, "absolute_codec_string", "^^:" + String.join(":", filled));
                        case "Participant-Flags" ->
                            items.isEmpty()
                                    ? new Member("", name, list, List.of())
                                    : member(
                                            "", name, list, "conference_member_flags", "^^!" + String.join("!", items));
                        case "SIP-Invite-Parameters" -> member("", name, list, "sip_invite_params", joined(items, ";"));
                        default -> member("", name, list, "export_vars", joined(items, ","));
                    };
                });
    }

    /** As Erlang would, were it not that an empty first item leaves no separator. */
    private static String joined(List<String> items, String separator) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(text.isEmpty() ? "" : separator).append(item));
        return text.toString();
    }

    private static Arbitrary<Member> variable() {
        Map<String, String> prefixes = Map.of(
                "Custom-Channel-Vars", "ecallmgr_",
                "Custom-Application-Vars", "cav_",
                "Custom-SIP-Headers", "sip_h_");
        Arbitrary<String> names = Arbitraries.oneOf(token(), token(), text());
        return Combinators.combine(Arbitraries.of(prefixes.keySet()), names, value())
                .as((container, name, value) -> name.matches("[A-Za-z0-9_.-]+")
                        ? member(container, name, value, prefixes.get(container) + name, Members.render(value))
                        : new Member(container, name, value, List.of()));
    }

    private static Arbitrary<Member> diversions() {
        return anyText().list().ofMaxSize(3).map(items -> {
            ArrayNode list = JSON.arrayNode();
            items.forEach(list::add);
            List<Wanted> wanted = new ArrayList<>();
            items.forEach(item -> wanted.add(new Wanted("sip_h_Diversion", item)));
            Collections.reverse(wanted);
            return new Member("Custom-SIP-Headers", "Diversions", list, wanted);
        });
    }

    private static Arbitrary<Member> meaningless() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                text().map(name -> name + "-"),
                                Arbitraries.of("Timeout", "Caller-ID-Type", "Privacy-Method")),
                        anyText().filter(text -> text.chars().noneMatch(Character::isDigit)))
                .as((name, text) -> new Member("", name, JSON.textNode(text), List.of()));
    }

    private static Member member(String container, String name, JsonNode value, String variable, String text) {
        return new Member(container, name, value, List.of(new Wanted(variable, text)));
    }

    static Arbitrary<List<Member>> members() {
        return Arbitraries.oneOf(
                        field(),
                        field(),
                        spelled(),
                        media(),
                        list(),
                        variable(),
                        variable(),
                        variable(),
                        diversions(),
                        meaningless())
                .list()
                .ofMaxSize(8);
    }

    /** Endpoints with hostile variables and a plain address. */
    static Arbitrary<Endpoint> endpoint() {
        return Combinators.combine(addresses(plainUser()), members()).as(Hostile::endpoint);
    }

    /** Endpoints with anything anywhere. */
    static Arbitrary<Endpoint> anything() {
        return Combinators.combine(addresses(Arbitraries.oneOf(text(), plainUser())), members())
                .as(Hostile::endpoint);
    }

    /** Bridge requests with hostile members around endpoints that are still to be added. */
    static Arbitrary<Endpoint> request() {
        return members()
                .map(members -> members.stream()
                        .filter(member -> !RequestChecks.ALLOWED_VALUES.containsKey(member.name()))
                        .toList())
                .map(members -> endpoint(JSON.objectNode(), members));
    }

    private static Arbitrary<String> plainUser() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    private static Arbitrary<ObjectNode> addresses(Arbitrary<String> texts) {
        Arbitrary<String> formats = Arbitraries.of("username", "e164", "npan", "1npan", "route", "loopback", "contact");
        return Combinators.combine(
                        formats,
                        Arbitraries.of("sip", "sip", "sip", "freetdm", "skype"),
                        texts,
                        texts,
                        texts,
                        texts,
                        texts)
                .as((format, type, user, number, ip, route, other) -> {
                    ObjectNode json = JSON.objectNode()
                            .put("Invite-Format", format)
                            .put("Endpoint-Type", type)
                            .put("To-User", user)
                            .put("To-DID", number)
                            .put("Route", route);
                    switch (other.length() % 5) {
                        case 0 -> json.put("To-IP", ip);
                        case 1 -> json.put("To-IP", "192.0.2.1").put("Proxy-IP", other);
                        case 2 -> json.put("SIP-Interface", other);
                        case 3 ->
                            json.putObject("Endpoint-Options")
                                    .put("Span", other)
                                    .put("Skype-Interface", other);
                        default -> json.put("To-Username", other);
                    }
                    return json;
                });
    }

    private static Endpoint endpoint(ObjectNode address, List<Member> members) {
        ObjectNode json = address.deepCopy();
        Map<String, Map<String, List<Wanted>>> wanted = new LinkedHashMap<>();
        if (address.has("To-User")) {
            String user = address.get("To-User").textValue();
            wanted.put("To-User", Map.of("", List.of(new Wanted("ecallmgr_Username", user))));
        }
        for (Member member : members) {
            String top = member.container().isEmpty() ? member.name() : member.container();
            ObjectNode target = member.container().isEmpty() ? json : json.withObject("/" + top);
            if (!target.has(member.name())) {
                target.set(member.name(), member.value());
                wanted.computeIfAbsent(top, key -> new LinkedHashMap<>()).put(member.name(), member.wanted());
            }
        }
        List<Wanted> inOrder = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            List<List<Wanted>> variables =
                    new ArrayList<>(wanted.getOrDefault(name, Map.of()).values());
            Collections.reverse(variables);
            variables.forEach(inOrder::addAll);
        });
        return new Endpoint(json, inOrder);
    }
}
