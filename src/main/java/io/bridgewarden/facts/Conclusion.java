package io.bridgewarden.facts;

/** What one rule asserts about a request. Implementations are records; equal conclusions are one. */
public interface Conclusion {}
