package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Problem;

/**
 * The all-others rate, 19 U.S.C. 1671d(c)(5): the weighted average of the individually investigated rates, excluding
 * zero and de minimis rates and rates determined entirely on facts available.
 *
 * <p>Where the weights are confidential, the published average is whichever of the simple average and the average on
 * publicly ranged weights is closer to the confidential one; a tie takes the simple average. When every rate is excluded
 * any reasonable method serves: by default the simple average of all of them.
 */
final class AllOthers {
    static final Field<Method> METHOD = Field.optional(
                    "method", Kind.choice(Method.class), "How the qualifying rates are averaged.")
            .orElse("closest")
            .under("19 CFR 351.109(f)");
    static final Field<Fallback> WHEN_ALL_EXCLUDED = Field.optional(
                    "when-all-excluded", Kind.choice(Fallback.class), "The reasonable method when no rate qualifies.")
            .orElse("simple average")
            .under("19 U.S.C. 1671d(c)(5)(A)(ii)");
    static final Field<Term> LAST_RATE = Field.optional(
            "last-rate",
            Kind.rate().within(Domain.NOT_NEGATIVE),
            "The last calculated all-others rate, for the method of that name.");
    static final Field<Boolean> INCLUDE_VOLUNTARY = Field.optional(
                    "include-voluntary", Kind.flag(), "Whether voluntary respondents' rates are averaged in.")
            .orElse("yes")
            .under("MacLean-Fogg v. United States, 753 F.3d 1237 (Fed. Cir. 2014)");
    static final FieldSet FIELDS =
            FieldSet.of("the all-others rate", METHOD, WHEN_ALL_EXCLUDED, LAST_RATE, INCLUDE_VOLUNTARY);

    private static final int PUBLISHED_PLACES = 4;
    private static final String ENTIRELY_FACTS_AVAILABLE = "entirely on facts available";

    /** How the qualifying rates are averaged. */
    enum Method {
        CLOSEST("closest"),
        WEIGHTED("weighted"),
        SIMPLE("simple"),
        PUBLIC("publicly ranged");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The reasonable method when no rate qualifies. */
    enum Fallback {
        SIMPLE("simple average"),
        WEIGHTED("weighted average"),
        LAST("last calculated");

        private final String label;

        Fallback(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private final Facts facts;
    private final Proceeding proceeding;
    private final InOneCurrency inOneCurrency;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final List<CompanyResult> companies;
    private final List<CompanyResult> leftOut;
    private final List<Outline.Line> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    AllOthers(
            Facts facts,
            Proceeding proceeding,
            List<CompanyResult> companies,
            InOneCurrency inOneCurrency,
            CalculationBuilder builder,
            OutlineBuilder outline) {
        this.facts = facts;
        this.inOneCurrency = inOneCurrency;
        this.proceeding = proceeding;
        this.builder = builder;
        this.outline = outline;
        boolean voluntary = facts.get(INCLUDE_VOLUNTARY);
        this.companies = companies.stream()
                .filter(company -> voluntary || !company.voluntary())
                .toList();
        this.leftOut = companies.stream()
                .filter(company -> !voluntary && company.voluntary())
                .toList();
    }

    Optional<AllOthersResult> result() {
        if (companies.isEmpty()) {
            return Optional.empty();
        }
        List<Term> qualifies = companies.stream().map(this::qualifies).toList();
        Term count = builder.sum(qualifies.stream().map(this::asCount).toList(), Unit.FRACTION);
        writeRates(qualifies);
        Term none = count.less(builder.fraction("1"));
        Term excluded = allExcluded();
        Outline.Line whenAllExcluded = steps.get(0);
        Term rate = companies.stream().anyMatch(AllOthers::counts)
                ? none.choose(excluded, average(qualifies, count))
                : excluded;
        outline.line("All-others rate", rate, Authority.law("19 U.S.C. 1671d(c)(5)(A)"));
        builder.require(
                rate.atMost(builder.fraction(CompanyCalculation.LARGEST)),
                "The all-others rate must be a number: a step before it is not one.",
                facts.address().toString());
        Term published = outline.line(
                "All-others rate as published",
                rate.rounded(PUBLISHED_PLACES),
                Assumption.PUBLISHED_RATES.under("19 U.S.C. 1671d(c)(5)(A)"));
        return Optional.of(new AllOthersResult(
                rate,
                published,
                facts.get(METHOD).toString(),
                count,
                considered(qualifies),
                steps,
                whenAllExcluded,
                notes));
    }

    private List<AllOthersResult.Considered> considered(List<Term> qualifies) {
        List<AllOthersResult.Considered> considered = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            CompanyResult company = companies.get(i);
            considered.add(new AllOthersResult.Considered(
                    company,
                    Optional.of(qualifies.get(i)),
                    counts(company)
                            ? List.of(
                                    new AllOthersResult.Exclusion("zero", Optional.of(isZero(company))),
                                    new AllOthersResult.Exclusion("de minimis", Optional.of(company.deMinimis())))
                            : List.of(new AllOthersResult.Exclusion(ENTIRELY_FACTS_AVAILABLE, Optional.empty()))));
        }
        for (CompanyResult company : leftOut) {
            considered.add(new AllOthersResult.Considered(
                    company,
                    Optional.empty(),
                    List.of(new AllOthersResult.Exclusion(
                            "voluntary respondent, left out by choice", Optional.empty()))));
        }
        return considered;
    }

