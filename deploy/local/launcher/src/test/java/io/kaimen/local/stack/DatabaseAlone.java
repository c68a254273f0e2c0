package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.supervise.Component;

/** The stack's database without the rest, for tests of what reads it. */
public final class DatabaseAlone {

    private DatabaseAlone() {}

    public static Component of(Instance instance) {
        return Database.component(instance);
    }
}
