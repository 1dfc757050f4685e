package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.junit.jupiter.api.Test;

final class SheetFormulasTest {
    private static final Unit USD = Unit.of("USD");
    private static final Authority WHY = Authority.law("19 CFR 351.525(a)");
    private static final List<SheetColumn> SALES = List.of(
            SheetColumn.key("sales"),
            SheetColumn.of("gross", Quality.MONEY),
            SheetColumn.of("returns", Quality.MONEY),
            SheetColumn.of("freight", Quality.MONEY),
            SheetColumn.of("net", Quality.MONEY, "gross", "returns", "freight"),
            SheetColumn.of("inside", Quality.MONEY),
            SheetColumn.of("denominator", Quality.MONEY, "net", "inside"));

    private final CalculationBuilder builder = new CalculationBuilder();

    private Term input(String address, String number) {
        return builder.input(address, new BigDecimal(number), USD);
    }

    private List<Outline.Cell> sales(String name, Term returns, Term freight, Term inside, boolean subtracted) {
        Term gross = input(name + ".gross", "100");
        Term net = gross.minus(returns).minus(freight);
        return List.of(
                Outline.words(name),
                Outline.quantity(gross),
                Outline.quantity(returns),
                Outline.quantity(freight),
                Outline.quantity(net),
                Outline.quantity(inside),
                Outline.quantity(subtracted ? net.minus(inside) : net));
    }

    private SheetFormulas.OfSheet formulas(Worksheet sheet) {
        builder.outline().sheet(sheet);
        return read().of(sheet);
    }

    private SheetFormulas read() {
        Explanation explanation = Explanation.of(Values.of(builder.build()));
        return SheetFormulas.of(explanation, input -> input.address().replaceAll(".*\\.", ""));
    }

    @Test
    void columnsAreCalledByTheColumnsTheyNameAndNotByEqualNodes() {
        Term none = builder.literal(0, USD);
        SheetFormulas.OfSheet of = formulas(Worksheet.of(
                "Sales",
                SALES,
                List.of(
                        // two zeros that are one node, and in b nothing that is inside
                        sales("a", none, none, input("a.inside", "7"), true),
                        sales("b", input("b.returns", "1"), none, none, false),
                        sales("c", input("c.returns", "1"), input("c.freight", "2"), input("c.inside", "3"), true)),
                WHY));
        assertThat(of.columns())
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("gross - returns - freight"),
                        Optional.empty(),
                        Optional.of("net - inside"));
        assertThat(of.differences()).containsExactly(new SheetFormulas.Difference(6, List.of(1), "net"));
    }

    @Test
    void aSumOfWhatReadsAlikeIsWrittenOnceAndIsTheSameAsOneOfIt() {
        SheetColumn loan = SheetColumn.key("loan");
        SheetColumn interest = SheetColumn.of("interest", Quality.MONEY);
        Term two = input("a.1.amount", "3").plus(input("a.2.amount", "4"));
        SheetFormulas.OfSheet of = formulas(Worksheet.of(
                "Loans",
                List.of(loan, interest),
                List.of(
                        List.of(Outline.words("a"), Outline.quantity(two)),
                        List.of(Outline.words("b"), Outline.quantity(input("b.1.amount", "5"))),
                        List.of(Outline.words("c"), Outline.quantity(builder.literal(0, USD)))),
                WHY));
        assertThat(of.columns()).containsExactly(Optional.empty(), Optional.of("sum of amount"));
        assertThat(of.differences()).isEmpty();
    }

    @Test
    void countsStandAsTheirColumnWhereTheyMultiplyAndRaiseAndAsNumbersWhereTheyAdd() {
        Term benefit = input("a.benefit", "5000");
        Term rate = builder.input("a.rate", new BigDecimal("0.5"), Unit.FRACTION);
        Term one = builder.literal(1, Unit.FRACTION);
        Term worth = benefit.dividedBy(one.plus(rate).power(one));
        SheetFormulas.OfSheet of = formulas(Worksheet.of(
                "Worth",
                List.of(
                        SheetColumn.key("loan"),
                        SheetColumn.of("benefit", Quality.MONEY),
                        SheetColumn.of("years", Quality.COUNT),
                        SheetColumn.of("worth", Quality.MONEY, "benefit", "years")),
                List.of(List.of(
                        Outline.words("a"), Outline.quantity(benefit), Outline.quantity(one), Outline.quantity(worth))),
                WHY));
        assertThat(of.columns().get(3)).contains("benefit / (1 + rate) ^ years");
    }

    @Test
    void linesNameLinesByNumberAndTotalsByTheirColumn() {
        Term a = input("a.benefit", "5");
        Term b = input("b.benefit", "6");
        Term total = builder.sum(List.of(a, b));
        builder.outline()
                .sheet(Worksheet.of(
                                "Loans",
                                List.of(SheetColumn.key("loan"), SheetColumn.of("benefit", Quality.MONEY)),
                                List.of(
                                        List.of(Outline.words("a"), Outline.quantity(a)),
                                        List.of(Outline.words("b"), Outline.quantity(b))),
                                WHY)
                        .withTotal("benefit", total));
        Term benefit = builder.outline().line("Benefit", total.positivePart(), WHY);
        Term sales = builder.outline().line("Sales", input("sales", "100"), WHY);
        Term rate = builder.outline().line("Rate", benefit.dividedBy(sales), WHY);
        builder.outline().line("Rate of the program", rate, WHY);
        SheetFormulas formulas = read();
        assertThat(builder.build().outline().items().stream()
                        .filter(Outline.Line.class::isInstance)
                        .map(line -> formulas.of((Outline.Line) line).orElse("stated")))
                .containsExactly("max(0, total of benefit)", "stated", "[1] / [2]", "[3]");
    }
}
