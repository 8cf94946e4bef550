package io.bridgewarden.decisions.media;

import io.bridgewarden.facts.Conclusion;

/** Media lies at an address and has to be fetched from there, or played from it. */
public record Lies(String url) implements Conclusion {}
