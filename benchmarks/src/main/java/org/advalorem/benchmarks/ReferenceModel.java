package org.advalorem.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference model written out by hand, the way one would without this program: what the peers compute, and the loops
 * that the batch reader is measured against.
 *
 * <p>Its numbers come from the data files of {@code scenarios/reference-model}, read here once more and by other means. With
 * x the 24 benchmarks, f freight, d duty, b the lending rate, g the grants, s domestic and e export sales, m the markup:
 *
 * <pre>
 * S = sum q_i max(0, x_i (1 + d) + f - p_i)      L = sum max(0, k_j b - i_j)      G = sum g_k + verified
 * D = s + e (1 + m)                              rate = sum over B in S, L, G of (B / D &lt; 0.00005 ? 0 : B / D)
 * </pre>
 */
final class ReferenceModel {
    static final Path SCENARIO = Path.of("scenarios", "reference-model", "scenario.yaml");
    static final String RESULT = "companies.eastland.rate-unrounded";
    /** The results that {@code simulate} reports and that vary. */
    static final List<String> REPORTED = List.of(
            RESULT,
            "companies.eastland.de-minimis",
            "companies.eastland.programs.strip-ltar.rate-unrounded",
            "companies.eastland.programs.policy-loans.rate-unrounded",
            "companies.eastland.programs.grants.rate-unrounded",
            "determination.negative");

    static final int PURCHASES = 24;
    static final int FREIGHT = 24;
    static final int DUTY = 25;
    static final int LENDING = 26;
    static final int GRANTS = 27;
    static final int VARYING_GRANTS = 7;
    static final int DOMESTIC = 34;
    static final int EXPORT = 35;
    static final int MARKUP = 36;
    static final int INPUTS = 37;

    private static final double NOT_MEASURABLE = 0.00005;
    private static final LocalDate INTEREST_DUE = LocalDate.of(2024, 12, 31);
    private static final double BASIS = 365;

    final double[] quantity = new double[PURCHASES];
    final double[] paid = new double[PURCHASES];
    final double[] balance;
    final double[] interest;
    final double verifiedGrant = 1.4e6;

    private ReferenceModel(double[] balance, double[] interest) {
        this.balance = balance;
        this.interest = interest;
    }

    /** The model over the folder of the scenario. */
    static ReferenceModel read(Path folder) {
        Map<String, double[]> loans = new LinkedHashMap<>();
        for (String[] row : rows(folder.resolve("loans.csv"))) {
            double[] loan = loans.computeIfAbsent(row[0], name -> new double[2]);
            double amount = Double.parseDouble(row[3]);
            if (row[2].equals("drawdown")) {
                loan[0] += amount * ChronoUnit.DAYS.between(LocalDate.parse(row[1]), INTEREST_DUE) / BASIS;
            } else {
                loan[1] += amount;
            }
        }
        ReferenceModel model = new ReferenceModel(
                loans.values().stream().mapToDouble(loan -> loan[0]).toArray(),
                loans.values().stream().mapToDouble(loan -> loan[1]).toArray());
        List<String[]> prices = prices(folder.resolve("scenario.yaml"));
        List<String[]> purchases = rows(folder.resolve("purchases.csv"));
        for (int i = 0; i < PURCHASES; i++) {
            String[] price = prices.get(i);
            String[] purchase = purchases.stream()
                    .filter(row -> row[0].startsWith(price[0]) && row[3].equals(price[1]))
                    .findFirst()
                    .orElseThrow();
            model.quantity[i] = Double.parseDouble(purchase[4]);
            model.paid[i] = Double.parseDouble(purchase[5]);
        }
        return model;
    }

    /** Month, grade and price of the benchmark, one line each in the scenario. */
    private static List<String[]> prices(Path scenario) {
        Pattern line = Pattern.compile(" +- \\{month: ([0-9-]+), grade: ([a-z-]+), price: ([0-9.]+)}");
        try {
            return Files.readAllLines(scenario).stream()
                    .map(line::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new String[] {row.group(1), row.group(2), row.group(3)})
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The obvious loop: one draw at a time. */
    void perDraw(double[][] columns, double[] x, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < INPUTS; k++) {
                x[k] = columns[k][i];
            }
            out[i] = rate(x);
        }
    }

