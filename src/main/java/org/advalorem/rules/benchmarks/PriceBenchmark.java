package org.advalorem.rules.benchmarks;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.InputTax;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;

/**
 * A benchmark price by month and grade, and the charges between the world market price and the buyer's gate: 19 CFR
 * 351.511(a)(2).
 *
 * <p>{@link BenchmarkBuildUp} computes the delivered benchmark; this class holds what the scenario states and checks
 * its consistency.
 */
public final class PriceBenchmark {
    static final String TYPE = "price";

    static final Field<Tier> TIER = Field.optional(
                    "tier",
                    FieldType.choice(Tier.class),
                    "The tier of the benchmark hierarchy: 1, 2 or 3; 2 when neither it nor prices-of is stated.")
            .under("19 CFR 351.511(a)(2)");
    static final Field<Source> PRICES_OF = Field.optional(
                    "prices-of",
                    FieldType.choice(Source.class),
                    "Whose prices these are: it decides the tier under each text of the regulation.")
            .under("19 CFR 351.511(a)(2)");
    static final Field<Boolean> USABLE = Field.optional(
                    "usable",
                    FieldType.flag(),
                    "Whether the prices can be used: a finding, such as that the government distorts the market.")
            .orElse("yes")
            .under("19 CFR 351.511(a)(2)");
    static final Field<Facts> AUCTION = Field.optional(
                    "auction",
                    FieldType.section(Auction.FIELDS),
                    "What was found of the government's auctions; from the text of 2025 on, their prices count only"
                            + " where all four hold.")
            .under("19 CFR 351.511(a)(2)(iii)");
    public static final Field<Unit> UNIT = Field.required(
            "unit", FieldType.unit(), "The unit of the benchmark and of prices in it that state none: USD/t.");
    static final Field<Map<String, MonthlySeries>> WORLD = Field.required(
                    "world",
                    FieldType.named(FieldType.monthly()),
                    "Market prices by source, month and, where needed, grade.")
            .under("19 CFR 351.511(a)(2)(ii)");
    static final Field<List<String>> USE = Field.optional(
            "use", FieldType.oneOrMore(FieldType.text()), "The sources to average; all of them when left out.");
    static final Field<Map<String, MonthlySeries>> WEIGHTS = Field.optional(
            "weights",
            FieldType.named(FieldType.monthlyWeights()),
            "Weights of the sources, such as quantities traded; a simple average when left out.");
    static final Field<Map<String, MonthlySeries>> OCEAN_FREIGHT = Field.optional(
                    "ocean-freight",
                    FieldType.named(FieldType.monthly()),
                    "Freight to the country's port by carrier or route.")
            .under("19 CFR 351.511(a)(2)(iv)");
    static final Field<List<String>> USE_FREIGHT = Field.optional(
            "use-freight",
            FieldType.oneOrMore(FieldType.text()),
            "The freight rates to average; all of them when left out.");
    static final Field<MonthlySeries> INSURANCE =
            Field.optional("insurance", FieldType.monthly(), "Marine insurance per unit.");
    static final Field<MonthlySeries> IMPORT_DUTY = Field.optional(
                    "import-duty", FieldType.monthlyRates(), "The import duty, as a rate of the c.i.f. value.")
            .under("19 CFR 351.511(a)(2)(iv)");
    static final Field<MonthlySeries> VAT = Field.optional(
            "vat", FieldType.monthlyRates(), "The VAT on imports, as a rate of the value with import duty.");
    /**
     * The taxes that a benchmark price includes.
     *
     * @param benchmark the facts of any benchmark
     * @param withVat whether the prices it is compared with include VAT
     */
    static Set<InputTax> taxes(Facts benchmark, boolean withVat) {
        Set<InputTax> taxes = EnumSet.noneOf(InputTax.class);
        if (withVat && benchmark.has(VAT)) {
            taxes.add(InputTax.VAT);
        }
        if (benchmark.has(IMPORT_DUTY)) {
            taxes.add(InputTax.IMPORT_DUTY);
        }
        return taxes;
    }

