/** The channel decision: which channels are hung up for their age, and which events are made known. */
@NullMarked
package io.bridgewarden.decisions.channel;

import org.jspecify.annotations.NullMarked;
