package io.bridgewarden.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.documents.Schemas;
import io.bridgewarden.rules.RuleReader.Parsed;
import io.bridgewarden.rules.RuleReader.ParsedRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a directory of a site's own rules takes from the shipped ones, as its {@code overlay.json} says. Its shape is the
 * schema {@code overlay}.
 *
 * @param replaces names of shipped rules that the site's replace
 * @param setsAside shipped cases that no longer hold
 */
public record Overlay(List<String> replaces, List<SetAside> setsAside) {
    /** Name of the file, right inside the directory. */
    public static final String FILE = "overlay.json";

    public Overlay {
        replaces = List.copyOf(replaces);
        setsAside = List.copyOf(setsAside);
    }

    /**
     * A shipped case that does not count.
     *
     * @param rule what it is about
     * @param because what it shows, word for word
     */
    public record SetAside(String rule, String because) {}

    /**
     * Reads that of a directory.
     *
     * @return empty where the directory has none, and its rules stand alone
     * @throws RulebookException if it is not of its schema, naming each mistake
     */
    public static Optional<Overlay> in(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ObjectNode json = Json.readObject(Files.readAllBytes(file));
            Schemas.shipped().check("overlay", json);
            return Optional.of(read(json));
        } catch (ProblemException e) {
            throw new RulebookException(e.problem().errors().stream()
                    .map(Overlay::problem)
                    .distinct()
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read `%s`".formatted(file), e);
        }
    }

    private static Overlay read(ObjectNode json) {
        List<String> replaces = new ArrayList<>();
        json.path("replaces").forEach(it -> replaces.add(it.textValue()));
        List<SetAside> setsAside = new ArrayList<>();
        for (JsonNode it : json.path("sets_aside")) {
            setsAside.add(
                    new SetAside(it.path("rule").asText(), it.path("because").asText()));
        }
        return new Overlay(replaces, setsAside);
    }

    private static RuleProblem problem(Violation violation) {
        return problem("%s: %s".formatted(violation.pointer(), violation.detail()));
    }

    private static RuleProblem problem(String message) {
        return new RuleProblem(FILE, 1, 1, message);
    }

    /**
     * The shipped files, without the rules that are replaced, and the site's.
     *
     * @throws RulebookException if one of the site's takes the place of a shipped one without saying so, or says so and
     *     does not
     */
    List<RuleFile> over(List<RuleFile> shipped, List<RuleFile> own) {
        if (own.isEmpty() && replaces.isEmpty()) {
            return shipped;
        }
        // Reading DRL takes its time, and most decisions are not touched.
        Set<String> touched = touched(own);
        List<Parsed> beneath = shipped.stream()
                .filter(it -> touched.contains(it.decision()))
                .map(RuleReader::read)
                .toList();
        Map<String, RuleInfo> shippedRules = byName(beneath);
        Map<String, RuleInfo> ownRules =
                byName(own.stream().flatMap(Overlay::readable).toList());
        List<RuleProblem> problems = new ArrayList<>();
        own.forEach(file -> problems.addAll(filesOfOneName(file, shipped)));
        replaces.forEach(name -> problems.addAll(replacedByNothing(name, shippedRules, ownRules)));
        ownRules.values().forEach(rule -> problems.addAll(replacedSilently(rule, shippedRules)));
        if (!problems.isEmpty()) {
            throw new RulebookException(problems.stream().sorted().toList());
        }
        List<RuleFile> files = new ArrayList<>();
        shipped.stream().filter(it -> !touched.contains(it.decision())).forEach(files::add);
        beneath.forEach(it -> files.add(withoutReplaced(it)));
        files.addAll(own);
        return files.stream().sorted().toList();
    }

    private Set<String> touched(List<RuleFile> own) {
        Set<String> touched = own.stream().map(RuleFile::decision).collect(Collectors.toCollection(HashSet::new));
        replaces.forEach(it -> touched.add(it.substring(0, it.indexOf(':'))));
        return touched;
    }

    private static List<RuleProblem> filesOfOneName(RuleFile file, List<RuleFile> shipped) {
        return shipped.stream().anyMatch(it -> it.path().equals(file.path()))
                ? List.of(new RuleProblem(
                        file.path(), 1, 1, "there is a shipped file of this name; give this one another"))
                : List.of();
    }

    private static List<RuleProblem> replacedByNothing(
            String name, Map<String, RuleInfo> shipped, Map<String, RuleInfo> own) {
        if (!shipped.containsKey(name)) {
            return List.of(problem("#/replaces: there is no shipped rule `%s`".formatted(name)));
        }
        return own.containsKey(name)
                ? List.of()
                : List.of(problem("#/replaces: no rule here is named `%s`, so it would be gone".formatted(name)));
    }

    private List<RuleProblem> replacedSilently(RuleInfo rule, Map<String, RuleInfo> shipped) {
        RuleInfo beneath = shipped.get(rule.name());
        if (beneath == null || replaces.contains(rule.name())) {
            return List.of();
        }
        return List.of(new RuleProblem(
                rule.file(),
                rule.line(),
                1,
                "`%s` is a shipped rule (%s:%d); give this one another name, or list it in %s under `replaces`"
                        .formatted(rule.name(), beneath.file(), beneath.line(), FILE)));
    }

    // A file that is no DRL has no rules yet; whoever compiles it says why.
    private static Stream<Parsed> readable(RuleFile file) {
        try {
            return Stream.of(RuleReader.read(file));
        } catch (RulebookException e) {
            return Stream.empty();
        }
    }

    private static Map<String, RuleInfo> byName(List<Parsed> files) {
        Map<String, RuleInfo> rules = new LinkedHashMap<>();
        files.forEach(
                file -> file.rules().forEach(it -> rules.putIfAbsent(it.info().name(), it.info())));
        return rules;
    }

    // What goes leaves blanks, so that the rest of the file stands where it stood.
    private RuleFile withoutReplaced(Parsed parsed) {
        RuleFile file = parsed.file();
        String text = file.text();
        for (ParsedRule rule : parsed.rules()) {
            if (replaces.contains(rule.info().name())) {
                text = text.replace(rule.info().text(), rule.info().text().replaceAll("[^\n]", " "));
            }
        }
        return new RuleFile(file.decision(), file.path(), text);
    }
}
