package io.kaimen.comm;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.kaimen.testkit.architecture.PipelineRules;
import io.kaimen.testkit.architecture.ServiceRules;

@AnalyzeClasses(packages = "io.kaimen.comm", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests service = ArchTests.in(ServiceRules.class);

    @ArchTest static final ArchTests pipeline = ArchTests.in(PipelineRules.class);
}
