package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.DeMinimis;
import org.advalorem.rules.base.ExchangeRates;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;
import org.advalorem.rules.base.Specificity;

/**
 * The all-others rate, 19 U.S.C. 1671d(c)(5): the weighted average of the individually investigated rates, excluding
 * zero and de minimis rates and rates based entirely on facts available. A single qualifying rate is the all-others
 * rate; a negative determination has none. In a review, the rate for companies not selected is calculated the same way.
 *
 * <p>Where the weights are confidential, the published average is whichever of the simple average and the average on
 * publicly ranged weights is closer to the confidential one; the simple average wins a tie. When every rate is
 * excluded, any reasonable method may be used: by default, the simple average of all of them.
 *
 * <p>A single country-wide rate, 19 U.S.C. 1671d(c)(5)(B), excludes nothing: it is the weighted average of all rates,
 * zero and de minimis ones included. Outside the United States, exporters not sampled have the weighted average of the
 * rates that qualify, and all others the highest rate.
 */
final class AllOthers {
    static final Field<Method> METHOD = Field.optional(
                    "method", FieldType.choice(Method.class), "How the qualifying rates are averaged.")
            .orElse("closest")
            .under("19 CFR 351.109(f)");
    static final Field<Fallback> WHEN_ALL_EXCLUDED = Field.optional(
                    "when-all-excluded",
                    FieldType.choice(Fallback.class),
                    "The reasonable method when no rate qualifies.")
            .orElse("simple average")
            .under("19 U.S.C. 1671d(c)(5)(A)(ii)");
    static final Field<Term> LAST_RATE = Field.optional(
            "last-rate",
            FieldType.rate().within(Domain.NOT_NEGATIVE),
            "The last calculated all-others rate, for the method of that name.");
    static final Field<LocalDate> LAST_RATE_ON = Field.optional(
            "last-rate-on",
            FieldType.date(),
            "The day of the determination that calculated it, with which the days of prior rates are compared.");
    static final Field<Term> PUBLISHED = Field.optional(
            "published",
            FieldType.rate().within(Domain.NOT_NEGATIVE),
            "A published weighted average of two respondents' rates, for the weight that it implies.");
    static final Field<Map<String, Facts>> NOT_SELECTED = Field.optional(
            "not-selected",
            FieldType.named(FieldType.section(NotSelected.FIELDS)),
            "In a review, the companies not selected that have a calculated rate of their own, by name.");
    static final Field<Boolean> INCLUDE_VOLUNTARY = Field.optional(
                    "include-voluntary",
                    FieldType.flag(),
                    "Whether voluntary respondents' rates are included in the average.")
            .orElse("yes")
            .under("MacLean-Fogg v. United States, 753 F.3d 1237 (Fed. Cir. 2014)");
    static final FieldSet FIELDS = FieldSet.of(
            "the all-others rate",
            METHOD,
            WHEN_ALL_EXCLUDED,
            LAST_RATE,
            LAST_RATE_ON,
            INCLUDE_VOLUNTARY,
            NOT_SELECTED,
            PUBLISHED);

    private static final String COUNTED = "counted";
    private static final int PUBLISHED_PLACES = 4;
    private static final String ENTIRELY_FACTS_AVAILABLE = "entirely on facts available";
    private static final String SIMPLE = "Simple average of qualifying rates";
    private static final String RANGED = "Weighted average, publicly ranged weights";
    private static final Authority NOT_SAMPLED = Assumption.NOT_SAMPLED.under("Regulation (EU) 2016/1037, art. 15");
    private static final Authority COUNTRY_WIDE = Assumption.COUNTRY_WIDE.under("19 U.S.C. 1671d(c)(5)(B)");
    private static final Authority WEIGHTED = Assumption.ALL_OTHERS_WEIGHTS.under("19 U.S.C. 1671d(c)(5)(A)(i)");

    /** The method of averaging the qualifying rates. */
    enum Method {
        CLOSEST("closest"),
        WEIGHTED("weighted"),
        SIMPLE("simple"),
        PUBLIC("publicly ranged"),
        COUNTRY_WIDE("country-wide"),
        HIGHEST("highest");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The reasonable method used when no rate qualifies. */
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
    private final Optional<Term> negative;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final List<CompanyResult> companies;
    private final List<CompanyResult> leftOut;
    private final ExportWeights weights;
    private final List<AllOthersResult.Step> steps = new ArrayList<>();
    private final List<AllOthersResult.Note> notes = new ArrayList<>();

