package io.bridgewarden.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dial string as FreeSWITCH 1.10 does: expands, looks for {@code :_:}, takes the blocks in front off, and then
 * splits at {@code |}, at {@code ,} and inside blocks, unquoting and unescaping at every single step.
 *
 * @param variables of the caller's channel
 * @param scansInside whether the search for commas starts anew at a bracket inside a block, as versions differ in it
 */
record SwitchReader(Map<String, String> variables, boolean scansInside) {
    private static final char QUOTED_COMMA = 1;
    private static final char PLAIN_COMMA = 2;
    private static final int MOST_PEERS = 128;
    private static final int MOST_VARIABLES = 1024;

    /** One variable of a block. */
    record Variable(String name, String value) {}

    /**
     * One leg.
     *
     * @param shared variables of {@code <>} and {@code {}} blocks
     * @param own variables of {@code []} blocks
     * @param endpoint what is dialled
     */
    record ReadLeg(List<Variable> shared, List<Variable> own, String endpoint) {
        /** The value that a variable has on the leg's channel, or null. */
        @Nullable
        String value(String name) {
            boolean ownLast = shared.stream()
                    .anyMatch(v ->
                            v.name().equals("local_var_clobber") && v.value().equals("true"));
            @Nullable String value = null;
            for (List<Variable> block : ownLast ? List.of(shared, own) : List.of(own, shared)) {
                for (Variable variable : block) {
                    value = variable.name().equals(name) ? variable.value() : value;
                }
            }
            return value;
        }
    }

    /** Legs that ring together. */
    record Group(List<ReadLeg> legs) {}

    /** Groups that are tried in turn, until one answers or one cannot be read. */
    record Branch(List<Group> groups) {}

    /** A dial string, or what of it comes before the switch gives up. */
    List<Branch> read(String dialString) {
        String text = expanded(dialString);
        if (text.startsWith("^^")) {
            return List.of();
        }
        if (!text.contains(":_:")) {
            return List.of(branch(text, List.of()));
        }
        List<Variable> shared = new ArrayList<>();
        String rest = blocks(text.stripLeading(), '<', '>', ',', shared);
        List<Branch> branches = new ArrayList<>();
        for (String branch : (rest == null ? "" : rest).split(":_:", MOST_PEERS)) {
            branches.add(branch(branch, shared));
        }
        return branches;
    }

    /** All legs of a dial string, in order. */
    List<ReadLeg> legs(String dialString) {
        return read(dialString).stream()
                .flatMap(branch -> branch.groups().stream())
                .flatMap(group -> group.legs().stream())
                .toList();
    }

    /** The variables that a {@code multiset} sets. */
    List<Variable> multiset(String argument) {
        String text = expanded(argument);
        List<Variable> variables = new ArrayList<>();
        variables(text, ' ', variables);
        return variables;
    }

    private Branch branch(String text, List<Variable> outer) {
        List<Variable> shared = new ArrayList<>(outer);
        List<Group> groups = new ArrayList<>();
        String rest = blocks(withoutSpaces(text), '<', '>', ',', shared);
        rest = rest == null ? null : blocks(rest, '{', '}', ',', shared);
        if (rest == null) {
            return new Branch(groups);
        }
        for (String group : split(withoutSpaces(rest), '|', MOST_PEERS)) {
            List<ReadLeg> legs = new ArrayList<>();
            groups.add(new Group(legs));
            for (String leg : split(withCommasMarked(group), ',', MOST_PEERS)) {
                List<Variable> own = new ArrayList<>();
                String endpoint = ownBlocks(withoutSpaces(leg), own);
                if (endpoint == null) {
                    return new Branch(groups);
                }
                legs.add(new ReadLeg(shared, own, withoutSpaces(endpoint)));
            }
        }
        return new Branch(groups);
    }

