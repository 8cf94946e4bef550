package io.bridgewarden.decisions.acl;

import io.bridgewarden.facts.Conclusion;
import org.jspecify.annotations.Nullable;

/**
 * A call may come in without a challenge, since the list of {@code question} lets it.
 *
 * @param token what the request itself says that its source is known by; counts where the list says nothing
 */
public record Admit(int question, String reason, @Nullable String token) implements Conclusion {}
