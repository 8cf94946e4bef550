/** Where standing facts come from: configuration and registrations. */
@NullMarked
package io.bridgewarden.store;

import org.jspecify.annotations.NullMarked;
