package io.bridgewarden.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a key lets its bearer do. Roles do not imply one another. */
public enum Role {
    /** Ask for decisions. */
    DECIDE("decide"),
    /** Bring other configuration than the service's own with a request, and see what would be decided. */
    WHAT_IF("what-if"),
    /** Change the registrations that are kept. */
    REGISTRATIONS("registrations"),
    /** Change the network lists that are kept. */
    ACL("acl"),
    /** Change the configuration that is kept. */
    CONFIG("config"),
    /** Ask as a switch does, by mod_xml_curl. */
    SWITCH("switch"),
    /** Read rules, registrations, network lists and the configuration. */
    READ("read");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** Its spelling in a keys file and on the command line. */
    public String word() {
        return word;
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** All roles in words, for messages: {@code `decide`, `what-if`, ...}. */
    public static String words() {
        return Arrays.stream(values()).map(it -> "`" + it.word + "`").collect(Collectors.joining(", "));
    }
}
