package org.advalorem.report.page;

import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Script;
import org.advalorem.engine.SheetFormulas;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.FormulaNames;
import org.advalorem.report.PageParts;

/** One alternative of the calculation, with the places of its terms in the script of the page. */
final class Live {
    private final EvaluatedScenario scenario;
    private final EvaluatedScenario written;
    private final Script script;
    private final Script.Places places;
    private final Explanation explanation;
    private final SheetFormulas formulas;
    private final Map<String, Integer> words;
    private final Optional<InPublic> inPublic;

    /**
     * An alternative.
     *
     * @param written the scenario as written
     * @param inPublic its public version, if the page has brackets around what that leaves out
     * @param words the texts that alternatives have in place of one another, by their places
     */
    Live(
            EvaluatedScenario scenario,
            EvaluatedScenario written,
            Optional<InPublic> inPublic,
            Script script,
            Map<String, Integer> words) {
        this.written = written;
        this.inPublic = inPublic;
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

    /** The scenario as written, of which this is an alternative. */
    EvaluatedScenario written() {
        return written;
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
        return inPublic.filter(shown -> shown.isWithheld(term)).isPresent();
    }

    /** Its public version, if the page has brackets around what that leaves out. */
    Optional<InPublic> inPublic() {
        return inPublic;
    }

    /**
     * A text in the brackets of the public version.
     *
     * @param shown what the public version has in its place; empty for nothing
     */
    String bracketed(String text, Optional<String> shown) {
        return inPublic.isEmpty()
                ? text
                : shown.map(of -> PageParts.bracketed(text, of)).orElseGet(() -> PageParts.bracketed(text));
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
