package io.kaimen.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Rules for every service. */
public final class ServiceRules {

    private static final Pattern SERVICE =
            Pattern.compile("io\\.kaimen\\.(comm|device|order|account|channel|replenish)(\\..*)?");

    /** What services know of each other stands in contracts. */
    @ArchTest
    public static final ArchRule servicesDoNotImportEachOther =
            classes().should(dependOnNoOtherService());

    /** The server's time decides, and tests set it. */
    @ArchTest
    public static final ArchRule timeIsTheInjectedClock =
            noClasses()
                    .should()
                    .callMethodWhere(
                            target(
                                            owner(
                                                    belongToAnyOf(
                                                            Instant.class,
                                                            LocalDate.class,
                                                            LocalDateTime.class)))
                                    .and(target(name("now")))
                                    .and(target(rawParameterTypes(new Class<?>[0]))))
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    public static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveNameMatching(".*(Utils?|Helper|Manager|Constants|DTO|VO|DO)$");

    @ArchTest
    public static final ArchRule everyPackageIsNullMarked =
            classes().should(resideInANullMarkedPackage());

    @ArchTest
    public static final ArchRule dependenciesComeThroughConstructors =
            noFields()
                    .should()
                    .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    private ServiceRules() {}

    private static Optional<String> service(JavaClass type) {
        Matcher matcher = SERVICE.matcher(type.getPackageName());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static ArchCondition<JavaClass> dependOnNoOtherService() {
        return new ArchCondition<>("depend on no other service") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Optional<String> other = service(dependency.getTargetClass());
                    if (other.isPresent() && !other.equals(service(type))) {
                        events.add(
                                SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
