package io.bridgewarden.rules;

import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TupleSets;
import org.drools.core.phreak.PhreakJoinNode;
import org.drools.core.phreak.PhreakNetworkNodeFactoryImpl;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.TupleImpl;

/** Makes the engine count what it joins; found by the engine as a service. Safe to share between threads. */
public final class BoundedJoins extends PhreakNetworkNodeFactoryImpl {
    /** For the engine's service loader. */
    public BoundedJoins() {}

    @Override
    public PhreakJoinNode createPhreakJoinNode(ReteEvaluator evaluator) {
        return new BoundedJoin(evaluator);
    }

    private static final class BoundedJoin extends PhreakJoinNode {
        BoundedJoin(ReteEvaluator evaluator) {
            super(evaluator);
        }

        @Override
        @SuppressWarnings("rawtypes") // as it is declared
        public void doNode(
                JoinNode node,
                LeftTupleSink sink,
                BetaMemory memory,
                TupleSets given,
                TupleSets staged,
                TupleSets formed) {
            super.doNode(node, sink, memory, given, staged, new Counted(formed, JoinBudget.current()));
        }
    }

    /** Combinations of facts, each of which is counted as it is added. */
    private record Counted(TupleSets sets, JoinBudget budget) implements TupleSets {
        @Override
        public boolean addInsert(TupleImpl tuple) {
            budget.spend();
            return sets.addInsert(tuple);
        }

        @Override
        public TupleImpl getInsertFirst() {
            return sets.getInsertFirst();
        }

        @Override
        public TupleImpl getDeleteFirst() {
            return sets.getDeleteFirst();
        }

        @Override
        public TupleImpl getUpdateFirst() {
            return sets.getUpdateFirst();
        }

        @Override
        public int getInsertSize() {
            return sets.getInsertSize();
        }

        @Override
        public void resetAll() {
            sets.resetAll();
        }

        @Override
        public void clear() {
            sets.clear();
        }

        @Override
        public boolean addDelete(TupleImpl tuple) {
            return sets.addDelete(tuple);
        }

        @Override
        public boolean addUpdate(TupleImpl tuple) {
            return sets.addUpdate(tuple);
        }

        @Override
        public void removeInsert(TupleImpl tuple) {
            sets.removeInsert(tuple);
        }

        @Override
        public void removeDelete(TupleImpl tuple) {
            sets.removeDelete(tuple);
        }

        @Override
        public void removeUpdate(TupleImpl tuple) {
            sets.removeUpdate(tuple);
        }

        @Override
        public void addAll(TupleSets source) {
            sets.addAll(source);
        }

        @Override
        public void addTo(TupleSets target) {
            sets.addTo(target);
        }

        @Override
        public TupleSets takeAll() {
            return sets.takeAll();
        }

        @Override
        public boolean isEmpty() {
            return sets.isEmpty();
        }

        @Override
        public String toStringSizes() {
            return sets.toStringSizes();
        }

        @Override
        public TupleImpl getNormalizedDeleteFirst() {
            return sets.getNormalizedDeleteFirst();
        }

        @Override
        public boolean addNormalizedDelete(TupleImpl tuple) {
            return sets.addNormalizedDelete(tuple);
        }
    }
}
