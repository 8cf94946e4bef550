package io.bridgewarden.facts;

/**
 * A party's money, in units: 10000 are one of its currency.
 *
 * @param prepay whether it may call on what it has paid in
 * @param postpay whether it may call on debt
 * @param balance what it has; negative if it owes
 * @param committed what its calls in progress are about to cost
 * @param reserve what it has to keep
 * @param free {@code balance - committed - reserve}
 * @param floor what {@code free} has to stay above on debt: the negative of the most it may owe
 */
public record Credit(
        Party party,
        boolean prepay,
        boolean postpay,
        long balance,
        long committed,
        long reserve,
        long free,
        long floor) {}
