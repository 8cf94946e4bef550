package io.bridgewarden.rules;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.RuleProblem.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.mvel.parser.ast.expr.BigDecimalLiteralExpr;
import org.drools.mvel.parser.ast.expr.BigIntegerLiteralExpr;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.NullSafeFieldAccessExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/**
 * Walks an expression of a rule and tells its type. Whatever is not known to be allowed is refused, so what a parser of
 * the engine may learn to read some day is refused as well.
 */
final class ExpressionCheck {
    private static final Set<BinaryExpr.Operator> LOGIC = EnumSet.of(BinaryExpr.Operator.AND, BinaryExpr.Operator.OR);
    private static final Set<BinaryExpr.Operator> EQUALITY =
            EnumSet.of(BinaryExpr.Operator.EQUALS, BinaryExpr.Operator.NOT_EQUALS);
    private static final Set<BinaryExpr.Operator> ORDER = EnumSet.of(
            BinaryExpr.Operator.LESS,
            BinaryExpr.Operator.LESS_EQUALS,
            BinaryExpr.Operator.GREATER,
            BinaryExpr.Operator.GREATER_EQUALS);
    private static final Set<BinaryExpr.Operator> ARITHMETIC = EnumSet.of(
            BinaryExpr.Operator.PLUS,
            BinaryExpr.Operator.MINUS,
            BinaryExpr.Operator.MULTIPLY,
            BinaryExpr.Operator.DIVIDE,
            BinaryExpr.Operator.REMAINDER);
    private static final Set<String> OF_COLLECTIONS = Set.of("contains", "excludes", "memberOf");
    private static final String MATCHES = "matches";
    private static final Set<String> OF_TEXT = Set.of(MATCHES, "str", "soundslike");
    private static final Pattern WORD = Pattern.compile("[$\\w]+");
    private static final Map<Class<?>, Type> LITERALS = Map.of(
            StringLiteralExpr.class, String.class,
            IntegerLiteralExpr.class, int.class,
            LongLiteralExpr.class, long.class,
            DoubleLiteralExpr.class, double.class,
            BooleanLiteralExpr.class, boolean.class,
            CharLiteralExpr.class, char.class,
            NullLiteralExpr.class, Types.ABSENT,
            BigDecimalLiteralExpr.class, BigDecimal.class,
            BigIntegerLiteralExpr.class, BigInteger.class);

    /** Where an expression stands, which decides what a bare name in it means. */
    enum Place {
        /** Among the conditions of a pattern: a name may be a field of what the pattern matches. */
        CONDITION,
        /** In a conclusion, which is plain Java. */
        CONCLUSION
    }

    private final ProblemList problems;
    private final Names names;
    private final Place place;
    private final Type self;
    private final int from;
    private final int to;

    /**
     * @param self what the pattern matches; of no meaning in a conclusion
     * @param from where the expression starts in the text of the file
     * @param to where it ends
     */
    ExpressionCheck(ProblemList problems, Names names, Place place, Type self, int from, int to) {
        this.problems = problems;
        this.names = names;
        this.place = place;
        this.self = self;
        this.from = from;
        this.to = to;
    }

    /** The type of an expression; {@link Types#UNKNOWN} once a problem with it is told. */
    Type type(Expression expression) {
        Type literal = LITERALS.get(expression.getClass());
        if (literal != null) {
            return literal;
        }
        if (expression instanceof DrlxExpression it) {
            return drlx(it);
        }
        if (expression instanceof EnclosedExpr it) {
            return type(it.getInner());
        }
        if (expression instanceof NameExpr it) {
            return name(it.getNameAsString());
        }
        if (expression instanceof ThisExpr && place == Place.CONDITION) {
            return self;
        }
        if (expression instanceof FieldAccessExpr it) {
            return access(it.getScope(), it.getNameAsString());
        }
        if (expression instanceof NullSafeFieldAccessExpr it) {
            return access(it.getScope(), it.getNameAsString());
        }
        if (expression instanceof MethodCallExpr it) {
            return call(it);
        }
        if (expression instanceof BinaryExpr it) {
            return binary(it);
        }
        if (expression instanceof UnaryExpr it) {
            return unary(it);
        }
        if (expression instanceof PointFreeExpr it) {
            return pointFree(it);
        }
        if (expression instanceof ArrayAccessExpr it) {
            return element(it);
        }
        if (expression instanceof ConditionalExpr it) {
            return conditional(it);
        }
        return problem(Kind.NOT_ALLOWED, firstWord(expression), Construct.refusal(expression));
    }

