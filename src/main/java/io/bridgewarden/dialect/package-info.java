/** Plans as other systems read them. */
@NullMarked
package io.bridgewarden.dialect;

import org.jspecify.annotations.NullMarked;
