package io.bridgewarden.store;

import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.util.List;
import java.util.Map;

/**
 * What a lookup of registrations found.
 *
 * @param found by address as asked for; addresses without registrations may be missing
 * @param complete whether everybody who was asked has answered
 */
public record FoundRegistrations(Map<Aor, List<Registration>> found, boolean complete) {
    /** The registrations of an address; empty if none was found. */
    public List<Registration> of(Aor address) {
        return found.getOrDefault(address, List.of());
    }
}
