package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.attribution.FailingSale;
import org.advalorem.rules.attribution.Products;
import org.advalorem.rules.attribution.UnitValue;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.DeMinimis;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.Specificity;

/**
 * The net subsidy rate of one company and year, 19 U.S.C. 1677(6): its program rates, rounded and summed, for all
 * products and for each product with a rate of its own, with the de minimis verdict on each.
 */
final class NetSubsidyRate {
    private static final String NOT_MEASURABLE = "0.00005";
    private static final int PUBLISHED_PLACES = 4;
    private static final String RATE = "program rate";
    private static final String COUNTED = "counted";
    private static final String DROPPED = "dropped";
    private static final String PUBLISHED = "as published";
    /** The largest finite double; a value that is not finite fails a comparison against it. */
    static final String LARGEST = "1.7976931348623157e308";

    private final Company company;
    private final Map<String, CompanyCalculation.Program> programs;
    private final Proceeding proceeding;
    private final int year;
    private final Scope scope;
    private final Products products;
    private final List<FailingSale> failingSales;
    private final Dispositions dispositions;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;

    NetSubsidyRate(
            Company company,
            Map<String, CompanyCalculation.Program> programs,
            Proceeding proceeding,
            int year,
            Scope scope,
            Products products,
            List<FailingSale> failingSales,
            Dispositions dispositions,
            CalculationBuilder builder,
            OutlineBuilder outline) {
        this.company = company;
        this.programs = programs;
        this.proceeding = proceeding;
        this.year = year;
        this.scope = scope;
        this.products = products;
        this.failingSales = failingSales;
        this.dispositions = dispositions;
        this.builder = builder;
        this.outline = outline;
    }

    /**
     * A program that was used, with the result of each use.
     *
     * @param together the programs that count in its rate too
     */
    record Used(
            CompanyCalculation.Program program,
            List<Counted> uses,
            OutlineBuilder section,
            List<CompanyCalculation.Program> together) {
        String name() {
            return together.isEmpty()
                    ? program.name()
                    : "Income tax: " + program.name()
                            + together.stream().map(of -> "; " + of.name()).collect(Collectors.joining());
        }

        boolean covers(CompanyCalculation.Program other) {
            return program.name().equals(other.name()) || together.contains(other);
        }
    }

    /**
     * The result of a use.
     *
     * @param tied the products with rates of their own to which it is tied; empty if it counts in the rate of every
     *     product
     */
    record Counted(UseResult result, Optional<List<String>> tied, Facts facts) {
        boolean countsIn(String product) {
            return tied.map(names -> names.contains(product)).orElse(true);
        }
    }

    /**
     * The program's contribution to the rate of a product, or of all products.
     *
     * @param dropped receives, for this program, whether its rate is above zero and not measurable
     */
    private ProgramResult total(Used used, List<UseResult> uses, List<Term> dropped) {
        CompanyCalculation.Program program = used.program();
        Term rate = builder.sum(uses.stream().map(UseResult::rate).toList());
        Term tooSmall = tooSmall(rate);
        Term rounded = rate.rounded(PUBLISHED_PLACES);
        Term zero = builder.fraction("0");
        dropped.add(zero.less(rate).and(tooSmall));
        return new ProgramResult(
                program.id(),
                used.name(),
                program.type().name(),
                program.specificity(),
                uses,
                rate,
                rounded,
                tooSmall.not(),
                proceeding.jurisdiction().isAmerican() ? tooSmall.choose(zero, rate) : rate,
                counted(rate, rate),
                counted(rate, rounded));
    }

    /** Whether a program's rate is not measurable. */
    private Term tooSmall(Term rate) {
        return rate.less(builder.fraction(NOT_MEASURABLE));
    }

    /** A program's rate, rounded or not, to the extent that it counts in the sum. */
    private Term counted(Term rate, Term shown) {
        return proceeding.notMeasurable() == Proceeding.NotMeasurable.KEEP
                ? shown
                : tooSmall(rate).choose(builder.fraction("0"), shown);
    }

    /** A program's rate as it enters the published sum: rounded already, where rates are rounded before they are summed. */
    private Term shown(Term rate) {
        boolean roundFirst = proceeding.rounding() == Proceeding.Rounding.ROUND_THEN_SUM;
        return counted(rate, roundFirst ? rate.rounded(PUBLISHED_PLACES) : rate);
    }

    /** What is published of program rates: their sum in percent with two decimals, rounded before or after. */
    private Term published(List<Term> rates) {
        return builder.sum(rates.stream().map(this::shown).toList(), Unit.FRACTION)
                .rounded(PUBLISHED_PLACES);
    }

