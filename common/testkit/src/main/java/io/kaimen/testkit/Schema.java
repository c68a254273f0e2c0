package io.kaimen.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The schema of a service under test. */
final class Schema {

    private final TestStack stack;
    private final Map<String, String> properties;

    Schema(TestStack stack, Map<String, String> properties) {
        this.stack = stack;
        this.properties = properties;
    }

    /**
     * Empties it for the first test of a build; the stack itself may be one that another build
     * still uses.
     */
    void emptyOnce(String service) {
        var url = properties.get("spring.datasource.url");
        if (url == null || !isFirst(service)) {
            return;
        }
        // User and schema have the same name.
        var name = properties.get("spring.datasource.username");
        try (var connection =
                        DriverManager.getConnection(
                                url, name, properties.get("spring.datasource.password"));
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE `" + name + "`");
            statement.execute("CREATE DATABASE `" + name + "`");
        } catch (SQLException e) {
            throw new IllegalStateException("The schema " + name + " could not be emptied.", e);
        }
    }

    private boolean isFirst(String service) {
        try {
            var owners = Files.createDirectories(stack.home().resolve("owners"));
            Files.createFile(owners.resolve(Build.pid() + "-" + service));
            return true;
        } catch (FileAlreadyExistsException emptiedBefore) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
