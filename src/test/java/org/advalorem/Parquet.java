package org.advalorem;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Parquet files with a program that had no part in writing them. */
public final class Parquet {
    private Parquet() {}

    /** The answer of DuckDB to a query in which {@code FILE} stands for the file. */
    public static List<List<Object>> query(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query.replace("FILE", "'" + file + "'"))) {
            List<List<Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Every row, as long as they are in the order written. */
    public static List<List<Object>> rows(Path file) throws SQLException {
        return query(file, "select * from FILE");
    }

    /** The columns in order, by name, with the type of each. */
    public static Map<String, String> columns(Path file) throws SQLException {
        return pairs(query(file, "select column_name, column_type from (describe select * from FILE)"));
    }

    /** What the file says about itself, by name. */
    public static Map<String, String> facts(Path file) throws SQLException {
        return pairs(query(
                file,
                "select decode(key), decode(value) from parquet_kv_metadata(FILE)"
                        + " where decode(key) like 'advalorem.%' order by 1"));
    }

    private static Map<String, String> pairs(List<List<Object>> rows) {
        Map<String, String> pairs = new LinkedHashMap<>();
        rows.forEach(row -> pairs.put((String) row.get(0), (String) row.get(1)));
        return pairs;
    }
}