    private static String withoutSpaces(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start);
    }

    private String withCommasMarked(String group) {
        StringBuilder text = new StringBuilder(group);
        int end = -1;
        boolean quoted = false;
        boolean separatorNamed = false;
        for (int p = 0; p < text.length(); p++) {
            char c = text.charAt(p);
            if (c == '[' && (end < 0 || scansInside)) {
                end = closing(text.toString(), p, '[', ']');
                separatorNamed = text.indexOf("^^", p) == p + 1;
                quoted = false;
            }
            if (c == '\'') {
                quoted = !quoted;
            }
            if (p < end && c == ',' && (p == 0 || text.charAt(p - 1) != '\\')) {
                text.setCharAt(p, quoted || separatorNamed ? QUOTED_COMMA : PLAIN_COMMA);
            }
            if (p == end) {
                end = -1;
            }
        }
        return text.toString();
    }

    private static @Nullable String ownBlocks(String leg, List<Variable> own) {
        String rest = leg;
        while (rest.startsWith("[")) {
            int end = closing(rest, 0, '[', ']');
            if (end < 0) {
                return null;
            }
            variables(rest.substring(1, end).replace(QUOTED_COMMA, ','), PLAIN_COMMA, own);
            rest = rest.substring(end + 1);
            // Between blocks of a leg no space is skipped.
        }
        return rest;
    }

    private static @Nullable String blocks(
            String text, char open, char close, char separator, List<Variable> variables) {
        String rest = text;
        while (!rest.isEmpty() && rest.charAt(0) == open) {
            int end = closing(rest, 0, open, close);
            if (end < 0) {
                return null;
            }
            variables(rest.substring(1, end), separator, variables);
            rest = rest.substring(end + 1);
        }
        return withoutSpaces(rest);
    }

    private static void variables(String block, char separator, List<Variable> variables) {
        boolean named = block.startsWith("^^") && block.length() > 2;
        for (String pair :
                split(named ? block.substring(3) : block, named ? block.charAt(2) : separator, MOST_VARIABLES)) {
            List<String> halves = split(pair, '=', 2);
            if (halves.size() == 2) {
                variables.add(new Variable(halves.get(0), halves.get(1)));
            }
        }
    }

    private static int closing(String text, int from, char open, char close) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == open) {
                depth++;
            } else if (text.charAt(i) == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> split(String text, char by, int most) {
        String rest = text;
        char separator = by;
        if (text.startsWith("^^") && text.length() > 3) {
            separator = text.charAt(2);
            rest = text.substring(3);
        }
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        int p = 0;
        while (p < rest.length() && parts.size() < most - 1) {
            char c = rest.charAt(p);
            if (c == '\\') {
                p++;
            } else if (c == '\'' && (quoted || rest.indexOf('\'', p + 1) >= 0)) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(cleaned(rest.substring(start, p), separator));
                start = p + 1;
            }
            p++;
        }
        if (start < rest.length()) {
            parts.add(cleaned(rest.substring(start), separator));
        }
        return parts;
    }

    private static String cleaned(String part, char separator) {
        String text = withoutSpaces(part);
        StringBuilder clean = new StringBuilder();
        int end = -1;
        boolean quoted = false;
        for (int p = 0; p < text.length(); p++) {
            char c = text.charAt(p);
            if (c == '\\' && p + 1 < text.length() && unescaped(text.charAt(p + 1), separator) != 0) {
                p++;
                clean.append(unescaped(text.charAt(p), separator));
                end = clean.length();
            } else if (c == '\'' && (quoted || text.indexOf('\'', p + 1) >= 0)) {
                quoted = !quoted;
                end = quoted ? clean.length() : end;
            } else {
                clean.append(c);
                end = c != ' ' || quoted ? clean.length() : end;
            }
        }
        return end < 0 ? clean.toString() : clean.substring(0, end);
    }

    private static char unescaped(char c, char separator) {
        return switch (c) {
            case '\'', '"', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 's' -> ' ';
            default -> c == separator ? c : 0;
        };
    }

    private String expanded(String text) {
        if (!text.matches("(?s).*(\\$\\\\*\\{|\\\\[\\\\nst']).*")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int p = 0;
        while (p < text.length()) {
            char c = text.charAt(p);
            char next = p + 1 < text.length() ? text.charAt(p + 1) : 0;
            if (c == '\\' && next == '\'') {
                p += 2;
            } else if (c == '\\' && next == '\\') {
                out.append('\\');
                p += 2;
            } else if (c == '\\' && next == '$') {
                p += text.startsWith("$$", p + 1) ? 2 : 1;
                out.append('$');
                p++;
            } else if (c == '$') {
                p += next == '$' ? 1 : 0;
                if (!text.startsWith("{", p + 1)) {
                    out.append('$');
                    p++;
                    continue;
                }
                int close = closing(text, p + 1, '{', '}');
                int end = close < 0 ? text.length() : close;
                out.append(variables.getOrDefault(text.substring(p + 2, end), ""));
                p = Math.min(end + 1, text.length());
                // What follows is copied as it is, unless it opens another.
                if (p < text.length() && text.charAt(p) != '$') {
                    out.append(text.charAt(p));
                    p++;
                }
            } else {
                out.append(c);
                p++;
            }
        }
        return out.toString();
    }
}
