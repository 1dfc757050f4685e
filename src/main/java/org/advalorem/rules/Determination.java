package org.advalorem.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Field;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Sheet;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.adverse.Catalogue;
import org.advalorem.rules.adverse.Choices;
import org.advalorem.rules.adverse.Hierarchy;
import org.advalorem.rules.adverse.Petition;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.attribution.Reconciliation;
import org.advalorem.rules.base.Asides;
import org.advalorem.rules.base.ComparedPrice;
import org.advalorem.rules.base.DeMinimis;
import org.advalorem.rules.base.ExchangeRates;
import org.advalorem.rules.base.LeftOut;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.Specificity;
import org.advalorem.rules.calendar.ProceedingCalendar;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.RatedFirm;
import org.advalorem.rules.exposure.Exposure;
import org.advalorem.rules.screens.Comparison;
import org.advalorem.rules.screens.Screen;
import org.advalorem.rules.screens.ScreenedRate;
import org.advalorem.rules.screens.Screens;

/**
 * A determination: every respondent's rate and the all-others rate, as one calculation.
 *
 * @param illustrative the watermark, when figures are invented under a real name
 * @param companies every respondent's rate for the latest year and all products
 * @param negative whether the determination is negative for every product; investigations only
 * @param allOthers the all-others rate for the latest year and all products
 * @param parts the same for each year and each product, where there are several; otherwise empty
 * @param deposits what follows from the rates for cash deposits
 * @param exposure what an importer's entries owe, where the scenario has entries
 * @param calendar what is known of the dates of the investigation
 * @param results the terms of all results, by what they measure
 * @param screens the tests that the scenario states, in order
 * @param leftOut the stated items that no rate counts
 * @param compared the terms on which benchmark prices are compared, use by use
 * @param reconciliations the income statements stated, tied to sales ledgers and denominators
 * @param warnings what no output may omit
 * @param bracketing what the scenario says of its public version
 * @param sheets the records that it was computed from
 * @param series the monthly series that it was computed from, by address
 */
