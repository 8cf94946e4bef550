package io.bridgewarden.authoring.coverage;

/** What coverage is measured of. */
public enum Measure {
    /** Rules: one is covered by a case in which it fires and one in which it does not. */
    RULES,
    /**
     * Conditions of rules: one is covered by a case in which it holds and one in which it is the first to fail. Not
     * counted is one that asks only for a fact of a type and has no words.
     */
    CONDITIONS
}
