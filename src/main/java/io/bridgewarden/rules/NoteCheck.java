package io.bridgewarden.rules;

import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.Notes.Note;
import io.bridgewarden.rules.RuleProblem.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Holds what is noted at a rule to what rules are noted with. */
final class NoteCheck {
    private static final Set<String> KEYS = Set.of("doc", "source", "since");

    private final ProblemList problems;

    NoteCheck(ProblemList problems) {
        this.problems = problems;
    }

    /**
     * Looks at one rule.
     *
     * @param rule its notes are those that are not well written
     * @param notes those that are
     */
    void check(RuleDescr rule, List<Note> notes) {
        rule.getAnnotations().forEach(this::notWellWritten);
        Set<String> seen = new HashSet<>();
        for (Note note : notes) {
            if (!seen.add(note.key())) {
                add(note.start(), "`@%s` stands twice; keep one".formatted(note.key()));
            } else if (note.text().isBlank()) {
                takesOneText(note.start(), note.key());
            } else if (note.key().equals("since") && !isDate(note.text())) {
                add(note.start(), "`@since` takes a date: `@since( \"2026-01-15\" )`");
            }
        }
    }

    private void notWellWritten(AnnotationDescr note) {
        int start = note.getStartCharacter();
        if (KEYS.contains(note.getName())) {
            takesOneText(start, note.getName());
        } else {
            problems.add(
                    Kind.NOT_ALLOWED,
                    start,
                    "`@%s` is not allowed; a rule is noted with `@doc`, `@source` and `@since`"
                            .formatted(Words.shortened(note.getName())));
        }
    }

    private void takesOneText(int start, String key) {
        add(start, "`@%s` takes one text: `@%s( \"...\" )`".formatted(key, key));
    }

    private void add(int start, String message) {
        problems.add(Kind.NOTES, start, message);
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
