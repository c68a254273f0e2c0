package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes a new data folder for MariaDB.
 *
 * <p>It feeds the server what MariaDB's own mariadb-install-db does, which fails in a folder with a
 * space in its name.
 */
final class SystemTables {

    private static final List<String> STATEMENTS =
            List.of(
                    "mariadb_system_tables.sql",
                    "mariadb_performance_tables.sql",
                    "mariadb_system_tables_data.sql",
                    "maria_add_gis_sp_bootstrap.sql",
                    "mariadb_sys_schema.sql");

    private final Instance instance;
    private final MariaDbProgram program;

    SystemTables(Instance instance, MariaDbProgram program) {
        this.instance = instance;
        this.program = program;
    }

    /** Creates the folder; it appears when it is complete. */
    void install(Path data) throws IOException, InterruptedException {
        var draft = Files.createTempDirectory(instance.data(), "database-");
        var log = instance.logs().resolve("database-install.log");
        var line =
                program.commandLine(
                        List.of(
                                "--no-defaults",
                                "--bootstrap",
                                "--basedir=" + program.base(),
                                "--datadir=" + draft,
                                "--log-warnings=0",
                                "--enforce-storage-engine=",
                                "--max-allowed-packet=8M",
                                "--net-buffer-length=16K"));
        var builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectInput(statements().toFile())
                        .redirectOutput(log.toFile());
        builder.environment().putAll(program.environment());
        if (builder.start().waitFor() != 0) {
            throw new IOException("its system tables could not be created; see " + log);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path statements() throws IOException {
        var sql =
                new StringBuilder(
                        "create database if not exists mysql;\nuse mysql;\nset @auth_root_socket=null;\n");
        for (var name : STATEMENTS) {
            Files.readString(program.share(name))
                    .lines()
                    // Would make an administrator for the machine's name, which nobody here
                    // connects by.
                    .filter(statement -> !statement.contains("@current_hostname"))
                    .forEach(statement -> sql.append(statement).append('\n'));
        }
        return Files.writeString(instance.config().resolve("database-install.sql"), sql);
    }
}