    private Type drlx(DrlxExpression expression) {
        Type type = type(expression.getExpr());
        if (expression.getBind() != null) {
            Type bound = expression.getExpr() instanceof BinaryExpr it ? leftmost(it) : type;
            names.bind(expression.getBind().asString(), bound);
        }
        return type;
    }

    // `$x : field > 1` binds the field, not whether it is greater than 1.
    private Type leftmost(BinaryExpr expression) {
        Expression left = expression.getLeft();
        return left instanceof BinaryExpr it ? leftmost(it) : quietly(left);
    }

    private Type quietly(Expression expression) {
        return new ExpressionCheck(new ProblemList(problems.file()), names, place, self, from, to).type(expression);
    }

    private Type name(String name) {
        Optional<Type> known = names.variable(name)
                .or(() -> place == Place.CONDITION ? property(self, name) : Optional.empty())
                .or(() -> names.constant(name));
        return known.orElseGet(() -> unknownName(name));
    }

    private static Optional<Type> property(Type owner, String name) {
        return Vocabulary.property(Types.raw(owner), name).map(it -> Vocabulary.result(it, owner));
    }

    private Type unknownName(String name) {
        if (self == Types.UNKNOWN && place == Place.CONDITION && !name.startsWith("$")) {
            return Types.UNKNOWN;
        }
        if (name.startsWith("$")) {
            return problem(
                    Kind.UNKNOWN_FIELD,
                    name,
                    "nothing is bound to `%s`%s".formatted(name, choice(name, names.variables(), "bound are")));
        }
        if (names.type(name).isPresent()) {
            return problem(Kind.TYPE_MISMATCH, name, "`%s` is a type where a value is expected".formatted(name));
        }
        if (place == Place.CONDITION) {
            return noField(self, name);
        }
        return problem(
                Kind.UNKNOWN_FIELD,
                name,
                "`%s` is neither bound in `when` nor an imported constant%s"
                        .formatted(name, choice(name, names.constants(), "imported are")));
    }

    private Type noField(Type owner, String name) {
        Class<?> type = Types.raw(owner);
        Collection<String> fields = Vocabulary.fields(type);
        String message = name.equals("class")
                ? "`class` is not a field of facts; patterns match by type"
                : "%s has no field `%s`%s".formatted(Types.words(type), name, choice(name, fields, "it has"));
        return problem(name.equals("class") ? Kind.NOT_ALLOWED : Kind.UNKNOWN_FIELD, name, message);
    }

    private static String choice(String name, Collection<String> known, String introduction) {
        if (known.isEmpty()) {
            return "";
        }
        String all = known.stream()
                .sorted()
                .map(it -> "`" + it + "`")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return Words.nearest(name, known)
                .map(it -> "; did you mean `%s`? %s %s".formatted(it, introduction, all))
                .orElseGet(() -> "; %s %s".formatted(introduction, all));
    }

    private Type access(Expression scope, String name) {
        Optional<Class<?>> type = asType(scope);
        if (type.isPresent()) {
            return Vocabulary.constant(type.get(), name).orElseGet(() -> noConstant(type.get(), name));
        }
        Type owner = type(scope);
        if (owner == Types.UNKNOWN) {
            return Types.UNKNOWN;
        }
        if (place == Place.CONCLUSION) {
            return problem(
                    Kind.UNKNOWN_FIELD,
                    name,
                    "in `then` a field is asked for with parentheses: `.%s()`".formatted(name));
        }
        return property(owner, name).orElseGet(() -> noField(owner, name));
    }

    private Type noConstant(Class<?> type, String name) {
        return problem(
                Kind.UNKNOWN_FIELD,
                name,
                "`%s` has no constant `%s`%s"
                        .formatted(type.getSimpleName(), name, choice(name, Vocabulary.constants(type), "it has")));
    }

