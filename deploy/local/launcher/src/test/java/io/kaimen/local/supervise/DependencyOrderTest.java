package io.kaimen.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

    @Test
    void putsDependenciesFirst() {
        var order =
                DependencyOrder.of(
                        List.of(
                                component("edge", "order", "eureka"),
                                component("order", "database", "eureka"),
                                component("database"),
                                component("eureka")));

        assertThat(order)
                .extracting(Component::name)
                .containsExactly("eureka", "database", "order", "edge");
    }

    @Test
    void keepsTheOrderOfWhatIsIndependent() {
        var order = DependencyOrder.of(List.of(component("c"), component("a"), component("b")));

        assertThat(order).extracting(Component::name).containsExactly("c", "a", "b");
    }

    @Test
    void refusesACircleAndShowsIt() {
        assertThatThrownBy(() ->
                        DependencyOrder.of(
                                List.of(
                                        component("a", "b"),
                                        component("b", "c"),
                                        component("c", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a → b → c → a");
    }

    @Test
    void refusesADependencyThatIsNotThere() {
        assertThatThrownBy(() -> DependencyOrder.of(List.of(component("a", "missing"))))
                .hasMessageContaining("missing");
    }

    private static Component component(String name, String... dependencies) {
        return new Component(
                name,
                Set.of(dependencies),
                () -> {
                    throw new IOException("is never started");
                },
                pid -> Optional.empty(),
                Duration.ZERO);
    }
}
