package org.advalorem.rules.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.InputTax;

/** The benchmarks of a scenario, by name. */
public final class Benchmarks {
    public static final Field<String> TYPE = Field.required("type", FieldType.text(), "The kind of benchmark.");

    private final Map<String, Facts> byName;

    private Benchmarks(Map<String, Facts> byName) {
        this.byName = byName;
    }

    /** The benchmarks of the scenario in which a benefit is calculated. */
    public static Benchmarks of(BenefitContext context) {
        return new Benchmarks(context.benchmarks());
    }

    /** The fields of each benchmark type. */
    public static Map<String, FieldSet> fields() {
        Map<String, FieldSet> fields = new LinkedHashMap<>();
        fields.put(InterestBenchmark.TYPE, InterestBenchmark.FIELDS);
        fields.put(OwnLoans.TYPE, OwnLoans.FIELDS);
        fields.put(PriceBenchmark.TYPE, PriceBenchmark.FIELDS);
        fields.put(MarketPrice.CANDIDATES_TYPE, MarketPrice.CANDIDATES_FIELDS);
        return fields;
    }

    /**
     * The lending benchmark of the given name: a firm's own loans, or a table.
     *
     * @param asking the use that names it, for messages
     * @throws UnusableFactsException when there is no usable benchmark of that name; the problem has been noted
     */
    public LendingRates lending(String name, Facts asking) {
        Facts facts = find(name, List.of(InterestBenchmark.TYPE, OwnLoans.TYPE), asking);
        return facts.get(TYPE).equals(OwnLoans.TYPE)
                ? new OwnLoans(name, facts, this)
                : new InterestBenchmark(name, facts);
    }

    /**
     * The lending table of the given name.
     *
     * @param asking the use that names it, for messages
     * @throws UnusableFactsException when there is no usable table of that name; the problem has been noted
     */
    InterestBenchmark table(String name, Facts asking) {
        return new InterestBenchmark(name, find(name, List.of(InterestBenchmark.TYPE), asking));
    }

    /**
     * The benchmark price of the given name, or the candidates for one.
     *
     * @param asking the use that names it, for messages
     * @throws UnusableFactsException when there is no usable benchmark price of that name; the problem has been noted
     */
    List<PriceBenchmark> prices(String name, Facts asking) {
        Facts facts = find(name, List.of(PriceBenchmark.TYPE, MarketPrice.CANDIDATES_TYPE), asking);
        return facts.get(TYPE).equals(MarketPrice.CANDIDATES_TYPE)
                ? Every.of(facts.get(MarketPrice.CANDIDATES), candidate -> price(candidate, facts))
                : List.of(new PriceBenchmark(name, facts));
    }

    private PriceBenchmark price(String name, Facts asking) {
        return new PriceBenchmark(name, find(name, List.of(PriceBenchmark.TYPE), asking));
    }

    /**
     * The taxes that a benchmark price includes; of candidates, any of them.
     *
     * @param benchmarks the facts of each benchmark, by name
     * @param name the name of the benchmark
     * @param withVat whether the prices it is compared with include VAT
     */
    public static Set<InputTax> taxes(Map<String, Facts> benchmarks, String name, boolean withVat) {
        Facts facts = benchmarks.get(name);
        if (facts == null) {
            return Set.of();
        }
        return facts.get(TYPE).equals(MarketPrice.CANDIDATES_TYPE)
                ? facts.get(MarketPrice.CANDIDATES).stream()
                        .flatMap(candidate -> taxes(benchmarks, candidate, withVat).stream())
                        .collect(Collectors.toSet())
                : PriceBenchmark.taxes(facts, withVat);
    }

    private Facts find(String name, List<String> types, Facts asking) {
        Facts facts = byName.get(name);
        if (facts == null
                && asking.context().names("benchmarks").orElse(List.of()).contains(name)) {
            // it could not be read, which was reported where it is stated
            throw new UnusableFactsException();
        }
        if (facts == null || !types.contains(facts.get(TYPE))) {
            throw asking.problem(
                    Problem.Code.AV210,
                    "(" + asking.address() + ") needs a benchmark of type " + String.join(" or ", types) + "; (" + name
                            + ") is not one.",
                    Nearest.advice(name, byName.keySet()));
        }
        return facts;
    }
}