    /** The type that a scope names, as {@code Limit.Of} in {@code Limit.Of.TIME}. */
    private Optional<Class<?>> asType(Expression scope) {
        if (scope instanceof NameExpr it && isNoValue(it.getNameAsString())) {
            return names.type(it.getNameAsString());
        }
        if (scope instanceof FieldAccessExpr it) {
            return asType(it.getScope())
                    .flatMap(outer -> Vocabulary.type(outer.getCanonicalName() + "." + it.getNameAsString()));
        }
        return Optional.empty();
    }

    private boolean isNoValue(String name) {
        return names.variable(name).isEmpty()
                && (place == Place.CONCLUSION || property(self, name).isEmpty());
    }

    private Type call(MethodCallExpr call) {
        List<Type> given = new ArrayList<>();
        call.getArguments().forEach(it -> given.add(type(it)));
        String name = call.getNameAsString();
        if (call.getTypeArguments().isPresent()) {
            return problem(Kind.NOT_ALLOWED, name, "type arguments are not allowed; leave out `<...>`");
        }
        Optional<Expression> scope = call.getScope();
        if (scope.isEmpty() && place == Place.CONCLUSION) {
            return problem(Kind.NOT_ALLOWED, name, notAllowed(name));
        }
        Optional<Class<?>> type = scope.flatMap(this::asType);
        if (type.isPresent()) {
            return called(Vocabulary.staticMethods(type.get(), name), type.get(), call, given);
        }
        Type owner = scope.map(this::type).orElse(self);
        return owner == Types.UNKNOWN
                ? Types.UNKNOWN
                : called(Vocabulary.methods(Types.raw(owner), name), owner, call, given);
    }

    private Type called(List<Method> candidates, Type owner, MethodCallExpr call, List<Type> given) {
        String name = call.getNameAsString();
        if (candidates.isEmpty()) {
            return problem(Kind.NOT_ALLOWED, name, notAllowed(name));
        }
        for (Method it : candidates) {
            if (fits(it, given)) {
                return Vocabulary.result(it, owner);
            }
        }
        return problem(Kind.TYPE_MISMATCH, name, "`%s` is not called with these values".formatted(name));
    }

    private static String notAllowed(String name) {
        return switch (name) {
            case "eval" -> "`eval` is not allowed; write the condition itself";
            case "now" -> "the clock is not allowed; match `DecidedAt( $now : instant )`";
            case "insert", "update", "delete", "retract", "modify", "insertAsync" ->
                "`%s` is not allowed; a rule concludes with `insertLogical` alone".formatted(name);
            case "getClass" -> "`getClass` is not allowed; patterns match by type";
            default ->
                "calling `%s` is not allowed; rules ask facts for their fields, and call the listed methods of values"
                        .formatted(Words.shortened(name));
        };
    }

