/** The bridge decision: which legs of a call are dialled, and how. */
@NullMarked
package io.bridgewarden.decisions.bridge;

import org.jspecify.annotations.NullMarked;
