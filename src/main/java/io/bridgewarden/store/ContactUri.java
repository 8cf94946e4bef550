package io.bridgewarden.store;

import java.util.Locale;

/** Tells whether two Contact headers name the same URI. */
public final class ContactUri {
    /** The Contact of a REGISTER that is about every contact of its address (RFC 3261, section 10.2.2). */
    public static final String ALL = "*";

    private ContactUri() {}

    /**
     * The URI of a Contact header, without display name and header parameters, its scheme and host in lower case. Equal
     * for headers that name the same contact (RFC 3261, section 19.1.4, save that the order of parameters matters).
     */
    public static String of(String contact) {
        int open = contact.indexOf('<');
        int close = contact.indexOf('>', open + 1);
        String uri = open >= 0 && close > open ? contact.substring(open + 1, close) : contact.trim();
        int scheme = uri.indexOf(':') + 1;
        int host = Math.max(uri.indexOf('@') + 1, scheme);
        int end = host;
        while (end < uri.length() && ";?".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return lower(uri.substring(0, scheme))
                + uri.substring(scheme, host)
                + lower(uri.substring(host, end))
                + uri.substring(end);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
