package org.advalorem.report.page;

import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Withheld;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Script;
import org.advalorem.engine.SheetFormulas;
import org.advalorem.engine.Values;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.FormulaNames;

/** One alternative of the calculation, with the places of its terms in the script of the page. */
final class Live {
    private final EvaluatedScenario scenario;
    private final Script script;
    private final Script.Places places;
    private final Explanation explanation;
    private final SheetFormulas formulas;
    private final Map<String, Integer> words;
    private final Optional<Values> shown;

    /**
     * An alternative.
     *
     * @param shown the values that its public version shows, where the page has brackets around the others
     * @param words the texts that alternatives have in place of one another, by their places
     */
    Live(EvaluatedScenario scenario, Optional<Values> shown, Script script, Map<String, Integer> words) {
        this.shown = shown;
        this.words = words;
        this.scenario = scenario;
        this.script = script;
        this.places = script.add(scenario.values());
        this.explanation = Explanation.of(scenario.values());
        this.formulas = SheetFormulas.of(explanation, FormulaNames::of);
    }

    EvaluatedScenario scenario() {
        return scenario;
    }

    Explanation explanation() {
        return explanation;
    }

    SheetFormulas formulas() {
        return formulas;
    }

    double value(Term term) {
        return scenario.values().of(term);
    }

    boolean holds(Term truth) {
        return scenario.values().holds(truth);
    }

    /** Whether a term stands in brackets. */
    boolean isBracketed(Term term) {
        return shown.filter(values -> Withheld.is(values.of(term))).isPresent();
    }

    /** The place of a term in the script. */
    int place(Term term) {
        return places.of(term);
    }

    /** The place of a text that another alternative has in other words. */
    int place(String text) {
        return words.computeIfAbsent(text, absent -> words.size());
    }

    /** The place of a number that nothing moves. */
    int constant(double number) {
        return script.constant(number);
    }
}