    static final Field<MonthlySeries> INLAND_FREIGHT = Field.optional(
                    "inland-freight", FieldType.monthly(), "Freight from the port to the buyer.")
            .under("19 CFR 351.511(a)(2)(iv)");
    static final Field<MonthlySeries> HANDLING =
            Field.optional("handling", FieldType.monthly(), "Handling, brokerage and port charges in the country.");
    static final Field<OnMissing> ON_MISSING = Field.optional(
                    "on-missing", FieldType.choice(OnMissing.class), "How a month without a price is handled.")
            .orElse("error");

    static final Field<String> GRADE_IN_WORDS = Field.<String>optional(
                    "grade",
                    FieldType.text(),
                    "The grade or product that the prices are of, in the words of their source; a file may have a column"
                            + " grade besides.")
            .describing();
    static final Field<String> DELIVERY_TERM = Field.<String>optional(
                    "delivery-term",
                    FieldType.text(),
                    "The delivery term at which the source quotes the prices: FOB Rotterdam, CIF Busan.")
            .describing();

    static final FieldSet FIELDS = FieldSet.of(
            "a benchmark price by month",
            Benchmarks.TYPE,
            TIER,
            PRICES_OF,
            USABLE,
            AUCTION,
            UNIT,
            WORLD,
            USE,
            WEIGHTS,
            OCEAN_FREIGHT,
            USE_FREIGHT,
            INSURANCE,
            IMPORT_DUTY,
            VAT,
            INLAND_FREIGHT,
            HANDLING,
            ON_MISSING,
            GRADE_IN_WORDS,
            DELIVERY_TERM);

    /** A tier of the benchmark hierarchy. */
    enum Tier {
        ONE("1", "actual market prices in the country", "19 CFR 351.511(a)(2)(i)"),
        TWO("2", "world market prices available to buyers in the country", "19 CFR 351.511(a)(2)(ii)"),
        THREE("3", "consistency of the government price with market principles", "19 CFR 351.511(a)(2)(iii)");

        private final String label;
        private final String words;
        private final String citation;

        Tier(String label, String words, String citation) {
            this.label = label;
            this.words = words;
            this.citation = citation;
        }

        /** What the benchmark is based on, in words. */
        String words() {
            return words;
        }

