/** The fax decision: which file a received fax is kept in. */
@NullMarked
package io.bridgewarden.decisions.fax;

import org.jspecify.annotations.NullMarked;
