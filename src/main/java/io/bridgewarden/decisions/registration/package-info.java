/** The registration decision: how long a registration holds, and what is kept of it. */
@NullMarked
package io.bridgewarden.decisions.registration;

import org.jspecify.annotations.NullMarked;
