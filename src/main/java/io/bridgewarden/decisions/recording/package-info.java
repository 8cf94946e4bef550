/** The recording decision: what a recording is called, and how it is made. */
@NullMarked
package io.bridgewarden.decisions.recording;

import org.jspecify.annotations.NullMarked;
