package io.kaimen.local.stack;

import io.kaimen.local.instance.Secret;
import java.util.Locale;

/** A service's schema; the user that owns it has the same name. */
enum Schema {
    DEVICE(Secret.DATABASE_DEVICE),
    /** Not {@code order}, which is a reserved word. */
    ORDERS(Secret.DATABASE_ORDERS),
    ACCOUNT(Secret.DATABASE_ACCOUNT),
    CHANNEL(Secret.DATABASE_CHANNEL),
    REPLENISH(Secret.DATABASE_REPLENISH);

    private final Secret password;

    Schema(Secret password) {
        this.password = password;
    }

    String schemaName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Secret password() {
        return password;
    }
}
