package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.grant;
import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.advalorem.Shows;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every rate, whatever the numbers; the seeds are printed by the names of failing cases. */
final class RatePropertiesTest {
    private static final String DAY = "2014-05-01";

    /** A group with three programs, all money times a factor, benefits times another, sales times a third. */
    private static Outcome group(long money, long benefit, long sales, String method) {
        return Scenarios.investigation()
                .program("grant", "type", "grant", "discount-rate", "7.3%")
                .program("export", "type", "grant", "recurrence", "recurring", "specificity", "export")
                .program("parent", "type", "grant", "recurrence", "recurring")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(
                                "p", SourceNode.mapping("role", "producer"),
                                "hk", SourceNode.mapping("role", "trading company"),
                                "h",
                                        SourceNode.mapping(
                                                "role",
                                                "holding",
                                                "consolidated-sales",
                                                SourceNode.mapping("2016", 7_777_777 * money * sales))),
                        "sales",
                        SourceNode.sequence(
                                row(2014, "p", "", "domestic", 1_000_003 * money * sales),
                                row(2016, "p", "", "domestic", 2_000_003 * money * sales),
                                row(2016, "p", "hk", "United States", 1_500_007 * money * sales)),
                        "export-value-adjustment",
                        SourceNode.mapping("through", "hk", "method", method, "markup", "6.25%"),
                        "uses",
                        SourceNode.mapping(
                                "grant", grant(DAY, Long.toString(333_337 * money * benefit), "to", "p"),
                                "export",
                                        grant(
                                                "2016-01-01",
                                                Long.toString(22_229 * money * benefit),
                                                "to",
                                                "p",
                                                "less",
                                                SourceNode.mapping("fees", 1_111 * money * benefit)),
                                "parent", grant("2016-01-01", Long.toString(44_449 * money * benefit), "to", "h")))
                .run();
    }

    private static SourceNode row(int year, String seller, String buyer, String destination, long gross) {
        return sale(year, seller, buyer, destination, Long.toString(gross));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ratio", "denominator"})
    void theRateIsFreeOfTheUnitOfMoney(String method) {
        double rate = group(1, 1, 1, method).rate("g");
        assertThat(group(1024, 1, 1, method).rate("g"))
                .as("a power of two changes no digit")
                .isEqualTo(rate);
        assertThat(group(977, 1, 1, method).rate("g")).isCloseTo(rate, within(rate * 1e-14));
    }

    @Shows("P4")
    @ParameterizedTest
    @ValueSource(strings = {"none", "ratio", "denominator"})
    void twiceTheBenefitIsTwiceTheRateAndTwiceTheSalesHalfOfIt(String method) {
        double rate = group(1, 1, 1, method).rate("g");
        assertThat(group(1, 2, 1, method).rate("g")).isEqualTo(2 * rate);
        assertThat(group(1, 1, 2, method).rate("g")).isEqualTo(rate / 2);
    }

    @Tag("slow")
    @Shows("P7")
    @Test
    void addingAProgramNeverLowersTheRate() {
        var random = new Random(1677);
        for (String rounding : List.of("round then sum", "sum then round")) {
            double before = 0;
            double publishedBefore = 0;
            List<Object> uses = new ArrayList<>();
            Scenarios scenario = Scenarios.investigation().proceeding("rounding", rounding);
            for (int i = 0; i < 60; i++) {
                String id = "p" + i;
                // from nothing at all to some percent, many of them not measurable
                double percent = Math.pow(10, -4 + 5 * random.nextDouble());
                scenario.program(id, "type", "stated", "rate", java.math.BigDecimal.valueOf(percent) + "%");
                uses.addAll(List.of(id, use()));
                scenario.company("a", "uses", SourceNode.mapping(uses.toArray()));
                Outcome outcome = scenario.run();
                assertThat(outcome.rate("a")).isGreaterThanOrEqualTo(before);
                assertThat(outcome.of("companies.a.rate")).isGreaterThanOrEqualTo(publishedBefore);
                before = outcome.rate("a");
                publishedBefore = outcome.of("companies.a.rate");
            }
        }
    }

    @Test
    void theGraphGivesTheSameWhenAnInputIsReplacedAsWhenItIsWritten() {
        Outcome written = group(1, 3, 1, "denominator");
        Outcome first = group(1, 1, 1, "denominator");
        Values replaced = Values.of(
                first.determination().calculation(),
                Map.of(
                        "companies.g.uses.grant.p.received.2014-05-01.amount", 3 * 333_337.0,
                        "companies.g.uses.export.p.received.2016-01-01.amount", 3 * 22_229.0,
                        "companies.g.uses.export.p.less.fees", 3 * 1_111.0,
                        "companies.g.uses.parent.h.received.2016-01-01.amount", 3 * 44_449.0));
        assertThat(replaced.of(first.company("g").rate())).isEqualTo(written.rate("g"));
    }
}
