package io.bridgewarden.rules;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about each of the rule files that were asked for last; those that were not for longest go, once all together
 * are larger than a few revisions of the shipped rules. Safe to share between threads.
 */
final class LatestFiles<T> {
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Map<RuleFile, T> known = new LinkedHashMap<>(16, 0.75f, true);
    private int characters;

    @Nullable
    synchronized T get(RuleFile file) {
        return known.get(file);
    }

    synchronized void put(RuleFile file, T about) {
        if (known.put(file, about) == null) {
            characters += file.text().length();
        }
        Iterator<RuleFile> eldest = known.keySet().iterator();
        while (characters > MOST_CHARACTERS && known.size() > 1) {
            characters -= eldest.next().text().length();
            eldest.remove();
        }
    }
}
