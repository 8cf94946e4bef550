package io.bridgewarden.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * The well written notes of a rule file ({@code @doc}, {@code @source}, {@code @since}), and its text without them. They
 * are no matter of the engine, whose parser spends most of its time on them; what is checked and compiled is the rest.
 *
 * @param notes in order
 * @param bare the text, with blanks in their place, so that the rest stands where it stood
 */
record Notes(List<Note> notes, String bare) {
    // What may hold a note without being one comes first.
    private static final Pattern PART = Pattern.compile("""
            //[^\\n]*
            | /\\*.*?(?:\\*/|\\z)
            | "(?:[^"\\\\\\n]|\\\\.)*+"
            | '(?:[^'\\\\\\n]|\\\\.)*+'
            | (?<rule> \\brule\\b )
            | (?<body> \\b(?:when|then)\\b )
            | @\\s*(?<key> doc|source|since )\\s*\\(\\s*"(?<text> [^"\\\\\\n]* )"\\s*\\)
            """, Pattern.COMMENTS | Pattern.DOTALL);

    Notes {
        notes = List.copyOf(notes);
    }

    /**
     * One note.
     *
     * @param start where it stands, in characters
     */
    record Note(String key, String text, int start) {}

    static Notes of(String text) {
        List<Note> notes = new ArrayList<>();
        StringBuilder bare = new StringBuilder(text);
        boolean head = false;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group("key") != null && head) {
                notes.add(new Note(part.group("key"), part.group("text"), part.start()));
                blank(bare, part);
            } else if (part.group("rule") != null) {
                head = true;
            } else if (part.group("body") != null) {
                head = false;
            }
        }
        return new Notes(notes, bare.toString());
    }

    private static void blank(StringBuilder text, MatchResult part) {
        for (int i = part.start(); i < part.end(); i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** Those of one of the rules of the file. */
    List<Note> of(RuleDescr rule) {
        return notes.stream()
                .filter(it -> rule.getStartCharacter() <= it.start() && it.start() <= rule.getEndCharacter())
                .toList();
    }
}
