package io.bridgewarden.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** Something about each of the rule files that were read last; the eldest go. Not safe to share between threads. */
final class LatestFiles<T> extends LinkedHashMap<RuleFile, T> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 500;

    @Override
    protected boolean removeEldestEntry(Map.Entry<RuleFile, T> eldest) {
        return size() > MOST;
    }
}
