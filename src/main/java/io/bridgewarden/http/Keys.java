package io.bridgewarden.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that open the service, known by their digests alone. Immutable.
 *
 * <p>A key is 256 random bits, so one round of SHA-256 hides it: a slow, salted hash is for secrets that can be guessed,
 * and would cost a request more than its decision. Each digest is compared, and in constant time, so that how long an
 * answer takes tells nothing of how near a guess came.
 */
public final class Keys {
    private static final int KEY_BYTES = 32;
    private static final String PREFIX = "bw_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final boolean asked;
    private final List<Entry> entries;

    private Keys(boolean asked, List<Entry> entries) {
        this.asked = asked;
        this.entries = List.copyOf(entries);
    }

    /**
     * A key as it is kept.
     *
     * @param name who uses it; unique in its file
     * @param sha256 SHA-256 of the key's characters in UTF-8, 64 hexadecimal digits
     * @param roles what it is good for
     */
    public record Entry(String name, String sha256, Set<Role> roles) {
        public Entry {
            sha256 = sha256.toLowerCase(Locale.ROOT);
            roles = Set.copyOf(roles);
        }
    }

    /** Asks for no key: whoever calls may do everything. */
    public static Keys notAsked() {
        return new Keys(false, List.of());
    }

    /** Asks for one of these keys. */
    public static Keys of(List<Entry> entries) {
        return new Keys(true, entries);
    }

    /** A fresh key: {@code bw_} and 43 characters that are safe in a header, a URL and a shell. */
    public static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 of the key's characters, in lower case hexadecimal. */
    public static String digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean areAsked() {
        return asked;
    }

    /** Who bears the key, if it is one of these. */
    Optional<Caller> bearer(String key) {
        byte[] digest = bytes(digest(key));
        Optional<Caller> bearer = Optional.empty();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(digest, bytes(entry.sha256()))) {
                bearer = Optional.of(new Caller(entry.name(), entry.roles()));
            }
        }
        return bearer;
    }

    private static byte[] bytes(String hexadecimal) {
        return hexadecimal.getBytes(StandardCharsets.US_ASCII);
    }
}
