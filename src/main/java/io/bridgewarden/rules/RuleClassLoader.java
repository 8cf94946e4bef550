package io.bridgewarden.rules;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives compiled rules the classes they are made of, those of the engine's that its generated code is built on, and no
 * others, unless they are trusted. What slips through the check of the text finds no file, socket, thread or reflection
 * here.
 */
final class RuleClassLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final Set<String> OF_GENERATED_CODE = Set.of(
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Enum",
            "java.lang.Comparable",
            "java.lang.CharSequence",
            "java.lang.Number",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Float",
            "java.lang.Void",
            "java.lang.Iterable",
            "java.lang.Throwable",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.IllegalArgumentException",
            "java.lang.Override",
            "java.lang.FunctionalInterface",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.invoke.LambdaMetafactory",
            "java.io.Serializable",
            "java.util.Arrays",
            "java.util.Collections",
            "java.util.ArrayList",
            "java.util.Locale",
            "java.util.regex.Matcher",
            "java.util.regex.Pattern",
            "java.time.format.DateTimeFormatterBuilder",
            "java.time.format.DateTimeFormatter",
            "org.kie.api.builder.ReleaseId",
            "org.drools.util.DateUtils",
            "org.drools.core.rule.consequence.KnowledgeHelper",
            "org.drools.modelcompiler.CanonicalKieModuleModel",
            "org.drools.ecj.EclipseJavaCompiler");
    private static final Set<String> PACKAGES_OF_GENERATED_CODE = Set.of(
            "org.drools.model",
            "org.drools.modelcompiler.dsl",
            "org.drools.modelcompiler.consequence",
            "org.drools.modelcompiler.util",
            "org.drools.core.base.accumulators",
            "org.kie.api.definition");

    private final Pattern ownClasses;
    private final Trust trust;

    private RuleClassLoader(ClassLoader parent, String decision, Trust trust) {
        super(parent);
        this.ownClasses = Pattern.compile(Pattern.quote(decision) + "/(?:P[0-9A-F]{2}/)?[^/]+");
        this.trust = trust;
    }

    /** The loader that the rules of a decision see the service through. */
    static ClassLoader of(String decision, Trust trust) {
        return new RuleClassLoader(RuleClassLoader.class.getClassLoader(), decision, trust);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isOwn(name.replace('.', '/')) || (trust == Trust.CHECKED && !isGiven(name))) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return isOwn(name) ? null : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isOwn(name) ? Collections.emptyEnumeration() : super.getResources(name);
    }

    // What is made of the rules is only in their own container. The loaders of the runtime remember each name they are
    // asked for, and would remember every class of every revision.
    private boolean isOwn(String name) {
        return ownClasses.matcher(name).matches();
    }

    private static boolean isGiven(String name) {
        return OF_GENERATED_CODE.contains(name)
                || PACKAGES_OF_GENERATED_CODE.stream().anyMatch(it -> name.startsWith(it + "."))
                || Vocabulary.type(name.replace('$', '.')).isPresent();
    }
}
