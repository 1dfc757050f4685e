package org.advalorem.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.advalorem.Shipped;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.cli.PrintedRates;
import org.advalorem.engine.Values;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever changes an input in a spreadsheet sees what Advalorem computes: LibreOffice works out every workbook, as written and
 * with numbers typed into input cells, from files whose kept values were overwritten.
 *
 * <p>{@code -Dadvalorem.workbook.changes=20} types into more copies of each than usual; {@code -Dadvalorem.workbook.only} takes
 * a pattern for the names of the workbooks.
 */
final class RecalculatedWorkbooksTest {
    private static final long SEED = 20261201;
    private static final int CHANGES = Integer.getInteger("advalorem.workbook.changes", 3);
    private static final String ONLY = System.getProperty("advalorem.workbook.only", ".*");
    private static final int MOST_TYPED = 6;
    private static final int MOST_WORKBOOKS_OF_TIES = CHANGES > 6 ? 100 : 1;
    private static final double TOLERANCE = 1e-9;
    private static final List<Double> BOUNDARIES = List.of(0.005, 0.01, 0.02, 0.12345, 0.10865, 0.06065);
    /** Such as end in 5 at the 14th digit, which is rounded half-even from the binary number and up by a spreadsheet. */
    private static final List<Double> TIES_OF_13_DIGITS =
            List.of(0.0099999999999995, 0.010000000000005, 0.0199999999999995, 0.019999999999995);

    private static final String PRICES = "-prices-";
    /** A millionth of a unit of money. */
    private static final double NOTHING = 1e-6;

    private static final String FORGOTTEN = "12345";

    /** Rates that are a boundary in different ways, and prices that equal their benchmark. */
    private static final Path AT_BOUNDARIES = Path.of("src/test/resources/workbook/boundaries.yaml");

    /** A workbook with what was typed into it. */
    private record Case(String name, Read read, Map<Term, Double> typed, Values values) {
        Draft draft() {
            return read.draft();
        }

        /** Whether the numbers typed differ from a boundary in their last bit. */
        boolean close() {
            return name.startsWith("tie-") || name.startsWith("boundaries");
        }
    }

    /**
     * A scenario read.
     *
     * @param sets what it was read with after {@code --set}
     */
    private record Read(List<Path> files, List<String> sets, Draft draft, Settings settings) {
        static Read of(List<Path> files, String... sets) {
            Determination determination = Shipped.determination(files, sets);
            return new Read(
                    files,
                    List.of(sets),
                    Draft.of(EvaluatedScenario.of(files.get(0).toString(), determination)),
                    new Settings(files));
        }

        Determination determination() {
            return draft.scenario().determination();
        }
    }

    private final List<String> wrong = new ArrayList<>();
    private int compared;
    private int asPrinted;
    private int printed;
    private double largest;