    /** Not zero, not de minimis, not entirely on facts available. */
    private Term qualifies(CompanyResult company) {
        return counts(company) ? isZero(company).or(company.deMinimis()).not() : builder.truth(false);
    }

    private Term isZero(CompanyResult company) {
        return builder.fraction("0").less(company.published()).not();
    }

    private Term asCount(Term truth) {
        return truth.choose(builder.fraction("1"), builder.fraction("0"));
    }

    private void writeRates(List<Term> qualifies) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            CompanyResult company = companies.get(i);
            rows.add(List.of(
                    Outline.words(company.name()),
                    Outline.quantity(company.published()),
                    Outline.quantity(qualifies.get(i)),
                    Outline.words(counts(company) ? "" : ENTIRELY_FACTS_AVAILABLE),
                    company.exportsToUs().map(Outline::quantity).orElse(Outline.words("not given")),
                    company.publicExportsToUs().map(Outline::quantity).orElse(Outline.words("not given"))));
        }
        outline.table(
                "Rates considered",
                List.of("respondent", "rate", "qualifies", "remark", "exports to U.S.", "publicly ranged"),
                rows,
                Authority.law("19 U.S.C. 1671d(c)(5)(A)(i)"));
    }

    private Term average(List<Term> qualifies, Term count) {
        Method method = facts.get(METHOD);
        Term simple = simple(qualifies, count);
        return switch (method) {
            case SIMPLE -> {
                if (allWeighted()
                        && companies.stream().filter(AllOthers::counts).count() > 1) {
                    note("A simple average although the weights are known invites litigation"
                            + " (MacLean-Fogg v. United States, remand).");
                }
                yield line("Simple average of qualifying rates", simple);
            }
            case WEIGHTED -> line("Weighted average of qualifying rates", weighted(qualifies, weights(method)));
            case PUBLIC -> line("Average on publicly ranged weights", weighted(qualifies, publicWeights(method)));
            case CLOSEST -> closest(qualifies, simple);
        };
    }

    private Term line(String label, Term term) {
        return step(label, term, Assumption.ALL_OTHERS_WEIGHTS.under("19 U.S.C. 1671d(c)(5)(A)(i)"));
    }

    private Term step(String label, Term term, Authority authority) {
        steps.add(new Outline.Line(label, term, authority));
        return outline.line(label, term, authority);
    }

    private void note(String text) {
        notes.add(text);
        outline.note(text);
    }

    /** Without confidential weights there is nothing to be close to: the simple average, as agencies do. */
    private Term closest(List<Term> qualifies, Term simple) {
        line("Simple average of qualifying rates", simple);
        if (!allWeighted()
                || companies.stream().anyMatch(c -> c.publicExportsToUs().isEmpty() && counts(c))) {
            if (allWeighted()) {
                return line("Weighted average; the weights are public", weighted(qualifies, weights(Method.CLOSEST)));
            }
            note("Not all respondents' exports are known: the simple average is used.");
            return simple;
        }
        Term actual = line("Weighted average, confidential weights", weighted(qualifies, weights(Method.CLOSEST)));
        Term ranged =
                line("Weighted average, publicly ranged weights", weighted(qualifies, publicWeights(Method.CLOSEST)));
        String rule = proceeding.regime() == Proceeding.Regime.OF_2025
                ? "19 CFR 351.109(f)(2)(ii)"
                : "practice, since 2025 in 19 CFR 351.109(f)(2)(ii)";
        return step(
                "The closer of the two to the confidential average; a tie takes the simple one",
                isCloser(simple, ranged, actual).choose(simple, ranged),
                Assumption.CLOSEST_OF_TWO.under(rule));
    }

