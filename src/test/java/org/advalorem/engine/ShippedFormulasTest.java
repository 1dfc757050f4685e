package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.Shipped;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Determination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every formula printed for a shipped scenario gives, worked out from what is printed alone, the value of its step. */
final class ShippedFormulasTest {
    /** What 15 printed digits may cost a step; a step that lost more would be checked against next to nothing. */
    private static final double LARGEST_ERROR = 1e-11;
    /** The error of a difference of equal amounts, of which all digits but the last cancel: far below a cent. */
    private static final double CANCELLED = 1e-6;

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyStepIsWhatItsNumbersGive(List<Path> files) {
        Determination determination = Shipped.determination(files);
        Calculation calculation = determination.calculation();
        Explanation explanation = Explanation.of(Values.of(calculation));
        Map<String, RecordTable> tables = tables(calculation);
        for (Step step : explanation.steps()) {
            check(step.fullNumbers(), step.value(), step.toString(), tables);
            if (!step.numbers().contains("... (")) {
                assertThat(step.numbers()).isEqualTo(step.fullNumbers());
            }
        }
        for (CompanyResult company : determination.companies()) {
            assertThat(explanation.step(company.rate())).as(company.id()).isPresent();
        }
        determination
                .allOthers()
                .ifPresent(result -> assertThat(explanation.step(result.rate())).isPresent());
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyDerivationOfAResultIsWhatItsNumbersGive(List<Path> files) {
        Determination determination = Shipped.determination(files);
        Calculation calculation = determination.calculation();
        Explanation explanation = Explanation.of(Values.of(calculation));
        Map<String, RecordTable> tables = tables(calculation);
        determination
                .results()
                .keys()
                .forEach(key -> check(
                        key.toString(),
                        explanation.of(determination.results().find(key).orElseThrow()),
                        tables));
    }

    private static void check(String address, Derivation derivation, Map<String, RecordTable> tables) {
        if (!derivation.numbers().contains("... (")) {
            check(derivation.numbers(), derivation.value(), address, tables);
        }
        derivation.operands().forEach(operand -> check(address, operand, tables));
    }

    private static void check(String numbers, double value, String what, Map<String, RecordTable> tables) {
        Printed read = FormulaReader.read(numbers, tables);
        assertThat(read.value()).as("%s: %s", what, numbers).isCloseTo(value, within(read.error()));
        assertThat(read.error())
                .as("%s: %s", what, numbers)
                .isLessThanOrEqualTo(value == 0.0 ? CANCELLED : LARGEST_ERROR * Math.abs(value) + Double.MIN_NORMAL);
    }

    /** The steps and inputs that the formula names are those that it is computed from. */
    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyStepIsWhatTheStepsAndInputsItNamesGive(List<Path> files) {
        Calculation calculation = Shipped.determination(files).calculation();
        Explanation explanation = Explanation.of(Values.of(calculation));
        Map<String, RecordTable> tables = tables(calculation);
        for (Step step : explanation.steps()) {
            String formula = step.fullFormula();
            String numbers = withNumbers(formula, step, explanation);
            Printed read = FormulaReader.read(numbers, tables);
            assertThat(read.value()).as("%s: %s", step, formula).isCloseTo(step.value(), within(read.error()));
        }
    }

    private static String withNumbers(String formula, Step step, Explanation explanation) {
        Map<String, String> numbers =
                new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));
        explanation
                .step(step.term())
                .ifPresent(first ->
                        numbers.put(first.label() + " [" + first.number() + "]", number(first.term(), explanation)));
        names(step, step.term(), explanation, numbers);
        String replaced = formula;
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            replaced = replaced.replace(number.getKey(), "(" + number.getValue() + ")");
        }
        return replaced;
    }

    /** How the operands of a term are called in the formula of a step: by the nearest step, else by address or in full. */
    private static void names(Step of, Term term, Explanation explanation, Map<String, String> numbers) {
        if (term.operation() == Operation.INPUT) {
            numbers.put(term.address(), number(term, explanation));
        }
        for (Term operand : term.operands()) {
            Optional<Step> step = explanation.operand(of, operand);
            step.ifPresent(
                    named -> numbers.put(named.label() + " [" + named.number() + "]", number(operand, explanation)));
            if (step.isEmpty()) {
                names(of, operand, explanation, numbers);
            }
        }
    }

    private static String number(Term term, Explanation explanation) {
        double value = explanation.values().of(term);
        return term.unit().equals(Unit.TRUTH) ? (value == 1.0 ? "yes" : "no") : Numbers.plain(value);
    }

    /** The tables by name; no two have the same, or a formula would not tell which it means. */
    private static Map<String, RecordTable> tables(Calculation calculation) {
        Map<String, RecordTable> tables = new HashMap<>();
        for (Term term : calculation.terms()) {
            switch (term.operation()) {
                case RECORD_SUM_ZEROED, RECORD_SUM_NETTED, RECORDS_BELOW, RECORD_QUANTITY ->
                    assertThat(tables.merge(term.table().name(), term.table(), (known, other) -> known))
                            .as("the table called (%s)", term.table().name())
                            .isSameAs(term.table());
                default -> {}
            }
        }
        return tables;
    }
}
