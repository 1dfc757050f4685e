package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private static final long SEED = 27_182L;
    private static final Unit USD = Unit.of("USD");
    private static final Unit TONNE = Unit.of("t");
    private static final Unit PRICE = USD.per(TONNE);
    private static final Authority LAW = Authority.law("19 CFR 351.525(a)");
    private static final Authority WHY = Authority.derived("test");

    private final CalculationBuilder builder = new CalculationBuilder();

    @Test
    void stepsAreNumberedAndReferToOneAnother() {
        Term principal = input("loan.principal", "2000000", USD);
        Term paid = input("loan.rate", "0.03", Unit.FRACTION);
        Term benchmark = input("benchmark.rate", "0.05", Unit.FRACTION);
        Term sales = input("sales", "350000000", USD);
        OutlineBuilder loans = builder.outline().section("Loans");
        Term benefit = loans.line("Benefit", principal.times(benchmark.minus(paid)), Authority.law("19 CFR 351.505"));
        builder.outline().note("Sales are those of the producer.");
        Term total = builder.outline().line("Sales", sales, WHY);
        builder.outline().line("Rate", benefit.dividedBy(total).rounded(4), LAW);
        builder.outline().line("Benefit again", benefit, WHY);

        List<Step> steps = explain().steps();
        assertThat(steps).extracting(Step::number).containsExactly(1, 2, 3, 4);
        assertThat(steps).extracting(Step::label).containsExactly("Benefit", "Sales", "Rate", "Benefit again");
        assertThat(steps)
                .extracting(Step::formula)
                .containsExactly(
                        "loan.principal * (benchmark.rate - loan.rate)",
                        "sales",
                        "round(Benefit [1] / Sales [2], 4)",
                        "Benefit [1]");
        assertThat(steps)
                .extracting(Step::numbers)
                .containsExactly("2000000 * (0.05 - 0.03)", "350000000", "round(40000 / 350000000, 4)", "40000");
        assertThat(steps.get(0).value()).isEqualTo(40_000, within(1e-9));
        assertThat(steps.get(0).unit()).isEqualTo(USD);
        assertThat(steps.get(2).authority()).isEqualTo(LAW);
        assertThat(steps.get(0)).hasToString("[1] Benefit = 40000 USD");
        assertThat(steps.get(2)).hasToString("[3] Rate = 0.0001");
    }

    @Test
    void cellsThatShowQuantitiesAreSteps() {
        Term first = input("first", "10", USD);
        Term second = input("second", "20", USD);
        Term total = first.plus(second);
        builder.outline()
                .sheet(
                        "Loans",
                        List.of(
                                SheetColumn.key("loan"),
                                SheetColumn.of("benefit", Quality.MONEY),
                                SheetColumn.of("twice", Quality.MONEY)),
                        List.of(
                                List.of(
                                        Outline.words("L1"),
                                        Outline.quantity(first),
                                        Outline.quantity(first.plus(first))),
                                List.of(
                                        Outline.words(""),
                                        Outline.quantity(second),
                                        Outline.quantity(second.plus(second)))),
                        LAW);
        builder.outline().line("Total", total, WHY);

        Explanation explanation = explain();
        assertThat(explanation.steps())
                .extracting(Step::label)
                .containsExactly("L1, benefit", "L1, twice", "Loans, row 2, benefit", "Loans, row 2, twice", "Total");
        assertThat(explanation.steps().get(4).formula()).isEqualTo("L1, benefit [1] + Loans, row 2, benefit [3]");
        assertThat(explanation.steps().get(1).authority()).isEqualTo(LAW);
    }

    /** Two steps that show 0 are one term: a formula must not call the one by the name of the other. */
    @Test
    void literalsStandAsTheirNumber() {
        Term none = builder.literal(0, USD);
        builder.outline().line("Returns", none, WHY);
        builder.outline().line("Freight", none, WHY);
        builder.outline().line("Gross", input("gross", "10", USD), WHY);
        builder.outline().line("Net", input("gross", "10", USD).minus(none), WHY);

        assertThat(explain().steps()).extracting(Step::formula).containsExactly("0", "0", "gross", "Gross [3] - 0");
        assertThat(derive(input("gross", "10", USD).minus(none)).operands())
                .extracting(Derivation::formula)
                .containsExactly("gross");
    }

    @Test
    void findsTheStepOfALineACellAndATerm() {
        Term a = input("a", "10", USD);
        builder.outline().line("First", a, WHY);
        builder.outline()
                .sheet(
                        "Table",
                        List.of(SheetColumn.of("value", Quality.MONEY)),
                        List.of(List.of(Outline.quantity(a.plus(a)))),
                        WHY);
        builder.outline().line("Again", a, WHY);
        Calculation calculation = builder.build();
        Explanation explanation = Explanation.of(Values.of(calculation));
        List<Outline.Item> items = calculation.outline().items();

        assertThat(explanation.step((Outline.Line) items.get(0)).number()).isEqualTo(1);
        Outline.Quantity cell =
                (Outline.Quantity) ((Worksheet) items.get(1)).rows().get(0).get(0);
        assertThat(explanation.step(cell).number()).isEqualTo(2);
        assertThat(explanation.step((Outline.Line) items.get(2)).number()).isEqualTo(3);
        assertThat(explanation.step(a).orElseThrow().number()).isEqualTo(1);
        assertThat(explanation.step(builder.fraction("1"))).isEmpty();
        assertThatThrownBy(() -> explanation.step(new Outline.Line("First", a, WHY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parenthesesStandWhereTheyAreNeeded() {
        Term a = input("a", "7", Unit.FRACTION);
        Term b = input("b", "-2", Unit.FRACTION);
        Term c = input("c", "3", Unit.FRACTION);
        Term truth = a.less(b);

        check(a.minus(b.minus(c)), "a - (b - c)", "7 - (-2 - 3)");
        check(a.minus(b).minus(c), "a - b - c", "7 - (-2) - 3");
        check(a.plus(b.plus(c)), "a + (b + c)", "7 + (-2 + 3)");
        check(a.plus(b).times(c), "(a + b) * c", "(7 + (-2)) * 3");
        check(a.dividedBy(b.times(c)), "a / (b * c)", "7 / ((-2) * 3)");
        check(a.times(b).dividedBy(c), "a * b / c", "7 * (-2) / 3");
        check(b.power(c).power(a), "(b ^ c) ^ a", "((-2) ^ 3) ^ 7");
        check(a.minus(b).positivePart(), "max(0, a - b)", "max(0, 7 - (-2))");
        check(a.larger(b).smaller(c), "min(max(a, b), c)", "min(max(7, -2), 3)");
        check(
                truth.and(a.atMost(c).or(truth)).not(),
                "not (a < b and (a <= c or a < b))",
                "not (7 < -2 and (7 <= 3 or 7 < -2))");
        check(
                truth.not().choose(a, c.rounded(2)),
                "if(not (a < b), a, round(c, 2))",
                "if(not (7 < -2), 7, round(3, 2))");
        check(builder.truth(true).or(truth), "yes or a < b", "yes or 7 < -2");
    }

    private void check(Term term, String formula, String numbers) {
        Derivation derivation = derive(term, 0);
        assertThat(derivation.formula()).isEqualTo(formula);
        assertThat(derivation.numbers()).isEqualTo(numbers);
        assertThat(FormulaReader.evaluate(numbers, Map.of())).isEqualTo(derivation.value());
    }

    @Test
    void sumsOverRecordsAreWrittenAsSums() {
        RecordTable table = RecordTable.of("bars.csv", PRICE, TONNE, new double[1_204], new double[1_204]);
        Term x = input("benchmark", "950.47", PRICE);
        RecordColumns plain =
                new RecordColumns(builder.fraction("1"), builder.literal(0, PRICE), builder.fraction("1"));
        RecordColumns changed = new RecordColumns(
                input("scale", "1.1", Unit.FRACTION),
                input("shift", "-5", PRICE),
                input("share", "0.5", Unit.FRACTION));

        check(
                builder.zeroedRecordSum(x, table, plain),
                "sum over 1,204 records (bars.csv) of quantity * max(0, benchmark - price)");
        check(
                builder.nettedRecordSum(x, table, changed),
                "sum over 1,204 records (bars.csv) of share * quantity * (benchmark - (scale * price + shift))");
        check(
                builder.recordsBelow(x, table, changed),
                "count over 1,204 records (bars.csv) of scale * price + shift < benchmark");
        check(builder.recordQuantity(table, changed), "sum over 1,204 records (bars.csv) of share * quantity");
        assertThat(derive(builder.zeroedRecordSum(x, table, plain)).numbers())
                .isEqualTo("sum over 1,204 records (bars.csv) of quantity * max(0, 950.47 - price)");
        RecordTable one = RecordTable.of("one.csv", PRICE, TONNE, new double[1], new double[1]);
        assertThat(derive(builder.recordQuantity(one, plain)).formula())
                .isEqualTo("sum over 1 record (one.csv) of quantity");
    }

    private void check(Term term, String formula) {
        assertThat(derive(term).formula()).isEqualTo(formula);
    }

    @Test
    void longSumsAreShortenedButCanBeHadInFull() {
        List<Term> terms = new ArrayList<>();
        for (int i = 1; i <= 1_204; i++) {
            terms.add(input("x" + i, Integer.toString(i), USD));
        }
        builder.outline().line("Twelve", builder.sum(terms.subList(0, 12)), WHY);
        Term all = builder.sum(terms);
        builder.outline().line("Half", all.dividedBy(builder.fraction("2")), WHY);
        List<Step> steps = explain().steps();

        assertThat(steps.get(0).formula()).isEqualTo("x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9 + x10 + x11 + x12");
        assertThat(steps.get(1).formula()).isEqualTo("(x1 + x2 + ... (1,204 terms)) / 2");
        assertThat(steps.get(1).numbers()).isEqualTo("(1 + 2 + ... (1,204 terms)) / 2");
        assertThat(steps.get(1).fullFormula()).startsWith("(x1 + x2 + x3 + ").endsWith(" + x1203 + x1204) / 2");
        assertThat(FormulaReader.evaluate(steps.get(1).fullNumbers(), Map.of())).isEqualTo(1_204 * 1_205 / 4.0);
    }

    @Test
    void deeplyNestedTermsStandAsTheirNumber() {
        Term chain = input("a", "1", Unit.FRACTION);
        for (int i = 0; i < 60; i++) {
            chain = chain.plus(chain).times(builder.fraction("0.5"));
        }
        Derivation derivation = derive(chain, 1);
        assertThat(derivation.formula()).hasSizeLessThan(5_000);
        assertThat(FormulaReader.evaluate(derivation.numbers(), Map.of())).isEqualTo(1.0);
        assertThat(derivation.operands()).hasSize(1);
    }

    @Test
    void whatIsPrintedIsTheValue() {
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        int checked = 0;
        for (long seed = SEED; seed < SEED + 200; seed++) {
            Calculation calculation = RandomCalculations.of(seed, 60, false);
            ExactOracle oracle = ExactOracle.of(calculation);
            Map<String, RecordTable> tables = tables(calculation);
            for (Step step : Explanation.of(Values.of(calculation)).steps()) {
                seen.add(step.term().operation());
                step.term().operands().forEach(operand -> seen.add(operand.operation()));
                if (oracle.value(step.term()).isPresent()) {
                    Printed read = FormulaReader.read(step.fullNumbers(), tables);
                    assertThat(read.value())
                            .as("seed %d, %s: %s", seed, step, step.fullNumbers())
                            .isEqualTo(step.value(), within(read.error()));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(2_000);
        assertThat(seen).contains(Operation.values());
    }

    private static Map<String, RecordTable> tables(Calculation calculation) {
        Map<String, RecordTable> tables = new HashMap<>();
        for (Term term : calculation.terms()) {
            switch (term.operation()) {
                case RECORD_SUM_ZEROED, RECORD_SUM_NETTED, RECORDS_BELOW, RECORD_QUANTITY ->
                    tables.put(term.table().name(), term.table());
                default -> {}
            }
        }
        return tables;
    }

    @Test
    void aDerivationGoesDownToInputs() {
        Term a = input("a", "1", USD);
        Term b = input("b", "2", USD);
        Term sum = builder.outline().line("Sum", a.plus(b), WHY);
        Term share = builder.outline().line("Share", a.dividedBy(sum), WHY);
        Term top = share.times(builder.fraction("2")).plus(share.rounded(2).minus(b.dividedBy(sum)));

        Derivation whole = derive(top);
        assertThat(whole.step()).isEmpty();
        assertThat(whole.formula()).isEqualTo("Share [2] * 2 + (round(Share [2], 2) - b / Sum [1])");
        assertThat(whole.operands()).extracting(Derivation::formula).containsExactly("a / Sum [1]", "b", "a + b");
        Derivation first = whole.operands().get(0);
        assertThat(first.operands()).extracting(Derivation::formula).containsExactly("a", "a + b");
        assertThat(first.operands().get(1).operands())
                .extracting(Derivation::numbers)
                .containsExactly("1", "2");
        assertThat(first.operands().get(1).repeated()).isFalse();
        // the sum was derived under the share, so it is not derived again
        assertThat(whole.operands().get(2).repeated()).isTrue();
        assertThat(whole.operands().get(2).operands()).isEmpty();
        assertThat(derive(top, 0).operands()).isEmpty();
        assertThat(derive(top, 1).operands())
                .allMatch(operand -> operand.operands().isEmpty());
    }

    private Derivation derive(Term term, int depth) {
        return explain().of(term, depth);
    }

    private Derivation derive(Term term) {
        return explain().of(term);
    }

    private Explanation explain() {
        return Explanation.of(Values.of(builder.build()));
    }

    private Term input(String address, String decimal, Unit unit) {
        return builder.input(address, new BigDecimal(decimal), unit);
    }
}
