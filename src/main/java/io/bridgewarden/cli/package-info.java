/** The command line. */
@NullMarked
package io.bridgewarden.cli;

import org.jspecify.annotations.NullMarked;
