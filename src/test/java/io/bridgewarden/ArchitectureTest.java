package io.bridgewarden;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.bridgewarden", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule theRuleEngineStaysInRules = noClasses()
            .that()
            .resideOutsideOfPackage("io.bridgewarden.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..", "com.github.javaparser..");

    @ArchTest
    static final ArchRule vertxStaysInHttp = noClasses()
            .that()
            .resideOutsideOfPackage("io.bridgewarden.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.bridgewarden.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule factsKnowNothingElseOfOurs = noClasses()
            .that()
            .resideInAPackage("io.bridgewarden.facts..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.bridgewarden..").and(not(resideInAPackage("io.bridgewarden.facts.."))));

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsTheServer = noClasses()
            .that(not(resideInAnyPackage("io.bridgewarden.http..", "io.bridgewarden.cli..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bridgewarden.http..");

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.bridgewarden.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bridgewarden.cli..");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints =
            noClasses().that().resideOutsideOfPackage("io.bridgewarden.cli..").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule onlyTheCommandLineEndsTheProcess = noClasses()
            .that()
            .resideOutsideOfPackage("io.bridgewarden.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule nobodyPrintsStackTraces =
            noClasses().should().callMethodWhere(target(name("printStackTrace")));

    @ArchTest
    static final ArchRule loggingGoesThroughSlf4j =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
}
