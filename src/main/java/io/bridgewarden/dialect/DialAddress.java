package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The destination of a leg: what follows its variables (reference, bridge 10 to 12). */
final class DialAddress {
    private static final String DEFAULT_PROFILE = "sipinterface_1";

    private DialAddress() {}

    /**
     * The destination of an endpoint, or null: there is none, or it could not be written without adding to the dial
     * string.
     */
    static @Nullable String of(ObjectNode endpoint, @Nullable DialContact contact, DialSettings settings) {
        String type = Members.text(endpoint, "Endpoint-Type");
        String address = "freetdm".equals(type)
                ? freetdm(endpoint, settings)
                : "skype".equals(type) ? skype(endpoint) : sip(endpoint, contact, settings);
        return address != null && isWritable(address) ? address : null;
    }

    /** Whether an endpoint is reached through the registration of its user. */
    static boolean isLookedUp(ObjectNode endpoint) {
        String type = Members.text(endpoint, "Endpoint-Type");
        String format = format(endpoint);
        return !"freetdm".equals(type)
                && !"skype".equals(type)
                && !format.equals("route")
                && !format.equals("loopback")
                && Members.text(endpoint, "To-IP") == null;
    }

    private static @Nullable String freetdm(ObjectNode endpoint, DialSettings settings) {
        String number = Members.text(endpoint, "To-DID");
        if (number == null) {
            return null;
        }
        String span = option(endpoint, "Span");
        if (span == null || span.equals("descending")) {
            span = "1";
        }
        if (span.indexOf('/') >= 0) {
            return null;
        }
        String selection = "descending".equals(option(endpoint, "Channel-Selection")) ? "A" : "a";
        return "freetdm/" + span + "/" + selection + "/" + settings.numbers().format(format(endpoint), number);
    }

    private static @Nullable String skype(ObjectNode endpoint) {
        String user = Members.text(endpoint, "To-User");
        ObjectNode options = Members.object(endpoint, "Endpoint-Options");
        boolean roundRobin = options != null && Members.isTrue(options.get("Skype-RR"));
        String line = roundRobin ? null : option(endpoint, "Skype-Interface");
        if (user == null || (line != null && line.indexOf('/') >= 0)) {
            return null;
        }
        return "skypopen/" + (line == null ? "RR" : line) + "/" + user;
    }

    private static @Nullable String option(ObjectNode endpoint, String name) {
        ObjectNode options = Members.object(endpoint, "Endpoint-Options");
        return options == null ? null : Members.text(options, name);
    }

    private static String format(ObjectNode endpoint) {
        String format = Members.text(endpoint, "Invite-Format");
        return format == null ? "username" : format;
    }

    private static @Nullable String sip(ObjectNode endpoint, @Nullable DialContact contact, DialSettings settings) {
        String format = format(endpoint);
        if (format.equals("loopback") || format.equals("route")) {
            String route = Members.text(endpoint, "Route");
            return route == null ? null : route(endpoint, format.equals("loopback"), route, settings);
        }
        String fixed = Members.text(endpoint, "To-IP");
        if (fixed == null && contact == null) {
            return null;
        }
        String full = fixed != null ? fixed : contact == null ? "" : contact.uri();
        String address = withoutScheme(full);
        boolean keptWhole = fixed != null;
        if (address.indexOf('@') < 0) {
            String user = firstOf(endpoint, "To-DID", "To-Username", "To-User");
            if (user != null && !isUser(user)) {
                return null;
            }
            address = (user == null ? "kazoo" : user) + "@" + address;
            keptWhole = false;
        }
        address = viaProxy(endpoint, address);
        address = overTransport(endpoint, address, full.startsWith("sips:"));
        String user = userByFormat(endpoint, format, settings);
        if (user != null) {
            if (!isUser(user)) {
                return null;
            }
            address = user + address.substring(address.indexOf('@'));
            keptWhole = false;
        }
        if (isFinal(address)) {
            // A user name must not choose another kind of leg.
            return keptWhole ? address : null;
        }
        return hasOneHost(address) ? onProfile(endpoint, address, settings) : null;
    }

    private static @Nullable String route(ObjectNode endpoint, boolean loopback, String route, DialSettings settings) {
        if (loopback) {
            // A slash would choose another context.
            return route.indexOf('/') >= 0 ? null : "loopback/" + route + "/" + settings.freeswitchContext();
        }
        if (route.startsWith("loopback/")) {
            return route + "/" + settings.freeswitchContext();
        }
        String address = route;
        if (route.startsWith("sip:") || route.startsWith("sips:")) {
            address = route.substring(route.indexOf(':') + 1);
        }
        address = viaProxy(endpoint, address);
        address = overTransport(endpoint, address, route.startsWith("sips:"));
        if (address.isEmpty() || !hasOneHost(address)) {
            return null;
        }
        return isFinal(address) ? address : onProfile(endpoint, address, settings);
    }

    /** Whether an address names its kind of leg itself. */
    static boolean isFinal(String address) {
        return address.startsWith("sofia/") || address.startsWith("loopback/");
    }

