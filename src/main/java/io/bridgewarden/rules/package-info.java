/** Compiles, catalogues and fires DRL; the only package that knows the rule engine. */
@NullMarked
package io.bridgewarden.rules;

import org.jspecify.annotations.NullMarked;
