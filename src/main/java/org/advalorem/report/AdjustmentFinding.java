package org.advalorem.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.whatif.AdjustmentComparison;
import org.advalorem.whatif.AdjustmentComparison.BreakEven;
import org.advalorem.whatif.AdjustmentComparison.Company;
import org.advalorem.whatif.AdjustmentComparison.Outcome;
import org.advalorem.whatif.Rate;

/** What the methods of the export value adjustment give, for the company whose rate depends most on the method. */
public final class AdjustmentFinding {
    private final Company company;

    private AdjustmentFinding(List<Company> companies) {
        this.company = Findings.most(companies, of -> true, AdjustmentFinding::swing);
    }

    /** The finding on companies compared by method. */
    public static AdjustmentFinding of(List<Company> companies) {
        return new AdjustmentFinding(companies);
    }

    /** The company that it is about. */
    public Company company() {
        return company;
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(headline(), context());
    }

    private static double swing(Company company) {
        var rates = company.outcomes().stream()
                .flatMap(outcome -> outcome.rate().stream())
                .mapToDouble(Rate::published)
                .summaryStatistics();
        return rates.getCount() == 0 ? 0 : rates.getMax() - rates.getMin();
    }

    /** A method in words. */
    public static String words(String method) {
        return method.equals(AdjustmentComparison.NONE) ? "no adjustment" : method;
    }

    private String headline() {
        List<String> rates = new ArrayList<>();
        for (Outcome outcome : company.outcomes()) {
            outcome.rate()
                    .ifPresent(rate -> rates.add(words(outcome.method()) + " " + NumberText.percent(rate.published())));
        }
        return company.name() + ": " + String.join(", ", rates) + "; " + breakEvens();
    }

    private String breakEvens() {
        boolean already = company.outcome(AdjustmentComparison.NONE)
                .rate()
                .flatMap(Rate::deMinimis)
                .orElse(false);
        if (already) {
            return "de minimis without an adjustment";
        }
        BigDecimal last = company.curves()
                .get(0)
                .points()
                .get(company.curves().get(0).points().size() - 1)
                .markup();
        List<String> found = company.breakEvens().stream()
                .filter(of -> of.markup()
                        .filter(markup -> markup.compareTo(last) <= 0)
                        .isPresent())
                .map(AdjustmentFinding::breakEven)
                .toList();
        return found.isEmpty()
                ? "not de minimis at any markup up to " + NumberText.percent(last.doubleValue())
                : "de minimis from a markup of " + String.join(", ", found);
    }

    private static String breakEven(BreakEven found) {
        return NumberText.percent(found.markup().orElseThrow().doubleValue()) + " (" + found.method() + ")";
    }

    private String context() {
        return "Export value adjustment by each method, at the scenario\u2019s markup ("
                + company.markup().orElse("from the ledger") + ") and at others"
                + company.outcomes().stream()
                        .filter(outcome -> !outcome.impossible().isEmpty())
                        .map(outcome -> "; impossible: " + outcome.method())
                        .collect(Collectors.joining())
                + ofRatio();
    }

    /** The ratio by destination, if the two differ. */
    private String ofRatio() {
        List<String> rates = company.byDestination().stream()
                .filter(found -> found.outcome().method().equals("ratio"))
                .flatMap(found -> found.outcome().rate().stream()
                        .map(rate -> NumberText.percent(rate.published()) + " of sales to "
                                + (found.destinations().equals("all") ? "all destinations" : "the United States")))
                .toList();
        boolean differ = company.byDestination().stream()
                        .filter(found -> found.outcome().method().equals("ratio"))
                        .flatMap(found -> found.outcome().rate().stream())
                        .map(Rate::published)
                        .distinct()
                        .count()
                > 1;
        return differ ? "; ratio " + String.join(", ", rates) : "";
    }
}
