package org.advalorem.rules.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.Jurisdiction;

/**
 * The price with which a use is compared: that of the benchmark it names or, where that lists candidates, of the usable
 * candidates of the highest tier, averaged: 19 CFR 351.511(a)(2).
 */
public final class MarketPrice {
    static final String CANDIDATES_TYPE = "price-candidates";
    static final Field<List<String>> CANDIDATES = Field.required(
                    "candidates",
                    FieldType.oneOrMore(FieldType.reference("benchmarks")),
                    "The benchmark prices, of which the usable ones of the highest tier are used.")
            .under("19 CFR 351.511(a)(2)");
    static final FieldSet CANDIDATES_FIELDS =
            FieldSet.of("benchmark prices to choose from by tier", Benchmarks.TYPE, CANDIDATES);

    private final String name;
    private final BenefitContext context;
    private final Facts asking;
    private final BenchmarkUse use;
    private final List<PriceBenchmark> candidates;
    private final PriceBenchmark.Tier highest;
    private final List<PriceBenchmark> used;
    private final List<BenchmarkBuildUp> buildUps;

    /**
     * The price for one use.
     *
     * @param name the name of a benchmark price, or of candidates for one
     * @param currency the currency of the prices paid
     * @param use what the price is used for
     * @param asking the use, for messages
     * @throws UnusableFactsException when there is no usable price of that name; the problem has been noted
     */
    public MarketPrice(String name, Unit currency, BenchmarkUse use, BenefitContext context, Facts asking) {
        this.name = name;
        this.context = context;
        this.asking = asking;
        this.use = use;
        this.candidates = Benchmarks.of(context).prices(name, asking);
        List<PriceBenchmark> usable = candidates.stream()
                .filter(price -> price.fault(context.proceeding()).isEmpty())
                .toList();
        this.highest =
                usable.stream().map(this::tier).min(Comparator.naturalOrder()).orElseThrow(this::noneUsable);
        this.used = usable.stream().filter(price -> tier(price) == highest).toList();
        this.buildUps = used.stream()
                .map(price -> new BenchmarkBuildUp(price, context, currency, use, asking))
                .toList();
    }

    private PriceBenchmark.Tier tier(PriceBenchmark price) {
        return price.tier(context.proceeding());
    }

    private UnusableFactsException noneUsable() {
        return asking.problem(
                Problem.Code.AV401,
                "No price of the benchmark (" + name + "), which (" + asking.address() + ") needs, can be used: "
                        + candidates.stream()
                                .map(price -> "(" + price.name() + ") is "
                                        + price.fault(context.proceeding()).orElseThrow())
                                .collect(Collectors.joining("; "))
                        + ".",
                "Name a benchmark with another source of prices.");
    }

    /** Whether every price used is a world market price. */
    public boolean isOfWorldMarket() {
        return highest == PriceBenchmark.Tier.TWO;
    }

    /** The unit of each price used, by the name of its benchmark. */
    public Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        used.forEach(price -> units.put(price.name(), price.unit()));
        return units;
    }

    /**
     * The price of a month and grade, in the currency of the prices paid.
     *
     * @throws UnusableFactsException when a component is missing; the problem has been noted
     */
    public Term at(int month, String grade) {
        List<Term> prices = new ArrayList<>();
        for (BenchmarkBuildUp buildUp : buildUps) {
            Term price = buildUp.at(month, grade);
            prices.add(prices.isEmpty() ? price : alike(price, prices.get(0).unit()));
        }
        return comparesExtreme()
                ? use.side().extreme(prices)
                : context.builder().average(prices);
    }

    /** Whether the law compares with the lowest or highest of several prices, not with their average. */
    private boolean comparesExtreme() {
        return context.proceeding().jurisdiction().prices() == Jurisdiction.Prices.EXTREME;
    }

    private Term alike(Term price, Unit unit) {
        return Measures.convert(price, unit)
                .orElseThrow(() -> asking.problem(
                        Problem.Code.AV206,
                        "The candidates for the benchmark (" + name + ") are in " + unit + " and " + price.unit() + ".",
                        "State all of them per the same measure."));
    }

    /** Writes which candidates are used, and how their prices are made up. */
    public void write(OutlineBuilder outline) {
        if (candidates.size() > 1) {
            outline.sheet(
                    "Candidates for the benchmark",
                    List.of(
                            SheetColumn.key("benchmark"),
                            SheetColumn.text("prices of"),
                            SheetColumn.text("tier"),
                            SheetColumn.text("decision")),
                    candidates.stream().map(this::row).toList(),
                    context.proceeding().restsOn(Assumption.AUCTIONS, "19 CFR 351.511(a)(2)"));
        }
        buildUps.forEach(buildUp -> buildUp.write(outline));
        if (used.size() > 1 && comparesExtreme()) {
            outline.note(
                    "The " + use.side().words() + " of the benchmarks of tier " + highest + " is compared.",
                    Assumption.PRIVATE_PRICE.under(Jurisdiction.GUIDELINES));
        } else if (used.size() > 1) {
            outline.note(
                    "The benchmarks of tier " + highest + " are averaged.",
                    isOfWorldMarket()
                            ? Authority.law("19 CFR 351.511(a)(2)(ii)")
                            : Assumption.SEVERAL_OF_A_TIER.under("19 CFR 351.511(a)(2)"));
        }
    }

    private List<Outline.Cell> row(PriceBenchmark price) {
        return List.of(
                Outline.words(price.name()),
                Outline.words(price.pricesOf().map(Object::toString).orElse("")),
                Outline.words(tier(price).toString()),
                Outline.words(price.fault(context.proceeding())
                        .orElseGet(() -> used.contains(price)
                                ? "used"
                                : "not used: a price of tier " + highest + " is available")));
    }
}
