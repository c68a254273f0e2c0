package io.kaimen.service.testing;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the service's schema, whatever its tables are, that name one of some keys. */
class StoredRows {

    /** The memory of deliveries is not what they did. */
    private static final Set<String> LEFT_OUT = Set.of("flyway_schema_history", "consumed_message");

    private final JdbcClient jdbc;

    StoredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By table; every column of each row but those ignored, so that any change shows. */
    Map<String, List<String>> about(Collection<String> keys, Set<String> ignored) {
        var rows = new TreeMap<String, List<String>>();
        for (String table : tables()) {
            List<String> found =
                    jdbc.sql("select * from `" + table + "`").query().listOfRows().stream()
                            .map(row -> text(row, ignored))
                            .filter(row -> keys.stream().anyMatch(row::contains))
                            .sorted()
                            .toList();
            if (!found.isEmpty()) {
                rows.put(table, found);
            }
        }
        return rows;
    }

    private List<String> tables() {
        return jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = database()")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> !LEFT_OUT.contains(table))
                .toList();
    }

    private static String text(Map<String, @Nullable Object> row, Set<String> ignored) {
        return row.entrySet().stream()
                .filter(column -> !ignored.contains(column.getKey()))
                .map(column -> column.getKey() + "=" + text(column.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(value);
    }
}