    /** An average, and the truth under which it is the rate. */
    private record Average(Term rate, Term taken) {}

    /**
     * The all-others rate of one scope.
     *
     * @param companies the individually examined respondents, one result each
     * @param negative whether the determination is negative; empty where it cannot be
     */
    AllOthers(
            Facts facts,
            Proceeding proceeding,
            List<CompanyResult> companies,
            Optional<Term> negative,
            ExchangeRates exchangeRates,
            int year,
            CalculationBuilder builder,
            OutlineBuilder outline) {
        this.facts = facts;
        this.proceeding = proceeding;
        this.negative = negative;
        this.builder = builder;
        this.outline = outline;
        boolean voluntary = facts.get(INCLUDE_VOLUNTARY);
        this.companies = companies.stream()
                .filter(company -> voluntary || !company.voluntary())
                .toList();
        this.leftOut = companies.stream()
                .filter(company -> !voluntary && company.voluntary())
                .toList();
        this.weights = new ExportWeights(facts, this.companies, exchangeRates, year, builder);
    }

    Optional<AllOthersResult> result() {
        if (companies.isEmpty()) {
            return Optional.empty();
        }
        checkLaw();
        List<Term> qualifies = companies.stream().map(this::qualifies).toList();
        Term count = builder.sum(qualifies.stream().map(this::asCount).toList(), Unit.FRACTION);
        writeRates(qualifies, count);
        Term none = count.less(builder.fraction("1"));
        Term averaged = switch (facts.get(METHOD)) {
            case COUNTRY_WIDE -> countryWide();
            case HIGHEST -> highest();
            case CLOSEST, WEIGHTED, SIMPLE, PUBLIC -> allOthers(qualifies, count, none);
        };
        Term rate = negative.map(truth -> truth.choose(builder.fraction("0"), averaged))
                .orElse(averaged);
        String name = name();
        outline.line(
                negative.isPresent() ? name + ", zero where the determination is negative" : name, rate, authority());
        builder.require(
                rate.atMost(builder.fraction(NetSubsidyRate.LARGEST)),
                "The all-others rate must be a number; an earlier step is not one.",
                facts.address().toString());
        Term published = outline.line(
                name + " as published", rate.rounded(PUBLISHED_PLACES), Quality.PUBLISHED_RATE, authority());
        noteThatItNeverRises();
        return Optional.of(new AllOthersResult(
                rate,
                published,
                exportContingent(qualifies, none, count),
                deMinimis(rate, published),
                facts.get(METHOD).toString(),
                count,
                considered(qualifies),
                steps,
                new NotSelected(facts, proceeding, examined(), builder, outline).results(none, rate),
                facts.optional(PUBLISHED).map(this::impliedWeight),
                notes));
    }

    /**
     * The average export subsidies of the rates that qualify, weighted by exports where those of all are known: what
     * offsets an antidumping deposit of all others.
     */
    private Optional<Term> exportContingent(List<Term> qualifies, Term none, Term count) {
        if (!proceeding.jurisdiction().isAmerican()) {
            return Optional.empty();
        }
        // a company without export programs adds nothing to the sum, and its zero only clutters the step
        Function<CompanyResult, Optional<Term>> export = company -> Optional.of(company.exportContingent())
                .filter(rate -> counts(company)
                        && company.programs().stream()
                                .anyMatch(program -> program.specificity() == Specificity.EXPORT));
        boolean known = companies.stream()
                .filter(AllOthers::counts)
                .allMatch(company -> company.exportsToUs().isPresent());
        Term zero = builder.fraction("0");
        Optional<Weighed> weighed = known ? weighed(qualifies, weights.actual(), export) : Optional.empty();
        Term average = weighed.map(
                        by -> isPositive(by.sum()).choose(by.products().dividedBy(by.sum()), zero))
                .orElseGet(() -> builder.sum(parts(qualifies, export), Unit.FRACTION)
                        .dividedBy(none.choose(builder.fraction("1"), count)));
        return Optional.of(outline.line(
                "Average export subsidies of the rates averaged",
                none.choose(zero, average).rounded(PUBLISHED_PLACES),
                Quality.PUBLISHED_RATE,
                Assumption.OFFSET.under("19 U.S.C. 1677a(c)(1)(C)")));
    }

