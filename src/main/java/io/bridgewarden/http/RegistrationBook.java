package io.bridgewarden.http;

import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where registrations are kept. Called on event loops, so it never blocks. */
public interface RegistrationBook {
    /** What is bound to the address, lapsed or not; nothing if it is unknown. */
    List<Registration> get(Aor aor);

    /** Binds exactly these to the address, whatever was bound before; none at all forgets it. */
    CompletionStage<Void> replace(Aor aor, Collection<Registration> registrations);

    /** Binds these beside what is bound, in place of those with the same address and contact; all of them or none. */
    CompletionStage<Void> putAll(Collection<Registration> registrations);
}
