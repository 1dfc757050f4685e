package org.advalorem.report.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Withheld;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.SheetFormulas;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.FormulaNames;

/** The public version of an alternative, beside which the proprietary one has its brackets. */
final class InPublic {
    private final EvaluatedScenario scenario;
    private final Explanation explanation;
    private final SheetFormulas formulas;
    private final IdentityHashMap<Outline.Item, Outline.Item> counterparts = new IdentityHashMap<>();

    /**
     * The public version of an alternative.
     *
     * @param complete the alternative
     * @param scenario the same in public, whose outline has an item for each of the other's, in the same order
     */
    InPublic(EvaluatedScenario complete, EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.explanation = Explanation.of(scenario.values());
        this.formulas = SheetFormulas.of(explanation, FormulaNames::of);
        pair(outline(complete), outline(scenario));
    }

    private static List<Outline.Item> outline(EvaluatedScenario of) {
        return of.determination().calculation().outline().items();
    }

    private void pair(List<Outline.Item> complete, List<Outline.Item> shown) {
        for (int i = 0; i < complete.size(); i++) {
            counterparts.put(complete.get(i), shown.get(i));
            if (complete.get(i) instanceof Outline.Section one && shown.get(i) instanceof Outline.Section other) {
                pair(one.items(), other.items());
            }
        }
    }

    /** What the public version has in place of an item; empty if that is no item of the kind. */
    <T extends Outline.Item> Optional<T> of(T item, Class<T> kind) {
        return Optional.ofNullable(counterparts.get(item))
                .filter(kind::isInstance)
                .map(kind::cast);
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

    boolean isWithheld(Term term) {
        return Withheld.is(scenario.values().of(term));
    }
}
