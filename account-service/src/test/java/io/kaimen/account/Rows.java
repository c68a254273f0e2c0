package io.kaimen.account;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the database, past the code under test. */
@TestComponent
public class Rows {

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of {@code from}, which may hold a condition. */
    public long count(String from, Object... parameters) {
        return number("select count(*) from " + from, parameters);
    }

    public long number(String query, Object... parameters) {
        return jdbc.sql(query).params(parameters).query((row, number) -> row.getLong(1)).single();
    }

    public List<String> texts(String query, Object... parameters) {
        return jdbc.sql(query).params(parameters).query((row, number) -> row.getString(1)).list();
    }

    public void change(String statement, Object... parameters) {
        jdbc.sql(statement).params(parameters).update();
    }
}