    private static boolean fits(Method method, List<Type> given) {
        Class<?>[] expected = method.getParameterTypes();
        if (method.isVarArgs()) {
            return true;
        }
        if (expected.length != given.size()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!Types.accepts(expected[i], given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Type binary(BinaryExpr expression) {
        Type left = type(expression.getLeft());
        Type right = type(expression.getRight());
        BinaryExpr.Operator operator = expression.getOperator();
        if (LOGIC.contains(operator)) {
            demandTruth(expression.getLeft(), left);
            demandTruth(expression.getRight(), right);
            return boolean.class;
        }
        if (EQUALITY.contains(operator)) {
            return Types.comparable(left, right) ? boolean.class : mismatch(expression, left, right);
        }
        if (ORDER.contains(operator)) {
            return Types.ordered(left, right) ? boolean.class : mismatch(expression, left, right);
        }
        if (operator == BinaryExpr.Operator.PLUS && (Types.isText(left) || Types.isText(right))) {
            return String.class;
        }
        if (!ARITHMETIC.contains(operator)) {
            return problem(
                    Kind.NOT_ALLOWED,
                    firstWord(expression),
                    "the operator `%s` is not allowed".formatted(operator.asString()));
        }
        return Types.isNumber(left) && Types.isNumber(right)
                ? Types.wider(left, right)
                : mismatch(expression, left, right);
    }

    private void demandTruth(Expression expression, Type type) {
        if (!Types.isTruth(type)) {
            problem(
                    Kind.TYPE_MISMATCH,
                    firstWord(expression),
                    "a condition is expected here, and this is %s".formatted(Types.words(type)));
        }
    }

    private Type mismatch(BinaryExpr expression, Type left, Type right) {
        return problem(
                Kind.TYPE_MISMATCH,
                firstWord(expression.getLeft()),
                "`%s` cannot be decided: `%s` is %s, and `%s` is %s"
                        .formatted(
                                text(expression),
                                text(expression.getLeft()),
                                Types.words(left),
                                text(expression.getRight()),
                                Types.words(right)));
    }

    private Type unary(UnaryExpr expression) {
        Type type = type(expression.getExpression());
        UnaryExpr.Operator operator = expression.getOperator();
        if (operator == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            demandTruth(expression.getExpression(), type);
            return boolean.class;
        }
        return operator == UnaryExpr.Operator.MINUS || operator == UnaryExpr.Operator.PLUS
                ? type
                : problem(
                        Kind.NOT_ALLOWED,
                        firstWord(expression.getExpression()),
                        "`%s` changes a value, which is not allowed".formatted(operator.asString()));
    }

    private Type pointFree(PointFreeExpr expression) {
        Type left = type(expression.getLeft());
        List<Type> right = new ArrayList<>();
        expression.getRight().forEach(it -> right.add(type(it)));
        String operator = expression.getOperator().asString();
        if (operator.equals("in")) {
            for (int i = 0; i < right.size(); i++) {
                if (!Types.comparable(left, right.get(i))) {
                    problem(
                            Kind.TYPE_MISMATCH,
                            firstWord(expression.getRight().get(i)),
                            "`%s` is %s, and `%s` is %s"
                                    .formatted(
                                            text(expression.getLeft()),
                                            Types.words(left),
                                            text(expression.getRight().get(i)),
                                            Types.words(right.get(i))));
                }
            }
            return boolean.class;
        }
        if (OF_TEXT.contains(operator)) {
            return ofText(expression, left);
        }
        return OF_COLLECTIONS.contains(operator)
                ? boolean.class
                : problem(
                        Kind.NOT_ALLOWED,
                        operator,
                        "the operator `%s` is not allowed; compare instants with `<` and `>`".formatted(operator));
    }

    private Type ofText(PointFreeExpr expression, Type left) {
        if (!Types.isText(left)) {
            problem(
                    Kind.TYPE_MISMATCH,
                    firstWord(expression.getLeft()),
                    "`%s` is %s, and `%s` is for texts"
                            .formatted(
                                    text(expression.getLeft()),
                                    Types.words(left),
                                    expression.getOperator().asString()));
        }
        if (expression.getOperator().asString().equals(MATCHES)) {
            Expression pattern = expression.getRight().get(0);
            if (!(pattern instanceof StringLiteralExpr it) || SlowPattern.mayBe(it.asString())) {
                return problem(
                        Kind.NOT_ALLOWED,
                        MATCHES,
                        "`matches` takes a text in quotes in which no group with a repetition or choice is itself "
                                + "repeated, since that can take for ever; use `str[startsWith]` or `in`");
            }
        }
        return boolean.class;
    }

    private Type element(ArrayAccessExpr expression) {
        Type owner = type(expression.getName());
        type(expression.getIndex());
        if (owner == Types.UNKNOWN) {
            return Types.UNKNOWN;
        }
        if (owner instanceof ParameterizedType it) {
            Type[] arguments = it.getActualTypeArguments();
            return arguments[arguments.length - 1];
        }
        return problem(
                Kind.TYPE_MISMATCH,
                firstWord(expression.getName()),
                "`[...]` asks a map or a list, and this is %s".formatted(Types.words(owner)));
    }

    private Type conditional(ConditionalExpr expression) {
        demandTruth(expression.getCondition(), type(expression.getCondition()));
        Type then = type(expression.getThenExpr());
        Type otherwise = type(expression.getElseExpr());
        return then == Types.ABSENT ? otherwise : then;
    }

    private Type problem(Kind kind, String word, String message) {
        problems.addAtWord(kind, from, to, word, message);
        return Types.UNKNOWN;
    }

    private static String text(Expression expression) {
        return Words.shortened(PrintUtil.printNode(expression));
    }

    private static String firstWord(Node node) {
        Matcher word = WORD.matcher(PrintUtil.printNode(node));
        return word.find() ? word.group() : "";
    }
}
