package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.PrivateFiles;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        var program = new MariaDbProgram(binaries.mariaDb());
        var options = instance.config().resolve("database.cnf");
        PrivateFiles.write(options, options(program.base()));
        PrivateFiles.write(statements(), initialStatements());
        if (!Files.isDirectory(data())) {
            new SystemTables(instance, program).install(data());
        }
        return new Component.Command(
                program.commandLine(List.of("--defaults-file=" + options)),
                program.environment(),
                instance.home());
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
