package io.bridgewarden.http;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who sent a request.
 *
 * @param name name of the key it came with
 * @param roles what that key is good for
 */
record Caller(String name, Set<Role> roles) {
    /** Whoever reaches a service that asks for no keys. */
    static final Caller ANYONE = new Caller("anyone", EnumSet.allOf(Role.class));

    Caller {
        roles = Set.copyOf(roles);
    }

    boolean may(Role role) {
        return roles.contains(role);
    }
}
