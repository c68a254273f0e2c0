package io.kaimen.local.seata;

import io.seata.server.ServerApplication;
import org.springframework.boot.SpringApplication;

/**
 * Runs the Seata server with its sessions in files.
 *
 * <p>It is told {@code seata.server.service-port} (the coordinator's port), {@code server.port} (its console),
 * {@code seata.store.file.dir} and the console's user through {@code spring.config.additional-location}.
 */
public final class SeataApplication {

    private SeataApplication() {}

    /** Starts the server; the process ends with status 1 when it cannot start. */
    public static void main(String[] args) {
        SpringApplication.run(ServerApplication.class, args);
    }
}