    private static String withoutScheme(String address) {
        if (address.startsWith("sip:")) {
            return address.substring(4);
        }
        if (address.startsWith("sips:")) {
            return address.substring(5);
        }
        for (int at = address.indexOf("sip:", 1); at > 0; at = address.indexOf("sip:", at + 1)) {
            if (address.charAt(at - 1) != '=') {
                return address.substring(at + 4);
            }
        }
        return address;
    }

    private static String viaProxy(ObjectNode endpoint, String address) {
        String proxy = Members.text(endpoint, "Proxy-IP");
        if (proxy == null) {
            return address;
        }
        return withParameter(address, ";fs_path=", proxy.startsWith("sip:") ? proxy : "sip:" + proxy);
    }

    private static String overTransport(ObjectNode endpoint, String address, boolean secure) {
        String transport = Members.text(endpoint, "SIP-Transport");
        if (transport == null && secure && !address.contains(";transport=")) {
            transport = "tls";
        }
        return transport == null ? address : withParameter(address, ";transport=", transport);
    }

    private static String withParameter(String address, String name, String value) {
        int start = address.indexOf(name);
        if (start < 0) {
            return address + name + value;
        }
        int end = endOfParameter(address, start + name.length());
        return address.substring(0, start) + name + value + address.substring(end);
    }

    private static int endOfParameter(String address, int from) {
        int end = from;
        while (end < address.length() && ";?'".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static @Nullable String userByFormat(ObjectNode endpoint, String format, DialSettings settings) {
        return switch (format) {
            case "username" -> firstOf(endpoint, "To-User", "To-Username");
            case "e164", "npan", "1npan" -> {
                String number = Members.text(endpoint, "To-DID");
                yield number == null ? null : settings.numbers().format(format, number);
            }
            default -> null;
        };
    }

    private static @Nullable String firstOf(ObjectNode endpoint, String... names) {
        for (String name : names) {
            String text = Members.text(endpoint, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String onProfile(ObjectNode endpoint, String address, DialSettings settings) {
        String profile = Members.text(endpoint, "SIP-Interface");
        if (profile == null) {
            profile = mappedProfile(address, settings.networkMap());
        }
        if (profile == null) {
            profile = DEFAULT_PROFILE;
        }
        if (!profile.startsWith("sofia/")) {
            return "sofia/" + profile + "/" + address;
        }
        int end = profile.length();
        while (end > 0 && profile.charAt(end - 1) == '/') {
            end--;
        }
        return profile.substring(0, end) + "/" + address;
    }

    private static @Nullable String mappedProfile(String address, NetworkMap map) {
        String host = map.isEmpty() ? null : proxyHost(address);
        return host == null ? null : map.profile(host);
    }

    /** The host of the proxy that an address is reached through, without port or brackets; null if there is none. */
    private static @Nullable String proxyHost(String address) {
        int start = address.indexOf(";fs_path=sip");
        if (start < 0) {
            return null;
        }
        String proxy = address.substring(address.indexOf(':', start) + 1, endOfParameter(address, start + 1));
        String host = proxy.substring(proxy.indexOf('@') + 1);
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            return close < 0 ? null : host.substring(1, close);
        }
        int port = host.indexOf(':');
        return port < 0 ? host : host.substring(0, port);
    }

    /**
     * Whether text can be the user part of an address and nothing more: no second host, no path of its own, no
     * headers, which the switch would send.
     */
    static boolean isUser(String user) {
        return user.indexOf('@') < 0
                && user.indexOf('?') < 0
                && !user.toLowerCase(Locale.ROOT).contains("fs_path=");
    }

    /** Whether an address names one host, without headers for the switch to send. */
    private static boolean hasOneHost(String address) {
        int at = address.indexOf('@');
        int end = endOfParameter(address, at + 1);
        return isUser(address.substring(at + 1, end)) && address.indexOf('?', at + 1) < 0;
    }

    /** Whether an address stays one destination whatever stands around it. */
    static boolean isWritable(String address) {
        int quotes = 0;
        int doubleQuotes = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            switch (c) {
                case ',', '|', '{', '}', '<', '>', '\\', ']' -> {
                    return false;
                }
                case '[' -> {
                    int close = address.indexOf(']', i);
                    if (close < 0 || !isIpv6Literal(address, i, close)) {
                        return false;
                    }
                    i = close;
                }
                case '$' -> {
                    // Of two the switch keeps one, if it has something to expand elsewhere.
                    if (address.startsWith("$", i + 1)) {
                        return false;
                    }
                }
                case '\'' -> quotes++;
                case '"' -> doubleQuotes++;
                case ':' -> {
                    if (address.startsWith("_:", i + 1)) {
                        return false;
                    }
                }
                default -> {
                    if (c <= ' ' || (c >= 127 && isBlankOrUnwritable(address, i))) {
                        return false;
                    }
                }
            }
        }
        return !address.isEmpty() && quotes % 2 == 0 && doubleQuotes % 2 == 0;
    }

    private static boolean isBlankOrUnwritable(String text, int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || SwitchText.isUnwritable(text, at);
    }

    /** Whether brackets at two places hold an IPv6 address. */
    static boolean isIpv6Literal(String text, int open, int close) {
        int colons = 0;
        for (int i = open + 1; i < close; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colons++;
            } else if (Character.digit(c, 16) < 0 && c != '.') {
                return false;
            }
        }
        return colons >= 2;
    }
}
