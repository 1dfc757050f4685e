package org.advalorem.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CalculationBuilderTest {
    private static final Unit USD = Unit.of("USD");
    private static final Unit CNY = Unit.of("CNY");
    private static final Unit TONNE = Unit.of("t");

    private final CalculationBuilder builder = new CalculationBuilder();
    private final Term benefit = builder.input("benefit", new BigDecimal("12000"), USD);
    private final Term sales = builder.input("sales", new BigDecimal("350000"), USD);

    @Test
    void equalTermsAreOne() {
        Term rate = benefit.dividedBy(sales);
        int terms = builder.build().terms().size();

        assertThat(benefit.dividedBy(sales)).isSameAs(rate);
        assertThat(builder.input("benefit", new BigDecimal("12000.0"), USD)).isSameAs(benefit);
        assertThat(builder.literal("1.50", USD)).isSameAs(builder.literal("1.5", USD));
        assertThat(builder.sum(List.of(benefit, sales))).isSameAs(benefit.plus(sales));
        assertThat(rate.rounded(4)).isSameAs(rate.rounded(4));
        assertThat(builder.build().terms()).hasSize(terms + 3);
    }

    @Test
    void unequalTermsStayApart() {
        assertThat(benefit.minus(sales)).isNotSameAs(sales.minus(benefit));
        assertThat(benefit.plus(sales)).isNotSameAs(sales.plus(benefit));
        assertThat(benefit.rounded(2)).isNotSameAs(benefit.rounded(4));
        assertThat(builder.literal(1, USD)).isNotSameAs(builder.literal(1, CNY));
        assertThat(builder.input("other", new BigDecimal("12000"), USD)).isNotSameAs(benefit);
    }

    @Test
    void nothingIsFolded() {
        Term one = builder.fraction("1");
        Term zero = builder.literal(0, USD);

        assertThat(benefit.times(one).operation()).isEqualTo(Operation.PRODUCT);
        assertThat(benefit.plus(zero).operation()).isEqualTo(Operation.SUM);
        assertThat(one.plus(one).operation()).isEqualTo(Operation.SUM);
        assertThat(benefit.minus(benefit).operation()).isEqualTo(Operation.DIFFERENCE);
        assertThat(builder.truth(true).choose(benefit, sales).operation()).isEqualTo(Operation.CHOOSE);
        assertThat(one.rounded(2).rounded(2).operands().get(0).operation()).isEqualTo(Operation.ROUND);
    }

    @Test
    void operandsStandBeforeTheTermsThatUseThem() {
        benefit.plus(sales).dividedBy(sales).rounded(4);

        List<Term> terms = builder.build().terms();
        for (int i = 0; i < terms.size(); i++) {
            assertThat(terms.get(i).index()).isEqualTo(i);
            assertThat(terms.get(i).operands()).allMatch(operand -> operand.index() < terms.size());
            for (Term operand : terms.get(i).operands()) {
                assertThat(operand.index()).isLessThan(i);
            }
        }
    }

    @Test
    void sumOfOneIsThatTermAndOfNoneIsZero() {
        assertThat(builder.sum(List.of(benefit))).isSameAs(benefit);
        assertThat(builder.average(List.of(benefit))).isSameAs(benefit);
        assertThat(builder.sum(List.of(), USD)).isSameAs(builder.literal(0, USD));
        assertThatThrownBy(() -> builder.sum(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sum of nothing has no unit.");
    }

    @Test
    void unitsFollowTheArithmetic() {
        assertThat(benefit.dividedBy(sales).unit()).isEqualTo(Unit.FRACTION);
        assertThat(benefit.times(sales).unit()).isEqualTo(USD.times(USD));
        assertThat(benefit.less(sales).unit()).isEqualTo(Unit.TRUTH);
        assertThat(benefit.less(sales).choose(benefit, sales).unit()).isEqualTo(USD);
        assertThat(benefit.rounded(0).unit()).isEqualTo(USD);
    }

    @Test
    void unitsMustAgree() {
        Term foreign = builder.input("freight", BigDecimal.TEN, CNY);

        assertThatThrownBy(() -> benefit.plus(foreign))
                .isInstanceOf(UnitException.class)
                .hasMessage("The units differ: (benefit) in USD + (freight) in CNY.");
        assertThatThrownBy(() -> benefit.less(builder.fraction("0.01")))
                .hasMessage("The units differ: (benefit) in USD < 0.01 (a fraction).");
        assertThatThrownBy(() -> builder.sum(List.of(benefit), CNY))
                .hasMessage("The units differ: (benefit) in USD as summand, which is in CNY.");
        assertThatThrownBy(() -> benefit.minus(foreign)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> benefit.larger(foreign)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> benefit.smaller(foreign)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> benefit.atMost(foreign)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> benefit.less(sales).choose(benefit, foreign))
                .hasMessage("The units differ: (benefit) in USD or (freight) in CNY.");
    }

    @Test
    void conditionsMustBeTruths() {
        Term truth = benefit.less(sales);

        assertThatThrownBy(() -> benefit.not()).hasMessage("(benefit) in USD cannot be a condition.");
        assertThatThrownBy(() -> benefit.and(truth)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> truth.and(benefit)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> truth.or(benefit)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> benefit.or(truth)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> benefit.choose(sales, sales)).isInstanceOf(UnitException.class);
        assertThatThrownBy(() -> builder.require(benefit, "never")).isInstanceOf(UnitException.class);
    }

    @Test
    void onlyFractionsAreRaisedToPowers() {
        Term share = benefit.dividedBy(sales);

        assertThat(share.power(builder.fraction("0.5")).unit()).isEqualTo(Unit.FRACTION);
        assertThatThrownBy(() -> benefit.power(share)).hasMessage("(benefit) in USD cannot be base of a power.");
        assertThatThrownBy(() -> share.power(sales)).hasMessage("(sales) in USD cannot be exponent.");
    }

    @Test
    void roundingTakesPlacesThatADoubleHas() {
        assertThat(benefit.rounded(15).places()).isEqualTo(15);
        assertThatThrownBy(() -> benefit.rounded(16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot round to (16) decimal places: 0 to 15 are possible.");
        assertThatThrownBy(() -> benefit.rounded(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressIsReadAsOneNumber() {
        assertThatThrownBy(() -> builder.input("benefit", BigDecimal.ONE, USD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("(benefit) is read twice: as 12000 USD and as 1 USD.");
        assertThatThrownBy(() -> builder.input("benefit", new BigDecimal("12000"), CNY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.build().inputs().keySet()).containsExactly("benefit", "sales");
        assertThat(builder.build().input("sales")).containsSame(sales);
        assertThat(builder.build().input("else")).isEmpty();
    }

    @Test
    void termsOfTwoCalculationsDoNotMix() {
        Term stranger = new CalculationBuilder().input("stranger", BigDecimal.ONE, USD);

        assertThatThrownBy(() -> benefit.plus(stranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The term stranger = 1 USD belongs to another calculation.");
    }

    @Test
    void recordSumsCheckTheUnitsOfTheirColumns() {
        RecordTable table = RecordTable.of("bars", USD.per(TONNE), TONNE, new double[] {900}, new double[] {10});
        Term one = builder.fraction("1");
        Term price = builder.input("price", BigDecimal.TEN, USD.per(TONNE));
        RecordColumns good = new RecordColumns(one, price, one);

        assertThat(builder.zeroedRecordSum(price, table, good).unit()).isEqualTo(USD);
        assertThat(builder.nettedRecordSum(price, table, good).unit()).isEqualTo(USD);
        assertThat(builder.recordsBelow(price, table, good).unit()).isEqualTo(Unit.COUNT);
        assertThat(builder.recordQuantity(table, good).unit()).isEqualTo(TONNE);
        assertThatThrownBy(() -> builder.zeroedRecordSum(benefit, table, good))
                .hasMessage(
                        "The units differ: (benefit) in USD as benchmark of the prices of bars, which is in USD/t.");
        assertThatThrownBy(() -> builder.nettedRecordSum(price, table, new RecordColumns(price, price, one)))
                .hasMessage("The units differ: (price) in USD/t as scale of the prices of bars, which is a fraction.");
        assertThatThrownBy(() -> builder.recordsBelow(price, table, new RecordColumns(one, one, one)))
                .hasMessage("The units differ: 1 (a fraction) as shift of the prices of bars, which is in USD/t.");
        assertThatThrownBy(() -> builder.zeroedRecordSum(price, table, new RecordColumns(one, price, price)))
                .hasMessageContaining("scale of the quantities of bars");
        assertThatThrownBy(() -> builder.recordQuantity(table, new RecordColumns(one, price, price)))
                .hasMessageContaining("scale of the quantities of bars");
    }

    @Test
    void theOutlineKeepsItsOrder() {
        OutlineBuilder first = builder.outline().section("First");
        first.line("Benefit", benefit, Authority.law("19 CFR 351.503"));
        builder.outline().section("Second", "companies.x").section("Of it").note("A finding.");
        first.note("Late, but in its section.");

        assertThat(builder.build().outline())
                .isEqualTo(new Outline.Section(
                        "",
                        "",
                        List.of(
                                new Outline.Section(
                                        "First",
                                        "",
                                        List.of(
                                                new Outline.Line("Benefit", benefit, Authority.law("19 CFR 351.503")),
                                                note("Late, but in its section."))),
                                new Outline.Section(
                                        "Second",
                                        "companies.x",
                                        List.of(new Outline.Section(
                                                "Of it", "companies.x", List.of(note("A finding."))))))));
    }

    private static Outline.Note note(String text) {
        return new Outline.Note(text, Optional.empty(), false, Optional.empty());
    }

    @Test
    void worksheetsStandInTheOutlineWithTheirCells() {
        Authority authority = Authority.derived("sum");
        List<Outline.Cell> row = List.of(Outline.words("L1"), Outline.quantity(benefit));
        List<SheetColumn> columns = List.of(SheetColumn.key("loan"), SheetColumn.of("benefit", Quality.MONEY));
        builder.outline().sheet("Loans", columns, List.of(row), authority);

        Worksheet table = (Worksheet) builder.build().outline().items().get(0);
        assertThat(table.title()).isEqualTo("Loans");
        assertThat(table.columns()).isEqualTo(columns);
        assertThat(table.name(0)).isEqualTo("L1");
        assertThat(table.unit(0)).isEmpty();
        assertThat(table.unit(1)).contains(benefit.unit());
        assertThat(table.rows()).containsExactly(List.of(new Outline.Words("L1"), new Outline.Quantity(benefit)));
        assertThat(table.authority()).isEqualTo(authority);
    }

    @Test
    void aLineGivesItsTermBack() {
        assertThat(builder.outline().line("Benefit", benefit, Authority.derived("stated")))
                .isSameAs(benefit);
    }

    @Test
    void theSameRequirementCountsOnce() {
        Term condition = benefit.less(sales);
        builder.require(condition, "The benefit is too large.");
        builder.require(benefit.less(sales), "The benefit is too large.");
        builder.require(condition, "Another message.");

        assertThat(builder.build().requirements())
                .containsExactly(
                        new Requirement(condition, "The benefit is too large.", ""),
                        new Requirement(condition, "Another message.", ""));
    }

    @Test
    void aWorksheetHasACellForEachColumn() {
        List<SheetColumn> columns = List.of(SheetColumn.key("loan"), SheetColumn.of("benefit", Quality.MONEY));
        List<List<Outline.Cell>> rows = List.of(List.of(Outline.words("L1")));
        assertThatThrownBy(() -> Worksheet.of("Loans", columns, rows, Authority.derived("sum")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row of (Loans) does not have 2 cells.");
    }

    @Test
    void aColumnIsComputedFromColumnsOfItsWorksheet() {
        List<SheetColumn> columns = List.of(SheetColumn.of("benefit", Quality.MONEY, "paid"));
        assertThatThrownBy(() -> Worksheet.of("Loans", columns, List.of(), Authority.derived("sum")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The column (benefit) of (Loans) is computed from (paid), which is not one of its columns.");
    }

    @Test
    void aTotalIsShownBelowSeveralRows() {
        List<SheetColumn> columns = List.of(SheetColumn.key("loan"), SheetColumn.of("benefit", Quality.MONEY));
        List<Outline.Cell> row = List.of(Outline.words("L1"), Outline.quantity(benefit));
        Worksheet one = Worksheet.of("Loans", columns, List.of(row), Authority.derived("sum"));
        assertThat(one.withTotal("benefit", benefit).totals()).isEmpty();
        Worksheet two = Worksheet.of("Loans", columns, List.of(row, row), Authority.derived("sum"));
        assertThat(two.withTotal("benefit", sales).totals())
                .containsExactly(Outline.nothing(), Outline.quantity(sales));
    }

    @Test
    void theKindOfAQuantityFollowsFromItsUnitWhereNobodySays() {
        assertThat(Stream.of("USD", "USD/t", "t", "USD/kVA", "kWh", "day", "count", "CNY/USD")
                        .map(unit -> Quality.of(Unit.parse(unit).orElseThrow())))
                .containsExactly(
                        Quality.MONEY,
                        Quality.PRICE,
                        Quality.QUANTITY,
                        Quality.PRICE,
                        Quality.QUANTITY,
                        Quality.DAYS,
                        Quality.COUNT,
                        Quality.PRICE);
        assertThat(Quality.of(Unit.FRACTION)).isEqualTo(Quality.RATE);
        assertThat(Quality.of(Unit.TRUTH)).isEqualTo(Quality.TRUTH);
    }
}
