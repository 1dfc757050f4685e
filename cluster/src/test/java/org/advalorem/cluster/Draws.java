package org.advalorem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Draws in files, read by DuckDB, which had no part in writing them. */
final class Draws {
    private Draws() {}

    /** Asserts that the rows of the parts, in the order of their names, are those of a file, and so are the facts of each. */
    static void same(Path parts, Path file) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement one = connection.createStatement();
                Statement other = connection.createStatement()) {
            ResultSet whole = one.executeQuery("select * from '" + file + "'");
            int columns = whole.getMetaData().getColumnCount();
            for (String name : names(parts)) {
                assertThat(name).matches("part-[0-9]{5}[.]parquet");
                ResultSet part = other.executeQuery("select * from '" + parts.resolve(name) + "'");
                assertThat(part.getMetaData().getColumnCount()).isEqualTo(columns);
                while (part.next()) {
                    assertThat(whole.next()).isTrue();
                    for (int i = 1; i <= columns; i++) {
                        Object cell = part.getObject(i);
                        if (!Objects.equals(cell, whole.getObject(i))) {
                            assertThat(cell).as(name + ", column " + i).isEqualTo(whole.getObject(i));
                        }
                    }
                }
                assertThat(facts(other, parts.resolve(name)))
                        .hasSizeGreaterThan(10)
                        .isEqualTo(facts(other, file));
            }
            assertThat(whole.next()).isFalse();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static List<String> facts(Statement statement, Path file) throws SQLException {
        List<String> facts = new ArrayList<>();
        ResultSet found = statement.executeQuery(
                "select decode(key), decode(value) from parquet_kv_metadata('" + file + "') order by 1");
        while (found.next()) {
            facts.add(found.getString(1) + "=" + found.getString(2));
        }
        return facts;
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** How many parts are being written. */
    static long aside(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("_unfinished"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("aside-"))
                    .count();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
