package io.bridgewarden.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Turns what a caller sent into words of a message. */
public final class Words {
    private static final int LONGEST = 60;

    private Words() {}

    /** A text of the caller's for use between backticks: on one line, without backticks, and not long. */
    public static String shortened(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder line = new StringBuilder(end + 1);
        text.substring(0, end)
                .codePoints()
                .map(it -> it == '`' ? '\'' : Character.isISOControl(it) ? ' ' : it)
                .forEach(line::appendCodePoint);
        return end < text.length() ? line.append('…').toString() : line.toString();
    }

    /** A value of the caller's as a message names it: itself if it is short to say, else what kind of thing it is. */
    public static String value(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        if (value.isArray()) {
            return value.isEmpty() ? "an empty list" : "a list of " + value.size();
        }
        if (value.isObject()) {
            return value.isEmpty() ? "an empty object" : "an object";
        }
        if (value.isTextual() && value.asText().length() > LONGEST) {
            return "a text of %d characters, `%s`".formatted(value.asText().length(), shortened(value.asText()));
        }
        return value.isTextual() && value.asText().isEmpty() ? "an empty text" : "`" + shortened(value.asText()) + "`";
    }

    /** The one of the known names that somebody who wrote this name may have meant. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        String wanted = normal(name);
        int tolerance = Math.min(3, wanted.length() / 3);
        String best = null;
        int smallest = tolerance + 1;
        for (String candidate : known) {
            int distance = distance(wanted, normal(candidate), smallest);
            if (distance < smallest) {
                smallest = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Letters to add, drop, change or swap with their neighbour; {@code limit} if it is not less. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] twoAbove = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, it -> it);
        for (int i = 1; i <= a.length(); i++) {
            int[] spare = twoAbove;
            twoAbove = above;
            above = row;
            row = spare;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
                }
            }
        }
        return Math.min(row[b.length()], limit);
    }
}
