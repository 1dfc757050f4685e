package org.advalorem.bracketing;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Gradient;
import org.advalorem.engine.RecordTotals;
import org.advalorem.engine.Values;
import org.advalorem.facts.Provenance.Publication;
import org.advalorem.facts.Records;
import org.advalorem.rules.Bracketing;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;

/**
 * What a public version of a determination prints although confidential numbers stand behind it: its published rates, as a
 * notice does. What is computed from them and from public values is public too.
 */
public final class Disclosed {
    /** The decimal places of a published rate, as a fraction. */
    private static final int PLACES = 4;

    /** The standard deviation of what rounding to that many places takes away. */
    private static final double ROUNDING = 0.5e-4 / Math.sqrt(3);

    /** The relative deviation of what is printed in full. */
    private static final double EXACT = 1e-12;

    /** The amounts that stand in brackets beside a rate. */
    private static final Set<Measure> AMOUNTS = Set.of(Measure.BENEFIT, Measure.SLICE, Measure.DENOMINATOR);

    /** What the all-others rate weighs a company's rate by. */
    private static final String WEIGHT = ".exports-to-us";

    private final Determination complete;
    private final Values values;
    private final List<String> read;
    private final Bracketing bracketing;
    private final Bracketing ofResults;
    private final Map<ResultKey, Term> rates;
    private final Confidential confidential;

    private Disclosed(Determination complete, Values values) {
        this.complete = complete;
        this.values = values;
        this.read = Stream.concat(
                        complete.register().all().stream()
                                .map(fact -> fact.address().toString()),
                        complete.sheets().stream()
                                .map(sheet -> sheet.rows().address().toString()))
                .toList();
        this.bracketing = complete.bracketing().orElseGet(Bracketing::none);
        this.ofResults = bracketing.ofResults(read);
        this.rates = published();
        BitSet disclosed = new BitSet();
        rates.values().forEach(term -> disclosed.set(term.index()));
        this.confidential = new Confidential(complete, bracketing, disclosed);
    }

    /**
     * That of a determination.
     *
     * @param values at the inputs as read
     */
    public static Disclosed of(Determination determination, Values values) {
        return new Disclosed(determination, values);
    }

    /** The published rates, which are printed unless the scenario brackets them, and what it says is public. */
    private Map<ResultKey, Term> published() {
        Map<ResultKey, Term> published = new LinkedHashMap<>();
        for (ResultKey key : complete.results().keys()) {
            Term term = complete.results().find(key).orElseThrow();
            boolean computed =
                    term.operation() != Operation.INPUT && !term.operation().isOverRecords();
            if (computed && (isPublishedRate(key, term) || isStatedPublic(key))) {
                published.put(key, term);
            }
        }
        return published;
    }

    private boolean isPublishedRate(ResultKey key, Term term) {
        boolean later = key.measure() == Measure.RUN_OFF || key.measure() == Measure.RATE_PROJECTED;
        return key.measure().quality() == Quality.PUBLISHED_RATE
                && !later
                && ofResults.of(key.address()) == Publication.PUBLIC
                && isRounded(values.of(term));
    }

    private boolean isStatedPublic(ResultKey key) {
        return ofResults.isStatedPublic(key.address());
    }

    private static boolean isRounded(double rate) {
        return Double.compare(LegalDecimals.round(rate, PLACES), rate) == 0;
    }

    Determination complete() {
        return complete;
    }

    Bracketing bracketing() {
        return bracketing;
    }

    /** The addresses of all values and tables. */
    List<String> read() {
        return read;
    }

    /** The values, of confidential terms as well. */
    Values values() {
        return values;
    }

    Confidential confidential() {
        return confidential;
    }

    /** Whether a term is printed as it is. */
    boolean isShown(Term term) {
        return !confidential.hidden().get(term.index());
    }

    /** Notes, for the confidential numbers of this version, what its published rates tell of them. */
    void tell(Inference inference) {
        List<Term> terms = complete.calculation().terms();
        Map<Term, Map<Integer, Double>> parts = new LinkedHashMap<>();
        Map<String, Whole> wholes = new LinkedHashMap<>();
        confidential.leaves().stream().mapToObj(terms::get).forEach(leaf -> {
            if (leaf.operation() == Operation.INPUT) {
                note(leaf, inference, parts);
            } else if (leaf.operation() != Operation.RECORDS_BELOW) {
                noteRecords(leaf, inference, parts, wholes);
            }
        });
        protectWeights(parts, inference);
        wholes.forEach((records, whole) -> whole.protect(records, inference));
        for (Term term : terms) {
            if (term.operation() == Operation.SUM && isOfLeaves(term)) {
                inference.protect(
                        "the sum of " + name(term.operands().get(0)) + " and others",
                        values.of(term),
                        slopes(term, parts));
            }
        }
        Set<Term> amounts = new HashSet<>();
        for (ResultKey key : complete.results().keys()) {
            Term term = complete.results().find(key).orElseThrow();
            if (AMOUNTS.contains(key.measure()) && !isShown(term) && amounts.add(term)) {
                inference.protect(key.toString(), values.of(term), slopes(term, parts));
            }
        }
        rates.forEach((key, term) -> inference.observe(
                key.toString(),
                slopes(term, parts),
                isPublishedRate(key, term) ? ROUNDING : EXACT * Math.max(Math.abs(values.of(term)), EXACT)));
    }

