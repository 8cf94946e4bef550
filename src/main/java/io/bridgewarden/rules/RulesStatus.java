package io.bridgewarden.rules;

import java.util.List;
import java.util.Optional;

/**
 * The rules in force at one instant.
 *
 * @param revision {@code sha256:} and the digest of their files
 * @param rules every rule, by decision and file
 * @param files every file, likewise
 * @param stale present while other rules lie in the directory, which cannot be put in force
 */
public record RulesStatus(String revision, List<RuleInfo> rules, List<RuleFileInfo> files, Optional<Stale> stale) {}
