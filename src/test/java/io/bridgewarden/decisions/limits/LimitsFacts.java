package io.bridgewarden.decisions.limits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The facts of a limits request, as its decision gathers them. */
public final class LimitsFacts {
    private LimitsFacts() {}

    public static List<Object> of(ObjectNode request) {
        return LimitsFixture.LIMITS.gather(LimitsFixture.question(request)).facts();
    }
}