    private void note(Term input, Inference inference, Map<Term, Map<Integer, Double>> parts) {
        boolean ranged = complete.register()
                .find(input.address())
                .filter(fact -> bracketing.of(fact) == Publication.RANGED)
                .isPresent();
        int place = inference.unknown(
                input.address(),
                values.of(input),
                ranged ? Inference.RANGED : 1.0,
                input.unit().isFraction());
        if (place >= 0) {
            parts.put(input, Map.of(place, 1.0));
            inference.protect(input.address(), values.of(input), Map.of(place, 1.0));
        }
    }

    /**
     * Notes a sum over records: their quantity and what was paid for them are unknown, the same wherever the same records are
     * summed. Single records are not told by sums of several.
     */
    private void noteRecords(
            Term sum, Inference inference, Map<Term, Map<Integer, Double>> parts, Map<String, Whole> wholes) {
        RecordTotals totals = RecordTotals.of(values, sum);
        if (totals.quantity() == 0) {
            return;
        }
        String records = sum.table().name() + ", " + Long.toHexString(Double.doubleToLongBits(totals.quantity())) + ")";
        int quantity = inference.unknown("the quantity of (" + records, totals.quantity(), 1.0, false);
        Map<Integer, Double> of = new HashMap<>(Map.of(quantity, totals.byQuantity()));
        Whole alone = new Whole();
        Whole whole = wholes.computeIfAbsent(name(sum), absent -> new Whole());
        alone.add(quantity, totals.quantity());
        whole.add(quantity, totals.quantity());
        if (totals.byMoney() != 0 && totals.money() != 0) {
            int money = inference.unknown("the money of (" + records, totals.money(), 1.0, false);
            if (money >= 0) {
                of.put(money, totals.byMoney());
                alone.addMoney(money, totals.money());
                whole.addMoney(money, totals.money());
            }
        }
        alone.protect(name(sum) + " (" + records, inference);
        parts.put(sum, of);
    }

    /** Whether a sum is one of confidential numbers alone. */
    private boolean isOfLeaves(Term sum) {
        return sum.operands().size() > 1
                && sum.operands().stream()
                        .allMatch(operand -> confidential.leaves().get(operand.index())
                                && (operand.operation() == Operation.INPUT
                                        || operand.operation() == Operation.RECORD_QUANTITY));
    }

    /**
     * Protects the ratios of the weights of the all-others rate: a respondent that knows its own would know another's (19 CFR
     * 351.109(f)(2)(ii)).
     */
    private void protectWeights(Map<Term, Map<Integer, Double>> parts, Inference inference) {
        List<Term> weights = parts.keySet().stream()
                .filter(leaf ->
                        leaf.operation() == Operation.INPUT && leaf.address().endsWith(WEIGHT) && values.of(leaf) != 0)
                .toList();
        for (int i = 0; i < weights.size(); i++) {
            for (int j = i + 1; j < weights.size(); j++) {
                double one = values.of(weights.get(i));
                double other = values.of(weights.get(j));
                Map<Integer, Double> slopes = new HashMap<>();
                parts.getOrDefault(weights.get(i), Map.of()).keySet().forEach(place -> slopes.put(place, 1 / other));
                parts.getOrDefault(weights.get(j), Map.of())
                        .keySet()
                        .forEach(place -> slopes.put(place, -one / other / other));
                inference.protect(
                        "the ratio of " + weights.get(i).address() + " to "
                                + weights.get(j).address(),
                        one / other,
                        slopes);
            }
        }
    }

    /** Quantity and money of several groups of records together. */
    private static final class Whole {
        private final Map<Integer, Double> quantities = new LinkedHashMap<>();
        private final Map<Integer, Double> moneys = new LinkedHashMap<>();

        void add(int place, double quantity) {
            quantities.put(place, quantity);
        }

        void addMoney(int place, double money) {
            moneys.put(place, money);
        }

        /** Protects the quantity and the average price. */
        void protect(String records, Inference inference) {
            double quantity = sum(quantities);
            double money = sum(moneys);
            Map<Integer, Double> one = new HashMap<>();
            Map<Integer, Double> price = new HashMap<>();
            quantities.keySet().forEach(place -> {
                one.put(place, 1.0);
                price.put(place, -money / quantity / quantity);
            });
            moneys.keySet().forEach(place -> price.put(place, 1 / quantity));
            inference.protect("the quantity of " + records, quantity, one);
            if (money != 0) {
                inference.protect("the average price of " + records, money / quantity, price);
            }
        }

        private static double sum(Map<Integer, Double> of) {
            return of.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private Map<Integer, Double> slopes(Term of, Map<Term, Map<Integer, Double>> parts) {
        Gradient gradient = Gradient.of(values, of);
        Map<Integer, Double> slopes = new HashMap<>();
        parts.forEach((leaf, unknowns) -> {
            double slope = gradient.by(leaf);
            if (slope != 0) {
                unknowns.forEach((place, by) -> slopes.merge(place, slope * by, Double::sum));
            }
        });
        return slopes;
    }

    /** The address of an input, or of the records that are summed. */
    private static String name(Term leaf) {
        if (leaf.operation() == Operation.INPUT) {
            return leaf.address();
        }
        return Records.addressOf(leaf).orElse(leaf.table().name());
    }
}
