package org.advalorem.report.workbook;

import java.util.List;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Summation;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;

/** What can have a cell of its own: a term of the calculation, or a step of the arithmetic by which a spreadsheet reaches it. */
sealed interface Node {
    /** The value that the engine gives it; not finite if its term has none. */
    double value(Values values);

    /** The term that it is, or a step towards. */
    Term term();

    /** A term itself. */
    record Quantity(Term term) implements Node {
        @Override
        public double value(Values values) {
            return values.of(term);
        }
    }

    /** A term to 13 significant digits, the form in which numbers are compared and from which they are rounded. */
    record Legal(Term term) implements Node {
        @Override
        public double value(Values values) {
            double value = values.of(term);
            return Double.isFinite(value) ? LegalDecimals.legal(value).doubleValue() : value;
        }
    }

    /**
     * The decimal places to which a term is taken before it is rounded to a number of places that 13 digits may not reach.
     *
     * @param places the places to which it is rounded in the end
     */
    record Digits(Term term, int places) implements Node {
        @Override
        public double value(Values values) {
            double value = Math.abs(values.of(term));
            return value == 0 || !Double.isFinite(value) ? places : 12 - Math.floor(StrictMath.log10(value));
        }
    }

    /**
     * A part of a long sum.
     *
     * @param index the number of the part, from 0
     */
    record Part(Term term, int index) implements Node {
        /** The summands of a part: four references to other sheets fit into a formula. */
        static final int SUMMANDS = 4;

        static int count(Term sum) {
            return (sum.operands().size() + SUMMANDS - 1) / SUMMANDS;
        }

        List<Term> summands() {
            List<Term> all = term.operands();
            return all.subList(index * SUMMANDS, Math.min(all.size(), (index + 1) * SUMMANDS));
        }

        @Override
        public double value(Values values) {
            double[] parts = summands().stream().mapToDouble(values::of).toArray();
            return Summation.sum(parts, parts.length);
        }
    }

    /** A benchmark restated in the prices as recorded: less the shift, divided by the scale. */
    record Recorded(Term benchmark, Term scale, Term shift) implements Node {
        static Recorded of(Term records) {
            List<Term> operands = records.operands();
            return new Recorded(operands.get(0), operands.get(1), operands.get(2));
        }

        @Override
        public Term term() {
            return benchmark;
        }

        @Override
        public double value(Values values) {
            return (values.of(benchmark) - values.of(shift)) / values.of(scale);
        }
    }

    /** A sum over records before it is scaled. */
    record RecordSum(Term term) implements Node {
        @Override
        public double value(Values values) {
            RecordTable table = term.table();
            double x = Recorded.of(term).value(values);
            return term.operation() == Operation.RECORD_SUM_ZEROED ? table.zeroedSum(x) : table.nettedSum(x);
        }
    }
}
