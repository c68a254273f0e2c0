package io.kaimen.service;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Migrates the schema before Seata sees the data source: Seata refuses one without {@code undo_log}
 * as soon as the bean exists, and Boot migrates only after that. Boot's own Flyway then finds
 * nothing left to do.
 */
final class MigrationBeforeSeata implements BeanPostProcessor {

    private final Environment environment;

    MigrationBeforeSeata(Environment environment) {
        this.environment = environment;
    }

    /** Seata's proxy is made after initialization, so the bean is still the pool itself here. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DataSource dataSource
                && environment.getProperty("spring.flyway.enabled", Boolean.class, true)) {
            Flyway.configure()
                    .outOfOrder(true)
                    .dataSource(dataSource)
                    .locations(
                            environment.getRequiredProperty(
                                    "spring.flyway.locations", String[].class))
                    .load()
                    .migrate();
        }
        return bean;
    }
}
