/** May account and reseller carry this call, and how is it billed: requests, conclusions, and what is made of them. */
@NullMarked
package io.bridgewarden.decisions.limits;

import org.jspecify.annotations.NullMarked;
