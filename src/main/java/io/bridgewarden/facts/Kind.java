package io.bridgewarden.facts;

/** What a JSON member holds. */
public enum Kind {
    ABSENT,
    BOOLEAN,
    NUMBER,
    TEXT,
    LIST,
    OBJECT
}
