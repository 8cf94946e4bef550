/** What kind of number is called: by configured classifiers, and by what is known of other countries' numbers. */
@NullMarked
package io.bridgewarden.numbers;

import org.jspecify.annotations.NullMarked;
