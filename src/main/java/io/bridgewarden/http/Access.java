package io.bridgewarden.http;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lets those pass whose key has a role. */
final class Access implements Handler<RoutingContext> {
    private static final String CALLER = "caller";
    private static final String SCHEME = "Bearer ";
    private static final String PASSWORD_SCHEME = "Basic ";

    private final Keys keys;
    private final Role needed;
    private final boolean asPassword;

    Access(Keys keys, Role needed) {
        this(keys, needed, false);
    }

    private Access(Keys keys, Role needed, boolean asPassword) {
        this.keys = keys;
        this.needed = needed;
        this.asPassword = asPassword;
    }

    /** As {@link #Access}, of switches, which may send their key as the password of any user besides. */
    static Access ofSwitches(Keys keys) {
        return new Access(keys, Role.SWITCH, true);
    }

    @Override
    public void handle(RoutingContext context) {
        Caller caller = keys.areAsked() ? bearer(context) : Caller.ANYONE;
        if (!caller.may(needed)) {
            throw Problem.forbidden("key `%s` lacks the role `%s`".formatted(caller.name(), needed.word()))
                    .asException();
        }
        context.put(CALLER, caller).next();
    }

    /** Who sent a request that has passed. */
    static Caller caller(RoutingContext context) {
        return context.<Caller>get(CALLER);
    }

    private Caller bearer(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            throw unauthorized(
                    asPassword
                            ? "a key is needed, as the password of `gateway-credentials`"
                            : "a key is needed, as `Authorization: Bearer KEY`");
        }
        if (asPassword && header.regionMatches(true, 0, PASSWORD_SCHEME, 0, PASSWORD_SCHEME.length())) {
            return known(password(header.substring(PASSWORD_SCHEME.length()).strip()));
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthorized("the key comes as `Authorization: Bearer KEY`");
        }
        return known(header.substring(SCHEME.length()).strip());
    }

    private Caller known(String key) {
        return keys.bearer(key).orElseThrow(() -> unauthorized("the key is not known"));
    }

    /** The password of {@code user:password} in Base64. */
    private static String password(String credentials) {
        try {
            String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            throw unauthorized("the credentials are not Base64");
        }
    }

    private static ProblemException unauthorized(String detail) {
        return ProblemType.UNAUTHORIZED.because(detail).asException();
    }
}
