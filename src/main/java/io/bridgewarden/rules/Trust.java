package io.bridgewarden.rules;

/** How far the authors of rule files are trusted. */
public enum Trust {
    /** Rule files do only what rules are for: they are held to the list of what they may say, and run behind it. */
    CHECKED,

    /** Rule files may do all that the service itself may. For rules that one would also run as a program. */
    TRUSTED
}
