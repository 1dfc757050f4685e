package org.advalorem.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance;
import org.advalorem.rules.CompanyResult;

/** What was read and used: value, unit, status, source and where it is written. */
final class InputRows {
    private InputRows() {}

    /** The numbers from which the reported rates were computed, and the choices made. */
    static List<FactRegister.Fact> used(EvaluatedScenario scenario) {
        Basis basis = Basis.of(scenario.values(), UsedAssumptions.results(scenario));
        Set<String> reported =
                scenario.companies().stream().map(CompanyResult::id).collect(Collectors.toSet());
        return scenario.determination().register().all().stream()
                .filter(fact -> !fact.descriptive() && !isUnchangedColumn(fact))
                .filter(fact -> fact.term().map(basis::contains).orElse(true))
                .filter(fact ->
                        fact.term().isPresent() || isReported(fact.address().segments(), reported))
                .toList();
    }

    private static boolean isUnchangedColumn(FactRegister.Fact fact) {
        return fact.provenance().status() == Provenance.Status.DEFAULT
                && fact.address().segments().contains("change");
    }

    private static boolean isReported(List<String> address, Set<String> reported) {
        return address.size() < 2 || !address.get(0).equals("companies") || reported.contains(address.get(1));
    }

    static Table table(EvaluatedScenario scenario) {
        Table.Builder table = Table.titled("", "address", "value", "unit", "status", "source", "written at");
        used(scenario)
                .forEach(fact -> table.row(
                        Cell.of(fact.address().toString()),
                        Cell.of(fact.text()),
                        Cell.of(unit(fact)),
                        Cell.of(fact.provenance().status().label()),
                        Cell.of(fact.provenance().source()),
                        Cell.of(fact.origin().toString())));
        return table.build();
    }

    /** The unit of a number; empty for rates and choices. */
    static String unit(FactRegister.Fact fact) {
        return fact.term().map(Term::unit).map(Unit::toString).orElse("");
    }
}
