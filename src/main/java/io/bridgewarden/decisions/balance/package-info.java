/** The balance decision: whose calls are ended for lack of credit, and when accounts are looked at next. */
@NullMarked
package io.bridgewarden.decisions.balance;

import org.jspecify.annotations.NullMarked;
