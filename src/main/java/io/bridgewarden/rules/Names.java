package io.bridgewarden.rules;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names stand for at one place of a rule: imported types, imported constants and what patterns bound. */
final class Names {
    private final Map<String, Class<?>> types;
    private final Map<String, Type> constants;
    private final Map<String, Type> bound;

    Names(Map<String, Class<?>> types, Map<String, Type> constants) {
        this(types, constants, new HashMap<>());
    }

    private Names(Map<String, Class<?>> types, Map<String, Type> constants, Map<String, Type> bound) {
        this.types = types;
        this.constants = constants;
        this.bound = bound;
    }

    /** The same names; what is bound to the copy is not seen here. */
    Names copy() {
        return new Names(types, constants, new HashMap<>(bound));
    }

    void bind(String variable, Type type) {
        bound.put(variable, type);
    }

    Optional<Type> variable(String name) {
        return Optional.ofNullable(bound.get(name));
    }

    Set<String> variables() {
        return bound.keySet();
    }

    Optional<Type> constant(String name) {
        return Optional.ofNullable(constants.get(name));
    }

    Set<String> constants() {
        return constants.keySet();
    }

    Optional<Class<?>> type(String simpleName) {
        return Optional.<Class<?>>ofNullable(types.get(simpleName)).or(() -> Vocabulary.withoutImport(simpleName));
    }

    Set<String> types() {
        return types.keySet();
    }
}
