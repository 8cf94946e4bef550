package io.bridgewarden.http;

import io.bridgewarden.facts.Aor;
import io.bridgewarden.facts.Registration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where registrations are kept. Called on event loops, so it never blocks. */
public interface RegistrationBook {
    /** What is bound to the address, lapsed or not; nothing if it is unknown. */
    CompletionStage<List<Registration>> find(Aor aor);

    /** Binds exactly these to the address, whatever was bound before; none at all forgets it. */
    CompletionStage<?> replace(Aor aor, List<Registration> registrations);

    /** Binds these beside what is bound, in place of those with the same address and contact; all of them or none. */
    CompletionStage<?> merge(List<Registration> registrations);
}
