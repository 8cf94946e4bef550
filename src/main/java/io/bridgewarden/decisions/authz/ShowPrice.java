package io.bridgewarden.decisions.authz;

import io.bridgewarden.facts.Conclusion;

/** The caller is shown the price per minute before the callee's name. */
public record ShowPrice() implements Conclusion {}
