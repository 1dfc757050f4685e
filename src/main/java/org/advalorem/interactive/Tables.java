package org.advalorem.interactive;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.advalorem.api.Analysis;
import org.advalorem.api.Simulation;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.TableOptions;
import org.advalorem.scenario.InspectedFile;
import org.advalorem.tables.ColumnProfile;
import org.advalorem.tables.PlainCsv;
import org.advalorem.tables.TableException;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables of Tablesaw, to summarize, group, pivot and join. They are made of typed results and of all rows of a file, never by
 * the readers of Tablesaw, which guess the type of a column from a sample of it.
 */
public final class Tables {
    private static final Pattern RESULT =
            Pattern.compile("(?:companies\\.)?([^.]+)\\.(rate|rate-unrounded|de-minimis|[a-z-]+-rate)");
    private static final Pattern PROGRAM = Pattern.compile("companies\\.[^.]+\\.programs\\..*");

    private Tables() {}

    /**
     * The table of an analysis, as its command writes it as CSV; missing cells are missing.
     *
     * <pre>{@code
     * table(scenario.issues()).summarize("rate", AggregateFunctions.range).by("of")
     * }</pre>
     */
    public static Table table(Analysis analysis) {
        return table(analysis.table())
                .setName(analysis.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    /**
     * The same with a row for each case and company in place of columns for each company: what varies, then {@code company}
     * and the company's results, such as {@code rate}. The columns of programs are left out.
     *
     * <pre>{@code
     * tidy(scenario.sweep("markup", "0% to 20% in 11")).summarize("rate", AggregateFunctions.range).by("company")
     * }</pre>
     */
    public static Table tidy(Analysis analysis) {
        return tidy(table(analysis));
    }

    /** The same of a table whose columns have addresses of results for names. */
    public static Table tidy(Table wide) {
        List<String> kept = new ArrayList<>();
        Map<String, Map<String, String>> companies = new LinkedHashMap<>();
        List<String> measures = new ArrayList<>();
        for (String name : wide.columnNames()) {
            Matcher result = RESULT.matcher(name);
            if (!result.matches()) {
                if (!PROGRAM.matcher(name).matches()) {
                    kept.add(name);
                }
                continue;
            }
            companies
                    .computeIfAbsent(result.group(1), company -> new LinkedHashMap<>())
                    .put(result.group(2), name);
            if (!measures.contains(result.group(2))) {
                measures.add(result.group(2));
            }
        }
        Table tidy = Table.create(wide.name());
        companies.forEach((company, results) -> {
            Table rows = Table.create();
            kept.forEach(name -> rows.addColumns(wide.column(name).copy()));
            rows.addColumns(StringColumn.create("company", Collections.nCopies(wide.rowCount(), company)));
            for (String measure : measures) {
                Column<?> column = results.containsKey(measure)
                        ? wide.column(results.get(measure)).copy()
                        : missing(wide, companies, measure);
                rows.addColumns(column.setName(measure));
            }
            if (tidy.columnCount() == 0) {
                rows.columns().forEach(tidy::addColumns);
            } else {
                tidy.append(rows);
            }
        });
        return tidy.columnCount() == 0 ? wide : tidy;
    }

    /** A column without values for a measure that a company lacks, of the type that others have. */
    private static Column<?> missing(Table wide, Map<String, Map<String, String>> companies, String measure) {
        String other = companies.values().stream()
                .filter(results -> results.containsKey(measure))
                .map(results -> results.get(measure))
                .findFirst()
                .orElseThrow();
        return wide.column(other).emptyCopy(wide.rowCount());
    }

    /** Every draw of a simulation: a row for each, with the uncertain inputs and the results. */
    public static Table draws(Simulation simulation) {
        return table(simulation.draws()).setName("draws");
    }

    /** The same table with the columns of Tablesaw. */
    public static Table table(org.advalorem.api.Table typed) {
        Table table = Table.create();
        typed.columns().forEach(column -> table.addColumns(column(column)));
        return table;
    }

    private static Column<?> column(org.advalorem.api.Column typed) {
        String name = typed.name();
        return switch (typed.type()) {
            case NUMBER -> DoubleColumn.create(name, typed.numbers());
            case WHOLE -> {
                LongColumn column = LongColumn.create(name);
                yield filled(column, typed.size(), typed::isMissing, row -> column.append((long) typed.number(row)));
            }
            case TRUTH -> {
                BooleanColumn column = BooleanColumn.create(name);
                yield filled(column, typed.size(), typed::isMissing, row -> column.append(typed.holds(row)));
            }
            case TEXT -> {
                StringColumn column = StringColumn.create(name);
                yield filled(column, typed.size(), typed::isMissing, row -> column.append(typed.text(row)));
            }
        };
    }

    /** The column with a cell for each row, missing or appended. */
    private static Column<?> filled(Column<?> column, int rows, IntPredicate missing, IntConsumer append) {
        for (int row = 0; row < rows; row++) {
            if (missing.test(row)) {
                column.appendMissing();
            } else {
                append.accept(row);
            }
        }
        return column;
    }

    /**
     * A file of one's own, CSV or a workbook, read as the data of a scenario are: encoding, separator, headings, numbers and
     * days are found from all its rows. Rates in percent become fractions.
     *
     * @throws IllegalArgumentException if it cannot be read, or a column has two readings
     */
    public static Table csv(String file) {
        try {
            InspectedFile inspected = InspectedFile.read(Path.of(file), TableOptions.DETECT);
            Optional<ColumnProfile> ambiguous = inspected.ambiguous().stream().findFirst();
            if (ambiguous.isPresent()) {
                ColumnProfile column = ambiguous.get();
                throw new IllegalArgumentException("The column (" + column.heading() + ") of (" + file
                        + ") can be read in two ways: (" + column.first() + ") is " + column.reading() + " or "
                        + column.other() + ".");
            }
            StringBuilder plain = new StringBuilder();
            PlainCsv.write(inspected.layout(), inspected.dialect(), plain, note -> {});
            return table(plain.toString(), inspected);
        } catch (TableException e) {
            throw new IllegalArgumentException(
                    file + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.getMessage() + " " + e.advice());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(String plain, InspectedFile inspected) throws IOException {
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(plain)) {
            rows = reader.stream().toList();
        }
        List<Column<?>> columns = IntStream.range(0, inspected.columns().size())
                .<Column<?>>mapToObj(i -> column(inspected.columns().get(i), i, rows))
                .toList();
        return Table.create(columns);
    }

    private static Column<?> column(ColumnProfile profile, int place, List<NamedCsvRecord> rows) {
        List<String> cells =
                rows.stream().map(row -> row.getField(place).strip()).toList();
        IntPredicate missing = row -> cells.get(row).isEmpty();
        return switch (profile.kind()) {
            case NUMBER, RATE -> {
                DoubleColumn column = DoubleColumn.create(profile.heading());
                yield filled(column, cells.size(), missing, row -> column.append(number(cells.get(row))));
            }
            case DATE -> {
                DateColumn column = DateColumn.create(profile.heading());
                yield filled(column, cells.size(), missing, row -> column.append(LocalDate.parse(cells.get(row))));
            }
            case MONTH, TEXT, EMPTY -> StringColumn.create(profile.heading(), cells);
        };
    }

    private static double number(String cell) {
        return cell.endsWith("%")
                ? Double.parseDouble(cell.substring(0, cell.length() - 1)) / 100
                : Double.parseDouble(cell);
    }

    /** Prints a value whole, of which JShell shows the beginning and the end; of a list, each element on a line. */
    public static void print(Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(System.out::println);
        } else {
            System.out.println(value instanceof Table table ? table.printAll() : value);
        }
    }

    /**
     * The numbers of a column that is named, or of the only one whose name holds those words.
     *
     * @throws IllegalArgumentException if there is none, or more than one
     */
    static DoubleColumn numbers(Table table, String words) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        if (names.contains(words)) {
            return table.numberColumn(words).asDoubleColumn().setName(words);
        }
        String sought = words.toLowerCase(Locale.ROOT);
        List<String> found = names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "There is no column (" + words + "). " + Nearest.advice(words, names)
                            : "(" + words + ") fits several columns: " + String.join(", ", found) + ".");
        }
        return table.numberColumn(found.get(0)).asDoubleColumn().setName(found.get(0));
    }
}
