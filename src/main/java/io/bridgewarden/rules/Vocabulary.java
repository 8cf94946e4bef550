package io.bridgewarden.rules;

import io.bridgewarden.facts.Conclusion;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rule text may name: facts, conclusions and their reasons, and values of Java with those of their methods that
 * neither reach out of a rule nor cost more than they look. All else is refused. Safe to share between threads.
 */
final class Vocabulary {
    static final String FACTS = "io.bridgewarden.facts";
    static final String DECISIONS = "io.bridgewarden.decisions.";
    private static final String REASONS = "Reasons";

    private static final Set<String> OF_EVERY_VALUE = Set.of("equals", "compareTo", "toString", "hashCode");
    private static final Set<String> OF_ENUMS = Set.of("name", "ordinal");
    private static final Set<String> OF_NUMBERS = Set.of("intValue", "longValue", "doubleValue", "booleanValue");
    private static final Set<String> OF_LARGE_NUMBERS =
            Set.of("add", "subtract", "multiply", "negate", "abs", "signum", "min", "max", "intValue", "longValue");
    private static final Set<String> OF_COLLECTIONS =
            Set.of("size", "isEmpty", "contains", "containsAll", "containsKey", "containsValue", "get", "getOrDefault");

    private static final Map<Class<?>, Set<String>> METHODS = Map.ofEntries(
            Map.entry(
                    String.class,
                    Set.of(
                            "length",
                            "isEmpty",
                            "isBlank",
                            "startsWith",
                            "endsWith",
                            "contains",
                            "equalsIgnoreCase",
                            "substring",
                            "toLowerCase",
                            "toUpperCase",
                            "strip",
                            "trim",
                            "indexOf",
                            "lastIndexOf",
                            "charAt",
                            "concat")),
            Map.entry(Integer.class, OF_NUMBERS),
            Map.entry(Long.class, OF_NUMBERS),
            Map.entry(Double.class, OF_NUMBERS),
            Map.entry(Boolean.class, OF_NUMBERS),
            Map.entry(Character.class, Set.of()),
            Map.entry(BigDecimal.class, OF_LARGE_NUMBERS),
            Map.entry(BigInteger.class, OF_LARGE_NUMBERS),
            Map.entry(Collection.class, OF_COLLECTIONS),
            Map.entry(List.class, OF_COLLECTIONS),
            Map.entry(Set.class, OF_COLLECTIONS),
            Map.entry(Map.class, OF_COLLECTIONS),
            Map.entry(Optional.class, Set.of("isPresent", "isEmpty", "get", "orElse")),
            Map.entry(Math.class, Set.of()),
            Map.entry(Objects.class, Set.of()));

    private static final Map<Class<?>, Set<String>> STATIC_METHODS = Map.of(
            String.class, Set.of("valueOf"),
            Integer.class, Set.of("valueOf", "parseInt", "compare", "min", "max"),
            Long.class, Set.of("valueOf", "parseLong", "compare", "min", "max"),
            Boolean.class, Set.of("valueOf", "parseBoolean"),
            BigDecimal.class, Set.of("valueOf"),
            BigInteger.class, Set.of("valueOf"),
            Math.class,
                    Set.of("min", "max", "abs", "addExact", "subtractExact", "multiplyExact", "floorDiv", "floorMod"),
            Objects.class, Set.of("equals", "isNull", "nonNull", "requireNonNullElse"),
            List.class, Set.of("of"),
            Set.class, Set.of("of"));

    private static final Set<Class<?>> TIME = Set.of(
            Instant.class,
            Duration.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            ZoneId.class,
            ZoneOffset.class,
            DayOfWeek.class,
            Month.class,
            MonthDay.class,
            Year.class,
            YearMonth.class,
            Period.class,
            ChronoUnit.class);

    private static final Map<String, Class<?>> BY_NAME =
            Stream.concat(METHODS.keySet().stream(), TIME.stream()).collect(Collectors.toMap(Class::getName, it -> it));

    private Vocabulary() {}

    /** The type of this name, written with dots, if rules may name it. */
    static Optional<Class<?>> type(String name) {
        Class<?> listed = BY_NAME.get(name);
        if (listed != null) {
            return Optional.of(listed);
        }
        return isOurs(name) ? ours(name).filter(Vocabulary::isNameable) : Optional.empty();
    }

    /** The types that can be named without an import, by simple name. */
    static Optional<Class<?>> withoutImport(String simpleName) {
        return Optional.ofNullable(BY_NAME.get("java.lang." + simpleName));
    }

    private static boolean isOurs(String name) {
        return name.matches("[\\w.]+") && (name.startsWith(FACTS + ".") || name.startsWith(DECISIONS));
    }

    private static Optional<Class<?>> ours(String name) {
        for (String binary = name; ; ) {
            try {
                return Optional.of(Class.forName(binary, false, Vocabulary.class.getClassLoader()));
            } catch (ClassNotFoundException | NoClassDefFoundError e) {
                int dot = binary.lastIndexOf('.');
                if (dot < FACTS.length()) {
                    return Optional.empty();
                }
                binary = binary.substring(0, dot) + '$' + binary.substring(dot + 1);
            }
        }
    }

