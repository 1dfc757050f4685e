package org.advalorem.rules.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.Shows;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.rules.deposits.RateRow.Status;
import org.advalorem.rules.deposits.RateTable.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which line serves an entry: 19 CFR 351.107, RULES 20 rows 9 to 11. */
final class RateTableTest {
    private final CalculationBuilder builder = new CalculationBuilder();
    private final List<RateTable.Rate> rates = new ArrayList<>();

    private RateTableTest row(String company, String exporter, String producer, String percent, Status status) {
        return row(company, exporter, producer, percent, status, "", "");
    }

    private RateTableTest row(
            String company, String exporter, String producer, String percent, Status status, String from, String to) {
        RateRow row = new RateRow(
                firm(company),
                firm(exporter),
                firm(producer),
                Optional.empty(),
                Optional.empty(),
                status,
                true,
                day(from),
                day(to),
                Optional.empty(),
                Optional.empty(),
                "");
        rates.add(new RateTable.Rate(row, builder.fraction(percent)));
        return this;
    }

    private static Optional<LocalDate> day(String day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    private static Optional<FirmName> firm(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(FirmName.of(name));
    }

    private RateTable.Found find(Order order, String exporter, String producer, String day) {
        return new RateTable(order, "all others", rates)
                .find(new RateTable.Entry(FirmName.of(exporter), firm(producer), day(day)));
    }

    private List<String> lines(Order order, String exporter, String producer) {
        return find(order, exporter, producer, "").lines().stream()
                .map(rate -> rate.row().words())
                .toList();
    }

    @Shows("20.9")
    @ParameterizedTest
    @CsvSource({
        "EXPORTER_FIRST, xport, prod, xport",
        "HIGHER, xport, prod, xport+prod",
        "HIGHER, xport, none, xport",
        "HIGHER, none, prod, prod",
        "EXPORTER_FIRST, none, prod, prod",
        "HIGHER, none, other, all others",
        "HIGHER, both, both, both with both",
        "SEPARATE, none, prod, all others",
        "SEPARATE, xport, prod, xport",
        "EXPORTER_FIRST, prod, prod, prod"
    })
    void order(Order order, String exporter, String producer, String expected) {
        row("xport", "", "", "0.03", Status.IN_FORCE)
                .row("prod", "", "", "0.05", Status.IN_FORCE)
                .row("both", "", "", "0.02", Status.IN_FORCE)
                .row("", "both", "both", "0.01", Status.IN_FORCE)
                .row("", "", "", "0.08", Status.IN_FORCE);
        assertThat(String.join("+", lines(order, exporter, producer))).isEqualTo(expected);
    }

    @Shows("20.11")
    @Test
    void anExclusionIsOfTheCombinationAlone() {
        row("", "maker", "maker", "0", Status.EXCLUDED).row("", "", "", "0.08", Status.IN_FORCE);
        assertThat(find(Order.EXPORTER_FIRST, "maker", "maker", "").excluded()).isTrue();
        RateTable.Found resold = find(Order.EXPORTER_FIRST, "reseller", "maker", "");
        assertThat(resold.excluded()).isFalse();
        assertThat(resold.lines()).singleElement().matches(rate -> rate.row().isOfOthers());
        assertThat(resold.passed())
                .extracting(RateTable.Passed::why)
                .containsExactly("an exclusion does not extend to other exporters and resellers");
        assertThat(lines(Order.EXPORTER_FIRST, "maker", "other")).containsExactly("all others");
    }

    @Test
    void aDeactivatedCompanyFallsToTheNextLine() {
        row("acme", "", "", "0.03", Status.DEACTIVATED).row("", "", "", "0.08", Status.IN_FORCE);
        RateTable.Found found = find(Order.EXPORTER_FIRST, "acme", "", "");
        assertThat(found.lines()).singleElement().matches(rate -> rate.row().isOfOthers());
        assertThat(found.passed())
                .extracting(RateTable.Passed::why)
                .containsExactly("the company is deactivated: its own rate no longer serves");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-27, deposits begin with entries of 2025-05-28",
        "2025-05-28, ''",
        "2025-07-01, ''",
        "2025-07-02, 'the last day covered was 2025-07-01, and the next is 2025-09-01: the entry falls in the gap'",
        "2025-12-02, 'the last day covered was 2025-12-01: the entry falls in the gap'"
    })
    void daysCovered(String day, String none) {
        row("", "", "", "0.08", Status.IN_FORCE, "2025-05-28", "2025-07-01")
                .row("", "", "", "0.09", Status.IN_FORCE, "2025-09-01", "2025-12-01");
        assertThat(find(Order.EXPORTER_FIRST, "acme", "", day).none()).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({
        "C-570-195, C-570-195",
        "c570195001, C-570-195-001",
        "A-357-820-000, A-357-820-000",
        "A201837001, A-201-837-001",
        "C-570-195-999, ''",
        "C-57-195, ''",
        "B-570-195, ''"
    })
    void caseNumbers(String written, String read) {
        assertThat(CaseNumber.parse(written).map(CaseNumber::toString).orElse(""))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Panasonic Energy Mexico, S.A. de C.V. | PANASONIC ENERGY MEXICO         | true
            Samsung SDI Energy Malaysia Sdn. Bhd. | Samsung SDI Energy (Malaysia)   | true
            Huzhou Kaijin New Energy Technology Corp., Ltd. | Huzhou Kaijin New Energy Technology | true
            BTR New Material Group Co., Ltd.      | BTR New Material Group Sales Co., Ltd. | false
            SK On                                 | SK Onn                          | false
            """)
    void names(String one, String other, boolean same) {
        assertThat(FirmName.of(one).equals(FirmName.of(other))).isEqualTo(same);
    }
}
