package io.bridgewarden.decisions.authz;

import io.bridgewarden.facts.Conclusion;

/** The limits service is asked, for no row of the ladder decides without it. */
public record Asked() implements Conclusion {}
