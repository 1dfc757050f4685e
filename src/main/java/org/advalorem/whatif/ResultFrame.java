package org.advalorem.whatif;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;

/**
 * The results of several cases, with a column of numbers for each result.
 *
 * <p>A case that was not reached or cannot be calculated has no numbers; a case may also lack individual results.
 */
public final class ResultFrame {
    private static final double YES = 0.5;

    private final List<ResultKey> keys;
    private final Map<ResultKey, Integer> places = new HashMap<>();
    private final double[][] columns;
    private final BitSet made = new BitSet();
    private final int cases;

    private ResultFrame(List<ResultKey> keys, int cases) {
        this.keys = List.copyOf(keys);
        this.cases = cases;
        columns = new double[keys.size()][cases];
        for (int i = 0; i < columns.length; i++) {
            places.put(keys.get(i), i);
            Arrays.fill(columns[i], Double.NaN);
        }
    }

    /** An empty frame, to be filled case by case. */
    static ResultFrame empty(List<ResultKey> keys, int cases) {
        return new ResultFrame(keys, cases);
    }

    /** A frame with the results of a model as its only case. */
    public static ResultFrame of(Model model, List<ResultKey> keys) {
        ResultFrame frame = empty(keys, 1);
        frame.put(0, model);
        return frame;
    }

    /** A frame with every rate of a model, verdicts included, as its only case. */
    public static ResultFrame ofRates(Model model) {
        return of(
                model,
                model.results().keys().stream()
                        .filter(key -> key.subject().isTotal() || key.measure() == Measure.NEGATIVE)
                        .toList());
    }

    /** This frame with every rate as published, so that it tells no more than a notice does. */
    ResultFrame asPublished() {
        ResultFrame published = empty(keys, cases);
        published.made.or(made);
        for (int i = 0; i < columns.length; i++) {
            ResultKey key = keys.get(i);
            published.columns[i] = column(key.measure() == Measure.RATE_UNROUNDED ? key.beside(Measure.RATE) : key);
        }
        return published;
    }

    /** Sets the results of a case from a model; those the model lacks stay empty. */
    void put(int row, Model model) {
        made.set(row);
        for (int i = 0; i < columns.length; i++) {
            columns[i][row] = model.result(keys.get(i)).orElse(Double.NaN);
        }
    }

    /** Sets the results of a case from the only case of another frame; those the frame lacks stay empty. */
    void put(int row, ResultFrame only) {
        made.set(row);
        for (int i = 0; i < columns.length; i++) {
            columns[i][row] = only.number(keys.get(i), 0);
        }
    }

    /** Sets one result of a case, by its index among the keys. */
    void put(int row, int key, double value) {
        made.set(row);
        columns[key][row] = value;
    }

    /** The keys of the results, in order. */
    public List<ResultKey> keys() {
        return keys;
    }

    /** The number of cases. */
    public int cases() {
        return cases;
    }

    /** Whether a case was calculated. */
    public boolean isMade(int row) {
        return made.get(row);
    }

    /** The number of cases calculated. */
    public int made() {
        return made.cardinality();
    }

    /** Whether the frame has a column for that result. */
    public boolean has(ResultKey key) {
        return places.containsKey(key);
    }

    /** A result in a case: 1 or 0 for yes or no; NaN if the case lacks it. */
    public double number(ResultKey key, int row) {
        Integer place = places.get(key);
        return place == null ? Double.NaN : columns[place][row];
    }

    /** A verdict in a case; empty if the case lacks it. */
    public Optional<Boolean> truth(ResultKey key, int row) {
        double number = number(key, row);
        return Double.isNaN(number) ? Optional.empty() : Optional.of(number > YES);
    }

    /** Whether a verdict holds in a case. */
    public boolean holds(ResultKey key, int row) {
        return number(key, row) > YES;
    }

    /** A copy of the column of a result, by case; all NaN if the frame has no such column. */
    public double[] column(ResultKey key) {
        Integer place = places.get(key);
        if (place != null) {
            return columns[place].clone();
        }
        double[] none = new double[cases];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** The subjects of the rates, companies and all others, in order. */
    public Set<Subject> totals() {
        Set<Subject> totals = new LinkedHashSet<>();
        // a later year of the run-off is a subject without a rate of its own
        keys.stream()
                .filter(key -> key.measure() == Measure.RATE_UNROUNDED)
                .map(ResultKey::subject)
                .filter(Subject::isTotal)
                .forEach(totals::add);
        return totals;
    }

    /** The rate of a company or of all others in a case; empty if the case lacks it. */
    public Optional<Rate> rate(Subject subject, int row) {
        double unrounded = number(subject.key(Measure.RATE_UNROUNDED), row);
        return Double.isNaN(unrounded)
                ? Optional.empty()
                : Optional.of(new Rate(
                        number(subject.key(Measure.RATE), row),
                        unrounded,
                        truth(subject.key(Measure.DE_MINIMIS), row),
                        isNone(subject, row)));
    }

    /**
     * Whether there is no all-others rate in a case because the determination is negative; a rate with a verdict of its own,
     * a country-wide one, is there all the same.
     */
    public boolean isNone(Subject subject, int row) {
        return subject.level() == Subject.Level.ALL_OTHERS
                && truth(subject.key(Measure.DE_MINIMIS), row).isEmpty()
                && holds(Subject.determination(subject.scope()).key(Measure.NEGATIVE), row);
    }

    /** Whether the determination as a whole is negative in a case; empty if it cannot be. */
    public Optional<Boolean> negative(int row) {
        return truth(Subject.determination(Scope.WHOLE).key(Measure.NEGATIVE), row);
    }
}
