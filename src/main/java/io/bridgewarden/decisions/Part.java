package io.bridgewarden.decisions;

import io.bridgewarden.facts.Conclusion;

/** A conclusion that settles one part of an answer. */
public interface Part extends Conclusion {
    /** Which part it settles, as a code: {@code sample-rate}. */
    String part();

    /** Why so, as a code. */
    String reason();
}
