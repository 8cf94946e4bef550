package io.bridgewarden.decisions.bridge;

import io.bridgewarden.dialect.DialContact;
import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Binding;
import io.bridgewarden.facts.Registration;
import io.bridgewarden.store.FoundRegistrations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The registrations that bear on a request: those it brings, over those that are stored.
 *
 * @param facts for rules, numbered from 0
 * @param contacts where to dial, by number of the binding, of those that can be dialled
 * @param complete whether everybody who was asked has answered
 */
record Bindings(List<Binding> facts, Map<Integer, DialContact> contacts, boolean complete) {

    static Bindings none() {
        return new Bindings(List.of(), Map.of(), true);
    }

    /**
     * @param addresses what was looked up, each address once
     * @param given what the request brings; replaces what is stored of the same contact
     */
    static Bindings of(Collection<Aor> addresses, List<Registration> given, FoundRegistrations found) {
        Map<Aor, List<Registration>> givenByAddress = new HashMap<>();
        given.forEach(it -> givenByAddress
                .computeIfAbsent(it.aor().folded(), aor -> new ArrayList<>())
                .add(it));
        List<Binding> facts = new ArrayList<>();
        Map<Integer, DialContact> contacts = new HashMap<>();
        for (Aor address : addresses) {
            List<Registration> ofRequest = givenByAddress.getOrDefault(address.folded(), List.of());
            List<Registration> stored = found.of(address);
            for (Registration it : spelledAs(address, merged(stored, ofRequest))) {
                int id = facts.size();
                DialContact contact = DialContact.of(it).orElse(null);
                facts.add(fact(id, address, it, contact));
                if (contact != null) {
                    contacts.put(id, contact);
                }
            }
        }
        return new Bindings(facts, contacts, found.complete());
    }

    /** Of the bindings of an address, those whose number is among {@code dialled}; at most one by the rules. */
    @Nullable
    DialContact contact(@Nullable Aor address, Set<Integer> dialled) {
        return facts.stream()
                .filter(it -> it.address().equals(address) && dialled.contains(it.id()))
                .map(it -> contacts.get(it.id()))
                .filter(it -> it != null)
                .findFirst()
                .orElse(null);
    }

    private static Binding fact(int id, Aor address, Registration it, @Nullable DialContact contact) {
        return new Binding(
                id, address, it.zone() == null, it.registeredAt(), it.expires(), it.expiresAt(), contact != null);
    }

    private static List<Registration> merged(List<Registration> stored, List<Registration> given) {
        if (given.isEmpty()) {
            return stored;
        }
        List<Registration> merged = new ArrayList<>(stored);
        merged.removeIf(it -> given.stream()
                .anyMatch(
                        other -> other.aor().equals(it.aor()) && other.contact().equals(it.contact())));
        merged.addAll(given);
        return merged;
    }

    /** Case tells users apart where somebody is spelled exactly so, and does not where nobody is. */
    private static List<Registration> spelledAs(Aor address, List<Registration> registrations) {
        List<Registration> exact =
                registrations.stream().filter(it -> it.aor().equals(address)).toList();
        return exact.isEmpty() ? registrations : exact;
    }
}