    private Term isPositive(Term sum) {
        return builder.literal(0, sum.unit()).less(sum);
    }

    private List<Term> parts(List<Term> qualifies, Function<CompanyResult, Optional<Term>> part) {
        List<Term> parts = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            Term qualifying = qualifies.get(i);
            part.apply(companies.get(i)).ifPresent(of -> parts.add(qualifying.choose(of, builder.fraction("0"))));
        }
        return parts;
    }

    /** Refuses a method that the law of the jurisdiction does not have. */
    private void checkLaw() {
        Jurisdiction jurisdiction = proceeding.jurisdiction();
        switch (facts.get(METHOD)) {
            case CLOSEST, PUBLIC -> jurisdiction.require(LocalRule.CLOSEST_OF_TWO, METHOD, facts);
            case COUNTRY_WIDE -> jurisdiction.require(LocalRule.COUNTRY_WIDE, METHOD, facts);
            case HIGHEST -> jurisdiction.require(LocalRule.RESIDUAL_DUTY, METHOD, facts);
            case WEIGHTED, SIMPLE -> {}
        }
        jurisdiction.requireWhereStated(LocalRule.PULLED_FORWARD, NOT_SELECTED, facts);
    }

    private String name() {
        return switch (facts.get(METHOD)) {
            case COUNTRY_WIDE -> "Single country-wide rate";
            case HIGHEST -> "Residual duty";
            case CLOSEST, WEIGHTED, SIMPLE, PUBLIC ->
                proceeding.jurisdiction().isAmerican() ? "All-others rate" : "Rate of exporters not sampled";
        };
    }

    /** The average of the rates that qualify, the only one, or where none does a reasonable method. */
    private Term allOthers(List<Term> qualifies, Term count, Term none) {
        if (!proceeding.jurisdiction().isAmerican() && !facts.has(WHEN_ALL_EXCLUDED)) {
            builder.require(
                    unlessNegative(none).not(),
                    "No rate counts for exporters not sampled: each is zero, de minimis or based on facts available. Write"
                            + " when-all-excluded: with the method found reasonable.",
                    facts.address().toString());
        }
        Term made = allExcluded(unlessNegative(none));
        long candidates = companies.stream().filter(AllOthers::counts).count();
        if (candidates > 0) {
            Term several = builder.fraction("1").less(count);
            Term one = none.or(several).not();
            Term found = sole(qualifies, unlessNegative(one));
            if (candidates > 1) {
                found = several.choose(average(qualifies, count, unlessNegative(several)), found);
            }
            made = none.choose(made, found);
        }
        return made;
    }

    /** The ids of all respondents, including those left out by choice. */
    private Set<String> examined() {
        return Stream.concat(companies.stream(), leftOut.stream())
                .map(CompanyResult::id)
                .collect(Collectors.toSet());
    }

    private boolean excludesNothing() {
        return isCountryWide() || facts.get(METHOD) == Method.HIGHEST;
    }

    private boolean isCountryWide() {
        return facts.get(METHOD) == Method.COUNTRY_WIDE;
    }

    /** The weighted average of every rate, for which zero, de minimis and adverse rates count like the others. */
    private Term countryWide() {
        Term when = unlessNegative(builder.truth(true));
        return step(
                "Weighted average of all rates, zero and de minimis ones included",
                new Average(weighted(all(), weights.ofAll(), when), when),
                COUNTRY_WIDE,
                when);
    }

    /** The highest rate of all. */
    private Term highest() {
        Term when = unlessNegative(builder.truth(true));
        Term highest = companies.stream()
                .map(CompanyResult::published)
                .reduce(Term::larger)
                .orElseThrow();
        return step("Highest rate examined", new Average(highest, when), NOT_SAMPLED, when);
    }

    private List<Term> all() {
        return companies.stream().map(company -> builder.truth(true)).toList();
    }

