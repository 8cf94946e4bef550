/** All decisions together, for whoever runs them. */
@NullMarked
package io.bridgewarden.decisions.all;

import org.jspecify.annotations.NullMarked;
