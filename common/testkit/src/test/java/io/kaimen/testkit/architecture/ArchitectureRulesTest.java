package io.kaimen.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.kaimen.contracts.broken.ContractThatDependsOnSpring;
import io.kaimen.device.basket.BasketThatAsksADatabase;
import io.kaimen.order.broken.OrderThatImportsDevice;
import io.kaimen.testkit.architecture.broken.FieldInjected;
import io.kaimen.testkit.architecture.broken.HandlerThatAsksABlockingApi;
import io.kaimen.testkit.architecture.broken.HandlerThatWaits;
import io.kaimen.testkit.architecture.broken.OwnClock;
import io.kaimen.testkit.architecture.broken.PriceHelper;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail guards nothing: each one is shown a class that breaks it. */
class ArchitectureRulesTest {

    @Test
    void catchesAServiceThatImportsAnother() {
        assertCaught(ServiceRules.servicesDoNotImportEachOther, OrderThatImportsDevice.class);
    }

    @Test
    void catchesAClockOfOnesOwn() {
        assertCaught(ServiceRules.timeIsTheInjectedClock, OwnClock.class);
    }

    @Test
    void catchesANameThatSaysNothing() {
        assertCaught(ServiceRules.namesSayWhatAThingIs, PriceHelper.class);
    }

    @Test
    void catchesAPackageThatIsNotNullMarked() {
        assertCaught(ServiceRules.everyPackageIsNullMarked, OwnClock.class);
    }

    @Test
    void catchesFieldInjection() {
        assertCaught(ServiceRules.dependenciesComeThroughConstructors, FieldInjected.class);
    }

    @Test
    void catchesAContractThatDependsOnALibrary() {
        assertCaught(
                ContractRules.contractsDependOnAnnotationsOnly, ContractThatDependsOnSpring.class);
    }

    @Test
    void catchesABasketThatAsksADatabase() {
        assertCaught(BasketRules.theArithmeticKnowsNumbersOnly, BasketThatAsksADatabase.class);
    }

    @Test
    void catchesAHandlerThatWaits() {
        assertCaught(PipelineRules.channelHandlersDoNotWait, HandlerThatWaits.class);
    }

    @Test
    void catchesAHandlerThatCallsABlockingApi() {
        assertCaught(
                PipelineRules.channelHandlersCallNothingThatBlocks,
                HandlerThatAsksABlockingApi.class);
    }

    private static void assertCaught(ArchRule rule, Class<?> broken) {
        JavaClasses classes = new ClassFileImporter().importClasses(broken);
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated");
    }
}
