/** The media decision: how a piece of media is played. */
@NullMarked
package io.bridgewarden.decisions.media;

import org.jspecify.annotations.NullMarked;
