/** What helps those who write rules: the cases beside them, run and compared. */
@NullMarked
package io.bridgewarden.authoring;

import org.jspecify.annotations.NullMarked;
