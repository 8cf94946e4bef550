package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Whether the caller's identity is to be hidden (reference, bridge 13.9). */
final class Privacy {
    private Privacy() {}

    static boolean hidesSomething(ObjectNode object) {
        return hides(object, "name", "Privacy-Hide-Name", "Caller-Privacy-Hide-Name")
                || hides(object, "number", "Privacy-Hide-Number", "Caller-Privacy-Hide-Number");
    }

    private static boolean hides(ObjectNode object, String what, String member, String callerMember) {
        JsonNode vars = object.get("Custom-Channel-Vars");
        JsonNode flag = within(object.get("caller_id_options"), "outbound_privacy");
        flag = flag != null ? flag : within(object.get("privacy"), what.equals("name") ? "hide_name" : "hide_number");
        flag = flag != null ? flag : within(object, member);
        flag = flag != null ? flag : within(vars, member);
        flag = flag != null ? flag : within(object, callerMember);
        flag = flag != null ? flag : within(vars, callerMember);
        flag = flag != null ? flag : within(object, "privacy_mode");
        return flag != null && (Members.isTrue(flag) || isMode(flag.asText(), what));
    }

    private static @Nullable JsonNode within(@Nullable JsonNode object, String name) {
        JsonNode value = object == null ? null : object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static boolean isMode(String mode, String what) {
        return switch (mode) {
            case "yes", "full", "kazoo" -> true;
            default ->
                mode.equals(what)
                        || (mode.startsWith("hide_") && mode.substring(5).equals(what));
        };
    }
}
