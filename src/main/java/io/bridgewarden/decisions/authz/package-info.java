/** The authorization decision: may this channel exist, and what happens to it if not. */
@NullMarked
package io.bridgewarden.decisions.authz;

import org.jspecify.annotations.NullMarked;
