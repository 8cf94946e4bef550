package io.bridgewarden.rules;

import io.bridgewarden.facts.FromKey;
import io.bridgewarden.facts.WordedWith;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * Tells which configuration keys the rules of a file read: those that a component is {@link FromKey} which a rule names,
 * those that a fact is which it matches, and those that its conclusion is {@link WordedWith}. A fact that is handed on
 * whole counts as read whole.
 */
final class KeysRead {
    private static final String OURS = "io.bridgewarden.";
    private static final Pattern NOT_CODE =
            Pattern.compile("//[^\n]*|/\\*.*?(?:\\*/|\\z)|\"(?:[^\"\\\\\n]|\\\\.)*+\"", Pattern.DOTALL);

    private final String file;
    private final Map<String, Class<?>> types = new HashMap<>();

    /** @param file its text, which the places in {@code descr} are of */
    KeysRead(String file, PackageDescr descr) {
        this.file = file;
        for (ImportDescr it : descr.getImports()) {
            String name = it.getTarget();
            if (name.startsWith(OURS)) {
                load(name);
            }
        }
    }

    // What is not there is told of when the rules are compiled.
    private void load(String name) {
        try {
            Class<?> type = Class.forName(name, false, KeysRead.class.getClassLoader());
            types.put(type.getSimpleName(), type);
        } catch (ClassNotFoundException | LinkageError e) {
            types.remove(name.substring(name.lastIndexOf('.') + 1));
        }
    }

    /**
     * The keys that a rule reads.
     *
     * @param concludes simple names of the conclusions it draws
     * @return sorted
     */
    List<String> of(RuleDescr rule, Collection<String> concludes) {
        Set<String> keys = new TreeSet<>();
        String code = code(rule);
        matched(rule.getLhs(), code, keys);
        for (String name : concludes) {
            Class<?> type = types.get(name);
            if (type != null && type.isAnnotationPresent(WordedWith.class)) {
                keys.addAll(List.of(type.getAnnotation(WordedWith.class).value()));
            }
        }
        return List.copyOf(keys);
    }

    private void matched(BaseDescr part, String rule, Set<String> keys) {
        if (part instanceof ConditionalElementDescr several) {
            several.getDescrs().forEach(it -> matched((BaseDescr) it, rule, keys));
        } else if (part instanceof PatternDescr pattern) {
            pattern(pattern, rule, keys);
            if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                matched(accumulate.getInput(), rule, keys);
            } else if (pattern.getSource() instanceof CollectDescr collect) {
                matched(collect.getInputPattern(), rule, keys);
            }
        }
    }

    private void pattern(PatternDescr pattern, String rule, Set<String> keys) {
        Class<?> type = types.get(pattern.getObjectType());
        if (type == null) {
            return;
        }
        if (type.isAnnotationPresent(FromKey.class)) {
            keys.addAll(List.of(type.getAnnotation(FromKey.class).value()));
        }
        if (!type.isRecord()) {
            return;
        }
        String constraints = code(pattern);
        String fact = pattern.getIdentifier();
        for (RecordComponent component : type.getRecordComponents()) {
            FromKey from = component.getAnnotation(FromKey.class);
            if (from != null && (names(constraints, component) || isRead(fact, component, rule))) {
                keys.addAll(List.of(from.value()));
            }
        }
    }

    private static boolean names(String constraints, RecordComponent component) {
        return Pattern.compile("(?<![\\w$.])(?:this\\s*\\.\\s*)?" + component.getName() + "\\b(?!\\s*:[^:])")
                .matcher(constraints)
                .find();
    }

    /** Whether the rule names the component of a fact it has bound, or hands the fact on whole. */
    private static boolean isRead(@Nullable String fact, RecordComponent component, String rule) {
        if (fact == null || fact.isEmpty()) {
            return false;
        }
        Matcher uses = Pattern.compile(Pattern.quote(fact) + "(?!\\w)(?!\\s*:)(?:\\s*\\.\\s*(\\w+))?")
                .matcher(rule);
        while (uses.find()) {
            if (uses.group(1) == null || uses.group(1).equals(component.getName())) {
                return true;
            }
        }
        return false;
    }

    /** The part without comments and texts. */
    private String code(BaseDescr part) {
        // The parser places some parts nowhere, and the last rule of a file beyond its end.
        int end = Math.min(part.getEndCharacter() + 1, file.length());
        String text = part.getStartCharacter() < 0 ? "" : file.substring(part.getStartCharacter(), end);
        return NOT_CODE.matcher(text).replaceAll(" ");
    }
}
