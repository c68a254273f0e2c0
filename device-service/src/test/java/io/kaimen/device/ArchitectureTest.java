package io.kaimen.device;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.kaimen.testkit.architecture.BasketRules;
import io.kaimen.testkit.architecture.ServiceRules;

@AnalyzeClasses(packages = "io.kaimen.device", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests service = ArchTests.in(ServiceRules.class);

    @ArchTest static final ArchTests basket = ArchTests.in(BasketRules.class);

    @ArchTest
    static final ArchRule featuresDoNotGoRoundInCircles =
            slices().matching("io.kaimen.device.(*)..").should().beFreeOfCycles();
}