    /**
     * Whether the first is as close to the target as the second, or closer: on the near side of the middle of the two.
     * Written without a difference of averages, whose digits cancel, so that a tie is one.
     */
    private Term isCloser(Term first, Term second, Term target) {
        Term twiceMiddle = first.plus(second);
        Term twiceTarget = target.times(builder.fraction("2"));
        return first.atMost(second)
                .and(twiceTarget.atMost(twiceMiddle))
                .or(second.atMost(first).and(twiceMiddle.atMost(twiceTarget)));
    }

    private boolean allWeighted() {
        return companies.stream()
                .filter(AllOthers::counts)
                .allMatch(c -> c.exportsToUs().isPresent());
    }

    private static boolean counts(CompanyResult company) {
        return !company.entirelyFactsAvailable();
    }

    private Term simple(List<Term> qualifies, Term count) {
        List<Term> rates = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            rates.add(qualifies.get(i).choose(companies.get(i).published(), builder.fraction("0")));
        }
        return builder.sum(rates).dividedBy(count);
    }

    private Term weighted(List<Term> qualifies, List<Optional<Term>> weights) {
        List<Term> products = new ArrayList<>();
        List<Term> sums = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            if (weights.get(i).isEmpty()) {
                continue;
            }
            Term weight = weights.get(i).get();
            Term counted = qualifies.get(i).choose(weight, builder.literal(0, weight.unit()));
            sums.add(counted);
            products.add(counted.times(companies.get(i).published()));
        }
        Term sum = builder.sum(sums);
        Term none = builder.sum(qualifies.stream().map(this::asCount).toList()).less(builder.fraction("1"));
        builder.require(
                none.or(builder.literal(0, sum.unit()).less(sum)),
                "The exports to the United States that weight the all-others rate must not all be zero.",
                facts.address().toString());
        return builder.sum(products).dividedBy(sum);
    }

    private List<Optional<Term>> weights(Method method) {
        return companies.stream()
                .map(company -> need(company, company.exportsToUs(), Company.EXPORTS_TO_US, method))
                .collect(Collectors.collectingAndThen(Collectors.toList(), inOneCurrency::of));
    }

    private List<Optional<Term>> publicWeights(Method method) {
        return companies.stream()
                .map(company -> need(company, company.publicExportsToUs(), Company.PUBLIC_EXPORTS_TO_US, method))
                .collect(Collectors.collectingAndThen(Collectors.toList(), inOneCurrency::of));
    }

    private Optional<Term> need(CompanyResult company, Optional<Term> weight, Field<Term> field, Method method) {
        if (weight.isEmpty() && counts(company)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    METHOD,
                    "The all-others method (" + method + ") needs (" + field.name() + ") of (" + company.id() + ").",
                    "Write companies." + company.id() + "." + field.name() + ", or choose method: simple.");
        }
        return weight;
    }

    private Term allExcluded() {
        List<Term> rates = companies.stream().map(CompanyResult::published).toList();
        Authority authority = Assumption.ALL_EXCLUDED.under("19 U.S.C. 1671d(c)(5)(A)(ii)");
        return switch (facts.get(WHEN_ALL_EXCLUDED)) {
            case SIMPLE -> step("If every rate is excluded: simple average of all", builder.average(rates), authority);
            case LAST -> step("If every rate is excluded: the last calculated", facts.get(LAST_RATE), authority);
            case WEIGHTED -> {
                List<Term> all =
                        companies.stream().map(company -> builder.truth(true)).toList();
                List<Optional<Term>> weights =
                        companies.stream().map(CompanyResult::exportsToUs).toList();
                if (weights.stream().anyMatch(Optional::isEmpty)) {
                    throw facts.problem(
                            Problem.Code.AV401,
                            WHEN_ALL_EXCLUDED,
                            "A weighted average of all rates needs (exports-to-us) of every respondent.",
                            "Write them, or choose simple average.");
                }
                yield step(
                        "If every rate is excluded: weighted average of all",
                        weighted(all, inOneCurrency.of(weights)),
                        authority);
            }
        };
    }
}
