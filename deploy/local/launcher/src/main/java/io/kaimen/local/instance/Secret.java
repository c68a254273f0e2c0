package io.kaimen.local.instance;

import java.util.Locale;

/** A generated secret; each is one line in a file of its own. */
public enum Secret {
    DATABASE_ROOT,
    DATABASE_DEVICE,
    DATABASE_ORDERS,
    DATABASE_ACCOUNT,
    DATABASE_CHANNEL,
    DATABASE_REPLENISH,
    DATABASE_AUDITOR,
    REDIS,
    /** Password of the user {@code seata} of Seata's console. */
    SEATA_CONSOLE,
    /** Signs the console's logins. */
    SEATA_SIGNING,
    /** Signs the services' tokens: base64 of 32 bytes. */
    TOKEN,
    /** Shared by job executors and whoever triggers them. */
    JOBS_ACCESS_TOKEN,
    /** Password of the operator {@code admin}. */
    ADMINISTRATOR;

    /** The file's name in the folder {@code secrets} of the instance. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