    private double rate(double[] x) {
        double purchases = 0;
        for (int i = 0; i < PURCHASES; i++) {
            purchases += quantity[i] * Math.max(0.0, x[i] * (1 + x[DUTY]) + x[FREIGHT] - paid[i]);
        }
        double loans = 0;
        for (int j = 0; j < balance.length; j++) {
            loans += Math.max(0.0, balance[j] * x[LENDING] - interest[j]);
        }
        double grants = verifiedGrant;
        for (int k = 0; k < VARYING_GRANTS; k++) {
            grants += x[GRANTS + k];
        }
        double sales = x[DOMESTIC] + x[EXPORT] * (1 + x[MARKUP]);
        return measurable(purchases / sales) + measurable(loans / sales) + measurable(grants / sales);
    }

    private static double measurable(double rate) {
        return rate < NOT_MEASURABLE ? 0.0 : rate;
    }

    /** Buffers of the fused loops. */
    static final class Buffers {
        final double[] one;
        final double[] purchases;
        final double[] loans;
        final double[] grants;
        final double[] sales;

        Buffers(int block) {
            one = aligned(block);
            purchases = aligned(block);
            loans = aligned(block);
            grants = aligned(block);
            sales = aligned(block);
        }
    }

    /** Of a length with which arrays that lie side by side all begin at the same distance from a cache line. */
    static double[] aligned(int block) {
        return new double[(block + 9) / 8 * 8 - 2];
    }

    /** Loops over blocks, fused by hand as far as the compiler still vectorises them. */
    void fused(double[][] w, Buffers b, double[] out, int n) {
        double[] duty = w[DUTY];
        for (int i = 0; i < n; i++) {
            b.one[i] = 1 + duty[i];
        }
        Arrays.fill(b.purchases, 0, n, 0.0);
        for (int k = 0; k < PURCHASES; k += 2) {
            twoPurchases(
                    w[k],
                    w[k + 1],
                    b.one,
                    w[FREIGHT],
                    quantity[k],
                    quantity[k + 1],
                    paid[k],
                    paid[k + 1],
                    b.purchases,
                    n);
        }
        sixLoans(w[LENDING], balance, interest, b.loans, n);
        grants(w, b.grants, n);
        sales(w[DOMESTIC], w[EXPORT], w[MARKUP], b.sales, n);
        rates(b.purchases, b.loans, b.grants, b.sales, out, n);
    }

    private static void twoPurchases(
            double[] x,
            double[] y,
            double[] one,
            double[] freight,
            double q,
            double r,
            double p,
            double s,
            double[] sum,
            int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i]
                    + q * Math.max(0.0, x[i] * one[i] + freight[i] - p)
                    + r * Math.max(0.0, y[i] * one[i] + freight[i] - s);
        }
    }

    private static void sixLoans(double[] b, double[] k, double[] paid, double[] out, int n) {
        Arrays.fill(out, 0, n, 0.0);
        for (int j = 0; j < k.length; j += 2) {
            twoLoans(b, k[j], k[j + 1], paid[j], paid[j + 1], out, n);
        }
    }

    private static void twoLoans(double[] b, double k, double l, double p, double q, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i] + Math.max(0.0, k * b[i] - p) + Math.max(0.0, l * b[i] - q);
        }
    }

    private void grants(double[][] w, double[] out, int n) {
        four(w[GRANTS], w[GRANTS + 1], w[GRANTS + 2], w[GRANTS + 3], verifiedGrant, out, n);
        three(w[GRANTS + 4], w[GRANTS + 5], w[GRANTS + 6], out, n);
    }

    private static void four(double[] a, double[] b, double[] c, double[] d, double e, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = e + a[i] + b[i] + c[i] + d[i];
        }
    }

    private static void three(double[] a, double[] b, double[] c, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = out[i] + a[i] + b[i] + c[i];
        }
    }

    private static void sales(double[] domestic, double[] export, double[] markup, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = domestic[i] + export[i] * (1 + markup[i]);
        }
    }

    private static void rates(
            double[] purchases, double[] loans, double[] grants, double[] sales, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = measurable(purchases[i] / sales[i])
                    + measurable(loans[i] / sales[i])
                    + measurable(grants[i] / sales[i]);
        }
    }
}