    /**
     * What remains in each later year, the last of them the one in which every allocated benefit has expired; empty if
     * nothing is allocated to any.
     */
    private List<RunOff> runOff(List<ProgramResult> results, OutlineBuilder section) {
        int last = results.stream()
                .flatMap(program -> program.uses().stream())
                .filter(use -> !use.later().allocated().isEmpty())
                .mapToInt(use -> use.later().allocated().lastKey())
                .max()
                .orElse(year);
        if (last == year) {
            return List.of();
        }
        List<RunOff.Remaining> continuing = results.stream()
                .flatMap(program ->
                        remaining(
                                program,
                                program.uses().stream()
                                        .flatMap(use -> use.later().continuing().stream())
                                        .toList())
                                .stream())
                .toList();
        Term ofContinuing = published(rates(continuing));
        List<RunOff> years = new ArrayList<>();
        for (int later = year + 1; later <= last + 1; later++) {
            years.add(runOff(later, results, continuing, ofContinuing));
        }
        OutlineBuilder table = section.section("What stays countervailable in later years");
        RunOff.sheets(years, continuing, ofContinuing, proceeding.period()).forEach(table::sheet);
        Assumption.PROJECTION.note(table);
        return years;
    }

    private RunOff runOff(
            int later, List<ProgramResult> results, List<RunOff.Remaining> continuing, Term ofContinuing) {
        List<RunOff.Remaining> allocated = results.stream()
                .flatMap(program -> remaining(
                        program,
                        program.uses().stream()
                                .flatMap(use -> Optional.ofNullable(
                                        use.later().allocated().get(later))
                                        .stream())
                                .toList())
                        .stream())
                .toList();
        Term rate = published(rates(allocated));
        return new RunOff(later, allocated, continuing, rate, rate.plus(ofContinuing));
    }

    private Optional<RunOff.Remaining> remaining(ProgramResult program, List<Term> rates) {
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        Term rate = builder.sum(rates);
        return Optional.of(new RunOff.Remaining(program, rate, shown(rate)));
    }

    private static List<Term> rates(List<RunOff.Remaining> programs) {
        return programs.stream().map(RunOff.Remaining::rate).toList();
    }

    /** The rates of customers that did not verify non-use of a program and of those that did, where a rate is pro-rated. */
    private Optional<CustomerRates> byCustomer(List<ProgramResult> results, OutlineBuilder section) {
        if (results.stream()
                .flatMap(program -> program.uses().stream())
                .allMatch(use -> use.unverified().isEmpty())) {
            return Optional.empty();
        }
        Term zero = builder.fraction("0");
        Authority authority = Assumption.CUSTOMERS.under("19 U.S.C. 1677e");
        return Optional.of(new CustomerRates(
                section.line(
                        "Rate as published for customers that did not verify non-use",
                        published(results, use -> use.unverified().orElse(use.rate())),
                        Quality.PUBLISHED_RATE,
                        authority),
                section.line(
                        "Rate as published for customers that verified non-use",
                        published(results, use -> use.unverified().isPresent() ? zero : use.rate()),
                        Quality.PUBLISHED_RATE,
                        authority)));
    }

    /** The published rate with each use at another rate. */
    private Term published(List<ProgramResult> results, Function<UseResult, Term> rateOf) {
        return published(results.stream()
                .map(program -> builder.sum(program.uses().stream().map(rateOf).toList()))
                .toList());
    }

    /**
     * The uses that count in a product's rate; in the rate of all products, each use in proportion to its products'
     * share of sales.
     */
    private List<UseResult> counted(Used used, Optional<String> product) {
        List<UseResult> uses = new ArrayList<>();
        for (Counted counted : used.uses()) {
            if (product.isPresent()) {
                if (counted.countsIn(product.get())) {
                    uses.add(counted.result());
                }
            } else {
                uses.add(counted.tied()
                        .map(tied -> ofAllProducts(counted, tied, used.section()))
                        .orElse(counted.result()));
            }
        }
        return uses;
    }

    private UseResult ofAllProducts(Counted counted, List<String> tied, OutlineBuilder section) {
        Term rate = section.line(
                "Rate over the sales of all products, received by "
                        + counted.result().recipient(),
                products.ofAll(counted.result().rate(), tied, counted.facts()),
                Assumption.PRODUCT_WEIGHTS.under("19 CFR 351.525(b)(5)"));
        return counted.result()
                .withRates(
                        rate,
                        counted.result().unverified().map(whole -> products.ofAll(whole, tied, counted.facts())),
                        counted.result().later().each(later -> products.ofAll(later, tied, counted.facts())));
    }

