package io.kaimen.testkit.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Here and not in the contracts' own build: the rules depend on the contracts. */
@AnalyzeClasses(packages = "io.kaimen.contracts", importOptions = DoNotIncludeTests.class)
class ContractsArchitectureTest {

    @ArchTest static final ArchTests contracts = ArchTests.in(ContractRules.class);
}
