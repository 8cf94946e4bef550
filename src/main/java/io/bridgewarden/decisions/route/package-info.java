/** The route decision: is this fetch ours, and what is the switch told. */
@NullMarked
package io.bridgewarden.decisions.route;

import org.jspecify.annotations.NullMarked;
