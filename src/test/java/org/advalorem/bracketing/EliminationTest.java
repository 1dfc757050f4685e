package org.advalorem.bracketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Model;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An attempt to solve what a public version prints for what it does not, by another way than the program's own: derivatives
 * by differences of whole calculations, and elimination as at school.
 */
final class EliminationTest {
    /** The inputs of the case that may be confidential, each with the value as written. */
    private static final Map<String, String> INPUTS = new LinkedHashMap<>();

    static {
        INPUTS.put("companies.mill.sales.1.gross", "31000000");
        INPUTS.put("companies.mill.sales.2.gross", "17000000");
        INPUTS.put("companies.mill.uses.one.1.received.2016-05-01.amount", "9400000");
        INPUTS.put("companies.mill.uses.two.1.received.2016-05-01.amount", "7300000");
        INPUTS.put("companies.mill.uses.two.1.received.2016-06-01.amount", "5100000");
        INPUTS.put("companies.mill.uses.three.1.income", "21000000");
        INPUTS.put("companies.mill.uses.three.1.paid", "3150000");
    }

    private static final String CASE = """
            format: advalorem/1
            title: Mill
            proceeding: {segment: investigation final, regulation: "1998", country: {name: Freedonia}, period: 2016, average-useful-life: 10 years}
            programs:
              one: {type: grant, name: One, recurrence: recurring}
              two: {type: grant, name: Two, recurrence: recurring}
              three: {type: direct-tax, name: Three, specificity: export}
            companies:
              mill:
                currency: USD
                sales:
                  - {year: 2016, gross: 31000000}
                  - {year: 2016, destination: United States, gross: 17000000}
                uses:
                  one: [{received: [{on: 2016-05-01, amount: 9400000}]}]
                  two: [{received: [{on: 2016-05-01, amount: 7300000}, {on: 2016-06-01, amount: 5100000}]}]
                  three: [{income: 21000000, standard-rate: 25%, paid: 3150000, filed: 2016-04-30}]
            """;

    /** The derivative is taken over this share of a value. */
    private static final double STEP = 1e-5;

    @TempDir
    private Path folder;

