package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.facts.CheckAnswer;
import io.bridgewarden.facts.FromKey;
import io.bridgewarden.facts.WordedWith;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.store.ConfigKey;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What facts and conclusions say of the keys they are from is held to what Java does, and the rules to all keys. */
class KeysOfFactsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final Pattern ACCESS = Pattern.compile(
            "\\b(?:bool|integer|text|optionalText|texts|object|objects|raw|setting)\\(\\s*\"([a-z0-9_]+)\"\\s*\\)");
    private static final Pattern KEY = Pattern.compile("\"([a-z0-9_]+)\"");

    /** How long name servers are waited for shows where one is slow, which no case is; AclDecisionsTest holds it. */
    private static final Set<String> WITHOUT_CASE =
            Set.of("CoveringEntry acl_request_timeout_ms", "CoveringEntry acl_request_timeout_fudge_ms");

    /** What another decision came to: the rules of that one read its keys. */
    private static final Set<Class<?>> ANSWERS = Set.of(CheckAnswer.class);

    /** A component or whole fact that changes with a key, {@code AuthzSettings.dryRun authz_dry_run}. */
    private static final Set<String> CHANGED = new TreeSet<>();

    private static final Set<String> UNDECLARED = new TreeSet<>();

    @BeforeAll
    static void changeEachKeyOfEachCase() {
        for (RuleCase given : RuleCasesTest.cases().toList()) {
            List<Object> facts = facts(given.decision(), given.request());
            String config = given.decision().equals("limits") ? "/config/ecallmgr" : "/config";
            given.request().at(config).fieldNames().forEachRemaining(key -> {
                ObjectNode without = given.request().deepCopy();
                ((ObjectNode) without.at(config)).remove(key);
                compare(key, facts, facts(given.decision(), without));
            });
        }
    }

    private static List<Object> facts(String decision, ObjectNode request) {
        try {
            return DECISIONS
                    .verdict(decision, request, Options.PLAIN)
                    .toCompletableFuture()
                    .join()
                    .facts();
        } catch (CompletionException e) {
            return List.of(); // without the key the request is refused
        }
    }

    private static void compare(String key, List<Object> with, List<Object> without) {
        if (with.isEmpty() || without.isEmpty()) {
            return;
        }
        List<Object> changed = new ArrayList<>(with);
        without.forEach(changed::remove);
        List<Object> before = new ArrayList<>(without);
        with.forEach(before::remove);
        changed.addAll(before);
        changed.removeIf(it -> ANSWERS.contains(it.getClass()));
        for (Object fact : changed) {
            List<Object> others = before.stream()
                    .filter(it -> it.getClass() == fact.getClass() && it != fact)
                    .toList();
            if (keys(fact.getClass().getAnnotation(FromKey.class)).contains(key)) {
                CHANGED.add(fact.getClass().getSimpleName() + " " + key);
            } else if (others.size() == 1) {
                components(key, fact, others.get(0));
            } else if (others.isEmpty() && !before.contains(fact)) {
                UNDECLARED.add(fact.getClass().getSimpleName() + " " + key);
            }
        }
    }

    private static void components(String key, Object one, Object other) {
        for (RecordComponent it : one.getClass().getRecordComponents()) {
            if (!Objects.equals(value(it, one), value(it, other))) {
                boolean declared = keys(it.getAnnotation(FromKey.class)).contains(key);
                (declared ? CHANGED : UNDECLARED)
                        .add("%s.%s %s".formatted(one.getClass().getSimpleName(), it.getName(), key));
            }
        }
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> keys(FromKey from) {
        return from == null ? List.of() : List.of(from.value());
    }

    @Test
    void aFactChangesWithAKeyOnlyWhereItSaysThatItIsFromIt() {
        assertThat(UNDECLARED).isEmpty();
    }

    @Test
    void whatSaysThatItIsFromAKeyChangesWithIt() throws IOException {
        Set<String> declared = new TreeSet<>();
        for (Class<?> type : types()) {
            keys(type.getAnnotation(FromKey.class)).forEach(it -> declared.add(type.getSimpleName() + " " + it));
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    keys(component.getAnnotation(FromKey.class))
                            .forEach(it ->
                                    declared.add("%s.%s %s".formatted(type.getSimpleName(), component.getName(), it)));
                }
            }
        }

        declared.removeAll(WITHOUT_CASE);

        declared.removeAll(CHANGED);
        assertThat(CHANGED).isNotEmpty();
        assertThat(declared).isEmpty();
    }

    @Test
    void everyKeyThatJavaReadsIsDeclaredAndEveryDeclaredOneIsRead() throws IOException {
        Set<String> read = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            Matcher access = ACCESS.matcher(text);
            while (access.find()) {
                read.add(access.group(1));
            }
            if (!text.contains("@FromKey(") && !text.contains("@WordedWith(")) {
                Matcher key = KEY.matcher(text);
                while (key.find()) {
                    named.add(key.group(1));
                }
            }
        }
        Set<String> declared = new TreeSet<>();
        for (Class<?> type : types()) {
            declared.addAll(keys(type.getAnnotation(FromKey.class)));
            WordedWith worded = type.getAnnotation(WordedWith.class);
            declared.addAll(worded == null ? List.of() : List.of(worded.value()));
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .forEach(it -> declared.addAll(keys(it.getAnnotation(FromKey.class))));
            }
        }
        read.retainAll(names(true));

        assertThat(read).isNotEmpty();
        read.removeAll(declared);
        assertThat(read).as("read and not declared").isEmpty();
        declared.removeAll(named);
        assertThat(declared).as("declared and not read").isEmpty();
    }

    @Test
    void everyKeyIsReadByARuleUnlessItIsInert() {
        Set<String> read = DecisionsFixture.RULEBOOK.rules().stream()
                .map(RuleInfo::keys)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> unread = names(false);
        unread.removeAll(read);
        read.removeAll(names(false));
        assertThat(unread).as("read by no rule").isEmpty();
        assertThat(read).as("read though it is inert, or no key").isEmpty();
    }

    private static Set<String> names(boolean inertToo) {
        return ConfigKey.all().stream()
                .filter(it -> inertToo || !it.inert())
                .map(ConfigKey::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList();
        }
    }

    private static List<Class<?>> types() throws IOException {
        List<Class<?>> types = new ArrayList<>();
        for (Path source : sources()) {
            String name =
                    SOURCES.relativize(source).toString().replace('/', '.').replaceFirst("\\.java$", "");
            if (name.contains(".facts.") || name.contains(".decisions.")) {
                try {
                    types.add(Class.forName(name, false, KeysOfFactsTest.class.getClassLoader()));
                } catch (ClassNotFoundException e) {
                    assertThat(name).endsWith("package-info");
                }
            }
        }
        return types;
    }
}
