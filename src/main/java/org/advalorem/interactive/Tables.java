package org.advalorem.interactive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.advalorem.api.Analysis;
import org.advalorem.api.Simulation;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.TableOptions;
import org.advalorem.scenario.InspectedFile;
import org.advalorem.tables.Cell;
import org.advalorem.tables.ColumnProfile;
import org.advalorem.tables.DateColumn;
import org.advalorem.tables.Layout;
import org.advalorem.tables.NumberColumn;
import org.advalorem.tables.NumberForm;
import org.advalorem.tables.TableException;
import org.advalorem.tables.TextEncoding;
import tech.tablesaw.api.BooleanColumn;
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
        return csv(file, Optional.empty());
    }

    /**
     * The same of a text whose encoding is known, where two would read it.
     *
     * @param encoding such as {@code windows-1252}
     */
    public static Table csv(String file, String encoding) {
        return csv(
                file,
                Optional.of(TextEncoding.of(encoding)
                        .orElseThrow(() -> new IllegalArgumentException("There is no encoding (" + encoding + "). "
                                + Nearest.advice(encoding, TextEncoding.words())))));
    }

    private static Table csv(String file, Optional<TextEncoding> encoding) {
        try {
            TableOptions options = TableOptions.DETECT.encoded(encoding);
            InspectedFile inspected = InspectedFile.read(Path.of(file), options);
            Optional<ColumnProfile> ambiguous = inspected.ambiguous().stream().findFirst();
            if (ambiguous.isPresent()) {
                ColumnProfile column = ambiguous.get();
                throw new IllegalArgumentException("The column (" + column.heading() + ") of (" + file
                        + ") can be read in two ways: (" + column.first() + ") is " + column.reading() + " or "
                        + column.other() + ".");
            }
            return Table.create(IntStream.range(0, inspected.columns().size())
                    .<Column<?>>mapToObj(column -> column(inspected, column))
                    .toList());
        } catch (TableException e) {
            throw new IllegalArgumentException(
                    file + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.getMessage() + " " + e.advice());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column<?> column(InspectedFile file, int place) {
        Layout layout = file.layout();
        String name = file.columns().get(place).heading();
        int rows = layout.body().length;
        IntFunction<String> cell = row -> Cell.strip(layout.grid().text(layout.body()[row], layout.first() + place));
        IntPredicate missing = row -> Cell.hasNoValue(cell.apply(row));
        return switch (file.columns().get(place).kind()) {
            case NUMBER, RATE -> {
                NumberColumn numbers = NumberColumn.of(
                        rows, cell, row -> layout.grid().isTyped(layout.body()[row], layout.first() + place));
                if (numbers.contradictingRow() >= 0) {
                    throw new IllegalArgumentException("The column (" + name + ") has more than one decimal sign: see "
                            + file.name() + ":" + file.line(numbers.contradictingRow()) + ".");
                }
                NumberForm form = numbers.certain().orElse(NumberForm.PLAIN);
                DoubleColumn column = DoubleColumn.create(name);
                yield filled(column, rows, missing, row -> column.append(number(cell.apply(row), form)));
            }
            case DATE -> {
                DateColumn days = DateColumn.of(rows, cell, false);
                tech.tablesaw.api.DateColumn column = tech.tablesaw.api.DateColumn.create(name);
                yield filled(
                        column,
                        rows,
                        missing,
                        row -> column.append(
                                days.reading(cell.apply(row)).orElseThrow().day()));
            }
            case MONTH, TEXT, EMPTY -> {
                StringColumn column = StringColumn.create(name);
                yield filled(column, rows, missing, row -> column.append(cell.apply(row)));
            }
        };
    }

    private static double number(String cell, NumberForm form) {
        boolean percent = cell.endsWith("%");
        double number = Double.parseDouble(form.plain(percent ? cell.substring(0, cell.length() - 1) : cell));
        return percent ? number / 100 : number;
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
