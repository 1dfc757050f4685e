package org.advalorem.rules.types;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Values;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.TableOptions;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.UseResult;
import org.advalorem.tables.Layout;
import org.advalorem.tables.TextEncoding;
import org.advalorem.tables.TextTable;

/** A scenario of one company, one program and one use, made in Java; any part can be replaced. */
public final class RemunerationScenario {
    public static final String COMPANY = "zhang";
    public static final String PROGRAM = "input";

    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Map<String, Object> program = new LinkedHashMap<>();
    private final Map<String, Object> use = new LinkedHashMap<>();
    private final Map<String, DataTable> files = new HashMap<>();

    /** A program of that type, used by a company that reports in CNY, in 2016, over sales of 10 million. */
    public RemunerationScenario(String type) {
        root.put("format", "advalorem/1");
        root.put("title", "illustrative");
        root.put(
                "proceeding",
                SourceNode.mapping(
                        "segment", "investigation final",
                        "regulation", "1998",
                        "country", SourceNode.mapping("name", "China"),
                        "period", "2016",
                        "average-useful-life", "12 years"));
        program.put("type", type);
        use.put("over", "10 million CNY");
    }

    public RemunerationScenario root(String key, Object value) {
        root.put(key, value);
        return this;
    }

    public RemunerationScenario program(String key, Object value) {
        program.put(key, value);
        return this;
    }

    public RemunerationScenario use(String key, Object value) {
        use.put(key, value);
        return this;
    }

    /** A data file: header and rows, cells parted by commas. */
    public RemunerationScenario file(String name, String header, List<String> rows) {
        files.put(
                name,
                new DataTable(
                        name,
                        Layout.of(
                                TextTable.read(
                                                (header + "\n" + String.join("\n", rows) + "\n")
                                                        .getBytes(StandardCharsets.UTF_8),
                                                Optional.of(','),
                                                Optional.of(TextEncoding.UTF_8))
                                        .grid(),
                                Arrays.stream(header.split(",", -1)).toList()),
                        TableOptions.DETECT,
                        true,
                        decided -> {}));
        return this;
    }

    private SourceNode.Mapping given() {
        Map<String, Object> all = new LinkedHashMap<>(root);
        all.put("programs", SourceNode.mapping(PROGRAM, mapping(program)));
        all.put(
                "companies",
                SourceNode.mapping(
                        COMPANY,
                        SourceNode.mapping(
                                "currency",
                                "CNY",
                                "uses",
                                SourceNode.mapping(PROGRAM, SourceNode.sequence(mapping(use))))));
        return mapping(all);
    }

    private static SourceNode.Mapping mapping(Map<String, Object> entries) {
        List<Object> flat = new ArrayList<>();
        entries.forEach((key, value) -> {
            flat.add(key);
            flat.add(value);
        });
        return SourceNode.mapping(flat.toArray());
    }

    private Optional<Determination> build(Problems problems) {
        DataFiles reader = (name, origin, options, wanted) -> {
            DataTable table = files.get(name);
            if (table == null) {
                throw new DataFiles.DataFileException(origin, "There is no file (" + name + ").", "");
            }
            return table;
        };
        return Determination.of(given(), reader, Programs.shipped(), problems);
    }

    /** The determination and its values, when nothing is wrong. */
    public Result result() {
        Problems problems = new Problems();
        Determination determination = build(problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
        return new Result(determination, Values.of(determination.calculation()));
    }

    /** What is wrong: code and message of each problem. */
    public List<String> problems() {
        Problems problems = new Problems();
        build(problems);
        return problems.sorted().stream().map(RemunerationScenario::text).toList();
    }

    private static String text(Problem problem) {
        return problem.code() + " " + problem.message() + (problem.advice().isEmpty() ? "" : " " + problem.advice());
    }

    /** A determination with the values of its terms. */
    public record Result(Determination determination, Values values) {
        public double benefit() {
            return benefit(values);
        }

        /** The benefit when one input is another number. */
        public double benefitAt(String address, double number) {
            return benefit(Values.of(determination.calculation(), Map.of(address, number)));
        }

        private double benefit(Values at) {
            return at.of(use().benefit().orElseThrow());
        }

        public UseResult use() {
            return determination.companies().get(0).programs().get(0).uses().get(0);
        }

        /** The table of that title, as headings with the cells below them. */
        public Map<String, List<Object>> table(String title) {
            Worksheet table = tables(determination.calculation().outline()).stream()
                    .filter(candidate -> candidate.title().equals(title))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no table " + title));
            Map<String, List<Object>> columns = new LinkedHashMap<>();
            for (int i = 0; i < table.columns().size(); i++) {
                int column = i;
                columns.put(
                        table.columns().get(i).name(),
                        table.rows().stream().map(row -> value(row.get(column))).toList());
            }
            return columns;
        }

        private Object value(Outline.Cell cell) {
            if (cell instanceof Outline.Count count) {
                return Long.toString(count.number());
            }
            return cell instanceof Outline.Quantity quantity
                    ? (Object) values.of(quantity.term())
                    : ((Outline.Words) cell).text();
        }

        private static List<Worksheet> tables(Outline.Section section) {
            List<Worksheet> tables = new ArrayList<>();
            for (Outline.Item item : section.items()) {
                if (item instanceof Worksheet table) {
                    tables.add(table);
                } else if (item instanceof Outline.Section inner) {
                    tables.addAll(tables(inner));
                }
            }
            return tables;
        }

        public List<String> notes() {
            return notes(determination.calculation().outline());
        }

        private static List<String> notes(Outline.Section section) {
            List<String> notes = new ArrayList<>();
            for (Outline.Item item : section.items()) {
                if (item instanceof Outline.Note note) {
                    notes.add(note.words());
                } else if (item instanceof Outline.Section inner) {
                    notes.addAll(notes(inner));
                }
            }
            return notes;
        }
    }
}
