package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;
import org.jspecify.annotations.Nullable;

/** A conclusion that says what the switch is told. */
public sealed interface Answering extends Part permits AnswerAtOnce, Reply {
    /** What the switch is told. */
    enum Kind {
        /** The call is refused with an error. */
        ERROR,
        /** The route as it came. */
        ROUTE_AS_IT_IS,
        /** The route, and that its channel was authorized, whatever it says itself. */
        ROUTE_MARKED,
        /** The route, with the variables of the check that it does not set itself. */
        ROUTE_WITH_VARIABLES,
        /** To park the channel. */
        PARK,
        /** Nothing yet: a route has to be asked for. */
        PENDING
    }

    /** What the switch is told. */
    Kind kind();

    /** Code and text of an error, {@code 403 Incoming call barred}; null for anything else. */
    @Nullable
    String error();

    @Override
    default String part() {
        return "reply";
    }
}
