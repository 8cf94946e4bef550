/** Use cases: a request in, a decision with its reasons out. */
@NullMarked
package io.bridgewarden.decisions;

import org.jspecify.annotations.NullMarked;
