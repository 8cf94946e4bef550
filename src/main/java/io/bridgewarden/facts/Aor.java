package io.bridgewarden.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An address of record: who is called, not where they are.
 *
 * @param user user part, never blank, spelled as given: two users that differ in case are two addresses
 * @param realm SIP domain of the account, without a port; lower case, since case does not matter (RFC 3261, 19.1.4)
 */
public record Aor(String user, String realm) implements Comparable<Aor> {
    public Aor {
        if (user.isBlank() || realm.isBlank()) {
            throw new IllegalArgumentException("address of record lacks user or realm: `%s@%s`".formatted(user, realm));
        }
        realm = realm.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@code user@realm}; the realm starts after the last {@code @}.
     *
     * @throws IllegalArgumentException if there is no {@code @}, or nothing on one of its sides
     */
    public static Aor parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("address of record has no realm: `%s`".formatted(text));
        }
        return new Aor(text.substring(0, at), text.substring(at + 1));
    }

    /** The same address with its user in lower case, as KAZOO compares them (reference, registration 1). */
    public Aor folded() {
        return new Aor(user.toLowerCase(Locale.ROOT), realm);
    }

    @Override
    public int compareTo(Aor other) {
        int byRealm = realm.compareTo(other.realm);
        return byRealm != 0 ? byRealm : user.compareTo(other.user);
    }

    /** {@code user@realm}. */
    @Override
    @JsonValue
    public String toString() {
        return user + "@" + realm;
    }
}
