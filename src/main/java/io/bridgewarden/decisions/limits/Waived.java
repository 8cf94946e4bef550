package io.bridgewarden.decisions.limits;

import io.bridgewarden.facts.Conclusion;

/** Nobody is limited for this call, for {@code reason}. */
public record Waived(String reason) implements Conclusion {}
