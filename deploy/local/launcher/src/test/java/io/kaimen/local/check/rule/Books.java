package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.JdbcTables;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Ports;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.stack.DatabaseAlone;
import io.kaimen.local.supervise.Progress;
import io.kaimen.local.supervise.Supervisor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database of a stack with the services' own migrations and one paid purchase, {@code K1}. It
 * is started for the first test and stops with the process.
 */
final class Books {

    /** When the fixture's purchase was over. */
    static final Instant OVER = Instant.parse("2026-03-01T10:00:00Z");

    static final Instant LONG_AFTER = Instant.parse("2026-03-01T12:00:00Z");

    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final Pattern VERSION = Pattern.compile("V(\\d+)(?:_(\\d+))?__.*");
    private static final Map<String, String> SERVICES =
            Map.of(
                    "device", "device-service",
                    "orders", "order-service",
                    "account", "account-service",
                    "channel", "channel-service",
                    "replenish", "replenish-service");
    private static @Nullable Books running;

    private final Instance instance;

    private Books(Instance instance) {
        this.instance = instance;
    }

    /** The database with exactly the fixture in it. */
    static synchronized Books withOnePurchase() {
        if (running == null) {
            running = start();
        }
        running.change(running.emptied());
        running.change(fixture());
        return running;
    }

    private static Books start() {
        try {
            var home = Files.createDirectories(Path.of("target")).resolve("check-database");
            delete(home);
            var instance = Instance.create(ROOT, home, Ports.of(0, Map.of("database", port())));
            var supervisor =
                    new Supervisor(
                            List.of(DatabaseAlone.of(instance)),
                            instance,
                            new Progress(new PrintStream(PrintStream.nullOutputStream())),
                            processes -> {},
                            Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop));
            supervisor.start();
            var books = new Books(instance);
            for (var service : SERVICES.entrySet()) {
                books.migrate(service.getKey(), service.getValue());
            }
            return books;
        } catch (Exception e) {
            throw new IllegalStateException("The database could not be started.", e);
        }
    }

    /** Between the ports of a stack and those of the tests that start one, and moved with them. */
    private static int port() {
        return 12306
                + Integer.parseInt(System.getenv().getOrDefault("KAIMEN_TEST_PORT_OFFSET", "5000"));
    }

    private void migrate(String schema, String service) throws IOException {
        change("use " + schema + ";" + read("common/service/src/main/resources/db/platform"));
        change("use " + schema + ";" + read(service + "/src/main/resources/db/migration"));
    }

    private static String read(String folder) throws IOException {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.sorted(Comparator.comparingInt(Books::version))
                    .map(Books::content)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static int version(Path file) {
        var matcher = VERSION.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalStateException(file.toString());
        }
        return Integer.parseInt(matcher.group(1)) * 1000
                + (matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fixture() {
        try (var in = Books.class.getResourceAsStream("/one-purchase.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String emptied() {
        try (var tables = JdbcTables.open(instance)) {
            return tables
                    .rows(
                            """
                            select concat('delete from ', table_schema, '.', table_name) statement
                            from information_schema.tables
                            where table_type = 'BASE TABLE' and table_name <> 'ledger_account'
                                and table_schema in
                                    ('device', 'orders', 'account', 'channel', 'replenish')
                            """)
                    .stream()
                    .map(row -> row.text("statement"))
                    .collect(Collectors.joining(";"));
        }
    }

    /** Changes rows as nobody but root can. */
    void change(String statements) {
        var url =
                "jdbc:mysql://%s/?sslMode=DISABLED&allowMultiQueries=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                        .formatted(instance.address(Port.DATABASE));
        try (var connection =
                        DriverManager.getConnection(
                                url, "root", instance.secrets().get(Secret.DATABASE_ROOT));
                var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            boolean more = statement.execute(statements);
            while (more || statement.getUpdateCount() != -1) {
                more = statement.getMoreResults();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(statements, e);
        }
    }

    /** What a rule finds long after the purchase. */
    List<Finding> look(Rule rule) {
        return look(rule, LONG_AFTER);
    }

    /** What a rule finds at some time, as the database's read-only user. */
    List<Finding> look(Rule rule, Instant now) {
        try (var tables = JdbcTables.open(instance)) {
            return rule.look(new Evidence(tables, List::of, new NoMessages(), new NoOrders(), now));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
