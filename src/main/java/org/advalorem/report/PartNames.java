package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.rules.Period;
import org.advalorem.rules.Proceeding;
import org.advalorem.rules.Scope;

/** What the rates of a year and a product are called beside a company's name, where there are several. */
final class PartNames {
    private PartNames() {}

    /** The words behind a name: {@code , 2016, plate}; of the whole the year and the products it is of. */
    static String of(Scope scope, EvaluatedScenario scenario) {
        Proceeding proceeding = scenario.determination().proceeding();
        return scope.isWhole()
                ? wholeOf(proceeding).map(words -> " (" + words + ")").orElse("")
                : scope.words(proceeding.period());
    }

    /** What the rate of the whole is of, where there are several: {@code 2016, all products}. */
    static Optional<String> wholeOf(EvaluatedScenario scenario) {
        return wholeOf(scenario.determination().proceeding());
    }

    private static Optional<String> wholeOf(Proceeding proceeding) {
        Period period = proceeding.period();
        List<String> words = new ArrayList<>();
        if (period.years().size() > 1) {
            words.add(period.name(period.latest()));
        }
        if (!proceeding.products().isEmpty()) {
            words.add("all products");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }
}
