package io.kaimen.local.supervise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Sorts components so that each comes after what it depends on. */
final class DependencyOrder {

    private final Map<String, Component> byName = new LinkedHashMap<>();
    private final LinkedHashSet<String> sorted = new LinkedHashSet<>();

    private DependencyOrder(Collection<Component> components) {
        components.forEach(component -> byName.put(component.name(), component));
    }

    /**
     * The components, dependencies first; those that do not depend on each other keep their order.
     *
     * @throws IllegalArgumentException when a dependency is missing or leads back to itself
     */
    static List<Component> of(Collection<Component> components) {
        var order = new DependencyOrder(components);
        components.forEach(component -> order.add(component.name(), new LinkedHashSet<>()));
        return order.sorted.stream().map(order::named).toList();
    }

    private void add(String name, LinkedHashSet<String> path) {
        if (sorted.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            var circle = new ArrayList<>(path);
            circle.add(name);
            throw new IllegalArgumentException(
                    "Components depend on each other: " + String.join(" → ", circle));
        }
        named(name).dependsOn().stream().sorted().forEach(dependency -> add(dependency, path));
        path.remove(name);
        sorted.add(name);
    }

    private Component named(String name) {
        var component = byName.get(name);
        if (component == null) {
            throw new IllegalArgumentException("There is no component named " + name + ".");
        }
        return component;
    }
}
