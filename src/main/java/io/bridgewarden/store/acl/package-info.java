/** Network lists: their entries by block, and the documents they come from. */
@NullMarked
package io.bridgewarden.store.acl;

import org.jspecify.annotations.NullMarked;
