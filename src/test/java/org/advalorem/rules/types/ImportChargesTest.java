package org.advalorem.rules.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.OneUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indirect taxes and import charges: 19 CFR 351.510. */
@Shows({"2.7", "20.20"})
final class ImportChargesTest {
    private static SourceNode entry(String date, double payable, double paid) {
        return SourceNode.mapping("date", date, "payable", payable, "paid", paid);
    }

    private static SourceNode entries() {
        return SourceNode.sequence(
                entry("2014-11-30", 900_000, 0),
                entry("2015-03-01", 500_000, 100_000),
                entry("2015-08-01", 600_000, 0));
    }

    @ParameterizedTest
    @CsvSource({"2013, 0", "2014, 900000", "2015, 1000000", "2016, 0"})
    void reliefIsOfTheYearInWhichItWouldHaveBeenPayable(int year, double benefit) {
        assertThat(OneUse.of("import-charges", "entries", entries()).in(year).benefit())
                .isEqualTo(benefit);
    }

    @Test
    void reliefOnCapitalEquipmentIsAllocated() {
        OneUse use = OneUse.of(
                "import-charges",
                "entries",
                SourceNode.sequence(entry("2015-03-01", 1_200_000, 200_000)),
                "capital-equipment",
                "yes",
                "discount-rate",
                "8%",
                "approval-sales",
                "80 million");
        assertThat(use.benefit()).isCloseTo(166_666.67, within(0.005));
        assertThat(use.in(2024).benefit()).isCloseTo(100_000, within(0.005));
    }

    @Test
    void theDefaultIsRebuttable() {
        OneUse use = OneUse.of(
                "import-charges",
                "entries",
                SourceNode.sequence(entry("2015-03-01", 1_200_000, 200_000)),
                "capital-equipment",
                "yes",
                "recurrence",
                "recurring");
        assertThat(use.benefit()).isEqualTo(1_000_000);
    }

    @Test
    void morePaidThanPayableIsAnErrorAtTheRow() {
        assertThat(OneUse.of("import-charges", "entries", SourceNode.sequence(entry("2015-03-01", 1, 2)))
                        .problems())
                .containsExactly(
                        "AV401 The entry of 2015-03-01 paid more than would have been payable without the program.");
    }

    @Test
    void manyEntriesAreOneNode() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(entry("2015-03-01", 1000 + i, 500));
        }
        OneUse use = OneUse.of("import-charges", "entries", SourceNode.sequence(many.toArray()));
        assertThat(use.benefit()).isCloseTo(500 * 500 + 499 * 250, within(1e-6));
        assertThat(use.determination().calculation().terms().size()).isLessThan(100);
    }

    @Test
    void reliefIsShownYearByYear() {
        OneUse use = OneUse.of("import-charges", "entries", entries());
        assertThat(use.table("Taxes and charges"))
                .containsExactly("2014 | 1 | 900000 | 0 | 900000", "2015 | 2 | 1100000 | 100000 | 1000000");
        assertThat(use.tableAuthority("Taxes and charges")).hasToString("19 CFR 351.510(a)(1)");
    }

    /** Duty of 1.2 million on equipment, exports of 100 million, twelve years, 8 percent. */
    private static OneUse equipment(Object... more) {
        List<Object> facts = new ArrayList<>(List.of(
                "entries",
                SourceNode.sequence(entry("2015-03-01", 1_200_000, 0)),
                "capital-equipment",
                "yes",
                "discount-rate",
                "8%",
                "approval-sales",
                "100 million"));
        facts.addAll(List.of(more));
        return OneUse.of("import-charges", facts.toArray()).over(12).specific("export");
    }

    // RULES 20 row 20
    @ParameterizedTest
    @CsvSource({"1998, 181481.48", "2024, 181481.48", "2025, 1200000"})
    void capitalGoodsAreExpensedUnderTheTextOf2025(String regulation, double benefit) {
        assertThat(equipment().under(regulation).benefit()).isCloseTo(benefit, within(0.005));
    }

    @Test
    void underTheTextOf2025NothingIsLeftForLaterYears() {
        assertThat(equipment().under("2025").in(2016).benefit()).isZero();
        assertThat(equipment().under("2024").in(2016).benefit()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1998", "2024", "2025"})
    void eitherDefaultIsRebuttable(String regulation) {
        assertThat(equipment("recurrence", "non-recurring").under(regulation).benefit())
                .isCloseTo(181_481.48, within(0.005));
        assertThat(equipment("recurrence", "recurring").under(regulation).benefit())
                .isEqualTo(1_200_000);
    }

    @Test
    void whatRecurrenceOfCapitalEquipmentRestsOn() {
        String table = "Taxes and charges";
        assertThat(equipment().under("2024").tableAuthority(table).assumption()).contains("A19");
        assertThat(equipment().under("2025").tableAuthority(table)).hasToString("19 CFR 351.521(c)");
        assertThat(equipment("recurrence", "recurring").under("2024").tableAuthority(table))
                .hasToString("19 CFR 351.524(c)(2)");
    }

    @Test
    void entriesDoNotSayWhichOfSeveralYearsApprovedThem() {
        assertThat(equipment(
                                "approved",
                                SourceNode.sequence(
                                        SourceNode.mapping("on", "2014-05-01", "amount", 400_000),
                                        SourceNode.mapping("on", "2015-01-01", "amount", 400_000)))
                        .problems())
                .singleElement()
                .asString()
                .contains("covers several years, 2014 and 2015");
    }

    @Test
    void thePayableInFullIsNoRelief() {
        assertThat(OneUse.of("import-charges", "entries", SourceNode.sequence(entry("2015-03-01", 700, 700)))
                        .benefit())
                .isZero();
    }

    @Test
    void theApprovedTotalDecidesWhetherReliefIsAllocated() {
        // 300,000 of 80 million is below 0.5 percent, the 400,000 approved are exactly that: a tenth each year
        OneUse use = OneUse.of(
                "import-charges",
                "entries",
                SourceNode.sequence(entry("2015-03-01", 300_000, 0)),
                "capital-equipment",
                "yes",
                "approved",
                SourceNode.mapping("on", "2014-05-01", "amount", 400_000),
                "discount-rate",
                "0%",
                "approval-sales",
                "80 million");
        assertThat(use.benefit()).isEqualTo(30_000);
    }
}
