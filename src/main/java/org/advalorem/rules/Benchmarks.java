package org.advalorem.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;

/** The benchmarks of a scenario by name. */
final class Benchmarks {
    private final Map<String, Facts> byName;

    Benchmarks(Map<String, Facts> byName) {
        this.byName = new LinkedHashMap<>(byName);
    }

    /** The fields of each type of benchmark. */
    static Map<String, FieldSet> fields() {
        Map<String, FieldSet> fields = new LinkedHashMap<>();
        fields.put(InterestBenchmark.TYPE, InterestBenchmark.FIELDS);
        fields.put(OwnLoans.TYPE, OwnLoans.FIELDS);
        fields.put(PriceBenchmark.TYPE, PriceBenchmark.FIELDS);
        return fields;
    }

    /** The lending benchmark of that name: a firm's own loans, or a table. */
    LendingRates lending(String name, Facts asking) {
        Facts facts = find(name, List.of(InterestBenchmark.TYPE, OwnLoans.TYPE), asking);
        return facts.get(Programs.TYPE).equals(OwnLoans.TYPE)
                ? new OwnLoans(name, facts, this)
                : new InterestBenchmark(name, facts);
    }

    /** The lending table of that name. */
    InterestBenchmark table(String name, Facts asking) {
        return new InterestBenchmark(name, find(name, List.of(InterestBenchmark.TYPE), asking));
    }

    /** The benchmark price of that name. */
    PriceBenchmark price(String name, Facts asking) {
        return new PriceBenchmark(name, find(name, List.of(PriceBenchmark.TYPE), asking));
    }

    private Facts find(String name, List<String> types, Facts asking) {
        Facts facts = byName.get(name);
        if (facts == null
                && asking.context().names("benchmarks").orElse(List.of()).contains(name)) {
            // it could not be read, which has been told where it stands
            throw new UnusableFactsException();
        }
        if (facts == null || !types.contains(facts.get(Programs.TYPE))) {
            throw asking.problem(
                    Problem.Code.AV210,
                    "(" + asking.address() + ") needs a benchmark of type " + String.join(" or ", types) + "; (" + name
                            + ") is none.",
                    Nearest.advice(name, byName.keySet()));
        }
        return facts;
    }
}
