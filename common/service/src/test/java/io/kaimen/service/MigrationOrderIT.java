package io.kaimen.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.testkit.Middleware;
import java.io.IOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** In a schema of its own: that of a service at V1 from before the platform had any table. */
class MigrationOrderIT {

    private static final String SCHEMA = "it_migration_order";
    private static final String BOTH = "classpath:db/platform,classpath:db/further";

    private final DataSource source = source(SCHEMA);

    @BeforeEach
    void aServiceAtVersionOne() {
        drop();
        execute("create database " + SCHEMA);
        Flyway.configure().dataSource(source).locations("classpath:db/further").load().migrate();
    }

    @AfterEach
    void drop() {
        execute("drop database if exists " + SCHEMA);
    }

    @Test
    void newTablesOfThePlatformComeToASchemaThatIsFurtherOn() {
        var environment = new MockEnvironment().withProperty("spring.flyway.locations", BOTH);

        new MigrationBeforeSeata(environment).postProcessBeforeInitialization(source, "source");

        JdbcClient jdbc = JdbcClient.create(source);
        assertThat(jdbc.sql("select count(*) from dead_letter").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from further").query(Integer.class).single()).isZero();
    }

    @Test
    void servicesWithoutSeataMigrateTheSameWay() throws IOException {
        var defaults =
                new YamlPropertySourceLoader()
                        .load("defaults", new ClassPathResource("kaimen-service-defaults.yml"))
                        .getFirst();

        assertThat(defaults.getProperty("spring.flyway.out-of-order")).isEqualTo(true);
    }

    private static void execute(String sql) {
        JdbcClient.create(source("")).sql(sql).update();
    }

    private static DataSource source(String schema) {
        Middleware middleware = Middleware.start();
        return new DriverManagerDataSource(
                "jdbc:mysql://127.0.0.1:"
                        + middleware.port("database")
                        + "/"
                        + schema
                        + "?sslMode=DISABLED",
                "root",
                middleware.secret("database-root"));
    }
}
