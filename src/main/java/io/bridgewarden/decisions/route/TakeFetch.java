package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** The fetch is answered here, for {@code reason}. */
public record TakeFetch(String reason) implements Part {
    @Override
    public String part() {
        return "ours";
    }
}
