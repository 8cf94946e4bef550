package io.bridgewarden.rules;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.bridgewarden.documents.Words;
import java.util.HashMap;
import java.util.Map;
import org.drools.mvel.parser.printer.PrintUtil;

/** Says what a piece of Java is that rules may not use, and what they use instead. */
final class Construct {
    private static final Map<Class<? extends Node>, String> WORDS = new HashMap<>();

    static {
        String join = "a loop is not allowed; let a pattern in `when` match each of the things instead";
        WORDS.put(ForStmt.class, join);
        WORDS.put(ForEachStmt.class, join);
        WORDS.put(WhileStmt.class, join);
        WORDS.put(DoStmt.class, join);
        String choose = "a choice in `then` is not allowed; make it a condition in `when`, one rule for each branch";
        WORDS.put(IfStmt.class, choose);
        WORDS.put(SwitchStmt.class, choose);
        WORDS.put(SwitchExpr.class, choose);
        WORDS.put(AssignExpr.class, "an assignment is not allowed; compare with `==`, and bind with `$name : field`");
        WORDS.put(VariableDeclarationExpr.class, "a variable is not allowed; bind in `when`, as `$name : field`");
        String function = "a function is not allowed; a concept that rules share is a rule that concludes it";
        WORDS.put(LambdaExpr.class, function);
        WORDS.put(MethodReferenceExpr.class, function);
        WORDS.put(LocalClassDeclarationStmt.class, "a class is not allowed; facts and conclusions are the only types");
        String create = "only a conclusion is created with `new`, in `insertLogical( new CONCLUSION(...) );`";
        WORDS.put(ObjectCreationExpr.class, create);
        WORDS.put(ArrayCreationExpr.class, create);
        WORDS.put(ClassExpr.class, "a class literal is not allowed; patterns match by type");
        WORDS.put(CastExpr.class, "a cast is not allowed; facts have the types that rules need");
        WORDS.put(InstanceOfExpr.class, "`instanceof` is not allowed; patterns match by type");
        WORDS.put(TextBlockLiteralExpr.class, "a text block is not allowed; write a text in double quotes");
        String exception = "exceptions and locks are not allowed; a rule that does not hold does nothing";
        WORDS.put(TryStmt.class, exception);
        WORDS.put(ThrowStmt.class, exception);
        WORDS.put(SynchronizedStmt.class, exception);
    }

    private Construct() {}

    /** Why rules may not use it. */
    static String refusal(Node node) {
        return WORDS.getOrDefault(
                node.getClass(), "`%s` is not allowed in a rule".formatted(Words.shortened(PrintUtil.printNode(node))));
    }
}
