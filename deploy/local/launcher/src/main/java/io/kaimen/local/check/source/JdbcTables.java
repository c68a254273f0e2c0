package io.kaimen.local.check.source;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * The database as its user {@code auditor} sees it, who may only read. Everything one of these
 * reads is of one moment, in all schemas: they are in one database server here.
 */
public final class JdbcTables implements Tables, AutoCloseable {

    private static final String DATABASE = "database";

    private final Connection connection;

    private JdbcTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * The tables as they are now.
     *
     * @throws Unreachable when the database does not answer
     */
    public static JdbcTables open(Instance instance) {
        var url =
                "jdbc:mysql://%s/?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&connectTimeout=3000&socketTimeout=60000"
                        .formatted(instance.address(Port.DATABASE));
        try {
            var connection =
                    DriverManager.getConnection(
                            url, "auditor", instance.secrets().get(Secret.DATABASE_AUDITOR));
            try (var statement = connection.createStatement()) {
                statement.execute("set session transaction isolation level repeatable read");
                statement.execute("start transaction with consistent snapshot, read only");
            }
            return new JdbcTables(connection);
        } catch (SQLException e) {
            throw new Unreachable(DATABASE, e);
        }
    }

    @Override
    public List<Row> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            var rows = new ArrayList<Row>();
            while (results.next()) {
                rows.add(row(results));
            }
            return rows;
        } catch (SQLException e) {
            throw new Unreachable(DATABASE, e);
        }
    }

    private static Row row(ResultSet results) throws SQLException {
        var values = new HashMap<String, Object>();
        var columns = results.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = results.getObject(i);
            if (value != null) {
                values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), plain(value));
            }
        }
        return new Row(values);
    }

    /** Text put together from numbers comes as bytes. */
    private static Object plain(Object value) {
        return switch (value) {
            case Timestamp time -> time.toLocalDateTime();
            case byte[] text -> new String(text, StandardCharsets.UTF_8);
            default -> value;
        };
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Unreachable(DATABASE, e);
        }
    }
}
