package io.bridgewarden.dialect;

import io.bridgewarden.facts.Registration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a registered phone is dialled (reference, bridge 7).
 *
 * @param uri its SIP URI without angle brackets or display name; through an edge proxy, {@code user@realm} with the
 *     proxy as {@code fs_path}
 * @param webrtc whether the phone speaks WebSocket, and so WebRTC
 */
public record DialContact(String uri, boolean webrtc) {
    /**
     * The dial contact of a registration, or empty: its contact (or the path of its proxy) is not exactly one SIP
     * address, or could not be written in a leg without changing its meaning.
     */
    public static Optional<DialContact> of(Registration registration) {
        String contact = address(registration.contact(), true);
        if (contact == null || !isSafe(contact)) {
            return Optional.empty();
        }
        boolean webrtc = isWebSocket(registration.proxyProtocol()) || isWebSocket(transport(contact));
        String path = registration.proxyPath();
        if (path == null || path.isEmpty()) {
            return Optional.of(new DialContact(contact, webrtc));
        }
        String proxy = address(path, false);
        String user = registration.aor().user();
        if (proxy == null || !isSafe(proxy) || !DialAddress.isUser(user) || !isHost(registration.realm())) {
            return Optional.empty();
        }
        String scheme = contact.substring(0, contact.indexOf(':') + 1);
        String uri = scheme + user + "@" + registration.realm() + ";fs_path=" + proxy;
        return isBalanced(user) && DialAddress.isWritable(uri) && !DialAddress.isFinal(user)
                ? Optional.of(new DialContact(uri, webrtc))
                : Optional.empty();
    }

    /**
     * The URI of a name-addr or addr-spec (RFC 3261, 20.10), its scheme in lower case. What follows the URI as
     * parameters of the header stays if asked for.
     */
    private static @Nullable String address(String header, boolean keepHeaderParameters) {
        String text = header.strip();
        int open = text.startsWith("\"") ? text.indexOf('<', endOfQuoted(text)) : text.indexOf('<');
        String uri;
        if (open < 0) {
            int end = keepHeaderParameters ? -1 : text.indexOf(';');
            uri = end < 0 ? text : text.substring(0, end);
        } else {
            int close = text.indexOf('>', open);
            String after = close < 0 ? "?" : text.substring(close + 1).strip();
            if (!after.isEmpty() && !after.startsWith(";")) {
                return null;
            }
            uri = text.substring(open + 1, close) + (keepHeaderParameters ? after : "");
        }
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? "" : uri.substring(0, colon).toLowerCase(Locale.ROOT);
        return scheme.equals("sip") || scheme.equals("sips") ? scheme + uri.substring(colon) : null;
    }

    private static int endOfQuoted(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return text.length();
    }

    /** Whether a {@code scheme:user@host:port;parameters} URI has a host, and nothing that would act in a leg. */
    private static boolean isSafe(String uri) {
        String rest = uri.substring(uri.indexOf(':') + 1);
        int at = rest.indexOf('@');
        String user = at < 0 ? "" : rest.substring(0, at);
        rest = rest.substring(at + 1);
        int parameters = rest.indexOf(';');
        String host = parameters < 0 ? rest : rest.substring(0, parameters);
        return DialAddress.isUser(user)
                && isBalanced(user)
                && !DialAddress.isFinal(user)
                && isHost(host)
                && rest.indexOf('?') < 0
                && DialAddress.isWritable(uri);
    }

    private static boolean isBalanced(String text) {
        return text.chars().filter(c -> c == '\'').count() % 2 == 0
                && text.chars().filter(c -> c == '"').count() % 2 == 0;
    }

    /** A name or address with an optional port; an IPv6 address in brackets. */
    static boolean isHost(String host) {
        int end;
        if (host.startsWith("[")) {
            end = host.indexOf(']') + 1;
            if (end == 0 || !DialAddress.isIpv6Literal(host, 0, end - 1)) {
                return false;
            }
        } else {
            end = 0;
            while (end < host.length() && isHostCharacter(host.charAt(end))) {
                end++;
            }
        }
        if (end == 0 || end == host.length()) {
            return end > 0;
        }
        return host.charAt(end) == ':'
                && host.length() > end + 1
                && host.length() <= end + 6
                && host.chars().skip(end + 1L).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isHostCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static @Nullable String transport(String uri) {
        int start = uri.toLowerCase(Locale.ROOT).indexOf(";transport=");
        return start < 0 ? null : uri.substring(start + ";transport=".length());
    }

    private static boolean isWebSocket(@Nullable String transport) {
        return transport != null && transport.regionMatches(true, 0, "ws", 0, 2);
    }
}
