/** Measures how well cases work the rules. */
@NullMarked
package io.bridgewarden.authoring.coverage;

import org.jspecify.annotations.NullMarked;
