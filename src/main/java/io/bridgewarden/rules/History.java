package io.bridgewarden.rules;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The rulebooks that were in force last, and the way back through them. Not safe to share between threads. */
final class History {
    private final int most;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Deque<Rulebook> way = new ArrayDeque<>();

    private record Kept(Rulebook rulebook, Instant since) {}

    /** @param most how many rulebooks are kept, the one in force among them */
    History(int most) {
        this.most = most;
    }

    /** Those kept, the one in force first, then by when they last were. */
    List<Rulebook> rulebooks() {
        return kept.stream().map(Kept::rulebook).toList();
    }

    /** Those kept, as {@link #rulebooks}. */
    List<Revision> revisions() {
        return kept.stream()
                .map(it -> new Revision(
                        it.rulebook().revision(),
                        it.rulebook().rules().size(),
                        it.since(),
                        it.equals(kept.peekFirst())))
                .toList();
    }

    Optional<Rulebook> find(String revision) {
        return rulebooks().stream().filter(it -> it.revision().equals(revision)).findFirst();
    }

    /**
     * Records that a rulebook, new or kept, is in force from here on.
     *
     * @return those that are kept no longer
     */
    List<Rulebook> putInForce(Rulebook rulebook, Instant now) {
        way.remove(rulebook);
        way.push(rulebook);
        return first(rulebook, now);
    }

    /** The one that was in force before the one that is. Those gone back from do not count. */
    Optional<Rulebook> before() {
        Iterator<Rulebook> back = way.iterator();
        back.next();
        return back.hasNext() ? Optional.of(back.next()) : Optional.empty();
    }

    /** Records that the one before is in force again. */
    void goBack(Instant now) {
        way.pop();
        first(way.element(), now);
    }

    private List<Rulebook> first(Rulebook rulebook, Instant now) {
        kept.removeIf(it -> it.rulebook() == rulebook);
        kept.push(new Kept(rulebook, now));
        List<Rulebook> forgotten = new ArrayList<>();
        while (kept.size() > most) {
            Rulebook last = kept.removeLast().rulebook();
            way.remove(last);
            forgotten.add(last);
        }
        return forgotten;
    }
}
