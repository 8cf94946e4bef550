package io.bridgewarden.authoring.coverage;

import io.bridgewarden.authoring.coverage.Coverage.OfCondition;

/** How a condition or a line of a rule is marked; each by a sign, words and a style, since not everybody sees colours. */
enum Mark {
    PLAIN(" ", "", "plain"),
    TIE("=", "held; says which fact is meant", "both"),
    BOTH("✓", "held and failed", "both"),
    WITHOUT_WORDS("!", "failed, and has no words", "half"),
    NEVER_FAILED("◐", "never failed", "half"),
    NEVER_HELD("◑", "never held", "half"),
    NEITHER("✗", "neither", "none");

    private final String sign;
    private final String words;
    private final String style;

    Mark(String sign, String words, String style) {
        this.sign = sign;
        this.words = words;
        this.style = style;
    }

    static Mark of(OfCondition condition) {
        if (condition.covered()) {
            return condition.isTie() ? TIE : BOTH;
        }
        if (condition.met() != null) {
            return condition.isTie() ? WITHOUT_WORDS : NEVER_FAILED;
        }
        return condition.missed() != null ? NEVER_HELD : NEITHER;
    }

    /** The one that has more to be mended. */
    Mark worse(Mark other) {
        return compareTo(other) >= 0 ? this : other;
    }

    String sign() {
        return sign;
    }

    String words() {
        return words;
    }

    String style() {
        return style;
    }
}
