/** The redirect decision: how a call is moved to another media server. */
@NullMarked
package io.bridgewarden.decisions.redirect;

import org.jspecify.annotations.NullMarked;
