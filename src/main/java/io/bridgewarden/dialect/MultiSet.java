package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code kz_multiset} that sets a request's variables on the caller's own channel (reference, bridge 15). */
final class MultiSet {
    private static final String SEPARATORS = "~!;#*&?@/+ZQXJKYWVzqxjk";

    private final DialSettings settings;
    private final List<DialWarning> warnings;

    MultiSet(DialSettings settings, List<DialWarning> warnings) {
        this.settings = settings;
        this.warnings = warnings;
    }

    private record Pair(String pointer, String variable, String value) {}

    Optional<String> channelVars(@Nullable JsonNode vars) {
        List<Pair> pairs = new ArrayList<>();
        if (vars instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String variable = SwitchVariables.of(member.getKey());
                add(
                        pairs,
                        "/Custom-Channel-Vars",
                        variable == null ? "ecallmgr_" : "",
                        variable == null ? member.getKey() : variable,
                        member.getKey(),
                        channelValue(member.getKey(), member.getValue()));
            }
        }
        return written(pairs);
    }

    /** A custom channel variable as the switch is told it: names cleaned, lists of names joined by commas. */
    String channelValue(String name, JsonNode value) {
        return switch (name) {
            case "Hold-Media" -> settings.media().path(Members.render(value));
            case "Caller-ID-Name", "Callee-ID-Name", "Outbound-Caller-ID-Name", "Outbound-Callee-ID-Name" ->
                settings.names().clean(Members.render(value));
            case "Export-Variables", "Export-Bridge-Variables", "Media-Names" ->
                value.isArray() ? VariableWriter.joined(value, ",") : Members.render(value);
            default -> Members.render(value);
        };
    }

    Optional<String> applicationVars(@Nullable JsonNode vars) {
        List<Pair> pairs = new ArrayList<>();
        if (vars instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String name = member.getKey();
                add(pairs, "/Custom-Application-Vars", "cav_", name, name, Members.render(member.getValue()));
            }
        }
        return written(pairs);
    }

    private void add(List<Pair> pairs, String container, String prefix, String name, String member, String value) {
        String pointer = Json.at(container, member);
        if (VariableWriter.isToken(name)) {
            pairs.add(new Pair(pointer, prefix + name, value));
        }
    }

    private Optional<String> written(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        char separator = separator(pairs);
        // One quote alone means nothing to the switch, two would hide a separator between them.
        long quotes = pairs.stream()
                .mapToLong(pair -> pair.value.chars().filter(c -> c == '\'').count())
                .sum();
        ValueWriter.Manner manner = new ValueWriter.Manner(true, true, quotes > 1 ? "\\'" : "'", separator, "");
        // Without a separator of its own, the only pair would end at its first space.
        boolean bare = pairs.size() == 1 && quotes == 0 && pairs.get(0).value.indexOf(' ') < 0;
        StringBuilder out = new StringBuilder("kz_multiset ").append(bare ? "" : "^^");
        for (Pair pair : pairs) {
            if (!bare) {
                out.append(separator);
            }
            out.append(pair.variable).append('=');
            if (ValueWriter.append(out, pair.value, manner)) {
                warnings.add(new DialWarning(
                        pair.pointer, "altered-value", "characters that the switch would act on are left out"));
            }
        }
        return Optional.of(out.toString());
    }

    private char separator(List<Pair> pairs) {
        String candidates = settings.multivarSeparator() + SEPARATORS;
        return (char) candidates
                .chars()
                .filter(c ->
                        pairs.stream().noneMatch(pair -> pair.value.indexOf(c) >= 0 || pair.variable.indexOf(c) >= 0))
                .findFirst()
                .orElse('~');
    }
}
