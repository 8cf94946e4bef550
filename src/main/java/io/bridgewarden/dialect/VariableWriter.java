package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the members of an endpoint, or of a whole bridge request, into variables of the switch (reference, bridge 13).
 * Lives for one block; not safe to share between threads.
 */
final class VariableWriter {
    private static final String RESPOND_WITH = "X-KAZOO-Respond-With";
    private static final String BUSY = "486 User Busy";

    private static final Set<String> CLEANED =
            Set.of("Outbound-Caller-ID-Name", "Outbound-Callee-ID-Name", "Caller-ID-Name", "Callee-ID-Name");
    private static final Set<String> EXPORTS = Set.of("Export-Variables", "Export-Bridge-Variables");
    private static final Map<String, String> CODECS = Map.of(
            "G722_16", "G722:G7221@16000h",
            "G722_32", "G7221@32000h",
            "CELT_32", "CELT@32000h",
            "CELT_48", "CELT@48000h");
    private static final Map<String, String> FLAGS = Map.of(
            "distribute_dtmf", "dist-dtmf",
            "is_moderator", "moderator",
            "disable_moh", "nomoh",
            "join_existing", "join-only",
            "video_mute", "vmute");

    private static final Map<String, MemberRule> MEMBERS = Map.ofEntries(
            Map.entry("Custom-Channel-Vars", VariableWriter::channelVars),
            Map.entry("Custom-Application-Vars", VariableWriter::applicationVars),
            Map.entry("Custom-SIP-Headers", VariableWriter::sipHeaders),
            Map.entry("To-User", as("ecallmgr_Username", user -> user)),
            Map.entry("To-Realm", as("ecallmgr_Realm", realm -> realm)),
            Map.entry("To-URI", as("sip_invite_to_uri", uri -> "<" + uri + ">")),
            Map.entry("Forward-IP", as("sip_route_uri", ip -> ip.startsWith("sip:") ? ip : "sip:" + ip)),
            Map.entry("origination_uuid", as("origination_uuid", uuid -> uuid)),
            Map.entry("Enable-T38-Gateway", as("execute_on_answer", direction -> "t38_gateway " + direction)),
            Map.entry("Caller-ID-Type", VariableWriter::callerIdType),
            Map.entry("Hold-Media", VariableWriter::holdMedia),
            Map.entry("Confirm-File", VariableWriter::confirmFile),
            Map.entry("Codecs", VariableWriter::codecs),
            Map.entry("Timeout", VariableWriter::timeout),
            Map.entry("SIP-Invite-Parameters", VariableWriter::inviteParameters),
            Map.entry("Participant-Flags", VariableWriter::participantFlags),
            Map.entry("Endpoint-Actions", VariableWriter::callCommands),
            Map.entry("Bridge-Actions", VariableWriter::callCommands));

    private final DialSettings settings;
    private final VariableBlock block;
    private final List<DialWarning> warnings;

    VariableWriter(DialSettings settings, VariableBlock block, List<DialWarning> warnings) {
        this.settings = settings;
        this.block = block;
        this.warnings = warnings;
    }

    @FunctionalInterface
    private interface MemberRule {
        void write(VariableWriter writer, String pointer, JsonNode value);
    }

    private static MemberRule as(String variable, UnaryOperator<String> spelling) {
        return (writer, pointer, value) ->
                writer.block.quoted(pointer, "", variable, spelling.apply(Members.render(value)));
    }

    /** Writes an endpoint's variables, the busy answer and the privacy header among them. */
    void endpoint(ObjectNode endpoint, LegOptions options) {
        boolean answersBusy = options.answerBusy();
        for (Map.Entry<String, JsonNode> member : endpoint.properties()) {
            String name = member.getKey();
            if (answersBusy && name.equals("Custom-SIP-Headers") && member.getValue() instanceof ObjectNode headers) {
                sipHeaders("/" + name, headers.deepCopy().put(RESPOND_WITH, BUSY));
                answersBusy = false;
            } else if (options.keepBypassMedia() || !name.equals("Bypass-Media")) {
                member(name, member.getValue());
            }
        }
        if (answersBusy) {
            block.quoted("", "sip_h_", RESPOND_WITH, BUSY);
        }
        privacy(endpoint);
    }

    /** Asks for privacy with a header, if the object hides a name or number. */
    void privacy(ObjectNode object) {
        if (settings.useSipPrivacyHeader() && Privacy.hidesSomething(object)) {
            block.bare("sip_h_Privacy", "id");
        }
    }

    /** Writes one member, by its own rule or under the switch's own name; other members mean nothing to the switch. */
    void member(String name, JsonNode value) {
        MemberRule rule = MEMBERS.get(name);
        if (rule != null) {
            rule.write(this, "/" + name, value);
            return;
        }
        String variable = SwitchVariables.of(name);
        if (variable != null) {
            field("/" + name, variable, name, value);
        }
    }

