package io.bridgewarden.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.ExpressionCheck.Place;
import io.bridgewarden.rules.RuleProblem.Kind;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.DrlxExpression;

/** Checks what has to hold for a rule, and what it concludes. */
final class RuleBodyCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z]\\w*");
    private static final Pattern SOURCE = Pattern.compile("\\b(?:accumulate|acc|groupby)\\b");
    private static final Pattern THEN = Pattern.compile("(?m)^\\s*then\\b");
    private static final Set<Class<?>> JOINS = Set.of(AndDescr.class, OrDescr.class, NotDescr.class, ExistsDescr.class);
    private static final String CONCLUDES = "a rule concludes one thing: `insertLogical( new CONCLUSION(...) );`";

    private final RuleFile file;
    private final ProblemList problems;
    private final Names names;
    private final RuleDescr rule;

    RuleBodyCheck(RuleFile file, ProblemList problems, Names names, RuleDescr rule) {
        this.file = file;
        this.problems = problems;
        this.names = names;
        this.rule = rule;
    }

    void check() {
        condition(rule.getLhs(), names);
        if (!rule.getNamedConsequences().isEmpty()) {
            problems.addAtWord(
                    Kind.NOT_ALLOWED,
                    rule.getStartCharacter(),
                    rule.getEndCharacter(),
                    rule.getNamedConsequences().keySet().iterator().next(),
                    "a named consequence is not allowed; " + CONCLUDES);
        }
        if (rule.getConsequence() instanceof String then) {
            consequence(then);
        }
    }

    private void condition(BaseDescr part, Names seen) {
        if (part instanceof PatternDescr pattern) {
            pattern(pattern, seen);
        } else if (JOINS.contains(part.getClass())) {
            boolean local = part instanceof NotDescr || part instanceof ExistsDescr;
            Names within = local ? seen.copy() : seen;
            ((ConditionalElementDescr) part).getDescrs().forEach(it -> condition((BaseDescr) it, within));
        } else {
            String word = firstWord(part);
            problems.add(
                    Kind.NOT_ALLOWED,
                    start(part),
                    "`%s` is not allowed; conditions are patterns, joined with `and`, `or`, `not` and `exists`"
                            .formatted(word));
        }
    }

    private String firstWord(BaseDescr part) {
        Matcher word = Pattern.compile("\\w+")
                .matcher(file.text())
                .region(start(part), file.text().length());
        return word.find() ? word.group() : "";
    }

    private void pattern(PatternDescr pattern, Names seen) {
        if (pattern.getSource() != null) {
            source(pattern);
            return;
        }
        refuseExtras(pattern);
        Type matched = matched(pattern);
        if (pattern.getIdentifier() != null) {
            variable(pattern, pattern.getIdentifier());
            seen.bind(pattern.getIdentifier(), matched);
        }
        for (BaseDescr it : pattern.getDescrs()) {
            constraint(it, matched, seen);
        }
    }

    // What has no `from` has no place either, so its own word is looked for.
    private void source(PatternDescr pattern) {
        Matcher word = SOURCE.matcher(file.text()).region(start(pattern), end(pattern));
        String found = pattern.getStartCharacter() < 0 && word.find() ? word.group() : "from";
        refuse(pattern, found, "`%s` is not allowed; what rules know are facts".formatted(found));
    }

    private void refuseExtras(PatternDescr pattern) {
        if (!pattern.getBehaviors().isEmpty()) {
            refuse(pattern, "over", "a window is not allowed; a decision sees the facts of one request");
        }
        if (!pattern.getAnnotations().isEmpty()) {
            refuse(pattern, "", "an annotation of a pattern is not allowed");
        }
        if (pattern.isUnification()) {
            refuse(pattern, "", "`:=` is not allowed; bind with `:`");
        }
        if (pattern.getObjectType() == null) {
            refuse(pattern, "", "a path is not allowed; match each fact by a pattern of its own");
        }
        if (pattern.isQuery()) {
            refuse(pattern, "", "a query is not allowed; match the fact itself");
        }
    }

    private void refuse(BaseDescr part, String word, String message) {
        problems.addAtWord(Kind.NOT_ALLOWED, start(part), end(part), word, message);
    }

    // The parser gives some parts no place; then the rule is the place.
    private int start(BaseDescr part) {
        return part.getStartCharacter() < 0 ? rule.getStartCharacter() : part.getStartCharacter();
    }

    private int end(BaseDescr part) {
        return part.getEndCharacter() < start(part) ? rule.getEndCharacter() + 1 : part.getEndCharacter() + 1;
    }

    private void variable(BaseDescr part, String name) {
        if (!VARIABLE.matcher(name).matches()) {
            refuse(
                    part,
                    name,
                    "`%s` is not the name of a binding; those start with `$`".formatted(Words.shortened(name)));
        }
    }

    private Type matched(PatternDescr pattern) {
        if (pattern.getObjectType() == null) {
            return Types.UNKNOWN;
        }
        String name = pattern.getObjectType();
        Optional<Class<?>> type = names.type(name);
        if (type.filter(Vocabulary::isMatchable).isPresent()) {
            return type.get();
        }
        if (type.isPresent()) {
            refuse(pattern, name, "`%s` is not a fact or conclusion; patterns match those".formatted(name));
        } else if (name.contains(".")) {
            refuse(
                    pattern,
                    "",
                    "`%s` is not imported; import a type and name it alone".formatted(Words.shortened(name)));
        } else {
            unknown(pattern, name);
        }
        return Types.UNKNOWN;
    }

    private void unknown(PatternDescr pattern, String name) {
        String message = Vocabulary.fullName(file.decision(), name)
                .map(it -> "`%s` is not imported; add `import %s;`".formatted(name, it))
                .orElseGet(() -> "there is no fact or conclusion `%s`%s".formatted(name, meant(name)));
        problems.addAtWord(Kind.UNKNOWN_TYPE, start(pattern), end(pattern), name, message);
    }

    private String meant(String name) {
        return Words.nearest(name, names.types())
                .or(() -> Words.nearest(name, Vocabulary.matchable(file.decision())))
                .map("; did you mean `%s`?"::formatted)
                .orElse("");
    }

    private void constraint(BaseDescr descr, Type matched, Names seen) {
        if (!(descr instanceof ExprConstraintDescr constraint)) {
            refuse(descr, "", "`%s` is not allowed among the conditions of a pattern".formatted(firstWord(descr)));
            return;
        }
        if (constraint.getType() == ExprConstraintDescr.Type.POSITIONAL) {
            refuse(descr, "", "conditions by position are not allowed; name the field");
            return;
        }
        DrlxExpression expression;
        try {
            expression = DrlxParseUtil.parseExpression(constraint.getExpression());
        } catch (RuntimeException e) {
            problems.add(
                    Kind.MALFORMED,
                    start(descr),
                    "`%s` cannot be read as a condition".formatted(Words.shortened(constraint.getExpression())));
            return;
        }
        Type type = new ExpressionCheck(problems, seen, Place.CONDITION, matched, start(descr), end(descr))
                .type(expression);
        holds(constraint, expression, type);
    }

    private void holds(ExprConstraintDescr constraint, DrlxExpression expression, Type type) {
        if (expression.getBind() != null) {
            variable(constraint, expression.getBind().asString());
        } else if (!Types.isTruth(type)) {
            problems.add(
                    Kind.TYPE_MISMATCH,
                    start(constraint),
                    "`%s` is %s, and a condition either holds or not; compare it with something, or bind it with `$name : `"
                            .formatted(Words.shortened(constraint.getExpression()), Types.words(type)));
        }
    }

    private void consequence(String then) {
        Consequence text = new Consequence(start(then), then);
        Optional<BlockStmt> block = text.parse();
        if (block.isEmpty()) {
            problems.add(Kind.MALFORMED, text.start, "what follows `then` cannot be read; " + CONCLUDES);
            return;
        }
        List<Statement> statements = block.get().getStatements();
        if (statements.isEmpty()) {
            problems.add(Kind.NOT_ALLOWED, text.start, "nothing is concluded; " + CONCLUDES);
        } else if (statements.size() > 1) {
            problems.add(
                    Kind.NOT_ALLOWED, text.offset(statements.get(1)), "there is more than one statement; " + CONCLUDES);
        }
        statements.forEach(it -> statement(it, text));
    }

    private int start(String then) {
        Matcher found = THEN.matcher(file.text())
                .region(rule.getStartCharacter(), file.text().length());
        int from = found.find() ? found.end() : rule.getStartCharacter();
        return Math.max(from, file.text().indexOf(then, from));
    }

    private void statement(Statement statement, Consequence text) {
        if (!(statement instanceof ExpressionStmt it)) {
            problems.add(Kind.NOT_ALLOWED, text.offset(statement), Construct.refusal(statement));
        } else if (it.getExpression() instanceof MethodCallExpr call
                && call.getNameAsString().equals("insertLogical")
                && call.getScope().isEmpty()
                && call.getTypeArguments().isEmpty()
                && call.getArguments().size() == 1
                && call.getArgument(0) instanceof ObjectCreationExpr created) {
            conclusion(created, text);
        } else {
            inPlaceOfAConclusion(it.getExpression(), text);
        }
    }

    private void inPlaceOfAConclusion(Expression expression, Consequence text) {
        String message = expression instanceof MethodCallExpr call
                ? "`%s` is not allowed here; %s".formatted(Words.shortened(call.getNameAsString()), CONCLUDES)
                : Construct.refusal(expression);
        problems.add(Kind.NOT_ALLOWED, text.offset(expression), message);
    }

    private void conclusion(ObjectCreationExpr created, Consequence text) {
        String name = created.getType().getNameAsString();
        boolean plain = created.getScope().isEmpty()
                && created.getAnonymousClassBody().isEmpty()
                && created.getType().getScope().isEmpty()
                && created.getType().getTypeArguments().isEmpty()
                && created.getTypeArguments().isEmpty();
        Optional<Class<?>> type = names.type(name);
        if (!plain) {
            problems.add(
                    Kind.NOT_ALLOWED,
                    text.offset(created),
                    "a conclusion is created by its own name, `new CONCLUSION(...)`");
        } else if (type.isEmpty()) {
            problems.add(
                    Kind.UNKNOWN_TYPE,
                    text.offset(created.getType()),
                    Vocabulary.fullName(file.decision(), name)
                            .map(it -> "`%s` is not imported; add `import %s;`".formatted(name, it))
                            .orElseGet(() -> "there is no conclusion `%s`%s".formatted(name, meant(name))));
        } else if (!Vocabulary.isConclusion(type.get())) {
            problems.add(Kind.NOT_ALLOWED, text.offset(created.getType()), "`%s` is not a conclusion".formatted(name));
        } else {
            members(type.get(), created, text);
        }
    }

    private void members(Class<?> type, ObjectCreationExpr created, Consequence text) {
        List<Type> given = new ArrayList<>();
        for (Expression it : created.getArguments()) {
            given.add(
                    new ExpressionCheck(problems, names, Place.CONCLUSION, Types.UNKNOWN, text.offset(it), text.end(it))
                            .type(it));
        }
        boolean fits = Arrays.stream(type.getConstructors()).anyMatch(it -> fits(it.getParameterTypes(), given));
        if (!fits) {
            misfit(type, created, given, text);
        }
    }

    private static boolean fits(Class<?>[] expected, List<Type> given) {
        return expected.length == given.size()
                && IntStream.range(0, expected.length).allMatch(it -> Types.accepts(expected[it], given.get(it)));
    }

    private void misfit(Class<?> type, ObjectCreationExpr created, List<Type> given, Consequence text) {
        RecordComponent[] members = type.getRecordComponents();
        if (members.length != given.size()) {
            problems.add(
                    Kind.TYPE_MISMATCH,
                    text.offset(created.getType()),
                    "`%s` takes %s".formatted(type.getSimpleName(), header(members)));
            return;
        }
        for (int i = 0; i < members.length; i++) {
            if (!Types.accepts(members[i].getType(), given.get(i))) {
                problems.add(
                        Kind.TYPE_MISMATCH,
                        text.offset(created.getArgument(i)),
                        "`%s` of `%s` is %s, and this is %s"
                                .formatted(
                                        members[i].getName(),
                                        type.getSimpleName(),
                                        Types.words(members[i].getType()),
                                        Types.words(given.get(i))));
            }
        }
    }

    private static String header(RecordComponent[] members) {
        if (members.length == 0) {
            return "nothing: write `()`";
        }
        return Arrays.stream(members)
                .map(it -> "`%s` (%s)".formatted(it.getName(), Types.words(it.getGenericType())))
                .collect(Collectors.joining(", "));
    }

    /** What follows {@code then}, and where in the file it starts. */
    private record Consequence(int start, String text) {
        // Parsed as a block, whose brace moves the first line by one.
        private static final int BRACE = 1;

        Optional<BlockStmt> parse() {
            JavaParser parser = new JavaParser(new ParserConfiguration()
                    .setLanguageLevel(LanguageLevel.JAVA_17)
                    .setTabSize(1));
            ParseResult<BlockStmt> result = parser.parseBlock("{" + text + "\n}");
            return result.isSuccessful() ? result.getResult() : Optional.empty();
        }

        int offset(Node node) {
            return node.getBegin().map(this::offset).orElse(start);
        }

        int end(Node node) {
            return node.getEnd().map(this::offset).orElse(start) + 1;
        }

        private int offset(Position position) {
            int line = 1;
            int at = 0;
            String block = "{" + text;
            while (line < position.line && at >= 0) {
                at = block.indexOf('\n', at) + 1;
                line++;
            }
            return start + at + position.column - 1 - BRACE;
        }
    }
}