    @Test
    void spreadsheetsComputeWhatTheEngineComputes(@TempDir Path folder) throws IOException {
        assumeTrue(
                LibreOffice.program().isPresent(), "LibreOffice (soffice) is not installed: nothing is recalculated.");
        List<Case> cases = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (List<Path> shipped : Shipped.withOverlays()) {
            cases.addAll(cases(shipped, random));
        }
        Shipped.files().forEach(file -> cases.addAll(ties("tie-" + file.getName(1), Read.of(List.of(file)))));
        cases.addAll(ties("boundaries", Read.of(List.of(AT_BOUNDARIES))));
        cases.addAll(
                ties("boundaries-developing", Read.of(List.of(AT_BOUNDARIES), "proceeding.country.developing=yes")));
        cases.removeIf(one -> !one.name().matches(ONLY));
        IdentityHashMap<Draft, SheetFile> written = new IdentityHashMap<>();
        for (Case one : cases) {
            SheetFile plain = written.computeIfAbsent(one.draft(), RecalculatedWorkbooksTest::written);
            Map<String, Double> typed = new LinkedHashMap<>();
            one.typed()
                    .forEach((input, number) ->
                            typed.put(one.draft().inputs().spots().get(input).local(), number));
            Path file = folder.resolve("in").resolve(one.name() + ".xlsx");
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    typed.isEmpty()
                            ? plain.bytes()
                            : plain.typing(1, typed).lean().bytes());
            files.add(file);
        }
        long begun = System.nanoTime();
        LibreOffice.convert(files, "xlsx", folder.resolve("out"), folder.resolve("profile"));
        System.out.println("converted in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        for (Case one : cases) {
            compare(one, SheetFile.of(Files.readAllBytes(folder.resolve("out").resolve(one.name() + ".xlsx"))));
        }
        System.out.println(compared + " cells of " + cases.size() + " workbooks recalculated, largest difference "
                + largest + " of the largest operand; " + printed + " rates and verdicts of " + asPrinted
                + " workbooks as rate --set prints them");
        assertThat(wrong).isEmpty();
        assertThat(printed).isGreaterThan(cases.size());
    }

    private static SheetFile written(Draft draft) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SheetWriter.write(draft, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return SheetFile.of(bytes.toByteArray()).forgetting(FORGOTTEN);
    }

    private static List<Case> cases(List<Path> files, SplittableRandom random) {
        Read read = Read.of(files);
        String name = files.get(files.size() - 1).toString().replaceAll("[^A-Za-z0-9-]+", "_");
        Values unchanged = Values.of(read.determination().calculation());
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(name, read, Map.of(), unchanged));
        List<Term> inputs = read.draft().inputs().spots().keySet().stream()
                .filter(input -> unchanged.of(input) != 0)
                .toList();
        int changes = files.size() == 1 ? CHANGES : 1;
        while (cases.size() <= changes) {
            Map<Term, Double> typed = new LinkedHashMap<>();
            for (int i = random.nextInt(MOST_TYPED); i >= 0; i--) {
                Term input = inputs.get(random.nextInt(inputs.size()));
                double number = unchanged.of(input) * (0.6 + 0.8 * random.nextDouble());
                typed.put(
                        input, new BigDecimal(number).round(new MathContext(6)).doubleValue());
            }
            Case one = typed(name + "-" + cases.size(), read, typed);
            if (one.values().failed().isEmpty()) {
                cases.add(one);
            }
        }
        return cases;
    }

    /**
     * Numbers as close to a boundary as doubles come: rates of exactly 0.5, 1 and 2 percent and such as end in 5 behind the last
     * published place, with their neighbors; and prices of records that equal their benchmark up to the last bit.
     */
    private static List<Case> ties(String name, Read read) {
        List<Case> cases = new ArrayList<>();
        Values plain = Values.of(read.determination().calculation());
        boolean shipped = Shipped.files().contains(read.files().get(0));
        if (!shipped) {
            cases.add(new Case(name, read, Map.of(), plain));
        }
        List<Term> rates = read.draft().inputs().spots().keySet().stream()
                .filter(input -> input.address().matches("companies\\..*\\.rate"))
                .toList();
        List<Double> close = Stream.concat(
                        BOUNDARIES.stream()
                                .flatMap(of -> Stream.of(of, Math.nextUp(of), Math.nextDown(of), of * (1 + 3e-13))),
                        TIES_OF_13_DIGITS.stream())
                .toList();
        // a scenario whose rates are typed takes several at a time; those made for it take all
        int most = rates.size() * (shipped ? MOST_WORKBOOKS_OF_TIES : close.size());
        for (int first = 0; first < Math.min(most, close.size()); first += rates.size()) {
            Map<Term, Double> typed = new LinkedHashMap<>();
            for (int i = 0; i < rates.size(); i++) {
                typed.put(rates.get(i), close.get((first + i) % close.size()));
            }
            cases.add(typed(name + "-" + cases.size(), read, typed));
        }
        for (double bits : List.of(0.0, 1.0, -1.0)) {
            Map<Term, Double> typed = new LinkedHashMap<>();
            for (Term records : read.determination().calculation().terms()) {
                boolean shifted = records.operation() == Operation.RECORD_SUM_ZEROED
                        && records.operands().get(2).operation() == Operation.INPUT
                        && records.table().rows() > 0;
                if (shifted) {
                    double price = records.table().price(records.table().rows() / 2);
                    double benchmark = plain.of(records.operands().get(0));
                    typed.putIfAbsent(records.operands().get(2), benchmark - price + bits * Math.ulp(price));
                }
            }
            if (!typed.isEmpty()) {
                cases.add(typed(name + PRICES + (int) bits, read, typed));
            }
        }
        return cases;
    }

    private static Case typed(String name, Read read, Map<Term, Double> typed) {
        Map<String, Double> replaced = new LinkedHashMap<>();
        typed.forEach((input, number) -> replaced.put(input.address(), number));
        return new Case(name, read, typed, Values.of(read.determination().calculation(), replaced));
    }

    private void compare(Case one, SheetFile found) {
        List<Page> pages = one.draft().pages();
        for (int sheet = 0; sheet < pages.size(); sheet++) {
            Map<String, SheetFile.Cell> cells = found.cells(sheet);
            for (Map<Integer, Page.Cell> row : pages.get(sheet).rows().values()) {
                for (Page.Cell cell : row.values()) {
                    if (one.draft().formula(cell.spot()).isPresent()) {
                        compare(
                                one,
                                cell,
                                Optional.ofNullable(cells.get(cell.spot().local())));
                    }
                }
            }
        }
        for (ResultKey key : one.read().determination().results().keys()) {
            exact(one, key, found);
        }
        if (one.values().failed().isEmpty()) {
            printed(one, found);
        }
    }

    /** Published rates and verdicts are those that {@code rate --set} prints with the numbers typed. */
    private void printed(Case one, SheetFile found) {
        List<String> sets = new ArrayList<>(one.read().sets());
        for (Map.Entry<Term, Double> typed : one.typed().entrySet()) {
            Optional<String> set = one.read().settings().of(typed.getKey(), typed.getValue());
            if (set.isEmpty() && one.close()) {
                return;
            }
            sets.add(set.orElseThrow(
                    () -> new IllegalStateException(one.name() + ": " + typed + " cannot be written after --set")));
        }
        asPrinted++;
        PrintedRates.of(one.read().files(), sets)
                .forEach((address, number) -> one.read()
                        .determination()
                        .results()
                        .find(ResultKey.parse(address))
                        .flatMap(term -> one.draft().places().definition(new Node.Quantity(term)))
                        .ifPresent(spot -> {
                            printed++;
                            String value = value(one, spot, found);
                            if (!isNumber(value) || new BigDecimal(value).compareTo(number) != 0) {
                                wrong.add(one.name() + " " + address + " = " + value + ", but rate " + sets + " prints "
                                        + number);
                            }
                        }));
    }

    private static String value(Case one, Spot spot, SheetFile found) {
        return found.cells(one.draft().pages().indexOf(spot.page()))
                .get(spot.local())
                .value();
    }

    private static boolean isNumber(String value) {
        return value.matches("[-+.0-9E]+");
    }

    private void compare(Case one, Page.Cell cell, Optional<SheetFile.Cell> found) {
        if (one.close() && isCountOfChanges(one, cell)) {
            return;
        }
        Object expected = CellValue.of(cell.content(), one.values());
        String where = one.name() + " " + cell.spot().page().name() + "!"
                + cell.spot().local() + " =" + one.draft().formula(cell.spot()).orElseThrow() + ": ";
        if (found.isEmpty() || found.get().type().equals("e")) {
            wrong.add(where + "found " + found + ", expected " + expected);
            return;
        }
        compared++;
        String value = found.get().value();
        if (expected instanceof Boolean truth) {
            if (!value.equals(truth ? "1" : "0")) {
                wrong.add(where + value + ", expected " + truth);
            }
        } else if (expected instanceof Double number) {
            if (Double.isFinite(number)) {
                double scale = Math.max(Math.abs(number), operands(one, cell));
                double difference = Math.abs(Double.parseDouble(value) - number);
                if (cell.content() instanceof Content.Definition definition
                        && definition.node().term().operation() == Operation.RECORDS_BELOW) {
                    difference = Math.max(
                            0, difference - equalPrices(definition.node().term(), one));
                }
                // a spreadsheet takes the last bit of a difference of prices for nothing, and adds that nothing up
                double nothing = one.name().contains(PRICES) || one.name().startsWith("boundaries") ? NOTHING : 0;
                if (difference > Math.max(TOLERANCE * scale, nothing)) {
                    wrong.add(where + value + ", expected " + number);
                }
                largest = Math.max(largest, scale == 0 || difference <= nothing ? 0 : difference / scale);
            }
        } else if (!value.equals(expected)) {
            wrong.add(where + value + ", expected " + expected);
        }
    }

    /** Whether a cell says what was changed: a spreadsheet does not see that the last bit was. */
    private static boolean isCountOfChanges(Case one, Page.Cell cell) {
        String formula = one.draft().formula(cell.spot()).orElseThrow();
        return formula.contains("<>") || formula.startsWith("COUNTIF(");
    }

    /** How many records have the benchmark for their price but for the last bits, which a spreadsheet does not see. */
    private static long equalPrices(Term count, Case one) {
        double benchmark = Node.Recorded.of(count).value(one.values());
        return java.util.stream.IntStream.range(0, count.table().rows())
                .mapToDouble(count.table()::price)
                .filter(price -> Math.abs(price - benchmark) <= 1e-12 * Math.abs(benchmark))
                .count();
    }

    /** The largest operand of a formula. */
    private static double operands(Case one, Page.Cell cell) {
        if (!(cell.content() instanceof Content.Definition definition)) {
            return 0;
        }
        return largest(definition.node(), one);
    }

    private static double largest(Node node, Case one) {
        Values values = one.values();
        double largest = 0;
        for (Node operand : Referred.by(node, one.draft().splits()).nodes()) {
            double value = Math.abs(operand.value(values));
            largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
        }
        Term term = node.term();
        if (term.operation().isOverRecords()) {
            largest *= Math.max(1, term.table().totalQuantity());
        }
        return largest;
    }

    /** Published rates and verdicts are the same numbers. */
    private void exact(Case one, ResultKey key, SheetFile found) {
        Term term = one.draft().scenario().determination().results().find(key).orElseThrow();
        boolean published = key.measure().quality() == org.advalorem.calculation.Quality.PUBLISHED_RATE;
        if (term.operation() == Operation.INPUT
                || !(published || key.measure() == Measure.DE_MINIMIS || key.measure() == Measure.NEGATIVE)) {
            return;
        }
        Spot spot = one.draft().places().definition(new Node.Quantity(term)).orElseThrow();
        String value = value(one, spot, found);
        double number = one.values().of(term);
        // LibreOffice writes 15 digits, and a published rate may be a sum of others
        if (!isNumber(value) || new BigDecimal(value).compareTo(LegalDecimals.decimal(number)) != 0) {
            wrong.add(one.name() + " " + key + " = " + value + ", expected exactly " + number);
        }
    }
}