    /** A rate of an investigation stays the deposit rate of companies without one of their own. */
    private void noteThatItNeverRises() {
        if (proceeding.segment().isInvestigation()
                && proceeding.jurisdiction().isAmerican()
                && proceeding.follows(RegimeDifference.CLOSEST_OF_TWO)
                && !isCountryWide()) {
            outline.note(
                    "The all-others rate may not be increased in a later segment of the proceeding.",
                    Authority.law("19 CFR 351.109(f)(3)"));
        }
    }

    /**
     * The weight of the higher of two rates in a published weighted average:
     * {@code (average - lower) / (higher - lower)}.
     */
    private Term impliedWeight(Term average) {
        if (companies.size() != 2) {
            throw facts.problem(
                    Problem.Code.AV401,
                    PUBLISHED,
                    "(published) implies a weight only for two rates; " + companies.size() + " are considered.",
                    "Leave it out, or keep the two respondents whose rates were averaged.");
        }
        Term first = companies.get(0).published();
        Term second = companies.get(1).published();
        Term lower = first.smaller(second);
        Term higher = first.larger(second);
        String about = facts.address().child(PUBLISHED.name()).toString();
        builder.require(
                lower.less(higher), "Two equal rates imply no weight: any weights give the same average.", about);
        builder.require(
                lower.atMost(average).and(average.atMost(higher)),
                "The published average must lie between the two rates.",
                about);
        return outline.line(
                "Weight of the higher of the two rates, implied by the published average",
                average.minus(lower).dividedBy(higher.minus(lower)),
                Quality.SHARE,
                Authority.derived("(average - lower) / (higher - lower)"));
    }

    /** The authority. Reviews follow the investigation rule: by its own text since 2025, by analogy before. */
    private Authority authority() {
        if (isCountryWide()) {
            return COUNTRY_WIDE;
        }
        if (!proceeding.jurisdiction().isAmerican()) {
            return NOT_SAMPLED;
        }
        if (proceeding.segment().isInvestigation()) {
            return Authority.law("19 U.S.C. 1671d(c)(5)(A)");
        }
        return proceeding.follows(RegimeDifference.UNEXAMINED_IN_A_REVIEW)
                ? Authority.law("19 CFR 351.109(g)")
                : Assumption.UNEXAMINED_IN_A_REVIEW.under("19 U.S.C. 1671d(c)(5)(A)");
    }

    private Optional<Term> deMinimis(Term rate, Term published) {
        if (proceeding.segment().isInvestigation() && !isCountryWide()) {
            return Optional.empty();
        }
        DeMinimis test = DeMinimis.of(proceeding);
        return Optional.of(outline.line(
                "De minimis " + test.words(),
                test.holds(rate, builder),
                Assumption.UNROUNDED_DE_MINIMIS.under(test.authority().citation()),
                DeMinimis.rounded(rate, published)));
    }

    private Term unlessNegative(Term truth) {
        return negative.map(holds -> holds.not().and(truth)).orElse(truth);
    }

