package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.PrivateFiles;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MariaDB with a schema and a user per service. */
final class Database {

    private final Instance instance;
    private final Binaries binaries;

    private Database(Instance instance) {
        this.instance = instance;
        this.binaries = new Binaries(instance.root());
    }

    static Component component(Instance instance) {
        return new Component(
                "database",
                Set.of(),
                new Database(instance)::prepare,
                Healthy.mariaDb(instance.ports().get(Port.DATABASE)),
                Duration.ofSeconds(60));
    }

    private Component.Command prepare() throws IOException, InterruptedException {
        var base = binaries.mariaDb();
        var environment = Map.of("LD_LIBRARY_PATH", base.resolve("libs").toString());
        var options = instance.config().resolve("database.cnf");
        PrivateFiles.write(options, options(base));
        PrivateFiles.write(statements(), initialStatements());
        if (!Files.isDirectory(data())) {
            install(base, environment);
        }
        var line =
                new ArrayList<>(
                        List.of(
                                base.resolve("bin/mariadbd").toString(),
                                "--defaults-file=" + options));
        addUser(line);
        return new Component.Command(line, environment, instance.home());
    }

    private void install(Path base, Map<String, String> environment)
            throws IOException, InterruptedException {
        var draft = Files.createTempDirectory(instance.data(), "database-");
        var log = instance.logs().resolve("database-install.log");
        var line =
                new ArrayList<>(
                        List.of(
                                base.resolve("bin/mariadbd").toString(),
                                "--no-defaults",
                                "--bootstrap",
                                "--basedir=" + base,
                                "--datadir=" + draft,
                                "--log-warnings=0",
                                "--enforce-storage-engine=",
                                "--max-allowed-packet=8M",
                                "--net-buffer-length=16K"));
        addUser(line);
        var builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectInput(systemTables(base).toFile())
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        if (builder.start().waitFor() != 0) {
            throw new IOException("its system tables could not be created; see " + log);
        }
        Files.move(draft, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What MariaDB's own mariadb-install-db feeds to the server; that script fails in a folder with
     * a space in it.
     */
    private Path systemTables(Path base) throws IOException {
        var sql =
                new StringBuilder(
                        """
                        create database if not exists mysql;
                        use mysql;
                        set @auth_root_socket=null;
                        """);
        for (var name :
                List.of(
                        "mariadb_system_tables",
                        "mariadb_performance_tables",
                        "mariadb_system_tables_data",
                        "maria_add_gis_sp_bootstrap",
                        "mariadb_sys_schema")) {
            Files.readString(base.resolve("share/" + name + ".sql"))
                    .lines()
                    // Would make an administrator for the machine's name, which nobody here
                    // connects by.
                    .filter(statement -> !statement.contains("@current_hostname"))
                    .forEach(statement -> sql.append(statement).append('\n'));
        }
        return Files.writeString(instance.config().resolve("database-install.sql"), sql);
    }

    /** The server refuses to run as root unless that is said. */
    private static void addUser(List<String> line) {
        if ("root".equals(System.getProperty("user.name"))) {
            line.add("--user=root");
        }
    }

    private String options(Path base) {
        return """
        [mariadbd]
        basedir=%s
        datadir=%s
        # Relative to the data folder: the whole path could be longer than a socket's may be.
        socket=mariadb.sock
        pid-file=mariadb.pid
        init-file=%s
        bind-address=127.0.0.1
        port=%d
        skip-name-resolve
        # Its certificate would take seconds to make; nothing leaves this machine.
        skip-ssl
        character-set-server=utf8mb4
        collation-server=utf8mb4_general_ci
        default-time-zone=+00:00
        # Change capture reads whole rows.
        log-bin=binlog
        binlog-format=ROW
        binlog-row-image=FULL
        server-id=1
        binlog-expire-logs-seconds=604800
        max-binlog-size=64M
        innodb-buffer-pool-size=64M
        innodb-log-file-size=32M
        innodb-print-all-deadlocks=ON
        max-connections=200
        performance-schema=OFF
        """
                .formatted(base, data(), statements(), instance.ports().get(Port.DATABASE));
    }

    /**
     * Run at every start: a secret that was replaced takes effect. The server wants one statement
     * per line.
     */
    private String initialStatements() {
        var lines = new StringBuilder();
        // The installation leaves passwordless ones.
        lines.append(
                "DELETE FROM mysql.global_priv WHERE User='root' AND Host NOT IN ('localhost', '127.0.0.1');\n");
        lines.append(
                "DELETE FROM mysql.proxies_priv WHERE User='root' AND Host NOT IN ('localhost', '127.0.0.1');\n");
        lines.append("FLUSH PRIVILEGES;\n");
        for (var host : List.of("localhost", "127.0.0.1")) {
            user(lines, "root", host, Secret.DATABASE_ROOT);
            lines.append(
                    "GRANT ALL PRIVILEGES ON *.* TO 'root'@'%s' WITH GRANT OPTION;%n"
                            .formatted(host));
        }
        user(lines, "auditor", "127.0.0.1", Secret.DATABASE_AUDITOR);
        for (var schema : Schema.values()) {
            var name = schema.schemaName();
            lines.append("CREATE DATABASE IF NOT EXISTS `%s`;%n".formatted(name));
            user(lines, name, "127.0.0.1", schema.password());
            lines.append(
                    "GRANT ALL PRIVILEGES ON `%s`.* TO '%s'@'127.0.0.1';%n".formatted(name, name));
            lines.append(
                    "GRANT SELECT, SHOW VIEW ON `%s`.* TO 'auditor'@'127.0.0.1';%n"
                            .formatted(name));
        }
        return lines.toString();
    }

    private void user(StringBuilder lines, String name, String host, Secret secret) {
        var password = instance.secrets().get(secret);
        lines.append("CREATE USER IF NOT EXISTS '%s'@'%s';%n".formatted(name, host));
        lines.append("ALTER USER '%s'@'%s' IDENTIFIED BY '%s';%n".formatted(name, host, password));
    }

    private Path data() {
        return instance.data().resolve("database");
    }

    private Path statements() {
        return instance.config().resolve("database.sql");
    }
}
