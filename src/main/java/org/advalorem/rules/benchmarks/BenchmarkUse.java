package org.advalorem.rules.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/**
 * What a benchmark price is used for: the basis of the comparison and the provisions behind it.
 *
 * @param side what the government does with the goods
 * @param basis what the prices on both sides include
 * @param measure the provision that says which price to compare with; empty where the tiers of 19 CFR 351.511(a)(2) say
 *     so
 * @param onBasis the provision on the basis
 */
public record BenchmarkUse(Side side, Basis basis, Optional<Authority> measure, String onBasis) {
    /** Whether the government provides the goods or services, or buys them. */
    public enum Side {
        PROVIDED("lowest"),
        BOUGHT("highest");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        /** Which of several prices the firm would have had in the market: {@code lowest}. */
        String words() {
            return words;
        }

        /** That price. */
        Term extreme(List<Term> prices) {
            BinaryOperator<Term> extreme = this == PROVIDED ? Term::smaller : Term::larger;
            return prices.stream().reduce(extreme).orElseThrow();
        }
    }

    /** What the prices on both sides of a comparison include. */
    public enum Basis {
        EX_WORKS("ex-works", false, false, false),
        FOR_EXPORTERS("delivered without import duty and VAT", true, false, false),
        WITHOUT_VAT("without VAT", true, true, false),
        WITH_VAT("with VAT", true, true, true);

        private final String label;
        private final boolean delivered;
        private final boolean withDuty;
        private final boolean withVat;

        Basis(String label, boolean delivered, boolean withDuty, boolean withVat) {
            this.label = label;
            this.delivered = delivered;
            this.withDuty = withDuty;
            this.withVat = withVat;
        }

        /** Whether prices include freight, insurance and handling. */
        boolean delivered() {
            return delivered;
        }

        /** Whether prices include import duty. */
        boolean withDuty() {
            return withDuty;
        }

        /** Whether prices include VAT. */
        boolean withVat() {
            return withVat;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The benchmark for goods or services that a government provides: 19 CFR 351.511(a)(2). */
    public static BenchmarkUse ofProvision(Basis basis) {
        return new BenchmarkUse(Side.PROVIDED, basis, Optional.empty(), "19 CFR 351.511(a)(2)(iv)");
    }
}
