package io.bridgewarden.rules;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Types of values in rules: which go together, and how to say them to somebody who writes rules. */
final class Types {
    /** Of a value about which a mistake is already told. */
    static final Type UNKNOWN = Unknown.class;

    /** Of {@code null}. */
    static final Type ABSENT = Absent.class;

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            double.class, Double.class,
            boolean.class, Boolean.class,
            char.class, Character.class,
            short.class, Short.class,
            byte.class, Byte.class,
            float.class, Float.class);
    private static final List<Class<?>> WIDENING =
            List.of(byte.class, short.class, int.class, long.class, float.class, double.class);
    private static final Set<Class<?>> FRACTIONS = Set.of(Double.class, Float.class, BigDecimal.class);

    private interface Unknown {}

    private interface Absent {}

    private Types() {}

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> it) {
            return it;
        }
        if (type instanceof ParameterizedType it) {
            return raw(it.getRawType());
        }
        if (type instanceof WildcardType it) {
            return raw(it.getUpperBounds()[0]);
        }
        return type instanceof GenericArrayType ? Object[].class : Object.class;
    }

    static Class<?> boxed(Class<?> type) {
        return BOXES.getOrDefault(type, type);
    }

    static boolean isNumber(Type type) {
        return Number.class.isAssignableFrom(boxed(raw(type))) || type == UNKNOWN;
    }

    static boolean isText(Type type) {
        return raw(type) == String.class || type == UNKNOWN;
    }

    static boolean isTruth(Type type) {
        return boxed(raw(type)) == Boolean.class || type == UNKNOWN;
    }

    /** Whether two values can be equal at all. */
    static boolean comparable(Type one, Type other) {
        if (one == UNKNOWN || other == UNKNOWN || one == ABSENT || other == ABSENT) {
            return true;
        }
        Class<?> a = boxed(raw(one));
        Class<?> b = boxed(raw(other));
        return (isNumber(a) && isNumber(b)) || a.isAssignableFrom(b) || b.isAssignableFrom(a);
    }

    /** Whether one of two values can be less than the other. */
    static boolean ordered(Type one, Type other) {
        boolean ordered = isNumber(one) || Comparable.class.isAssignableFrom(boxed(raw(one)));
        return comparable(one, other) && one != ABSENT && other != ABSENT && (ordered || one == UNKNOWN);
    }

    /** Whether a value can be given where one of a type is expected. */
    static boolean accepts(Class<?> expected, Type given) {
        if (given == UNKNOWN) {
            return true;
        }
        if (given == ABSENT) {
            return !expected.isPrimitive();
        }
        Class<?> type = raw(given);
        if (expected.isPrimitive()) {
            Class<?> primitive = unboxed(type);
            return expected == primitive
                    || (WIDENING.contains(primitive) && WIDENING.indexOf(primitive) <= WIDENING.indexOf(expected));
        }
        return expected.isAssignableFrom(boxed(type));
    }

    private static Class<?> unboxed(Class<?> type) {
        return BOXES.entrySet().stream()
                .filter(it -> it.getValue() == type)
                .<Class<?>>map(Map.Entry::getKey)
                .findFirst()
                .orElse(type);
    }

    /** The type of a sum, product and so on. */
    static Type wider(Type one, Type other) {
        if (one == UNKNOWN || other == UNKNOWN) {
            return UNKNOWN;
        }
        Class<?> a = unboxed(raw(one));
        Class<?> b = unboxed(raw(other));
        if (!WIDENING.contains(a) || !WIDENING.contains(b)) {
            return WIDENING.contains(a) ? b : a;
        }
        int widest = Math.max(WIDENING.indexOf(int.class), Math.max(WIDENING.indexOf(a), WIDENING.indexOf(b)));
        return WIDENING.get(widest);
    }

    /** A type in words: {@code a text}, {@code true or false}. */
    static String words(Type type) {
        Class<?> raw = boxed(raw(type));
        if (type == ABSENT) {
            return "`null`";
        }
        if (raw == Boolean.class) {
            return "true or false";
        }
        if (raw == String.class) {
            return "a text";
        }
        if (raw == Character.class) {
            return "a character";
        }
        if (FRACTIONS.contains(raw)) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(raw) || raw == BigInteger.class) {
            return "a whole number";
        }
        if (raw == Instant.class) {
            return "an instant";
        }
        if (raw == Duration.class) {
            return "a duration";
        }
        if (raw.isEnum()) {
            return "one of " + constants(raw);
        }
        if (raw == Optional.class) {
            return "an optional value";
        }
        if (Map.class.isAssignableFrom(raw)) {
            return "a map";
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return "a list or set";
        }
        return "`" + raw.getSimpleName() + "`";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> "`" + type.getSimpleName() + "." + ((Enum<?>) it).name() + "`")
                .collect(Collectors.joining(", "));
    }
}
