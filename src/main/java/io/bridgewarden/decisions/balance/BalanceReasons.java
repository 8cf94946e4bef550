package io.bridgewarden.decisions.balance;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class BalanceReasons {
    public static final String CYCLE = "cycle";
    public static final String FIRST_ROUND = "first-round";
    public static final String ASKED_FOR = "asked-for";
    public static final String ROUND_RUNS = "round-runs";
    public static final String DISABLED = "disabled";

    public static final String NO_ROUND = "no-round";
    public static final String NOT_ASKED = "not-asked";
    public static final String AWAITING_ANSWER = "awaiting-answer";
    public static final String NO_ANSWER = "no-answer";
    public static final String NOT_ANSWERED_FOR = "not-answered-for";
    public static final String ANSWERED = "answered";
    public static final String PREPAID = "prepaid";
    public static final String POSTPAID = "postpaid";
    public static final String OUT_OF_CREDIT = "out-of-credit";

    public static final String IN_CREDIT = "in-credit";
    public static final String NOT_BY_THE_MINUTE = "not-by-the-minute";

    private BalanceReasons() {}
}