    @Test
    @Tag("slow")
    void whatEliminationSolvesIsRefused() throws IOException {
        long seed = 20261201;
        Random random = new Random(seed);
        int solved = 0;
        int unsolved = 0;
        Path file = folder.resolve("case.yaml");
        Files.write(file, CASE.getBytes(StandardCharsets.UTF_8));
        List<String> all = List.copyOf(INPUTS.keySet());
        double[][] slopes = slopes(Model.load(file), all);
        for (int trial = 0; trial < 100; trial++) {
            List<Integer> hidden = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (random.nextBoolean()) {
                    hidden.add(i);
                }
            }
            if (hidden.isEmpty()) {
                continue;
            }
            List<String> names = hidden.stream().map(all::get).toList();
            Files.write(
                    file,
                    (CASE + "public-version: {bracketed: [" + String.join(", ", names) + "]}\n")
                            .getBytes(StandardCharsets.UTF_8));
            String refusal = refusal(Model.load(file));
            List<String> determined =
                    determined(slopes, hidden).stream().map(all::get).toList();
            for (String name : determined) {
                assertThat(refusal)
                        .as("seed %d, trial %d, %s", seed, trial, names)
                        .contains(name);
            }
            solved += determined.size();
            unsolved += names.size() - determined.size();
            if (refusal.isEmpty()) {
                assertThat(determined).isEmpty();
            }
        }
        // both kinds are there, or the comparison would prove nothing
        assertThat(solved).isGreaterThan(50);
        assertThat(unsolved).isGreaterThan(50);
    }

    @Test
    void theMadeCaseCanBeAnotherOne() throws IOException {
        // another record with the same public version: every confidential amount half as large again
        for (String name : List.of("case.yaml", "purchases.csv", "loans.csv")) {
            Files.copy(Path.of("src/test/resources/bracketing", name), folder.resolve(name));
        }
        Model one = Model.load(folder.resolve("case.yaml"));
        Path other = folder.resolve("other.yaml");
        Files.write(other, """
                format: advalorem/1
                extends: case.yaml
                set:
                  companies.hillside.sales.1.gross: times 1.5
                  companies.hillside.sales.2.gross: times 1.5
                  companies.hillside.uses.strip-ltar.1.purchases.quantity: times 1.5
                  companies.hillside.uses.policy-loans.1.events.amount: times 1.5
                  companies.hillside.uses.grants.1.received.1.amount: times 1.5
                  companies.hillside.uses.grants.1.received.2.amount: times 1.5
                  companies.hillside.uses.grants.1.received.3.amount: times 1.5
                """.getBytes(StandardCharsets.UTF_8));
        Model two = Model.load(other);
        assertThat(published(two)).isEqualTo(published(one));
        assertThat(refusal(one)).isEmpty();
    }

    private static String refusal(Model model) {
        Problems problems = new Problems();
        PublicVersion.check(List.of(Disclosed.of(model.determination(), model.values())), problems);
        return String.join(
                "\n",
                problems.sorted().stream().map(problem -> problem.message()).toList());
    }

    private static List<ResultKey> rates(Model model, Measure measure) {
        return model.results().keys().stream()
                .filter(key -> key.measure() == measure)
                .filter(key -> key.subject().level() == Subject.Level.PROGRAM
                        || key.subject().level() == Subject.Level.COMPANY)
                .toList();
    }

    private static List<Double> published(Model model) {
        return rates(model, Measure.RATE).stream()
                .map(key -> model.result(key).orElseThrow())
                .toList();
    }

    private static double[] unrounded(Model model) {
        return rates(model, Measure.RATE_UNROUNDED).stream()
                .mapToDouble(key -> model.result(key).orElseThrow())
                .toArray();
    }

    /** The derivative of every rate with respect to the logarithm of every input, each rate in a row. */
    private static double[][] slopes(Model model, List<String> inputs) {
        double[] base = unrounded(model);
        double[][] slopes = new double[base.length][inputs.size()];
        for (int i = 0; i < inputs.size(); i++) {
            Model moved = model.set(inputs.get(i), "times " + (1 + STEP));
            double[] rates = unrounded(moved);
            for (int row = 0; row < base.length; row++) {
                slopes[row][i] = (rates[row] - base[row]) / STEP;
            }
        }
        return slopes;
    }

    /** The hidden inputs that the rows of a matrix determine, by Gauss-Jordan elimination with pivoting. */
    private static List<Integer> determined(double[][] slopes, List<Integer> hidden) {
        double[][] rows = Arrays.stream(slopes)
                .map(row -> hidden.stream().mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
        int columns = hidden.size();
        int next = 0;
        for (int column = 0; column < columns && next < rows.length; column++) {
            int pivot = next;
            for (int row = next; row < rows.length; row++) {
                if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                    pivot = row;
                }
            }
            if (Math.abs(rows[pivot][column]) < 1e-4) {
                continue;
            }
            double[] swap = rows[next];
            rows[next] = rows[pivot];
            rows[pivot] = swap;
            for (int row = 0; row < rows.length; row++) {
                if (row != next) {
                    double factor = rows[row][column] / rows[next][column];
                    for (int i = 0; i < columns; i++) {
                        rows[row][i] -= factor * rows[next][i];
                    }
                }
            }
            next++;
        }
        List<Integer> determined = new ArrayList<>();
        for (int row = 0; row < next; row++) {
            int only = -1;
            int count = 0;
            for (int i = 0; i < columns; i++) {
                if (Math.abs(rows[row][i]) > 1e-4) {
                    only = i;
                    count++;
                }
            }
            if (count == 1) {
                determined.add(hidden.get(only));
            }
        }
        return determined;
    }
}
