package org.advalorem.api;

import java.util.List;
import java.util.function.Function;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Problems;
import org.advalorem.report.NoNumberException;
import org.advalorem.report.ProblemText;
import org.advalorem.report.SimulationReport;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.CorrelatedInputsException;

/**
 * A scenario that cannot be calculated, or a question that cannot be put to it, with everything that is wrong.
 *
 * <p>The message reads as that of the command: place, code, the line with a caret, what to write instead.
 *
 * <pre>{@code
 * try {
 *     Scenario.load(Path.of("case.yaml"));
 * } catch (ScenarioException e) {
 *     e.problems().forEach(problem -> mark(problem.line(), problem.message()));
 * }
 * }</pre>
 */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    private ScenarioException(String message, List<Problem> problems) {
        super(message);
        this.problems = problems;
    }

    /** The problem of a question that cannot be answered. */
    static ScenarioException of(String message, String advice) {
        Problem problem = new Problem("", "", 0, 0, message, advice);
        return new ScenarioException(problem.toString(), List.of(problem));
    }

    private static ScenarioException of(List<org.advalorem.facts.Problem> problems) {
        return new ScenarioException(
                ProblemText.of(problems).stripTrailing(),
                problems.stream().map(Problem::of).toList());
    }

    /**
     * The answer to a question.
     *
     * @param question notes the problems that it finds
     * @throws ScenarioException if there is a problem
     */
    static <T> T unlessWrong(Function<Problems, T> question) {
        Problems problems = new Problems();
        try {
            T answer = question.apply(problems);
            problems.throwIfAny();
            return answer;
        } catch (InvalidScenarioException e) {
            throw of(e.problems());
        } catch (NoNumberException e) {
            throw of(String.valueOf(e.getMessage()), e.advice());
        } catch (BrokenConditionException e) {
            throw of(
                    SimulationReport.broken(e),
                    e.remedy().isEmpty() ? "Narrow the distribution." : e.remedy() + " Or narrow it.");
        } catch (CorrelatedInputsException e) {
            throw of(
                    String.valueOf(e.getMessage()),
                    "First-order indices divide the variance among independent inputs. Ask for a screening, or remove the"
                            + " correlations from the scenario.");
        }
    }

    /** Everything that is wrong, by place, line and column; at least one. Empty in an exception that was serialized. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
