package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.advalorem.Shipped;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs have names that a reader knows, made of their fields and the names in the scenario. */
final class InputNamesTest {
    private static EvaluatedScenario foil;

    @BeforeAll
    static void read() {
        foil = EvaluatedScenario.of(
                "foil.yaml", Shipped.determination(Path.of("scenarios/aluminum-foil/scenario.yaml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "companies.zhongji.export-value-adjustment.markup|Company Z\u2019s markup",
                "companies.zhongji.export-value-adjustment.method|Company Z\u2019s export value adjustment, method",
                "companies.zhongji.members.ws.consolidated-sales.2016|Z Holding\u2019s consolidated sales, 2016",
                "companies.zhongji.members.zz.role|zz\u2019s role",
                "companies.zhongji.uses.income-tax.zj.income|Reduced income tax for high and new technology enterprises, income (Z Foil)",
                "companies.zhongji.uses.policy-loans.zj.events.5.amount|Policy loans to the aluminum foil industry, events, amount, row 5 (Z Foil)",
                "companies.zhongji.uses.small-grants.zj.received.2016-03-18.amount|Small grants, received, 2016-03-18, amount (Z Foil)",
                "companies.dingsheng.uses.calculated-rate.1.rate|Rate as determined (Hangzhou Dingsheng)",
                "programs.export-buyers-credit.rate|Export Buyer's Credit",
                "programs.technology-grant.discount-rate|Technology transformation grant, discount rate",
                "benchmarks.ingot.world.LME|LME price of ingot",
                "benchmarks.ingot.world.LME.3.price|LME price of ingot, row 3",
                "benchmarks.ingot.world.LME.2016-03|LME price of ingot, 2016-03",
                "benchmarks.ingot.vat|VAT on ingot",
                "benchmarks.ingot.import-duty|import duty on ingot",
                "benchmarks.ingot.ocean-freight.Maersk|Maersk ocean freight of ingot",
                "benchmarks.ingot.inland-freight|inland freight of ingot",
                "benchmarks.ingot.inland-freight.2016-03|inland freight of ingot, 2016-03",
                "benchmarks.lending.base.1.rate|benchmark lending, base, rate, row 1",
                "exchange-rates.5.rate|exchange rates, rate, row 5",
                "issues.markup|issue markup",
                "proceeding.rounding|proceeding, rounding"
            })
    void inputsAreNamed(String address, String expected) {
        assertThat(InputNames.of(foil, address)).isEqualTo(expected);
    }

    @Test
    void aSentenceDoesNotRepeatItsSubject() {
        assertThat(InputNames.after("Company Z", foil, "companies.zhongji.export-value-adjustment.markup"))
                .isEqualTo("its markup");
        assertThat(InputNames.after("Hangzhou Dingsheng", foil, "companies.dingsheng.uses.calculated-rate.1.rate"))
                .isEqualTo("Rate as determined");
        assertThat(InputNames.after("Loften", foil, "benchmarks.ingot.vat")).isEqualTo("VAT on ingot");
    }
}
