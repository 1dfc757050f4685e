package org.advalorem.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.BatchWorker;
import org.advalorem.engine.Varied;
import org.advalorem.uncertainty.Design;
import org.advalorem.uncertainty.MonteCarlo;
import org.advalorem.uncertainty.Normal;
import org.advalorem.uncertainty.Variation;

/** A million purchase records in twelve months, each month on a benchmark of its own. */
final class Records {
    static final int MONTHS = 12;
    private static final int RECORDS = 1_000_000;
    private static final long DRAWS = 1_000_000;
    private static final double MEAN = 2000;
    private static final double DEVIATION = 100;

    final BatchPlan plan;
    final Sampling sampling;

    Records(BatchPlan plan, Sampling sampling) {
        this.plan = plan;
        this.sampling = sampling;
    }

    static Records of(int records) {
        SplittableRandom random = new SplittableRandom(12);
        CalculationBuilder builder = new CalculationBuilder();
        RecordColumns columns = new RecordColumns(builder.fraction("1"), builder.fraction("0"), builder.fraction("1"));
        List<Term> savings = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        List<Variation> variations = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            int rows = records / MONTHS;
            double[] prices = new double[rows];
            double[] quantities = new double[rows];
            for (int i = 0; i < rows; i++) {
                prices[i] =
                        Math.rint(100 * (MEAN + 3 * DEVIATION * (random.nextDouble() + random.nextDouble() - 1))) / 100;
                quantities[i] = 1 + random.nextInt(5000);
            }
            RecordTable table = RecordTable.of("month " + month, Unit.FRACTION, Unit.FRACTION, prices, quantities);
            String address = "benchmark-" + month;
            addresses.add(address);
            variations.add(new Variation(Variation.Effect.REPLACE, new Normal(MEAN, DEVIATION), false, ""));
            savings.add(builder.zeroedRecordSum(
                    builder.input(address, BigDecimal.valueOf(MEAN), Unit.FRACTION), table, columns));
        }
        Term rate = builder.sum(savings).dividedBy(builder.input("sales", new BigDecimal("5e12"), Unit.FRACTION));
        Calculation calculation = builder.build();
        List<Varied> varied = addresses.stream()
                .map(address -> Varied.replaced(calculation, address))
                .toList();
        Design design = MonteCarlo.of(1, addresses);
        return new Records(BatchPlan.of(calculation, varied, List.of(rate)), new Sampling(design, variations));
    }

    static void measure() {
        Records records = of(RECORDS);
        BatchWorker worker = records.plan.worker();
        double[] sink = new double[1];
        for (int turn = 0; turn < 3; turn++) {
            long start = System.nanoTime();
            worker.run(0, DRAWS, records.sampling, (first, n, outputs) -> sink[0] += outputs[0][n - 1]);
            System.out.println(JavaPeer.json("records", (System.nanoTime() - start) * 1e-9, 0));
        }
    }
}
