package io.bridgewarden.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule file with something wrong in it: an attempt to break out, or an honest mistake.
 *
 * @param drl the whole file, without the mark of the expected place
 * @param line of the place where it is refused, from 1
 * @param column of that place, from 1
 * @param says words of the reason
 */
record Attempt(String name, String drl, int line, int column, String says) {
    private static final Path FOLDER = Path.of("src/test/resources/sandbox");
    private static final char PLACE = '»';
    private static final String IMPORTS = """
            import io.bridgewarden.decisions.bridge.Omit;
            import io.bridgewarden.facts.Endpoint;
            """;

    private static final String NOTES = "@doc( \"Tries.\" ) @source( \"sandbox\" ) @since( \"2026-11-27\" )";

    static List<Attempt> in(String name) {
        try {
            List<Attempt> attempts = new ArrayList<>();
            for (String block : Files.readString(FOLDER.resolve(name)).split("\n\n+")) {
                Map<String, String> members = members(block);
                if (members.containsKey("attempt")) {
                    attempts.add(of(members));
                }
            }
            return attempts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> members(String block) {
        Map<String, String> members = new HashMap<>();
        String key = "";
        for (String line : block.lines().filter(it -> !it.startsWith("#")).toList()) {
            if (line.startsWith("    ")) {
                members.merge(key, line.substring(4), (a, b) -> a.isEmpty() ? b : a + "\n" + b);
            } else {
                key = line.substring(0, line.indexOf(':'));
                members.put(key, line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return members;
    }

    private static Attempt of(Map<String, String> members) {
        String marked = members.containsKey("file")
                ? members.get("file")
                : """
                package bridge;
                %s%s
                rule "bridge: attempt"
                    %s
                    %s
                when
                    %s
                then
                    %s
                end
                """.formatted(
                                IMPORTS,
                                members.getOrDefault("top", ""),
                                members.getOrDefault("notes", NOTES),
                                members.getOrDefault("head", ""),
                                members.getOrDefault("when", "Endpoint( $id : id )"),
                                members.getOrDefault("then", "insertLogical( new Omit($id, \"attempt\") );"));
        String before = marked.substring(0, marked.indexOf(PLACE));
        return new Attempt(
                members.get("attempt"),
                marked.replace(String.valueOf(PLACE), ""),
                (int) before.chars().filter(it -> it == '\n').count() + 1,
                before.length() - before.lastIndexOf('\n'),
                members.get("says"));
    }

    RuleFile file() {
        return new RuleFile("bridge", "bridge/attempt.drl", drl);
    }

    @Override
    public String toString() {
        return name;
    }
}