    private List<AllOthersResult.Considered> considered(List<Term> qualifies) {
        List<AllOthersResult.Considered> considered = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            CompanyResult company = companies.get(i);
            considered.add(new AllOthersResult.Considered(company, Optional.of(qualifies.get(i)), exclusions(company)));
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

    private List<AllOthersResult.Exclusion> exclusions(CompanyResult company) {
        if (excludesNothing()) {
            return List.of();
        }
        return counts(company)
                ? List.of(
                        new AllOthersResult.Exclusion("zero", Optional.of(isZero(company))),
                        new AllOthersResult.Exclusion("de minimis", Optional.of(company.deMinimis())))
                : List.of(new AllOthersResult.Exclusion(ENTIRELY_FACTS_AVAILABLE, Optional.empty()));
    }

    /** Whether a rate is neither zero, nor de minimis, nor based entirely on facts available. */
    private Term qualifies(CompanyResult company) {
        if (excludesNothing()) {
            return builder.truth(true);
        }
        return counts(company) ? isZero(company).or(company.deMinimis()).not() : builder.truth(false);
    }

    private Term isZero(CompanyResult company) {
        return builder.fraction("0").less(company.published()).not();
    }

    private Term asCount(Term truth) {
        return truth.choose(builder.fraction("1"), builder.fraction("0"));
    }

    private void writeRates(List<Term> qualifies, Term count) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            CompanyResult company = companies.get(i);
            rows.add(List.of(
                    Outline.words(company.name()),
                    Outline.quantity(company.published()),
                    Outline.quantity(qualifies.get(i)),
                    Outline.quantity(asCount(qualifies.get(i))),
                    Outline.words(counts(company) || excludesNothing() ? "" : ENTIRELY_FACTS_AVAILABLE),
                    company.exportsToUs().map(Outline::quantity).orElse(Outline.words("not stated")),
                    company.publicExportsToUs().map(Outline::quantity).orElse(Outline.words("not stated"))));
        }
        outline.sheet(Worksheet.of(
                        "Rates considered",
                        List.of(
                                SheetColumn.key("respondent"),
                                SheetColumn.of("rate", Quality.PUBLISHED_RATE),
                                SheetColumn.of("qualifies", Quality.TRUTH, "rate"),
                                SheetColumn.of(COUNTED, Quality.COUNT, "qualifies"),
                                SheetColumn.text("remark"),
                                SheetColumn.of(proceeding.jurisdiction().exports(), weightQuality()),
                                SheetColumn.of("publicly ranged", weightQuality())),
                        rows,
                        Authority.law("19 U.S.C. 1671d(c)(5)(A)(i)"))
                .withTotal(COUNTED, count));
    }

    /** The quality of the weights, which are values or quantities of exports. */
    private Quality weightQuality() {
        for (CompanyResult company : companies) {
            if (company.exportsToUs().isPresent()) {
                return Quality.of(company.exportsToUs().get().unit());
            }
        }
        return Quality.QUANTITY;
    }

    /** The only qualifying rate, where there is just one. */
    private Term sole(List<Term> qualifies, Term when) {
        Term sole = builder.fraction("0");
        for (int i = companies.size() - 1; i >= 0; i--) {
            if (counts(companies.get(i))) {
                sole = qualifies.get(i).choose(companies.get(i).published(), sole);
            }
        }
        Authority authority = Authority.law(
                proceeding.follows(RegimeDifference.CLOSEST_OF_TWO)
                        ? "19 CFR 351.109(f)(2)(i)"
                        : "19 U.S.C. 1671d(c)(5)(A)(i)");
        return step("The only rate that qualifies", new Average(sole, when), authority, when);
    }

    private Term average(List<Term> qualifies, Term count, Term when) {
        Method method = facts.get(METHOD);
        return switch (method) {
            case SIMPLE -> {
                if (mayBeSimple()) {
                    yield step(
                            SIMPLE,
                            new Average(simple(qualifies, count), when),
                            Authority.law("19 CFR 351.109(g)"),
                            when);
                }
                noteLitigation(qualifies, when);
                Average simple = new Average(simple(qualifies, count), when);
                yield step(SIMPLE, simple, Authority.practice("simple average, by choice of the scenario"), when);
            }
            case WEIGHTED -> {
                weights.require(method, qualifies, when);
                yield weighted("Weighted average of qualifying rates", qualifies, weights.actual(), when);
            }
            case PUBLIC -> {
                weights.require(method, qualifies, when);
                yield weighted(RANGED, qualifies, weights.publiclyRanged(), when);
            }
            case CLOSEST -> closest(qualifies, count, when);
            case COUNTRY_WIDE, HIGHEST -> throw new IllegalStateException("(" + method + ") excludes no rate.");
        };
    }

    /** Notes that an average by weights was possible, where every rate averaged has one. */
    private void noteLitigation(List<Term> qualifies, Term when) {
        if (weights.count(ExportWeights.Stated.VALUE) + weights.count(ExportWeights.Stated.BOTH) > 1) {
            note(
                    "Using a simple average although the weights are known invites litigation (MacLean-Fogg"
                            + " v. United States, remand).",
                    when.and(weights.anyQualifies(ExportWeights.Stated.NOTHING, qualifies)
                            .not()));
        }
    }

    /**
     * Whether the regulation itself allows a simple average: in a review, where weights are confidential, as those of
     * which a publicly ranged figure is stated are.
     */
    private boolean mayBeSimple() {
        return !proceeding.segment().isInvestigation()
                && proceeding.follows(RegimeDifference.UNEXAMINED_IN_A_REVIEW)
                && weights.someAreRanged();
    }

    private Term weighted(String label, List<Term> qualifies, List<Optional<Term>> by, Term when) {
        return step(label, new Average(weighted(qualifies, by, when), when), WEIGHTED, when);
    }

    /** A step for an average that may be the rate. */
    private Term step(String label, Average average, Authority authority, Term when) {
        return step(AllOthersResult.Part.AVERAGE, label, average, authority, when);
    }

    private Term step(AllOthersResult.Part part, String label, Average average, Authority authority, Term when) {
        steps.add(new AllOthersResult.Step(
                new Outline.Line(
                        label,
                        average.rate(),
                        Quality.RATE,
                        proceeding.jurisdiction().cited(authority),
                        Optional.of(when)),
                part,
                average.taken()));
        return outline.line(label, average.rate(), authority, when);
    }

    private void note(String text, Term when) {
        notes.add(new AllOthersResult.Note(text, when));
        outline.note(text, when);
    }

    /** A way of averaging, and the truth under which what is known of the weights calls for it. */
    private record Way(Supplier<Term> holds, UnaryOperator<Term> average) {}

    /**
     * The average closer to the confidential one. Without confidential weights there is no target, so it is the simple
     * average, as in agency practice. Only the weights of the rates that qualify matter, and which do follows from the rates.
     */
    private Term closest(List<Term> qualifies, Term count, Term when) {
        Term simple = simple(qualifies, count);
        long unranged = weights.count(ExportWeights.Stated.VALUE);
        long ranged = weights.count(ExportWeights.Stated.BOTH);
        List<Way> ways = new ArrayList<>();
        if (weights.count(ExportWeights.Stated.NOTHING) > 0) {
            ways.add(new Way(
                    () -> weights.anyQualifies(ExportWeights.Stated.NOTHING, qualifies),
                    here -> simple(
                            simple, "Not all respondents' exports are known: the simple average is used.", here)));
        }
        if (ranged > 1) {
            ways.add(new Way(
                    () -> weights.anyQualifies(ExportWeights.Stated.VALUE, qualifies)
                            .not(),
                    here -> closestOfTwo(simple, qualifies, here)));
        }
        if (ranged > 0 && unranged > 0) {
            ways.add(new Way(
                    () -> weights.anyQualifies(ExportWeights.Stated.BOTH, qualifies),
                    here -> simple(
                            simple,
                            "Publicly ranged exports are not known for all respondents: the simple average is used,"
                                    + " since the weighted one would disclose the others' exports.",
                            here)));
        }
        if (unranged > 1) {
            ways.add(new Way(
                    () -> builder.truth(true),
                    here -> weighted("Weighted average; the weights are public", qualifies, weights.actual(), here)));
        }
        return first(ways, when);
    }

    /** The average by the first way that is called for; the last is where no other is. */
    private Term first(List<Way> ways, Term when) {
        Way way = ways.get(0);
        if (ways.size() == 1) {
            return way.average().apply(when);
        }
        Term holds = way.holds().get();
        Term average = way.average().apply(when.and(holds));
        return holds.choose(average, first(ways.subList(1, ways.size()), when.and(holds.not())));
    }

    /** The simple average for want of weights. */
    private Term simple(Term simple, String why, Term when) {
        note(why, when);
        return step(
                SIMPLE,
                new Average(simple, when),
                Assumption.UNKNOWN_WEIGHTS.under("19 U.S.C. 1671d(c)(5)(A)(i)"),
                when);
    }

    /** Whichever of the simple and the publicly ranged average is closer to the confidential one. */
    private Term closestOfTwo(Term simple, List<Term> qualifies, Term when) {
        Term actual = weighted(qualifies, weights.actual(), when);
        Term ranged = weighted(qualifies, weights.publiclyRanged(), when);
        Term simpleIsCloser = isCloser(simple, ranged, actual);
        Authority rule = Assumption.CLOSEST_OF_TWO.under(
                proceeding.follows(RegimeDifference.CLOSEST_OF_TWO)
                        ? "19 CFR 351.109(f)(2)(ii)"
                        : "practice, since 2025 in 19 CFR 351.109(f)(2)(ii)");
        Term never = builder.truth(false);
        step(SIMPLE, new Average(simple, when.and(simpleIsCloser)), rule, when);
        step(
                AllOthersResult.Part.TARGET,
                "Weighted average, confidential weights",
                new Average(actual, never),
                WEIGHTED,
                when);
        step(RANGED, new Average(ranged, when.and(simpleIsCloser.not())), WEIGHTED, when);
        return step(
                AllOthersResult.Part.CHOICE,
                "Whichever of the two is closer to the confidential average; on a tie, the simple one",
                new Average(simpleIsCloser.choose(simple, ranged), never),
                rule,
                when);
    }

    /**
     * Whether the first average is at least as close to the target as the second, that is, whether the target lies on
     * the first's side of their midpoint. Averages are not subtracted, because cancellation of digits could turn a tie
     * into a difference.
     */
    private Term isCloser(Term first, Term second, Term target) {
        Term twiceMiddle = first.plus(second);
        Term twiceTarget = target.times(builder.fraction("2"));
        return first.atMost(second)
                .and(twiceTarget.atMost(twiceMiddle))
                .or(second.atMost(first).and(twiceMiddle.atMost(twiceTarget)));
    }

    static boolean counts(CompanyResult company) {
        return !company.entirelyFactsAvailable();
    }

    private Term simple(List<Term> qualifies, Term count) {
        return ofPublished(builder.sum(parts(qualifies, company -> Optional.of(company.published()))))
                .dividedBy(count);
    }

    /** The numerator of an average of rates published to two decimals. */
    private Term ofPublished(Term sum) {
        return outline.line(
                "Sum of the rates averaged, each as published",
                sum,
                Assumption.PUBLISHED_RATES.under("19 U.S.C. 1671d(c)(5)(A)"));
    }

    /**
     * The weighted average of the qualifying rates.
     *
     * @param when the truth under which it is needed, and under which its weights must not all be zero
     */
    private Term weighted(List<Term> qualifies, List<Optional<Term>> by, Term when) {
        Optional<Weighed> weighed = weighed(qualifies, by, company -> Optional.of(company.published()));
        if (weighed.isEmpty()) {
            // no average without a weight: the weights that are needed have been asked for
            return builder.fraction("0");
        }
        Term sum = weighed.get().sum();
        builder.require(
                when.not().or(isPositive(sum)),
                "The exports to the United States that weight the all-others rate must not all be zero.",
                facts.address().toString());
        return ofPublished(weighed.get().products()).dividedBy(sum);
    }

    /** The parts of an average: the sum of weights times what is averaged, and that of the weights. */
    private record Weighed(Term products, Term sum) {}

    /** The qualifying rates that have weights, times them; empty if none has. */
    private Optional<Weighed> weighed(
            List<Term> qualifies, List<Optional<Term>> by, Function<CompanyResult, Optional<Term>> averaged) {
        List<Term> products = new ArrayList<>();
        List<Term> sums = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            if (by.get(i).isPresent()) {
                Term weight = by.get(i).get();
                Term counted = qualifies.get(i).choose(weight, builder.literal(0, weight.unit()));
                sums.add(counted);
                averaged.apply(companies.get(i)).ifPresent(of -> products.add(counted.times(of)));
            }
        }
        return sums.isEmpty()
                ? Optional.empty()
                : Optional.of(new Weighed(builder.sum(products, sums.get(0).unit()), builder.sum(sums)));
    }

    private Term allExcluded(Term when) {
        List<Term> rates = companies.stream().map(CompanyResult::published).toList();
        String citation = "19 U.S.C. 1671d(c)(5)(A)(ii)";
        return switch (facts.get(WHEN_ALL_EXCLUDED)) {
            case SIMPLE ->
                step(
                        "If every rate is excluded: simple average of all",
                        new Average(builder.average(rates), when),
                        Assumption.ALL_EXCLUDED.under(citation),
                        when);
            case LAST ->
                step(
                        "If every rate is excluded: the last calculated",
                        new Average(facts.get(LAST_RATE), when),
                        Authority.law(citation),
                        when);
            case WEIGHTED -> {
                weights.requireAll(when);
                yield step(
                        "If every rate is excluded: weighted average of all",
                        new Average(weighted(all(), weights.actual(), when), when),
                        Authority.law(citation),
                        when);
            }
        };
    }
}