public record Determination(
        String title,
        Optional<String> illustrative,
        Proceeding proceeding,
        List<CompanyResult> companies,
        Optional<Term> negative,
        Optional<AllOthersResult> allOthers,
        List<Part> parts,
        ProceedingCalendar calendar,
        Calculation calculation,
        Deposits deposits,
        Optional<Exposure> exposure,
        FactRegister register,
        Results results,
        List<Screen> screens,
        List<LeftOut> leftOut,
        List<ComparedPrice> compared,
        List<Reconciliation> reconciliations,
        List<Warnings.Warning> warnings,
        Optional<Bracketing> bracketing,
        List<Sheet> sheets,
        Map<Address, MonthlySeries> series) {
    /** Copies the lists. */
    public Determination {
        companies = List.copyOf(companies);
        parts = List.copyOf(parts);
        screens = List.copyOf(screens);
        leftOut = List.copyOf(leftOut);
        compared = List.copyOf(compared);
        reconciliations = List.copyOf(reconciliations);
        warnings = List.copyOf(warnings);
        sheets = List.copyOf(sheets);
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    }

    /**
     * The determination calculated from a scenario.
     *
     * @param problems the collector of everything wrong with the scenario
     * @return empty when a problem was noted
     */
    public static Optional<Determination> of(
            SourceNode.Mapping scenario, DataFiles files, Programs programs, Problems problems) {
        CalculationBuilder builder = new CalculationBuilder();
        FactsContext context = FactsContext.of(builder, problems, files)
                .withNames("benchmarks", names(scenario, "benchmarks"))
                .withNames("programs", names(scenario, "programs"))
                .withNames("companies", names(scenario, "companies"));
        ScenarioFields fields = new ScenarioFields(programs);
        Facts root = Facts.of(fields.fields(), context, new Facts.Layer(scenario, Address.ROOT));
        try {
            Determination determination = new Builder(root, fields, programs, builder).build();
            return problems.isEmpty() ? Optional.of(determination) : Optional.empty();
        } catch (UnusableFactsException noted) {
            return Optional.empty();
        }
    }

    /** This determination as explained and told of otherwise; its terms and results stay. */
    public Determination told(Outline.Section outline, FactRegister told, List<Warnings.Warning> warned) {
        return new Determination(
                title,
                illustrative,
                proceeding,
                companies,
                negative,
                allOthers,
                parts,
                calendar,
                calculation.explainedBy(outline),
                deposits,
                exposure,
                told,
                results,
                screens,
                leftOut,
                compared,
                reconciliations,
                warned,
                bracketing,
                sheets,
                series);
    }

    /** The whole, followed by each year and each product with rates of its own. */
    public List<Part> withParts() {
        return withParts(new Part(Scope.WHOLE, companies, negative, allOthers), parts);
    }

    private static List<Part> withParts(Part whole, List<Part> parts) {
        List<Part> all = new ArrayList<>(List.of(whole));
        all.addAll(parts);
        return all;
    }

    /**
     * The display name of a subject: the company, the program, or all others, with the year and product.
     *
     * @param subject what a result measures
     */
    public String name(Subject subject) {
        String words = subject.scope().words(proceeding.period());
        return switch (subject.level()) {
            case DETERMINATION -> "Determination" + words;
            case ALL_OTHERS -> "All others" + words;
            case NOT_SELECTED -> notSelectedName(subject) + words;
            case COMPANY -> companyName(subject) + words;
            case PROGRAM -> companyName(subject) + words + ": " + programName(subject);
            case ANTIDUMPING -> "Antidumping: " + subject.company();
            case SCREEN -> screenName(subject.company());
            case EXPOSURE -> "Exposure";
            case IMPORTS -> "Imports of " + subject.company().replaceFirst("-", " at ");
            case USE ->
                companyName(subject) + words + ": " + programName(subject) + ", use "
                        + subject.use().orElseThrow();
        };
    }

    private String companyName(Subject subject) {
        return company(subject.company()).map(CompanyResult::name).orElse(subject.company());
    }

    private String screenName(String id) {
        for (Screen screen : screens) {
            if (screen.id().equals(id)) {
                return screen.title();
            }
            for (Comparison comparison : screen.comparisons()) {
                if (comparison.id().equals(id)) {
                    return screen.title() + ": " + comparison.words();
                }
            }
        }
        return id;
    }

    private String notSelectedName(Subject subject) {
        return allOthers.stream()
                .flatMap(others -> others.notSelected().stream())
                .filter(own -> own.id().equals(subject.company()))
                .map(AllOthersResult.OwnRate::name)
                .findFirst()
                .orElse(subject.company());
    }

    private String programName(Subject subject) {
        return company(subject.company()).stream()
                .flatMap(company -> company.programs().stream())
                .filter(program -> program.id().equals(subject.program()))
                .map(ProgramResult::name)
                .findFirst()
                .orElse(subject.program());
    }

    /** The rate of the respondent with the given id, for the latest year and all products. */
    public Optional<CompanyResult> company(String id) {
        return companies.stream().filter(company -> company.id().equals(id)).findFirst();
    }

    private static List<String> names(SourceNode.Mapping scenario, String part) {
        return scenario.entries().get(part) instanceof SourceNode.Mapping mapping
                ? List.copyOf(mapping.entries().keySet())
                : List.of();
    }

    /** The assembler of the parts. */
    private static final class Builder {
        private final Facts root;
        private final ScenarioFields fields;
        private final Programs types;
        private final CalculationBuilder builder;
        private final Set<LeftOut> leftOut = new LinkedHashSet<>();
        private final Set<ComparedPrice> compared = new LinkedHashSet<>();
        private final List<Reconciliation> reconciliations = new ArrayList<>();
        private Optional<List<Hierarchy.Found>> found = Optional.empty();

        Builder(Facts root, ScenarioFields fields, Programs types, CalculationBuilder builder) {
            this.root = root;
            this.fields = fields;
            this.types = types;
            this.builder = builder;
        }

        Determination build() {
            Proceeding proceeding = Proceeding.of(root.get(ScenarioFields.PROCEEDING));
            proceeding.write(builder.outline());
            Optional<ProceedingCalendar> calendar = calendar(proceeding);
            Map<String, Facts> benchmarks = root.optional(fields.benchmarks()).orElse(Map.of());
            ExchangeRates exchangeRates =
                    ExchangeRates.of(root.optional(ScenarioFields.EXCHANGE_RATES), proceeding.period());
            Map<String, CompanyCalculation.Program> programs = programs();
            Petition petition =
                    root.optional(ScenarioFields.PETITION).map(Petition::of).orElse(Petition.NONE);
            List<CompanyResult> all = results(
                    companies(
                            proceeding, benchmarks, exchangeRates, programs, hierarchy(proceeding, programs), petition),
                    proceeding.period());
            Part whole = part(Scope.WHOLE, all, proceeding, exchangeRates);
            List<Part> parts = parts(whole, all, proceeding, exchangeRates);
            checkLaw(proceeding);
            Deposits deposits = deposits(whole, proceeding);
            Map<ResultKey, Term> beyondTheRates = new LinkedHashMap<>();
            Results.putDeposits(deposits, beyondTheRates);
            Optional<Exposure> exposure = calendar.flatMap(days -> root.optional(ScenarioFields.EXPOSURE)
                    .map(facts -> Exposure.of(facts, days, deposits, rates(whole), builder)));
            exposure.ifPresent(entries -> Results.putExposure(entries, beyondTheRates));
            List<Screen> screens = screens(proceeding, whole);
            Results.putScreens(screens, beyondTheRates);
            exchangeRates.write(builder.outline());
            return new Determination(
                    root.get(ScenarioFields.TITLE),
                    root.optional(ScenarioFields.ILLUSTRATIVE),
                    proceeding,
                    whole.companies(),
                    whole.negative(),
                    whole.allOthers(),
                    parts,
                    calendar.orElseThrow(UnusableFactsException::new),
                    builder.build(),
                    deposits,
                    exposure,
                    root.context().register(),
                    Results.of(withParts(whole, parts), beyondTheRates),
                    screens,
                    List.copyOf(leftOut),
                    List.copyOf(compared),
                    reconciliations,
                    root.context().warnings().all(),
                    bracketing(),
                    List.copyOf(root.context().sheets().all()),
                    root.context().sheets().series());
        }

        /** Refuses what other laws have no rule for. */
        private void checkLaw(Proceeding proceeding) {
            for (Field<Facts> section : List.of(ScenarioFields.DEPOSITS, ScenarioFields.EXPOSURE)) {
                proceeding.jurisdiction().requireWhereStated(LocalRule.DEPOSITS, section, root);
            }
        }

        private Deposits deposits(Part whole, Proceeding proceeding) {
            if (!proceeding.jurisdiction().isAmerican()) {
                return Deposits.NONE;
            }
            List<RatedFirm> firms = whole.companies().stream()
                    .map(company -> new RatedFirm(
                            company.id(),
                            company.name(),
                            company.published(),
                            company.deMinimis(),
                            company.exportContingent(),
                            company.entirelyFactsAvailable(),
                            company.programs().stream()
                                    .collect(Collectors.toMap(
                                            ProgramResult::id,
                                            ProgramResult::countedRounded,
                                            (one, same) -> one,
                                            LinkedHashMap::new))))
                    .toList();
            return Deposits.of(
                    root.optional(ScenarioFields.DEPOSITS),
                    proceeding,
                    firms,
                    whole.allOthers().map(others -> rated(others, whole.negative())),
                    rate -> DeMinimis.of(proceeding).holds(rate, builder),
                    builder);
        }

        private RatedFirm rated(AllOthersResult others, Optional<Term> negative) {
            Term none = builder.truth(false);
            return new RatedFirm(
                    Subject.allOthers(Scope.WHOLE).address().toString(),
                    "all others",
                    others.published(),
                    others.deMinimis().orElse(none).or(negative.orElse(none)),
                    others.exportContingent().orElseGet(() -> builder.fraction("0")),
                    false,
                    Map.of());
        }

        /** The published rates, by the id of the company or that of all others. */
        private static Map<String, Term> rates(Part whole) {
            Map<String, Term> rates = new LinkedHashMap<>();
            whole.companies().forEach(company -> rates.put(company.id(), company.published()));
            whole.allOthers()
                    .ifPresent(others ->
                            rates.put(Subject.allOthers(Scope.WHOLE).address().toString(), others.published()));
            return rates;
        }

        private List<Screen> screens(Proceeding proceeding, Part whole) {
            Optional<Facts> stated = root.optional(ScenarioFields.SCREENS);
            if (stated.isEmpty()) {
                return List.of();
            }
            return Screens.of(
                    stated.get(),
                    proceeding,
                    id -> whole.companies().stream()
                            .filter(company -> company.id().equals(id))
                            .findFirst()
                            .map(company -> new ScreenedRate(company.name(), company.published(), company.tested())),
                    builder);
        }

        /** What is said of the public version; where nothing is, its class is not loaded. */
        private Optional<Bracketing> bracketing() {
            Optional<Facts> stated = root.optional(ScenarioFields.PUBLIC_VERSION);
            return stated.isPresent() ? Optional.of(Bracketing.of(stated.get())) : Optional.empty();
        }

        /** The calendar; empty if something in it is wrong, so that everything else is still checked. */
        private Optional<ProceedingCalendar> calendar(Proceeding proceeding) {
            try {
                return Optional.of(ProceedingCalendar.of(
                        root.optional(ScenarioFields.CALENDAR), root.get(ScenarioFields.PROCEEDING), proceeding));
            } catch (UnusableFactsException noted) {
                return Optional.empty();
            }
        }

        private Hierarchy hierarchy(Proceeding proceeding, Map<String, CompanyCalculation.Program> programs) {
            List<String> names = programs.values().stream()
                    .flatMap(program -> program.names().stream())
                    .toList();
            Catalogue catalogue =
                    Catalogue.of(root.optional(ScenarioFields.CATALOGUES).orElse(Map.of()));
            return new Hierarchy(
                    catalogue,
                    root.optional(ScenarioFields.ADVERSE_FACTS)
                            .map(facts -> Choices.of(facts, proceeding, catalogue, names))
                            .orElseGet(() -> Choices.none(proceeding)),
                    proceeding,
                    builder);
        }

        /** A respondent and its calculation for each year of the period. */
        private record Calculated(Company company, Map<Scope, CompanyCalculation> years) {}

        /** Every respondent, calculated except for what depends on the rates of the others. */
        private List<Calculated> companies(
                Proceeding proceeding,
                Map<String, Facts> benchmarks,
                ExchangeRates exchangeRates,
                Map<String, CompanyCalculation.Program> programs,
                Hierarchy hierarchy,
                Petition petition) {
            List<Calculated> companies = new ArrayList<>();
            boolean complete = true;
            for (Map.Entry<String, SourceNode> entry :
                    root.get(fields.companies()).entrySet()) {
                try {
                    companies.add(company(
                            entry.getKey(),
                            entry.getValue(),
                            proceeding,
                            benchmarks,
                            exchangeRates,
                            programs,
                            hierarchy,
                            petition));
                } catch (UnusableFactsException noted) {
                    complete = false;
                }
            }
            if (!complete) {
                throw new UnusableFactsException();
            }
            return companies;
        }

        /**
         * The rates found for all respondents in every year, put together once: the whole period is one segment of the
         * proceeding.
         */
        private List<Hierarchy.Found> found(List<Calculated> companies) {
            if (found.isEmpty()) {
                found = Optional.of(companies.stream()
                        .flatMap(company -> company.years().values().stream())
                        .flatMap(calculation -> calculation.found().stream())
                        .toList());
            }
            return found.get();
        }

        /** The results of every respondent, for all years. */
        private List<CompanyResult> results(List<Calculated> companies, Period period) {
            List<CompanyResult> results = new ArrayList<>();
            for (Calculated calculated : companies) {
                calculated
                        .years()
                        .values()
                        .forEach(calculation -> results.addAll(calculation.results(() -> found(companies))));
                Company company = calculated.company();
                reconciliations.addAll(Reconciliation.of(
                        company,
                        period,
                        ofYear -> calculated.years().values().stream()
                                .flatMap(calculation -> calculation.denominators(ofYear).stream())
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        builder));
                company.ledger().stream()
                        .flatMap(ledger -> ledger.leftOut().stream())
                        .forEach(leftOut::add);
            }
            return results;
        }

        /** The years and products with rates of their own; the latest year is the whole under another name. */
        private List<Part> parts(
                Part whole, List<CompanyResult> all, Proceeding proceeding, ExchangeRates exchangeRates) {
            Map<Scope, Part> parts = new LinkedHashMap<>();
            for (Scope scope : Scope.parts(proceeding)) {
                parts.put(
                        scope,
                        scope.repeatsTheWhole(proceeding.period())
                                ? Optional.ofNullable(parts.get(scope.ofLatestYear()))
                                        .orElse(whole)
                                        .as(scope)
                                : part(scope, all, proceeding, exchangeRates));
            }
            return List.copyOf(parts.values());
        }

        /** The rates of one year and product, and the all-others rate based on them. */
        private Part part(Scope scope, List<CompanyResult> all, Proceeding proceeding, ExchangeRates exchangeRates) {
            List<CompanyResult> companies = of(List.of(scope), all);
            if (isCountryWide()) {
                Optional<AllOthersResult> rate = allOthers(scope, all, proceeding, Optional.empty(), exchangeRates);
                return new Part(
                        scope,
                        companies,
                        NegativeDetermination.ofCountryWide(
                                scope, proceeding, countryWideVerdicts(scope, all, proceeding, exchangeRates), builder),
                        rate);
            }
            Optional<Term> negative =
                    NegativeDetermination.of(scope, proceeding, of(examined(scope, proceeding), all), builder);
            return new Part(scope, companies, negative, allOthers(scope, all, proceeding, negative, exchangeRates));
        }

        private boolean isCountryWide() {
            return root.optional(ScenarioFields.ALL_OTHERS)
                    .filter(facts -> facts.get(AllOthers.METHOD) == AllOthers.Method.COUNTRY_WIDE)
                    .isPresent();
        }

        private Optional<AllOthersResult> allOthers(
                Scope scope,
                List<CompanyResult> all,
                Proceeding proceeding,
                Optional<Term> negative,
                ExchangeRates exchangeRates) {
            return root.optional(ScenarioFields.ALL_OTHERS)
                    .flatMap(facts -> allOthers(
                                    scope,
                                    all,
                                    proceeding,
                                    negative,
                                    exchangeRates,
                                    builder.outline()
                                            .section(
                                                    "All-others rate" + scope.words(proceeding.period()),
                                                    scope.below(facts.address()).toString()))
                            .result());
        }

        private AllOthers allOthers(
                Scope scope,
                List<CompanyResult> all,
                Proceeding proceeding,
                Optional<Term> negative,
                ExchangeRates exchangeRates,
                OutlineBuilder outline) {
            return new AllOthers(
                    root.optional(ScenarioFields.ALL_OTHERS).orElseThrow(),
                    proceeding,
                    of(List.of(scope), all),
                    negative,
                    exchangeRates,
                    scope.yearIn(proceeding.period()),
                    builder,
                    outline);
        }

        /** The verdicts on the country-wide rates considered in a determination, whose steps stand with each rate. */
        private List<Term> countryWideVerdicts(
                Scope scope, List<CompanyResult> all, Proceeding proceeding, ExchangeRates exchangeRates) {
            return examined(scope, proceeding).stream()
                    .map(of ->
                            allOthers(of, all, proceeding, Optional.empty(), exchangeRates, OutlineBuilder.unwritten()))
                    .flatMap(rate -> rate.result().flatMap(AllOthersResult::deMinimis).stream())
                    .toList();
        }

        /**
         * The scopes whose rates a determination considers: for all products together, each product where products have
         * rates of their own.
         */
        private static List<Scope> examined(Scope scope, Proceeding proceeding) {
            List<String> products = proceeding.products();
            boolean single = scope.product().isPresent() || products.isEmpty();
            return single ? List.of(scope) : products.stream().map(scope::of).toList();
        }

        private static List<CompanyResult> of(List<Scope> scopes, List<CompanyResult> all) {
            return all.stream()
                    .filter(company -> scopes.contains(company.scope()))
                    .toList();
        }

        private Map<String, CompanyCalculation.Program> programs() {
            Map<String, CompanyCalculation.Program> programs = new LinkedHashMap<>();
            root.get(fields.programs()).forEach((id, facts) -> {
                ProgramType type = types.types().get(facts.get(Programs.TYPE));
                if (type != null) {
                    refuseSpecificity(type, facts);
                    programs.put(id, new CompanyCalculation.Program(id, type, facts));
                }
            });
            return programs;
        }

        /** Refuses a specificity that a type of export programs cannot have: the benefit would go over the wrong sales. */
        private static void refuseSpecificity(ProgramType type, Facts program) {
            try {
                Optional<Specificity> stated = program.optional(Programs.SPECIFICITY);
                if (type.specificity() == Specificity.EXPORT
                        && stated.filter(of -> of != Specificity.EXPORT).isPresent()) {
                    program.context()
                            .problems()
                            .add(
                                    Problem.Code.AV402,
                                    program.origin(Programs.SPECIFICITY),
                                    "(" + program.address() + ") is of type " + type.name()
                                            + ", which is always contingent upon export, not " + stated.get() + ".",
                                    "Leave specificity out.");
                }
            } catch (UnusableFactsException noted) {
                // the specificity was reported when it was read
            }
        }

        private Calculated company(
                String id,
                SourceNode given,
                Proceeding proceeding,
                Map<String, Facts> benchmarks,
                ExchangeRates exchangeRates,
                Map<String, CompanyCalculation.Program> programs,
                Hierarchy hierarchy,
                Petition petition) {
            if (!(given instanceof SourceNode.Mapping mapping)) {
                root.context()
                        .problems()
                        .add(Problem.Code.AV203, given.origin(), "(companies." + id + ") must be a mapping.", "");
                throw new UnusableFactsException();
            }
            Address address = Subject.company(Scope.WHOLE, id).address();
            Company company = Company.of(
                    id,
                    new Facts.Layer(mapping, address),
                    root.context(),
                    types.uses(),
                    proceeding.period(),
                    exchangeRates,
                    proceeding.country().name());
            Map<String, CompanyCalculation.Program> all = new AllegedPrograms(company, petition, programs, types).all();
            Map<Scope, CompanyCalculation> years = new LinkedHashMap<>();
            for (Scope scope : Scope.years(proceeding.period())) {
                int year = scope.yearIn(proceeding.period());
                String title = CompanyCalculation.title(company, proceeding.period(), year);
                CompanyCalculation calculation = new CompanyCalculation(
                        company,
                        all,
                        proceeding,
                        year,
                        scope,
                        benchmarks,
                        exchangeRates,
                        hierarchy,
                        petition,
                        builder,
                        builder.outline().section(title, scope.below(address).toString()),
                        new Asides(leftOut::add, compared::add));
                calculation.measure();
                years.put(scope, calculation);
            }
            return new Calculated(company, years);
        }
    }
}