    /** The rate of a product, or of all products. */
    CompanyResult total(List<Used> used, Optional<String> product) {
        OutlineBuilder section = product.map(name -> outline.section(
                        "Net subsidy rate, " + name,
                        scope.of(name).below(company.facts().address()).toString()))
                .orElseGet(() -> outline.section("Net subsidy rate"));
        List<ProgramResult> results = new ArrayList<>();
        List<Term> notMeasurable = new ArrayList<>();
        for (Used program : used) {
            List<UseResult> uses = counted(program, product);
            if (!uses.isEmpty()) {
                results.add(total(program, uses, notMeasurable));
            }
        }
        List<String> found = results.stream().map(ProgramResult::id).toList();
        List<String> notUsed = programs.values().stream()
                .filter(program -> used.stream()
                        .noneMatch(of -> found.contains(of.program().id()) && of.covers(program)))
                .map(CompanyCalculation.Program::name)
                .distinct()
                .toList();
        Term rate = builder.sum(results.stream().map(ProgramResult::counted).toList(), Unit.FRACTION);
        Term sumOfPublished =
                builder.sum(results.stream().map(ProgramResult::countedRounded).toList(), Unit.FRACTION);
        Term dropped = dropped(results);
        section.sheet(sheet(results, rate, sumOfPublished, dropped).when(builder.any(notMeasurable)));
        section.line("Net subsidy rate, unrounded", rate, Authority.law("19 U.S.C. 1677(6)"));
        builder.require(
                rate.atMost(builder.fraction(LARGEST)),
                "The net subsidy rate of (" + company.id() + ") must be a number; an earlier step is not one.",
                company.facts().address().toString());
        Term sumOfRounded = sumOfPublished.rounded(PUBLISHED_PLACES);
        Term roundedSum = rate.rounded(PUBLISHED_PLACES);
        boolean roundFirst = proceeding.rounding() == Proceeding.Rounding.ROUND_THEN_SUM;
        Term published = section.line(
                "Net subsidy rate as published",
                roundFirst ? sumOfRounded : roundedSum,
                Quality.PUBLISHED_RATE,
                results.size() > 1
                        ? (roundFirst ? Assumption.ROUND_THEN_SUM : Assumption.SUM_THEN_ROUND).under("practice")
                        : Authority.practice("rounded to two decimals, half-up"));
        Period period = proceeding.period();
        if (period.coversPartOf(year)) {
            section.line(
                    "Rate of the whole year " + period.name(year) + ", for entries from " + period.firstEntry(year)
                            + " to " + period.lastEntry(year),
                    published,
                    Quality.PUBLISHED_RATE,
                    Assumption.PART_OF_A_YEAR.under("19 CFR 351.213(e)(2)"));
        }
        Term otherRounding = section.line(
                roundFirst ? "The same, summed and then rounded" : "The same, rounded and then summed",
                roundFirst ? roundedSum : sumOfRounded,
                Quality.PUBLISHED_RATE,
                Authority.derived("for comparison"));
        DeMinimis deMinimis = DeMinimis.of(proceeding);
        Term tested = builder.sum(results.stream().map(ProgramResult::measured).toList(), Unit.FRACTION);
        Term verdict = section.line(
                "De minimis " + deMinimis.words(),
                deMinimis.holds(tested, builder),
                Assumption.UNROUNDED_DE_MINIMIS.under(deMinimis.authority().citation()),
                DeMinimis.rounded(tested, published));
        Term asPublished = section.line(
                "De minimis on the published rate", deMinimis.holds(published, builder), deMinimis.authority());
        return new CompanyResult(
                company.id(),
                company.name(),
                product.map(scope::of).orElse(scope),
                company.currency(),
                results,
                notUsed,
                rate,
                tested,
                dropped,
                published,
                section.line(
                        "Of which from export-contingent programs, as published",
                        exportContingent(results),
                        Quality.PUBLISHED_RATE,
                        Authority.law("19 U.S.C. 1677(5A)(B)")),
                otherRounding,
                deMinimis.threshold(builder),
                deMinimis.inclusive(),
                verdict,
                asPublished,
                entirelyFactsAvailable(results),
                company.voluntary(),
                company.exportsToUs(),
                company.publicExportsToUs(),
                new UnitValue(company, year, proceeding.jurisdiction(), builder).ratePerUnit(rate, product, section),
                byCustomer(results, section),
                failingSales,
                dispositions.of(used, results),
                product.isEmpty() && year == proceeding.period().latest() ? runOff(results, section) : List.of());
    }