    private void channelVars(String pointer, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : reversed(pointer, value)) {
            channelVar(Json.at(pointer, member.getKey()), member.getKey(), member.getValue());
        }
    }

    private void channelVar(String pointer, String name, JsonNode value) {
        switch (name) {
            case "Force-Fax" -> block.quoted(pointer, "", "execute_on_answer", "t38_gateway " + Members.render(value));
            case "Confirm-File" -> confirmFile(pointer, value);
            case "Channel-Actions" -> {
                if (value.isTextual()) {
                    block.actions(pointer, value.textValue());
                } else {
                    ignored(pointer, "not text");
                }
            }
            default -> {
                String variable = SwitchVariables.of(name);
                if (variable != null) {
                    field(pointer, variable, name, value);
                } else if (isSafeName(pointer, name)) {
                    block.quoted(pointer, "ecallmgr_", name, Members.render(value));
                }
            }
        }
    }

    private void applicationVars(String pointer, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : reversed(pointer, value)) {
            String variable = Json.at(pointer, member.getKey());
            if (isSafeName(variable, member.getKey())) {
                block.quoted(variable, "cav_", member.getKey(), Members.render(member.getValue()));
            }
        }
    }

    private void sipHeaders(String pointer, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : reversed(pointer, value)) {
            String header = Json.at(pointer, member.getKey());
            if (member.getKey().equals("Diversions")) {
                diversions(header, member.getValue());
            } else if (isSafeName(header, member.getKey())) {
                String text = Members.render(member.getValue());
                String expression = settings.expandableMacros().get(text);
                if (expression == null) {
                    block.quoted(header, "sip_h_", member.getKey(), text);
                } else {
                    block.expression(header, "sip_h_", member.getKey(), expression);
                }
            }
        }
    }

    private void diversions(String pointer, JsonNode value) {
        if (!value.isArray()) {
            ignored(pointer, "not a list");
            return;
        }
        for (int i = value.size() - 1; i >= 0; i--) {
            block.quoted(pointer + "/" + i, "sip_h_", "Diversion", Members.render(value.get(i)));
        }
    }

    private void field(String pointer, String variable, String name, JsonNode value) {
        if (EXPORTS.contains(name)) {
            if (value.isArray()) {
                block.quoted(pointer, "", variable, joined(value, ","));
            } else {
                ignored(pointer, "not a list");
            }
        } else if (CLEANED.contains(name)) {
            block.quoted(pointer, "", variable, settings.names().clean(Members.render(value)));
        } else {
            block.quoted(pointer, "", variable, Members.render(value));
        }
    }

    private void holdMedia(String pointer, JsonNode value) {
        block.quoted(pointer, "", "hold_music", settings.media().holdPath(Members.render(value)));
    }

    private void confirmFile(String pointer, JsonNode value) {
        block.quoted(pointer, "", "group_confirm_file", settings.media().path(Members.render(value)));
    }

    private void callerIdType(String pointer, JsonNode value) {
        String word = switch (Members.render(value)) {
            case "from" -> "none";
            case "rpid" -> "rpid";
            case "pid" -> "pid";
            default -> null;
        };
        if (word != null) {
            block.bare("sip_cid_type", word);
        }
    }

    private void codecs(String pointer, JsonNode value) {
        if (!value.isArray()) {
            ignored(pointer, "not a list");
            return;
        }
        StringBuilder codecs = new StringBuilder("^^");
        for (JsonNode item : value) {
            String codec = Members.render(item);
            if (!codec.isEmpty()) {
                codecs.append(':').append(CODECS.getOrDefault(codec, codec));
            }
        }
        if (codecs.length() > 2) {
            block.quoted(pointer, "", "absolute_codec_string", codecs.toString());
        }
    }

    private void timeout(String pointer, JsonNode value) {
        BigDecimal seconds = number(value);
        if (seconds == null) {
            ignored(pointer, "not a number");
        } else if (seconds.signum() > 0) {
            String text = seconds.setScale(0, RoundingMode.HALF_UP).toPlainString();
            if (!text.equals("0")) {
                block.bare("call_timeout", text);
                block.bare("originate_timeout", text);
            }
        }
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return null;
        }
        String text = value.asText();
        if (text.isEmpty() || text.length() > 18) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return number.precision() - number.scale() > 18 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void inviteParameters(String pointer, JsonNode value) {
        if (value.isArray()) {
            block.quoted(pointer, "", "sip_invite_params", joined(value, ";"));
        } else {
            ignored(pointer, "not a list");
        }
    }

    private void participantFlags(String pointer, JsonNode value) {
        if (!value.isArray()) {
            ignored(pointer, "not a list");
        } else if (!value.isEmpty()) {
            StringBuilder flags = new StringBuilder("^^");
            for (JsonNode item : value) {
                String flag = Members.render(item);
                flags.append('!').append(FLAGS.getOrDefault(flag, flag));
            }
            block.quoted(pointer, "", "conference_member_flags", flags.toString());
        }
    }

    private void callCommands(String pointer, JsonNode value) {
        if (!Members.isMissing(value)) {
            warnings.add(new DialWarning(
                    pointer,
                    "unsupported-member",
                    "call commands are not translated; give prepared ones as `Channel-Actions`"));
        }
    }

    private List<Map.Entry<String, JsonNode>> reversed(String pointer, JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            ignored(pointer, "not an object");
            return List.of();
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        Collections.reverse(members);
        return members;
    }

    private void ignored(String pointer, String why) {
        warnings.add(new DialWarning(pointer, "ignored-member", why));
    }

    private boolean isSafeName(String pointer, String name) {
        if (isToken(name)) {
            return true;
        }
        warnings.add(new DialWarning(
                pointer, "unsafe-name", "a name has letters, digits, `-`, `_` and `.` only; the variable is left out"));
        return false;
    }

    static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!safe && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    static String joined(JsonNode list, String separator) {
        StringBuilder text = new StringBuilder();
        for (JsonNode item : list) {
            text.append(text.isEmpty() ? "" : separator).append(Members.render(item));
        }
        return text.toString();
    }
}
