package io.bridgewarden.dialect;

import java.nio.charset.StandardCharsets;

/** Names of files on the switch, taken apart and put together as KAZOO does. */
public final class FileNames {
    private static final String HEX = "0123456789ABCDEF";

    private FileNames() {}

    /** The end of a name from its last dot on, {@code .mp3}; empty where it has none. Case matters. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.indexOf('/', dot) >= 0 ? "" : name.substring(dot);
    }

    /** The last segment of a path without an extension that it ends in; empty if there is no segment. */
    public static String stem(String path, String extension) {
        String last = last(path);
        // A slash behind the last segment hides its extension.
        boolean ends = path.endsWith(extension) && last.length() >= extension.length();
        return ends ? last.substring(0, last.length() - extension.length()) : last;
    }

    /** The last segment of a path; empty if there is none. */
    public static String last(String path) {
        String[] segments = path.split("/");
        return segments.length == 0 ? "" : segments[segments.length - 1];
    }

    /** The directory of an absolute path: everything before its last slash, {@code /} if that is nothing. */
    public static String directory(String path) {
        String directory = path.substring(0, path.lastIndexOf('/'));
        return directory.isEmpty() ? "/" : directory;
    }

    /** A directory and a name in it, without repeated slashes and without segments that are a dot. */
    public static String join(String directory, String name) {
        StringBuilder path = new StringBuilder(directory.length() + 1 + name.length());
        append(path, directory);
        append(path, "/" + name);
        dropDot(path);
        if (path.length() > 1 && path.charAt(path.length() - 1) == '/') {
            path.setLength(path.length() - 1);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/') {
                dropDot(path);
            }
            if (c != '/' || path.length() == 0 || path.charAt(path.length() - 1) != '/') {
                path.append(c);
            }
        }
    }

    private static void dropDot(StringBuilder path) {
        int length = path.length();
        if (length > 1 && path.charAt(length - 1) == '.' && path.charAt(length - 2) == '/') {
            path.setLength(length - 1);
        }
    }

    /**
     * A text as one segment of a path: letters, digits, {@code -}, {@code _} and {@code ~} stay, a space becomes
     * {@code +}, each other byte of its UTF-8 a {@code %} and two digits. A lone {@code *} or {@code #} stays.
     */
    public static String encode(String text) {
        return text.equals("*") || text.equals("#") ? text : encode(text, "-_~", "+");
    }

    /**
     * A text as a value that the switch writes into a file: letters, digits, spaces and {@code . - = _} stay, each other
     * byte of its UTF-8 becomes a {@code %} and two digits.
     */
    public static String encodeTag(String text) {
        return encode(text, ".-=_", " ");
    }

    private static String encode(String text, String kept, String space) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isLetterOrDigit(c) || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else if (c == ' ') {
                encoded.append(space);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
