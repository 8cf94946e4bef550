/** What is known about a call, as immutable records that rules match on. */
@NullMarked
package io.bridgewarden.facts;

import org.jspecify.annotations.NullMarked;
