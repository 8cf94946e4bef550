package io.bridgewarden.rules;

import io.bridgewarden.rules.RuleProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Compiles the files of one decision to executable models. */
final class RuleCompiler {
    static {
        // Read once by the engine, before its first use.
        System.setProperty("drools.lang.level", "DRL10");
    }

    private static final String RESOURCES = "src/main/resources/";

    private RuleCompiler() {}

    /**
     * Compiles DRL texts of one package.
     *
     * @param texts DRL by path
     * @throws RulebookException naming each mistake at its place
     */
    static KieContainer compile(Map<String, String> texts, List<RuleReader.Parsed> parsed) {
        KieServices services = KieServices.get();
        ClassLoader classes = RuleClassLoader.of(parsed.get(0).file().decision(), trust(parsed));
        KieFileSystem files = services.newKieFileSystem();
        // Each compilation is a module of its own, forgotten once its container holds it.
        ReleaseId release = services.newReleaseId(
                "io.bridgewarden.rulebook", UUID.randomUUID().toString(), "1");
        files.generateAndWritePomXML(release);
        texts.forEach((path, text) -> files.write(RESOURCES + path, text));
        KieBuilder builder = services.newKieBuilder(files, classes).buildAll(ExecutableModelProject.class);
        try {
            List<RuleProblem> problems = new ArrayList<>();
            for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
                problems.add(CompilerMessages.locate(message, parsed));
            }
            if (!problems.isEmpty()) {
                throw new RulebookException(plain(problems));
            }
            return linked(services.newKieContainer(release, classes), parsed);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    // Otherwise a class that rules are not given would be missed by the first decision, and not told here.
    private static KieContainer linked(KieContainer container, List<RuleReader.Parsed> parsed) {
        try {
            KieBase unused = container.getKieBase();
            return container;
        } catch (LinkageError e) {
            container.dispose();
            String missing = String.valueOf(e.getMessage()).replace('/', '.');
            throw new RulebookException(List.of(new RuleProblem(
                    Kind.COMPILER,
                    parsed.get(0).file().path(),
                    1,
                    1,
                    "the rules of this decision use `%s`, which rules are not given".formatted(missing))));
        }
    }

    private static Trust trust(List<RuleReader.Parsed> parsed) {
        return parsed.stream().anyMatch(it -> it.file().trust() == Trust.TRUSTED) ? Trust.TRUSTED : Trust.CHECKED;
    }

    // The compiler also shows the source it made of the rules, which helps nobody who did not write it.
    private static List<RuleProblem> plain(List<RuleProblem> problems) {
        List<RuleProblem> plain = problems.stream()
                .filter(it -> !it.message().startsWith("Java source of"))
                .distinct()
                .sorted()
                .toList();
        if (!plain.isEmpty()) {
            return plain;
        }
        RuleProblem first = problems.get(0);
        return List.of(new RuleProblem(
                Kind.COMPILER, first.file(), first.line(), first.column(), "what follows `then` is not valid Java"));
    }
}
