package io.bridgewarden.cli;

import io.bridgewarden.authoring.RuleCase;
import java.util.List;
import java.util.Locale;

/**
 * Chooses cases by what stands in their file's path, their rule's name or what they show.
 *
 * @param texts one of which has to occur, whatever its case; where there is none, every case is chosen
 */
record CaseFilter(List<String> texts) {
    CaseFilter {
        texts = List.copyOf(texts);
    }

    boolean selects(RuleCase ruleCase) {
        String about = ruleCase.toString().toLowerCase(Locale.ROOT);
        return texts.isEmpty() || texts.stream().anyMatch(it -> about.contains(it.toLowerCase(Locale.ROOT)));
    }
}
