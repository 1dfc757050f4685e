package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.advalorem.rules.exposure.Assessment;

/** The cash of an importer month by month: deposits with the entries, bills and refunds with liquidation. */
public final class ExposureCash {
    private final EvaluatedScenario scenario;
    private final Map<String, double[]> months = new TreeMap<>();

    private ExposureCash(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    /**
     * A month in which something is paid.
     *
     * @param month as {@code 2018-04}
     * @param bills bills with interest
     * @param refunds refunds with interest
     * @param paid deposits and bills less refunds up to its end
     */
    public record Month(String month, double deposits, double bills, double refunds, double paid) {}

    /** The months in which something is paid, in order. Entries whose liquidation is not known settle in none. */
    public static List<Month> of(EvaluatedScenario scenario, Assessment assessment) {
        ExposureCash cash = new ExposureCash(scenario);
        assessment.lines().forEach(cash::add);
        return cash.inOrder();
    }

    private void add(Assessment.Line line) {
        put(line.month(), 0, scenario.value(line.deposit()));
        line.settled().ifPresent(month -> {
            put(month, 1, scenario.value(line.bill()) + scenario.value(line.interestBilled()));
            put(month, 2, scenario.value(line.refund()) + scenario.value(line.interestRefunded()));
        });
    }

    private void put(String month, int column, double amount) {
        if (amount != 0) {
            months.computeIfAbsent(month, absent -> new double[3])[column] += amount;
        }
    }

    private List<Month> inOrder() {
        List<Month> inOrder = new ArrayList<>();
        double paid = 0;
        for (Map.Entry<String, double[]> month : months.entrySet()) {
            double[] of = month.getValue();
            paid += of[0] + of[1] - of[2];
            inOrder.add(new Month(month.getKey(), of[0], of[1], of[2], paid));
        }
        return inOrder;
    }
}
