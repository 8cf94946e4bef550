package io.bridgewarden.http;

import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.rules.Revision;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RulesStatus;
import java.util.List;

/** The rules in force, for reading; and those that were, for going back to. Called on event loops, so it never blocks. */
public interface Catalogue {
    /** The rules in force now, and whether they are those that should be. */
    RulesStatus status();

    /** How often a rule fired since the service started. */
    long timesFired(RuleInfo rule);

    /** The cases of a rule, by file, in order. */
    List<RuleCase> cases(RuleInfo rule);

    /** The revisions that are kept, the one in force first, then by when they last were. */
    List<Revision> revisions();

    /**
     * Puts a revision in force that is kept.
     *
     * @return whether it is
     */
    boolean activate(String revision);

    /**
     * Puts the revision in force that was so before.
     *
     * @return whether there is one
     */
    boolean rollBack();
}
