package io.bridgewarden.facts;

/**
 * What an account has to pay with. Amounts are whole units, of which 10000 are one of the account's currency.
 *
 * @param available its balance
 * @param runningCost estimated cost of its running calls, each taken to last a minute longer
 * @param allowPrepay whether it may pay from what it has
 * @param allowPostpay whether it may pay later
 * @param maxPostpay how much it may owe
 */
public record AccountCredit(
        String account, long available, long runningCost, boolean allowPrepay, boolean allowPostpay, long maxPostpay) {

    /** What is left once its running calls are paid. */
    public long remaining() {
        return available - runningCost;
    }

    /** The balance that has to be exceeded by an account that pays later. */
    public long floor() {
        return -maxPostpay;
    }
}
