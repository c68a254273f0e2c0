package io.kaimen.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;

/** Rules for what runs on an event loop. */
public final class PipelineRules {

    private static final DescribedPredicate<JavaClass> CHANNEL_HANDLER =
            assignableTo("io.netty.channel.ChannelHandler").as("channel handlers");

    /** One blocked event loop stops thousands of cabinets. */
    @ArchTest
    public static final ArchRule channelHandlersDoNotWait =
            noClasses()
                    .that(CHANNEL_HANDLER)
                    .should()
                    .callMethodWhere(
                            target(owner(assignableTo(Future.class)))
                                    .and(target(nameMatching("get|join"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo("io.netty.util.concurrent.Future")))
                                    .and(target(nameMatching("sync.*|await.*"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo(Thread.class)))
                                    .and(target(nameMatching("sleep|join"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo(CountDownLatch.class)))
                                    .and(target(nameMatching("await"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo(Semaphore.class)))
                                    .and(target(nameMatching("acquire.*"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo(Condition.class)))
                                    .and(target(nameMatching("await.*"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo(BlockingQueue.class)))
                                    .and(target(nameMatching("put|take"))))
                    .orShould()
                    .callMethodWhere(
                            target(owner(assignableTo(Object.class)))
                                    .and(target(nameMatching("wait"))));

    /**
     * Databases, HTTP clients and Feign block; Redis is asked by whoever batches for all
     * connections.
     */
    @ArchTest
    public static final ArchRule channelHandlersCallNothingThatBlocks =
            noClasses()
                    .that(CHANNEL_HANDLER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "feign..",
                            "org.redisson..",
                            "org.springframework.web.client..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveSimpleNameEndingWith("SessionsApi");

    private PipelineRules() {}
}