        Authority authority() {
            return Authority.law(citation);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Whose prices a benchmark consists of. */
    enum Source {
        PRIVATE_TRANSACTIONS("private transactions"),
        IMPORTS("imports"),
        AUCTIONS("government auctions"),
        WORLD_MARKET("world market"),
        GOVERNMENT("government");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        private Tier tier(Proceeding proceeding) {
            return switch (this) {
                case PRIVATE_TRANSACTIONS, IMPORTS -> Tier.ONE;
                case AUCTIONS -> proceeding.follows(RegimeDifference.AUCTIONS) ? Tier.THREE : Tier.ONE;
                case WORLD_MARKET -> Tier.TWO;
                case GOVERNMENT -> Tier.THREE;
            };
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The treatment of a month without a price. */
    enum OnMissing {
        ERROR("error"),
        NEAREST_EARLIER("nearest earlier");

        private final String label;

        OnMissing(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private final String name;
    private final Facts facts;
    private final Unit unit;
    private final Unit currency;
    private final Map<String, MonthlySeries> sources;
    private final Map<String, MonthlySeries> freights;

    PriceBenchmark(String name, Facts facts) {
        this.name = name;
        this.facts = facts;
        this.unit = facts.get(UNIT);
        this.currency = unit.priced()
                .flatMap(per -> unit.currency())
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV206,
                        UNIT,
                        "The unit of the benchmark (" + name + ") is (" + unit + "); expected money per quantity.",
                        "Write unit: USD/t."));
        if (facts.has(TIER) && facts.has(PRICES_OF)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    TIER,
                    "The benchmark (" + name + ") states both (tier) and (prices-of), which decides the tier.",
                    "Leave tier out.");
        }
        this.sources = used(facts.get(WORLD), WORLD, USE);
        this.freights = facts.optional(OCEAN_FREIGHT)
                .map(stated -> used(stated, OCEAN_FREIGHT, USE_FREIGHT))
                .orElse(Map.of());
        Every.check(sources.values(), series -> checkUnit(series, WORLD));
        Every.check(freights.values(), series -> checkUnit(series, OCEAN_FREIGHT));
        Every.check(
                List.of(INSURANCE, INLAND_FREIGHT, HANDLING),
                part -> facts.optional(part).ifPresent(series -> checkUnit(series, part)));
        facts.optional(WEIGHTS).ifPresent(this::checkWeights);
    }

    private Map<String, MonthlySeries> used(
            Map<String, MonthlySeries> stated, Field<Map<String, MonthlySeries>> field, Field<List<String>> choice) {
        List<String> names = facts.optional(choice).orElse(List.copyOf(stated.keySet()));
        Map<String, MonthlySeries> used = new LinkedHashMap<>();
        Every.check(names, source -> {
            MonthlySeries series = stated.get(source);
            if (series == null) {
                throw unknown(source, choice, field, stated);
            }
            used.put(source, series);
        });
        if (used.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    field,
                    "The benchmark (" + name + ") has nothing to average in (" + field.name() + ").",
                    "Write " + field.name() + ": {source: price}.");
        }
        return used;
    }

    private void checkUnit(MonthlySeries series, Field<?> field) {
        Optional<Unit> measure = series.unit().priced();
        if (measure.isEmpty() || !Measures.areAlike(measure.get(), unit.priced().orElseThrow())) {
            throw facts.problem(
                    Problem.Code.AV206,
                    field,
                    "(" + field.name() + ") of the benchmark (" + name + ") is in " + series.unit()
                            + "; the benchmark is in " + unit + ".",
                    "Another currency or another unit of the same measure is converted; another measure is not.");
        }
    }

    private void checkWeights(Map<String, MonthlySeries> weights) {
        Map<String, MonthlySeries> stated = facts.get(WORLD);
        Every.check(weights.keySet(), source -> {
            if (!stated.containsKey(source)) {
                throw unknown(source, WEIGHTS, WORLD, stated);
            }
        });
        Every.check(sources.keySet(), source -> {
            if (!weights.containsKey(source)) {
                throw facts.problem(
                        Problem.Code.AV202,
                        WEIGHTS,
                        "(" + source + ") has no weight in the benchmark (" + name + ").",
                        "Give a weight to every source that is used, or to none.");
            }
        });
    }

    private RuntimeException unknown(
            String source, Field<?> choice, Field<?> field, Map<String, MonthlySeries> stated) {
        return facts.problem(
                Problem.Code.AV210,
                choice,
                "(" + choice.name() + ") names (" + source + "), which is not in (" + field.name() + ").",
                Nearest.advice(source, stated.keySet()));
    }

    /** The name that the scenario gives it. */
    String name() {
        return name;
    }

    /** The tier under the governing text of the regulation. */
    Tier tier(Proceeding proceeding) {
        return facts.optional(PRICES_OF)
                .map(source -> source.tier(proceeding))
                .or(() -> facts.optional(TIER))
                .orElse(Tier.TWO);
    }

    /** Whose prices these are, as far as stated. */
    Optional<Source> pricesOf() {
        return facts.optional(PRICES_OF);
    }

    /** Why the prices cannot be used under the governing text; empty if they can. */
    Optional<String> fault(Proceeding proceeding) {
        if (!facts.get(USABLE)) {
            return Optional.of("found not to be usable");
        }
        boolean conditional = pricesOf().equals(Optional.of(Source.AUCTIONS)) && tier(proceeding) == Tier.THREE;
        return conditional ? Auction.fault(facts.optional(AUCTION)) : Optional.empty();
    }

    /** The facts stated in the scenario. */
    Facts facts() {
        return facts;
    }

    /** The unit of the benchmark: money per quantity. */
    Unit unit() {
        return unit;
    }

    /** The currency of the benchmark. */
    Unit currency() {
        return currency;
    }

    /** The price series that are averaged. */
    Map<String, MonthlySeries> sources() {
        return sources;
    }

    /** The ocean freight series that are averaged. */
    Map<String, MonthlySeries> freights() {
        return freights;
    }

    /** The weight of a source; empty if sources are not weighted. */
    Optional<MonthlySeries> weight(String source) {
        return facts.optional(WEIGHTS).map(weights -> weights.get(source));
    }
}
