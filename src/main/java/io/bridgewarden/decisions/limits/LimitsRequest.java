package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.CallOwner;
import io.bridgewarden.facts.CallOwner.FoundBy;
import io.bridgewarden.facts.LimitedCall;
import io.bridgewarden.store.EffectiveConfig;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call, whose it is, and the documents of who pays (reference, authz 7).
 *
 * @param number what is called, as given
 * @param ended whether the call is over already
 * @param payer the account; null if nobody was found
 * @param reseller who resells to it: the payer itself where it has no other; null if nobody was found
 */
record LimitsRequest(
        ObjectNode document,
        LimitedCall call,
        String number,
        boolean ended,
        CallOwner owner,
        @Nullable Payer payer,
        @Nullable Payer reseller) {

    private static final Set<String> WITH_FLAGS = Set.of("account", "user", "device", "mobile");

    /**
     * Who pays.
     *
     * @param id as the request names it
     * @param member the member of the request that has its document
     */
    record Payer(String id, String member, ObjectNode document) {
        /** What it may be called in {@code channels}. */
        Set<String> names() {
            return id.equals(member) ? Set.of(id) : Set.of(id, member);
        }

        String pointer() {
            return "#/" + member;
        }
    }

    /** @param e164 how a number is spelled as E.164 */
    static LimitsRequest read(ObjectNode document, EffectiveConfig config, Function<String, String> e164) {
        return new Reader(document, config, e164).read();
    }

    /** Whether account and reseller are two. */
    boolean twoParties() {
        return payer != null && reseller != null && !payer.id().equals(reseller.id());
    }

    ObjectNode variables() {
        return Members.object(document.path("call"), "Custom-Channel-Vars");
    }

    /** Static flags of the endpoint that vouches for the caller; null if there are none. */
    @Nullable
    ArrayNode outboundFlags() {
        String type = call.authorizingType();
        String id = Members.text(variables(), "Authorizing-ID");
        if (payer == null || id == null || type == null || !WITH_FLAGS.contains(type)) {
            return null;
        }
        JsonNode endpoint = payer.document().path("endpoint");
        String known =
                Members.text(endpoint, "_id") == null ? Members.text(endpoint, "id") : Members.text(endpoint, "_id");
        if (known != null && !known.equals(id)) {
            return null;
        }
        JsonNode flags = endpoint.path("outbound_flags");
        return (flags.isArray() ? flags : flags.path("static")) instanceof ArrayNode it ? it : null;
    }

    private record Reader(ObjectNode document, EffectiveConfig config, Function<String, String> e164) {
        LimitsRequest read() {
            ObjectNode call = Members.object(document, "call");
            ObjectNode variables = Members.object(call, "Custom-Channel-Vars");
            String number = number(call, variables);
            String named = Members.text(variables, "Account-ID");
            ObjectNode byAddress = named == null ? byAddress(call) : null;
            ObjectNode byNumber = named == null && byAddress == null ? byNumber(number) : null;

            Payer payer = null;
            CallOwner owner = new CallOwner(FoundBy.NOBODY, true, true, null, false);
            String vouching = Members.text(variables, "Authorizing-Type");
            if (named != null) {
                payer = payer(named);
                owner = new CallOwner(FoundBy.CALL, isEnabled(payer.document(), "enabled"), true, null, false);
            } else if (byAddress != null) {
                payer = payer(ownerOf(byAddress));
                String type = Members.text(byAddress, "type") == null ? "device" : Members.text(byAddress, "type");
                owner = new CallOwner(
                        FoundBy.ADDRESS,
                        isEnabled(payer.document(), "enabled"),
                        isEnabled(byAddress, "device_enabled") && isEnabled(byAddress, "user_enabled"),
                        type,
                        false);
                vouching = vouching == null ? type : vouching;
            } else if (byNumber != null) {
                payer = payer(ownerOf(byNumber));
                owner = new CallOwner(
                        FoundBy.NUMBER,
                        isEnabled(payer.document(), "enabled"),
                        true,
                        null,
                        "knm_local".equals(Members.text(byNumber, "module")));
            }
            return new LimitsRequest(
                    document,
                    new LimitedCall(call.path("direction").asText(), vouching),
                    number,
                    ended(call),
                    owner,
                    payer,
                    payer == null ? null : reseller(payer, Members.text(variables, "Reseller-ID")));
        }

        private String number(ObjectNode call, ObjectNode variables) {
            for (String name : new String[] {"E164-Destination", "Original-Number"}) {
                String number = Members.text(variables, name);
                if (number != null) {
                    return number;
                }
            }
            String number = Members.text(call, "number");
            if (number == null) {
                throw Problem.invalid("#/call/number", "required", "expected the number that is called")
                        .asException();
            }
            return number;
        }

        private boolean ended(ObjectNode call) {
            String id = Members.text(call, "call_id") == null
                    ? "this-call"
                    : call.path("call_id").asText();
            for (JsonNode channel : document.path("channels")) {
                if (id.equals(channel.path("call_id").asText()) && Channel.isDestroyed(channel)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable ObjectNode byAddress(ObjectNode call) {
            String source = Members.text(call, "source_address");
            boolean looksUp = config.other("registrar", "use_aggregate")
                    .map(it -> Members.bool(it, true))
                    .orElse(true);
            return source != null
                            && looksUp
                            && document.get("ip_owner") instanceof ObjectNode it
                            && source.equals(Members.text(it, "ip"))
                    ? it
                    : null;
        }

        private @Nullable ObjectNode byNumber(String number) {
            if (!(document.get("number_owner") instanceof ObjectNode it)
                    || Members.text(it, "owner") == null
                    || Members.text(it, "number") == null) {
                return null;
            }
            String state = Members.text(it, "state");
            boolean inService = state == null || state.equals("in_service");
            return inService && e164.apply(it.path("number").asText()).equals(e164.apply(number)) ? it : null;
        }

        private static String ownerOf(ObjectNode found) {
            String owner = Members.text(found, "owner");
            return owner == null ? "account" : owner;
        }

        private static boolean isEnabled(ObjectNode object, String name) {
            return Members.bool(object.get(name), true);
        }

        // Whoever is none of the other two is the account: a request about it need not repeat its id.
        private Payer payer(String id) {
            if (isNamed("reseller", id)) {
                return new Payer(id, "reseller", document("reseller"));
            }
            if (isNamed("master", id)) {
                return new Payer(id, "master", document("master"));
            }
            return new Payer(id, "account", document("account"));
        }

        private Payer reseller(Payer payer, @Nullable String named) {
            if (named != null) {
                String member = isNamed("master", named) ? "master" : "reseller";
                return named.equals(payer.id()) ? payer : new Payer(named, member, document(member));
            }
            boolean own = payer.member().equals("master")
                    || (payer.member().equals("account")
                            && document.path("reseller").asText().equals("same"));
            if (own) {
                return payer;
            }
            String member = payer.member().equals("account") ? "reseller" : "master";
            String id = Members.text(document(member), "id");
            return new Payer(id == null ? member : id, member, document(member));
        }

        private boolean isNamed(String member, String id) {
            return id.equals(member) || id.equals(Members.text(document(member), "id"));
        }

        private ObjectNode document(String member) {
            return document.get(member) instanceof ObjectNode it
                    ? it
                    : Json.mapper().createObjectNode();
        }
    }
}
