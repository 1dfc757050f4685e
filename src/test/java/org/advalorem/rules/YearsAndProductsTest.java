package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;

import org.advalorem.Shows;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.base.LeftOut;
import org.junit.jupiter.api.Test;

/** A rate for each year of the period and for each product, and what no year counts. */
@Shows("1")
final class YearsAndProductsTest {
    /** 1 % of 2015's sales, 0.5 % of 2016's. */
    private static Scenarios twoYears() {
        return Scenarios.review()
                .proceeding("period", "2015-11-06 to 2016-12-31")
                .program("g", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2015, "a", "", "domestic", "100 million"),
                                sale(2016, "a", "", "domestic", "200 million")),
                        "uses",
                        SourceNode.mapping(
                                "g",
                                use(
                                        "received",
                                        SourceNode.sequence(
                                                SourceNode.mapping("on", "2015-03-01", "amount", "1 million"),
                                                SourceNode.mapping("on", "2016-03-01", "amount", "1 million"),
                                                SourceNode.mapping("on", "2017-01-01", "amount", "7 million")))));
    }

    @Test
    void eachCalendarYearHasTheRateOfItsWholeYear() {
        var outcome =
                twoYears().respondent("b", "2%").allOthers("method", "simple").run();
        assertThat(outcome.percent("companies.a.year.2015.rate")).isEqualByComparingTo("1");
        assertThat(outcome.percent("companies.a.year.2016.rate")).isEqualByComparingTo("0.5");
        assertThat(outcome.percent("companies.a.rate")).isEqualByComparingTo("0.5");
        assertThat(outcome.percent("companies.a.year.2015.programs.g.rate")).isEqualByComparingTo("1");
        assertThat(outcome.percent("all-others.year.2015.rate")).isEqualByComparingTo("1.5");
        assertThat(outcome.percent("all-others.rate")).isEqualByComparingTo("1.25");
    }

    @Test
    void verdictsFollowPerYear() {
        var outcome = twoYears()
                .proceeding("period", "2015-11-06 to 2016-12-31")
                .program("s", "type", "stated")
                .company(
                        "c",
                        "uses",
                        SourceNode.mapping(
                                "s",
                                SourceNode.sequence(
                                        SourceNode.mapping("rate", "0.49%", "years", 2015),
                                        SourceNode.mapping("rate", "0.5%", "years", 2016))))
                .run();
        assertThat(outcome.of("companies.c.year.2015.de-minimis")).isEqualTo(1);
        assertThat(outcome.of("companies.c.year.2016.de-minimis")).isZero();
        assertThat(outcome.of("companies.c.de-minimis")).isZero();
    }

    @Test
    void aUseOfAYearOutsideThePeriodIsRefused() {
        assertThat(twoYears()
                        .program("s", "type", "stated")
                        .company("c", "uses", SourceNode.mapping("s", use("rate", "1%", "years", 2014)))
                        .problems())
                .singleElement()
                .asString()
                .contains("2014, which is not a year of the period 2015-11-06 to 2016-12-31");
    }

    @Test
    void whatNoYearCountsIsTold() {
        var outcome = twoYears().run();
        assertThat(outcome.determination().leftOut()).singleElement().satisfies(leftOut -> {
            assertThat(leftOut.about()).isEqualTo("companies.a.uses.g.1");
            assertThat(leftOut.count()).isEqualTo(1);
            assertThat(outcome.values().of(leftOut.sum().orElseThrow())).isEqualTo(7e6);
            assertThat(leftOut.why()).isEqualTo("received outside 2015-11-06 to 2016-12-31");
        });
    }

    @Test
    void salesOfYearsThatNothingNeedsAreTold() {
        var outcome = Scenarios.review()
                .program("g", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "a", "", "domestic", "100 million"),
                                sale(2011, "a", "", "domestic", "3 million")),
                        "uses",
                        SourceNode.mapping("g", grant("2016-03-01", "1 million")))
                .run();
        assertThat(outcome.determination().leftOut()).singleElement().satisfies(leftOut -> {
            assertThat(leftOut.what()).isEqualTo(LeftOut.What.SALES);
            assertThat(outcome.values().of(leftOut.sum().orElseThrow())).isEqualTo(3e6);
        });
    }

    @Test
    void aGrantBeforeTheUsefulLifeIsLeftOut() {
        var outcome = Scenarios.review()
                .program("g", "type", "grant", "discount-rate", "8%")
                .company(
                        "a",
                        "uses",
                        SourceNode.mapping(
                                "g",
                                grant("2006-12-31", "1 million", "over", "1 million", "approval-sales", "1 million")))
                .run();
        assertThat(outcome.determination().leftOut())
                .singleElement()
                .satisfies(leftOut -> assertThat(leftOut.why()).isEqualTo("received outside the 10 years up to 2016"));
    }

    /** Plate 40m with a tied 0.8m, sheet 60m, untied 1m: 3.00 % and 1.00 %; together 1.8m of 100m. */
    private static Scenarios products() {
        return Scenarios.review()
                .proceeding("products", SourceNode.sequence("plate", "sheet"))
                .program("untied", "type", "grant", "recurrence", "recurring")
                .program("tied", "type", "grant", "recurrence", "recurring")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(
                                sale(2016, "a", "", "domestic", "40 million", "product", "plate"),
                                sale(2016, "a", "", "domestic", "60 million", "product", "sheet")),
                        "uses",
                        SourceNode.mapping(
                                "untied",
                                grant("2016-03-01", "1 million"),
                                "tied",
                                grant("2016-03-01", "0.8 million", "tied-to", SourceNode.mapping("product", "plate"))));
    }

    @Test
    void eachProductHasARate() {
        var outcome = products().run();
        assertThat(outcome.percent("companies.a.product.plate.rate")).isEqualByComparingTo("3");
        assertThat(outcome.percent("companies.a.product.sheet.rate")).isEqualByComparingTo("1");
        assertThat(outcome.percent("companies.a.product.plate.programs.tied.rate"))
                .isEqualByComparingTo("2");
        assertThat(outcome.percent("companies.a.rate")).isEqualByComparingTo("1.8");
        assertThat(outcome.assumptions()).contains("A96");
    }

    @Test
    void withoutProductsThereIsOneRate() {
        var outcome = products().withoutProceeding("products").run();
        assertThat(outcome.percent("companies.a.rate")).isEqualByComparingTo("3");
        assertThat(outcome.determination().parts()).isEmpty();
    }

    /** A respondent that sells one of the products only: its rate of all of them is that of plate. */
    @Test
    void aProductWithoutSalesHasNoWeight() {
        var outcome = products()
                .proceeding("products", SourceNode.sequence("plate", "coil"))
                .run();
        assertThat(outcome.percent("companies.a.rate")).isEqualByComparingTo("3");
        assertThat(outcome.percent("companies.a.product.coil.rate")).isEqualByComparingTo("1");
    }

    @Test
    void whatIsAllocatedFindsItsYearsByItself() {
        assertThat(twoYears()
                        .program("n", "type", "grant", "discount-rate", "8%")
                        .company(
                                "c", "uses", SourceNode.mapping("n", grant("2015-03-01", "1 million", "years", "2015")))
                        .problems())
                .anySatisfy(problem -> assertThat(problem).contains("is allocated over time"));
    }

    /** 5 over exports of 40: sales to the exporting country are none, whoever writes it how. */
    @Test
    void aSaleToTheExportingCountryIsNoExport() {
        for (String home : new String[] {"domestic", "Domestic", "FREEDONIA", "Freedonia"}) {
            for (String us : new String[] {"United States", "USA", "U.S.", "united states of america"}) {
                var outcome = Scenarios.review()
                        .program("g", "type", "grant", "recurrence", "recurring", "specificity", "export")
                        .company(
                                "a",
                                "sales",
                                SourceNode.sequence(sale(2016, "a", "", home, "60"), sale(2016, "a", "", us, "40")),
                                "uses",
                                SourceNode.mapping("g", grant("2016-03-01", "5")))
                        .run();
                assertThat(outcome.percent("companies.a.rate"))
                        .as(home + ", " + us)
                        .isEqualByComparingTo("12.5");
            }
        }
    }

    /** Two purchases of 10,000 t at 100 below the benchmark, sales 100m: 2.00 % of the fiscal year, 1.00 % of 2010. */
    @Test
    void aFiscalYearTakesBothCalendarYears() {
        assertThat(purchases("2010-04-01 to 2011-03-31").run().published("a")).isEqualTo("2.00");
        var calendar = purchases("2010").run();
        assertThat(calendar.published("a")).isEqualTo("1.00");
        assertThat(calendar.determination().leftOut()).singleElement().satisfies(leftOut -> {
            assertThat(leftOut.what()).isEqualTo(LeftOut.What.PURCHASES);
            assertThat(calendar.values().of(leftOut.sum().orElseThrow())).isEqualTo(4e6);
        });
    }

    private static Scenarios purchases(String period) {
        return Scenarios.investigation()
                .proceeding("period", period)
                .with(
                        "benchmarks",
                        SourceNode.mapping(
                                "b",
                                SourceNode.mapping(
                                        "type",
                                        "price",
                                        "unit",
                                        "USD/t",
                                        "world",
                                        SourceNode.mapping("x", "500 USD/t"))))
                .program("l", "type", "less-than-adequate-remuneration", "benchmark", "b")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(2010, "a", "", "domestic", "100 million")),
                        "uses",
                        SourceNode.mapping(
                                "l",
                                use("purchases", SourceNode.sequence(purchase("2010-05-10"), purchase("2011-02-10")))));
    }

    private static SourceNode.Mapping purchase(String date) {
        return SourceNode.mapping("date", date, "status", "authority", "quantity", "10000", "price", "400");
    }
}
