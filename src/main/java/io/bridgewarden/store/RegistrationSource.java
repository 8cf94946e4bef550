package io.bridgewarden.store;

import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Somebody who knows registrations. Safe to share between threads. */
@FunctionalInterface
public interface RegistrationSource {
    /** Finds the registrations of each address, at once; addresses without any may be missing from the answer. */
    CompletionStage<Map<Aor, List<Registration>>> find(Collection<Aor> addresses);
}
