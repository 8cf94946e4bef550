package io.bridgewarden.rules;

import io.bridgewarden.documents.Words;
import io.bridgewarden.rules.RuleProblem.Kind;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Holds a rule file to what rule files may say, before anything of it is compiled. */
final class RuleFileCheck {
    private static final Pattern DECISION = Pattern.compile("(?!java$)[a-z][a-z0-9_]*");
    private static final Pattern RULE_NAME = Pattern.compile("[\\p{L}\\p{N} .,:;'`()/&%#+*=<>_@!?-]+");
    private static final Pattern DISGUISED = Pattern.compile("\\\\u|[\\p{Cf}&&[^\\uFEFF]]");
    private static final String RULE_FILES_HOLD = "a rule file holds a package, imports and rules";

    private final RuleFile file;
    private final PackageDescr descr;
    private final Notes notes;
    private final ProblemList problems;

    private RuleFileCheck(RuleFile file, PackageDescr descr, Notes notes) {
        this.file = file;
        this.descr = descr;
        this.notes = notes;
        this.problems = new ProblemList(file);
    }

    /** The problems of a file by place; none if it may be compiled. One that is trusted has to lie in its folder only. */
    static List<RuleProblem> check(RuleFile file, PackageDescr descr, Notes notes) {
        List<RuleProblem> problems = new ArrayList<>(misplaced(file, descr));
        if (file.trust() == Trust.CHECKED) {
            problems.addAll(new RuleFileCheck(file, descr, notes).check());
        }
        return problems;
    }

    private static List<RuleProblem> misplaced(RuleFile file, PackageDescr descr) {
        int line = Math.max(1, descr.getLine());
        if (!file.decision().equals(descr.getName())) {
            return List.of(new RuleProblem(
                    Kind.PLACE,
                    file.path(),
                    line,
                    1,
                    "package `%s` lies in folder `%s`; both have to be the same"
                            .formatted(descr.getName(), file.decision())));
        }
        return DECISION.matcher(file.decision()).matches()
                ? List.of()
                : List.of(new RuleProblem(
                        Kind.PLACE,
                        file.path(),
                        line,
                        1,
                        "folder `%s` is not named like a decision: lower case letters, digits and `_`, not `java`"
                                .formatted(file.decision())));
    }

    private List<RuleProblem> check() {
        disguised();
        declarations();
        Names names = imports();
        for (RuleDescr rule : descr.getRules()) {
            if (rule instanceof QueryDescr) {
                problems.add(Kind.NOT_ALLOWED, rule.getStartCharacter(), "a query is not allowed; " + RULE_FILES_HOLD);
            } else {
                head(rule);
                new RuleBodyCheck(file, problems, names.copy(), rule).check();
            }
        }
        return problems.sorted();
    }

    // The compiler reads escapes before it tells a comment from a statement, and so must whoever checks.
    private void disguised() {
        Matcher found = DISGUISED.matcher(file.text());
        while (found.find()) {
            problems.add(
                    Kind.NOT_ALLOWED,
                    found.start(),
                    "escaped and invisible characters are not allowed; write the character itself");
        }
    }

    private void declarations() {
        refuse(
                descr.getFunctions(),
                it -> "a function is not allowed; a concept that rules share is a rule of its own");
        refuse(descr.getGlobals(), it -> "a global is not allowed; what rules know are facts");
        refuse(descr.getAccumulateImports(), it -> "an accumulate function is not allowed; " + RULE_FILES_HOLD);
        refuse(
                descr.getClassAndEnumDeclarationDescrs(),
                it -> "a declared type is not allowed; facts and conclusions " + "are the only types");
        refuse(descr.getEntryPointDeclarations(), it -> "an entry point is not allowed; " + RULE_FILES_HOLD);
        refuse(descr.getWindowDeclarations(), it -> "a window is not allowed; " + RULE_FILES_HOLD);
        refuse(descr.getAttributes(), it -> attribute(it.getName()));
        if (descr.getUnit() != null) {
            problems.addAtWord(Kind.NOT_ALLOWED, 0, end(), "unit", "a unit is not allowed; " + RULE_FILES_HOLD);
        }
    }

    private static String attribute(String name) {
        return "`%s` is not allowed; rules hold in any order, and clashes are settled after them".formatted(name);
    }

    private <T extends BaseDescr> void refuse(Collection<T> parts, Function<T, String> message) {
        for (T it : parts) {
            problems.add(Kind.NOT_ALLOWED, it.getStartCharacter(), message.apply(it));
        }
    }

    private int end() {
        return file.text().length();
    }

