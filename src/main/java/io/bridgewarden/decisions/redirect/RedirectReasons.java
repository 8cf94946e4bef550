package io.bridgewarden.decisions.redirect;

/** Reasons that the shipped rules give, as they stand in answers. Site rules may bring their own. */
public final class RedirectReasons {
    public static final String ANSWERED = "answered";
    public static final String NOT_ANSWERED = "not-answered";
    public static final String VIA_PROXY = "via-proxy";
    public static final String NOT_VIA_PROXY = "not-via-proxy";

    private RedirectReasons() {}
}
