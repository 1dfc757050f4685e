package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.rules.Scope;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;

/** The words that follow a company's name to identify the rate of a year and a product, where there are several. */
public final class PartNames {
    private PartNames() {}

    /** The words that follow a name, such as {@code , 2016, plate}; for the whole, its year and products. */
    public static String of(Scope scope, EvaluatedScenario scenario) {
        Proceeding proceeding = scenario.determination().proceeding();
        return scope.isWhole()
                ? wholeOf(proceeding).map(words -> " (" + words + ")").orElse("")
                : scope.words(proceeding.period());
    }

    /** The year and products that the whole stands for, where there are several: {@code 2016, all products}. */
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
