/** The node decision: what a node does about its switches. */
@NullMarked
package io.bridgewarden.decisions.node;

import org.jspecify.annotations.NullMarked;
