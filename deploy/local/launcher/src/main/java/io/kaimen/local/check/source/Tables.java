package io.kaimen.local.check.source;

import java.util.List;

/** All schemas, read only. */
public interface Tables {

    /**
     * The rows of a query; tables are named with their schema.
     *
     * @throws Unreachable when the database does not answer
     */
    List<Row> rows(String sql);
}
