package io.kaimen.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules for the contracts. */
public final class ContractRules {

    /** Whoever speaks to us can use them without our libraries. */
    @ArchTest
    public static final ArchRule contractsDependOnAnnotationsOnly =
            classes()
                    .that()
                    .resideInAPackage("..contracts..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "..contracts..",
                            "com.fasterxml.jackson.annotation..",
                            "org.springframework.web.bind.annotation..",
                            "org.jspecify.annotations..");

    private ContractRules() {}
}