    /** Whether rules may name a type. */
    static boolean isNameable(Class<?> type) {
        if (BY_NAME.containsValue(type)) {
            return true;
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            return false;
        }
        return type.getPackageName().equals(FACTS)
                ? type.isRecord() || type.isEnum()
                : type.getPackageName().startsWith(DECISIONS)
                        && (isConclusion(type)
                                || type.isEnum()
                                || type.getName().endsWith(REASONS));
    }

    /** Whether a pattern may match values of a type. */
    static boolean isMatchable(Class<?> type) {
        return type.isRecord() && isNameable(type);
    }

    /** Whether a rule may conclude values of a type. */
    static boolean isConclusion(Class<?> type) {
        return type.isRecord() && Conclusion.class.isAssignableFrom(type);
    }

    /** Simple names of what a pattern of a decision's rules could match, for who mistyped one. */
    static Set<String> matchable(String decision) {
        return Stream.of(FACTS, DECISIONS + decision)
                .flatMap(it -> ShippedClasses.of(it).stream())
                .map(Vocabulary::type)
                .flatMap(Optional::stream)
                .filter(Vocabulary::isMatchable)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The full name of what rules of a decision may call by a simple name. */
    static Optional<String> fullName(String decision, String simpleName) {
        return Stream.of(FACTS, DECISIONS + decision)
                .map(it -> it + "." + simpleName)
                .filter(it -> type(it).isPresent())
                .findFirst();
    }

    /** What {@code value.name} in a condition stands for: the accessor it calls. */
    static Optional<Method> property(Class<?> owner, String name) {
        String upper = name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.of(name, "get" + upper, "is" + upper)
                .flatMap(it -> methods(owner, it).stream())
                .filter(it -> it.getParameterCount() == 0)
                .findFirst();
    }

    /** The methods of this name that rules may call on a value. */
    static List<Method> methods(Class<?> owner, String name) {
        Class<?> type = Types.boxed(owner);
        return Arrays.stream(type.getMethods())
                .filter(it -> it.getName().equals(name) && !Modifier.isStatic(it.getModifiers()))
                .filter(it -> mayCall(type, it))
                .toList();
    }

    private static boolean mayCall(Class<?> type, Method method) {
        String name = method.getName();
        if (!isNameable(type)) {
            return OF_EVERY_VALUE.contains(name);
        }
        if (OF_EVERY_VALUE.contains(name) || (type.isEnum() && OF_ENUMS.contains(name))) {
            return true;
        }
        Set<String> listed = METHODS.get(type);
        if (listed != null) {
            return listed.contains(name);
        }
        return TIME.contains(type)
                ? method.getDeclaringClass().getPackageName().equals("java.time")
                : method.getDeclaringClass().getName().startsWith("io.bridgewarden.");
    }

    /** The static methods of this name that rules may call. */
    static List<Method> staticMethods(Class<?> owner, String name) {
        boolean listed = STATIC_METHODS.getOrDefault(owner, Set.of()).contains(name)
                || (TIME.contains(owner) && (name.startsWith("of") || name.equals("between") || name.equals("parse")));
        return listed
                ? Arrays.stream(owner.getMethods())
                        .filter(it -> it.getName().equals(name) && Modifier.isStatic(it.getModifiers()))
                        .toList()
                : List.of();
    }

    /** The type of a constant, {@code Means.TRUNK}. */
    static Optional<Type> constant(Class<?> owner, String name) {
        return Arrays.stream(owner.getFields())
                .filter(it -> it.getName().equals(name)
                        && Modifier.isStatic(it.getModifiers())
                        && Modifier.isFinal(it.getModifiers()))
                .<Type>map(it -> it.getGenericType())
                .findFirst();
    }

    /** Names of the constants of a type, sorted. */
    static Set<String> constants(Class<?> owner) {
        return Arrays.stream(owner.getFields())
                .filter(it -> constant(owner, it.getName()).isPresent())
                .map(it -> it.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of what a condition can ask of a value, those of a record's header first. */
    static List<String> fields(Class<?> owner) {
        List<String> names = new ArrayList<>();
        if (owner.isRecord()) {
            Arrays.stream(owner.getRecordComponents()).forEach(it -> names.add(it.getName()));
        }
        Stream<Method> methods = Arrays.stream(Types.boxed(owner).getMethods());
        methods.filter(it -> it.getParameterCount() == 0 && it.getReturnType() != void.class)
                .filter(it -> !Modifier.isStatic(it.getModifiers()) && mayCall(Types.boxed(owner), it))
                .map(Method::getName)
                .filter(it -> !OF_EVERY_VALUE.contains(it) && !OF_ENUMS.contains(it) && !names.contains(it))
                .sorted()
                .forEach(names::add);
        return names;
    }

    /** What a method gives when called on a value of a type, type parameters filled in. */
    static Type result(Method method, Type owner) {
        Function<Type, Type> filledIn =
                it -> it instanceof TypeVariable<?> variable && owner instanceof ParameterizedType parameterized
                        ? argument(variable, parameterized)
                        : it;
        return filledIn.apply(method.getGenericReturnType());
    }

    private static Type argument(TypeVariable<?> variable, ParameterizedType owner) {
        TypeVariable<?>[] variables = Types.raw(owner).getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return owner.getActualTypeArguments()[i];
            }
        }
        return Object.class;
    }
}
