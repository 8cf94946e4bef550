package io.bridgewarden.rules;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.rules.Evaluation.Concluded;
import io.bridgewarden.rules.Evaluation.Firing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.drools.base.reteoo.InitialFactImpl;
import org.drools.core.common.EqualityKey;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TruthMaintenanceSystem;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.agenda.TruthMaintenanceSystemInternalMatch;
import org.drools.tms.beliefsystem.BeliefSet;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** Fires the rules of one decision. Safe to share between threads: each evaluation has a session of its own. */
final class Engine implements AutoCloseable {
    // A rule of the shipped book fires at most a few times for each fact it matches; beyond this it is running away.
    private static final int FIRINGS_AT_LEAST = 1_000;
    private static final int FIRINGS_PER_FACT = 100;
    // The shipped book forms a few dozen combinations of facts for each fact; beyond this it joins all with all.
    private static final long COMBINATIONS_AT_LEAST = 20_000;
    private static final long COMBINATIONS_PER_FACT = 1_000;
    private static final int POOLED_SESSIONS = 4;

    private final String decision;
    private final KieContainer container;
    private final KieContainerSessionsPool sessions;

    Engine(String decision, KieContainer container) {
        this.decision = decision;
        this.container = container;
        this.sessions = container.newKieSessionsPool(POOLED_SESSIONS);
    }

    /** @throws RulesDidNotSettleException if rules fire without end, or join too many facts with too many */
    Evaluation evaluate(Collection<?> facts) {
        KieSession session = sessions.newKieSession();
        try {
            facts.forEach(session::insert);
            int firings = FIRINGS_AT_LEAST + FIRINGS_PER_FACT * facts.size();
            JoinBudget.within(combinations(facts.size()), () -> fire(session, firings));
            return new Evaluation(conclusions(session));
        } catch (JoinBudget.SpentException e) {
            throw RulesDidNotSettleException.joins(decision);
        } finally {
            session.dispose();
        }
    }

    /** How many combinations the rules of a decision may form of so many facts. */
    static long combinations(int facts) {
        return COMBINATIONS_AT_LEAST + COMBINATIONS_PER_FACT * facts;
    }

    private void fire(KieSession session, int limit) {
        if (session.fireAllRules(limit) >= limit) {
            throw RulesDidNotSettleException.firings(decision, limit);
        }
    }

    private static List<Concluded> conclusions(KieSession session) {
        TruthMaintenanceSystem beliefs =
                TruthMaintenanceSystemFactory.get().getOrCreateTruthMaintenanceSystem((ReteEvaluator) session);
        List<Concluded> concluded = new ArrayList<>(beliefs.getEqualityKeysSize());
        for (EqualityKey key : beliefs.getEqualityKeys()) {
            BeliefSet<?> grounds = ((TruthMaintenanceSystemEqualityKey) key).getBeliefSet();
            if (grounds != null
                    && !grounds.isEmpty()
                    && key.getLogicalFactHandle().getObject() instanceof Conclusion conclusion) {
                concluded.add(new Concluded(conclusion, firings(grounds)));
            }
        }
        return concluded;
    }

    // The engine itself keeps which matches support a conclusion, so no listener has to, and a lost ground is gone.
    private static List<Firing> firings(BeliefSet<?> grounds) {
        List<Firing> firings = new ArrayList<>(grounds.size());
        SimpleMode mode = (SimpleMode) grounds.getFirst();
        while (mode != null) {
            LogicalDependency<SimpleMode> dependency = mode.getObject();
            TruthMaintenanceSystemInternalMatch<SimpleMode> match = dependency.getJustifier();
            firings.add(new Firing(match.getRule().getName(), matched(match)));
            mode = mode.getNext();
        }
        if (firings.size() > 1) {
            firings.sort(Comparator.comparing(Firing::rule));
        }
        return firings;
    }

    // A rule that starts with `not` is given a fact of the engine's own to start from.
    private static List<Object> matched(Match match) {
        List<Object> matched = new ArrayList<>(match.getObjects());
        matched.removeIf(InitialFactImpl.class::isInstance);
        return matched;
    }

    @Override
    public void close() {
        sessions.shutdown();
        container.dispose();
    }
}
