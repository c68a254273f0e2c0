package io.kaimen.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules for the arithmetic from weights to a basket. */
public final class BasketRules {

    /** Numbers in, basket out: what it decides can be replayed anywhere. */
    @ArchTest
    public static final ArchRule theArithmeticKnowsNumbersOnly =
            noClasses()
                    .that()
                    .resideInAPackage("..basket..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.baomidou..",
                            "org.apache..",
                            "org.redisson..",
                            "java.sql..",
                            "java.net..",
                            "java.io..");

    private BasketRules() {}
}
