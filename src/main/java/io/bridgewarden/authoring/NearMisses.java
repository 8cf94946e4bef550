package io.bridgewarden.authoring;

/** Whether it is found out which condition kept rules from firing. */
public enum NearMisses {
    /** It is; the rules of each decision are compiled once more for it, which takes seconds. */
    PROBED,
    /** It is not: a near miss passes where its rule did not fire, whatever kept it. */
    SKIPPED
}