    private Names imports() {
        Map<String, Class<?>> types = new HashMap<>();
        Map<String, Type> constants = new HashMap<>();
        for (ImportDescr it : descr.getImports()) {
            imported(it).ifPresent(type -> types.put(type.getSimpleName(), type));
        }
        for (FunctionImportDescr it : descr.getFunctionImports()) {
            constant(it, constants);
        }
        return new Names(types, constants);
    }

    private Optional<Class<?>> imported(ImportDescr it) {
        String target = it.getTarget();
        if (target.endsWith("*")) {
            problems.add(Kind.NOT_ALLOWED, it.getStartCharacter(), "types are imported by name, not with `*`");
            return Optional.empty();
        }
        Optional<Class<?>> type = Vocabulary.type(target);
        if (type.isEmpty()) {
            importRefused(it, target);
        }
        return type;
    }

    private void importRefused(BaseDescr it, String target) {
        boolean ours = target.startsWith(Vocabulary.FACTS + ".") || target.startsWith(Vocabulary.DECISIONS);
        String name = target.substring(target.lastIndexOf('.') + 1);
        if (!ours) {
            String meant = Vocabulary.fullName(file.decision(), name)
                    .map("; did you mean `%s`?"::formatted)
                    .orElse("");
            problems.add(
                    Kind.NOT_ALLOWED,
                    it.getStartCharacter(),
                    "`%s` is not allowed; rules import facts, conclusions and reasons, and values of `java.util`, `java.time` and `java.math`%s"
                            .formatted(Words.shortened(target), meant));
            return;
        }
        Set<String> known = Vocabulary.matchable(file.decision());
        problems.addAtWord(
                Kind.UNKNOWN_TYPE,
                it.getStartCharacter(),
                it.getEndCharacter(),
                name,
                "there is no fact or conclusion `%s`%s".formatted(target, suggestion(name, known)));
    }

    private String suggestion(String name, Set<String> known) {
        return Words.nearest(name, known)
                .flatMap(it -> Vocabulary.fullName(file.decision(), it))
                .map("; did you mean `%s`?"::formatted)
                .orElse("");
    }

    private void constant(FunctionImportDescr it, Map<String, Type> constants) {
        int dot = it.getTarget().lastIndexOf('.');
        String owner = it.getTarget().substring(0, Math.max(0, dot));
        String name = it.getTarget().substring(dot + 1);
        Optional<Class<?>> type = Vocabulary.type(owner);
        if (name.equals("*")) {
            problems.add(Kind.NOT_ALLOWED, it.getStartCharacter(), "constants are imported by name, not with `*`");
        } else if (type.isEmpty()) {
            importRefused(it, owner);
        } else {
            Vocabulary.constant(type.get(), name)
                    .ifPresentOrElse(found -> constants.put(name, found), () -> noConstant(it, type.get(), name));
        }
    }

    private void noConstant(BaseDescr it, Class<?> owner, String name) {
        Set<String> known = Vocabulary.constants(owner);
        problems.addAtWord(
                Kind.UNKNOWN_TYPE,
                it.getStartCharacter(),
                it.getEndCharacter(),
                name,
                "`%s` has no constant `%s`%s"
                        .formatted(
                                owner.getSimpleName(),
                                name,
                                Words.nearest(name, known)
                                        .map("; did you mean `%s`?"::formatted)
                                        .orElse("")));
    }

    private void head(RuleDescr rule) {
        int start = rule.getStartCharacter();
        if (rule.getParentName() != null) {
            problems.addAtWord(
                    Kind.NOT_ALLOWED,
                    start,
                    rule.getEndCharacter(),
                    "extends",
                    "`extends` is not allowed; a rule says all that has to hold for it");
        }
        refuse(rule.getAttributes().values(), it -> attribute(it.getName()));
        name(rule);
        new NoteCheck(problems).check(rule, notes.of(rule));
    }

    private void name(RuleDescr rule) {
        String name = rule.getName();
        String topic = file.decision() + ": ";
        if (!name.startsWith(topic) || name.length() == topic.length()) {
            problems.add(
                    Kind.NAME,
                    rule.getStartCharacter(),
                    "rule `%s` has to be named `%sVERB WHAT`".formatted(Words.shortened(name), topic));
        } else if (!RULE_NAME.matcher(name).matches()) {
            problems.add(
                    Kind.NAME,
                    rule.getStartCharacter(),
                    "rule `%s` has a character in its name that names do not have, such as a quote, a backslash or a `$`"
                            .formatted(Words.shortened(name)));
        }
    }
}
