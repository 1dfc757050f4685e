package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;
import org.advalorem.engine.NotFinite;
import org.advalorem.engine.Step;
import org.advalorem.engine.Values;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Provenance;
import org.advalorem.rules.Determination;

/**
 * Check that an evaluated determination is meaningful: every requirement holds, and every result, verdicts included,
 * rests on finite values only.
 */
public final class EvaluationCheck {
    private static final int TOLD = 3;

    private final Determination determination;
    private final Values values;
    private final Origin whole;
    private final Problems problems;
    private final Set<Term> told = new LinkedHashSet<>();

    private EvaluationCheck(Determination determination, Values values, Origin whole, Problems problems) {
        this.determination = determination;
        this.values = values;
        this.whole = whole;
        this.problems = problems;
    }

    /**
     * Whether every requirement holds and every result is finite; each failure is reported.
     *
     * @param whole the origin of the scenario, for problems that have no place of their own in it
     * @return whether nothing was reported
     */
    public static boolean passes(Determination determination, Values values, Origin whole, Problems problems) {
        EvaluationCheck check = new EvaluationCheck(determination, values, whole, problems);
        return check.requirements() && check.results();
    }

    private boolean requirements() {
        List<NotFinite> consequences = new ArrayList<>();
        boolean told = false;
        for (Requirement requirement : values.failed()) {
            // a comparison with a non-finite value fails for that reason alone, so its message would mislead
            Optional<NotFinite> nowhere = NotFinite.below(requirement.condition(), values);
            if (nowhere.isPresent()) {
                consequences.add(nowhere.get());
            } else {
                told = true;
                Origin origin =
                        determination.register().origin(requirement.about()).orElse(whole);
                problems.add(Problem.Code.AV404, origin, requirement.message(), "");
            }
        }
        if (!told) {
            consequences.forEach(this::tell);
        }
        return !told && consequences.isEmpty();
    }

    private boolean results() {
        if (values.areFinite()) {
            return true;
        }
        boolean finite = true;
        for (Term result : determination.results().terms()) {
            Optional<NotFinite> nowhere = NotFinite.below(result, values);
            nowhere.ifPresent(this::tell);
            finite &= nowhere.isEmpty();
        }
        return finite;
    }

    private void tell(NotFinite nowhere) {
        if (!told.add(nowhere.term())) {
            return;
        }
        List<String> inputs = nowhere.inputs().stream()
                .map(Term::address)
                .filter(address -> determination
                        .register()
                        .find(address)
                        .map(fact -> !fact.provenance().equals(Provenance.DEFAULT))
                        .orElse(true))
                .toList();
        Origin origin = inputs.stream()
                .findFirst()
                .flatMap(determination.register()::origin)
                .orElse(whole);
        problems.add(
                Problem.Code.AV404,
                origin,
                nowhere.step().map(EvaluationCheck::name).orElse("A step of the calculation") + " is not a number: "
                        + nowhere.numbers() + from(inputs),
                inputs.isEmpty() ? "" : "Correct the inputs it comes from.");
    }

    private static String name(Step step) {
        return "Step " + step.number() + " (" + step.label() + ")";
    }

    private String from(List<String> inputs) {
        if (inputs.isEmpty()) {
            return ".";
        }
        String told = inputs.stream()
                .limit(TOLD)
                .map(address -> "(" + address + ")"
                        + determination
                                .register()
                                .find(address)
                                .map(FactRegister.Fact::text)
                                .map(text -> " = " + text)
                                .orElse(""))
                .collect(Collectors.joining(", "));
        int more = inputs.size() - TOLD;
        return ", from " + told + (more > 0 ? " and " + more + " more" : "") + ".";
    }
}
