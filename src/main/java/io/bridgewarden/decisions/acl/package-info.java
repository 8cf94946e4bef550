/** The ACL decision: may this address come in. */
@NullMarked
package io.bridgewarden.decisions.acl;

import org.jspecify.annotations.NullMarked;
