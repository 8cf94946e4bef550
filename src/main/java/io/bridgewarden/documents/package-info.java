/** Documents that cross the service's boundary: strict reading, schema checks, problems (RFC 9457). */
@NullMarked
package io.bridgewarden.documents;

import org.jspecify.annotations.NullMarked;
