package io.bridgewarden.facts;

/**
 * A registration that another registrar answered with.
 *
 * @param number position among the answers, from 0
 * @param reportedAt seconds on any clock that all registrars share
 * @param expires seconds that it holds there, the allowance of that registrar included
 */
public record FetchedRegistration(int number, long reportedAt, long expires) {}
