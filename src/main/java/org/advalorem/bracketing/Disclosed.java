package org.advalorem.bracketing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Gradient;
import org.advalorem.engine.Values;
import org.advalorem.facts.Provenance.Publication;
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

    private final Determination complete;
    private final Values values;
    private final Bracketing ofResults;
    private final Confidential confidential;
    private final Map<ResultKey, Term> rates = new LinkedHashMap<>();

    private Disclosed(Determination complete, Values values) {
        this.complete = complete;
        this.values = values;
        List<String> read = new ArrayList<>();
        complete.register().all().forEach(fact -> read.add(fact.address().toString()));
        complete.sheets().forEach(sheet -> read.add(sheet.rows().address().toString()));
        this.ofResults = complete.bracketing().ofResults(read);
        BitSet candidates = new BitSet();
        Map<ResultKey, Term> published = published();
        published.values().forEach(term -> candidates.set(term.index()));
        this.confidential = new Confidential(complete, candidates);
        BitSet withoutBrackets = new Confidential(complete, new BitSet()).hidden();
        published.forEach((key, term) -> {
            if (withoutBrackets.get(term.index())) {
                rates.put(key, term);
            }
        });
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
        Map<Term, Integer> places = new LinkedHashMap<>();
        confidential.leaves().stream().mapToObj(terms::get).forEach(leaf -> {
            boolean ranged = leaf.operation() == Operation.INPUT
                    && complete.register()
                            .find(leaf.address())
                            .filter(fact -> complete.bracketing().of(fact) == Publication.RANGED)
                            .isPresent();
            int place = inference.unknown(
                    name(leaf),
                    values.of(leaf),
                    ranged ? Inference.RANGED : 1.0,
                    leaf.unit().isFraction());
            if (place >= 0) {
                places.put(leaf, place);
            }
        });
        places.forEach((leaf, place) -> {
            // a sum over many rows, priced by a benchmark, tells of no single row
            boolean tells = !leaf.operation().isOverRecords()
                    || leaf.operation() == Operation.RECORD_QUANTITY
                    || leaf.table().rows() == 1;
            if (tells && leaf.operation() != Operation.RECORDS_BELOW) {
                inference.protect(name(leaf), values.of(leaf), Map.of(place, 1.0));
            }
        });
        for (Term term : terms) {
            if (term.operation() == Operation.SUM && isOfLeaves(term)) {
                inference.protect(
                        "the sum of " + name(term.operands().get(0)) + " and others",
                        values.of(term),
                        slopes(term, places));
            }
        }
        Set<Term> amounts = new HashSet<>();
        for (ResultKey key : complete.results().keys()) {
            Term term = complete.results().find(key).orElseThrow();
            if (AMOUNTS.contains(key.measure()) && !isShown(term) && amounts.add(term)) {
                inference.protect(key.toString(), values.of(term), slopes(term, places));
            }
        }
        rates.forEach((key, term) -> inference.observe(
                key.toString(),
                slopes(term, places),
                isPublishedRate(key, term) ? ROUNDING : EXACT * Math.max(Math.abs(values.of(term)), EXACT)));
    }

    /** Whether a sum is one of confidential numbers alone. */
    private boolean isOfLeaves(Term sum) {
        return sum.operands().size() > 1
                && sum.operands().stream()
                        .allMatch(operand -> confidential.leaves().get(operand.index())
                                && (operand.operation() == Operation.INPUT
                                        || operand.operation() == Operation.RECORD_QUANTITY));
    }

    private Map<Integer, Double> slopes(Term of, Map<Term, Integer> places) {
        Gradient gradient = Gradient.of(values, of);
        Map<Integer, Double> slopes = new HashMap<>();
        places.forEach((leaf, place) -> slopes.merge(place, gradient.by(leaf), Double::sum));
        return slopes;
    }

    /** The address of an input; of a sum over rows, a name that is the same wherever it is the same sum. */
    private String name(Term leaf) {
        if (leaf.operation() == Operation.INPUT) {
            return leaf.address();
        }
        String records = leaf.operands().stream()
                .filter(operand -> operand.operation() == Operation.INPUT)
                .map(Term::address)
                .filter(address -> address.contains(".change."))
                .map(address -> address.substring(0, address.lastIndexOf(".change.")))
                .findFirst()
                .orElse(leaf.table().name());
        return (leaf.operation() == Operation.RECORD_QUANTITY ? "the total of " : "the comparison of ") + records + " ("
                + leaf.table().name() + ", " + Long.toHexString(Double.doubleToLongBits(values.of(leaf))) + ")";
    }
}
