/** The HTTP front end; the only package that knows Vert.x. */
@NullMarked
package io.bridgewarden.http;

import org.jspecify.annotations.NullMarked;
