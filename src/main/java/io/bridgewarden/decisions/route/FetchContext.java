package io.bridgewarden.decisions.route;

import io.bridgewarden.decisions.Part;

/** The fetch is for the context {@code name}, for {@code reason}. */
public record FetchContext(String name, String reason) implements Part {
    @Override
    public String part() {
        return "context";
    }
}
