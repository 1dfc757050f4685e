package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.md} lists each rule with what shows it; a rule that nothing shows is among those listed as open. */
final class CoverageDocumentTest {
    private static final Path ROWS = Path.of("src/test/resources/rules/rows.csv");
    private static final Path DOCUMENT = Path.of("docs/coverage.md");

    private record Row(String topic, String authority, String sure) {}

    @Test
    void everyRuleIsListedWithWhatShowsIt() throws IOException {
        Map<String, Row> rows = rows();
        Map<String, Set<String>> shown = shown();
        assertThat(rows.keySet()).as("rows that tests and examples name").containsAll(shown.keySet());
        Snapshots.compare(DOCUMENT, document(rows, shown));
    }

    private static Map<String, Row> rows() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line :
                Files.readAllLines(ROWS).subList(1, Files.readAllLines(ROWS).size())) {
            String[] cells = line.split(";", -1);
            assertThat(rows.put(cells[0], new Row(cells[1], cells[2], cells[3])))
                    .as(line)
                    .isNull();
        }
        return rows;
    }

    /** The tests that show each row: those annotated, and the worked examples. */
    private static Map<String, Set<String>> shown() {
        Map<String, Set<String>> shown = new LinkedHashMap<>();
        for (JavaClass test : new ClassFileImporter().importPackagesOf(CoverageDocumentTest.class)) {
            test.tryGetAnnotationOfType(Shows.class)
                    .ifPresent(shows -> add(shown, shows.value(), test.getSimpleName()));
            for (JavaMethod method : test.getMethods()) {
                method.tryGetAnnotationOfType(Shows.class)
                        .ifPresent(shows -> add(shown, shows.value(), test.getSimpleName() + "." + method.getName()));
            }
        }
        Map<String, Integer> examples = new LinkedHashMap<>();
        RuleExample.all().forEach(example -> examples.merge(example.row(), 1, Integer::sum));
        examples.forEach((row, count) ->
                add(shown, new String[] {row}, count == 1 ? "1 worked example" : count + " worked examples"));
        return shown;
    }

    private static void add(Map<String, Set<String>> shown, String[] rows, String test) {
        List.of(rows)
                .forEach(row ->
                        shown.computeIfAbsent(row, absent -> new TreeSet<>()).add(test));
    }

    private static String document(Map<String, Row> rows, Map<String, Set<String>> shown) {
        StringBuilder text = new StringBuilder("""
                # What is covered

                Each rule with its authority, how far its text was checked, and the tests that show it. Worked examples are in
                `src/test/resources/rules/examples.yaml`, with the source of their figures. Rules of practice whose text was not
                checked are in `assumptions.md`. A test makes this table.

                | row | rule | authority | text | shown by |
                |---|---|---|---|---|
                """);
        rows.forEach((number, row) -> text.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        number,
                        row.topic(),
                        row.authority(),
                        row.sure(),
                        shown.containsKey(number) ? String.join(", ", shown.get(number)) : "nothing yet")));
        long open =
                rows.keySet().stream().filter(row -> !shown.containsKey(row)).count();
        text.append("\n")
                .append(rows.size() - open)
                .append(" of ")
                .append(rows.size())
                .append(" rules are shown.\n");
        return text.toString();
    }
}