    private Worksheet sheet(List<ProgramResult> programs, Term rate, Term sumOfPublished, Term dropped) {
        boolean keeps = proceeding.notMeasurable() == Proceeding.NotMeasurable.KEEP;
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (ProgramResult program : programs) {
            rows.add(List.of(
                    Outline.words(program.name()),
                    Outline.quantity(program.rate()),
                    Outline.quantity(program.counted()),
                    keeps ? Outline.nothing() : Outline.quantity(dropped(program)),
                    Outline.quantity(program.countedRounded())));
        }
        SheetColumn droppedRate = SheetColumn.of(DROPPED, Quality.RATE, RATE);
        Worksheet sheet = Worksheet.of(
                "Programs",
                List.of(
                        SheetColumn.key("program"),
                        SheetColumn.of(RATE, Quality.RATE),
                        SheetColumn.of(COUNTED, Quality.RATE, RATE),
                        droppedRate,
                        SheetColumn.of(PUBLISHED, Quality.PUBLISHED_RATE, RATE)),
                rows,
                measurable(keeps));
        Worksheet shown = keeps ? sheet.without(droppedRate) : sheet.withTotal(DROPPED, dropped);
        return shown.withTotal(COUNTED, rate).withTotal(PUBLISHED, sumOfPublished);
    }

    private Authority measurable(boolean keeps) {
        if (!proceeding.jurisdiction().isAmerican() && keeps) {
            return Authority.derived("sum of the programs");
        }
        return (keeps ? Assumption.NOT_MEASURABLE_KEPT : Assumption.NOT_MEASURABLE).under("practice");
    }

    private Term dropped(ProgramResult program) {
        return program.measurable().choose(builder.fraction("0"), program.rate());
    }

    /** The sum of the rates of programs that are not measurable, where they are dropped. */
    private Term dropped(List<ProgramResult> results) {
        boolean keeps = proceeding.notMeasurable() == Proceeding.NotMeasurable.KEEP;
        return builder.sum(
                results.stream().filter(program -> !keeps).map(this::dropped).toList(), Unit.FRACTION);
    }

    private Term exportContingent(List<ProgramResult> results) {
        boolean roundFirst = proceeding.rounding() == Proceeding.Rounding.ROUND_THEN_SUM;
        List<Term> rates = results.stream()
                .filter(program -> program.specificity() == Specificity.EXPORT)
                .map(roundFirst ? ProgramResult::countedRounded : ProgramResult::counted)
                .toList();
        return builder.sum(rates, Unit.FRACTION).rounded(PUBLISHED_PLACES);
    }

    /**
     * Whether the rate rests entirely on facts available, that is, whether every applied use does. One measured
     * program, even at zero, makes it partial. A scenario that says otherwise must give a reason, which every output
     * repeats; where rates are only stated, no reason is required, because nothing else shows what they rest on.
     */
    private boolean entirelyFactsAvailable(List<ProgramResult> results) {
        Optional<ProgramResult> measured = results.stream()
                .filter(program -> program.restsOn(UseResult.Ground.MEASURED))
                .findFirst();
        Optional<ProgramResult> stated = results.stream()
                .filter(program -> program.restsOn(UseResult.Ground.STATED))
                .findFirst();
        boolean entirely = !results.isEmpty() && measured.isEmpty() && stated.isEmpty();
        boolean said =
                company.whole().map(word -> word == Company.WholeRate.WHOLE).orElse(entirely);
        if (said != entirely && !results.isEmpty()) {
            String against = measured.map(program -> "(" + program.id() + ") of (" + company.id() + ") is measured")
                    .or(() -> stated.map(program -> "(" + program.id() + ") of (" + company.id()
                            + ") is a stated rate, not of type facts-available"))
                    .orElse("every program applied to (" + company.id() + ") is of type facts-available");
            Optional<String> reason = company.facts().optional(Company.FACTS_AVAILABLE_REASON);
            if (reason.isEmpty() && (measured.isPresent() || stated.isEmpty())) {
                throw noReason(said, against);
            }
            reason.ifPresent(why -> company.facts()
                    .context()
                    .warnings()
                    .add(
                            company.facts().address().child(Company.FACTS_AVAILABLE.name()),
                            "The rate of " + company.name() + " is treated as " + (said ? "" : "not ")
                                    + "based entirely on facts available, although " + against + ": " + why));
        }
        return said;
    }

    private UnusableFactsException noReason(boolean said, String against) {
        return company.facts()
                .problem(
                        Problem.Code.AV401,
                        Company.FACTS_AVAILABLE,
                        "(facts-available) is (" + (said ? Company.WholeRate.WHOLE : Company.WholeRate.NOT_WHOLE)
                                + "), but " + against + ".",
                        "Leave it out, or say why in facts-available-reason.");
    }
}
