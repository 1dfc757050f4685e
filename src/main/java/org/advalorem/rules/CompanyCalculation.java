package org.advalorem.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.UnitException;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.adverse.Hierarchy;
import org.advalorem.rules.adverse.Petition;
import org.advalorem.rules.adverse.Selection;
import org.advalorem.rules.allocation.ApprovedTotals;
import org.advalorem.rules.allocation.ChangeInOwnership;
import org.advalorem.rules.allocation.Netting;
import org.advalorem.rules.allocation.TimeAllocation;
import org.advalorem.rules.allocation.UsefulLife;
import org.advalorem.rules.attribution.Attribution;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.attribution.Denominator;
import org.advalorem.rules.attribution.ExportValueAdjustment;
import org.advalorem.rules.attribution.Member;
import org.advalorem.rules.attribution.Products;
import org.advalorem.rules.attribution.ResellerChannel;
import org.advalorem.rules.attribution.UnitValue;
import org.advalorem.rules.base.Asides;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.ExchangeRates;
import org.advalorem.rules.base.Inflation;
import org.advalorem.rules.base.LeftOut;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.Specificity;
import org.advalorem.rules.types.FactsAvailable;

/**
 * The calculation of one respondent's rate: benefit, netting, allocation over time, denominator, adjustment,
 * measurability, sum, and de minimis verdict, in that order.
 *
 * <p>Rates are added, never benefits, because every recipient has its own denominator.
 */
final class CompanyCalculation {
    private static final Authority INCOME_TAX = Assumption.INCOME_TAX_TOGETHER.under("19 U.S.C. 1677e(d)");

    private final Company company;
    private final Map<String, Program> programs;
    private final Proceeding proceeding;
    private final int year;
    private final Scope scope;
    private final Map<String, Facts> benchmarks;
    private final ExchangeRates exchangeRates;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final ResellerChannel channels;
    private final Attribution attribution;
    private final Products products;
    private final Asides asides;
    private final DoubleCounting doubleCounting;
    private int adjusted;
    private int unadjusted;
    private final UsefulLife usefulLife;
    private final Hierarchy hierarchy;
    private final Petition petition;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Program, String> notApplied = new LinkedHashMap<>();
    private final List<Program> otherYears = new ArrayList<>();

    /**
     * A program of the scenario, or one that the petition alleges: its type and its facts.
     *
     * @param alleged the allegation, where the program counts for this company because of it
     */
    record Program(String id, ProgramType type, Facts facts, Optional<Petition.Alleged> alleged) {
        Program(String id, ProgramType type, Facts facts) {
            this(id, type, facts, Optional.empty());
        }

        String name() {
            return facts.optional(Programs.NAME).orElse(id);
        }

        /** The names by which other parts of a scenario refer to it. */
        List<String> names() {
            return List.of(id, name());
        }

        Specificity specificity() {
            return facts.optional(Programs.SPECIFICITY).orElse(type.specificity());
        }
    }

    CompanyCalculation(
            Company company,
            Map<String, Program> programs,
            Proceeding proceeding,
            int year,
            Scope scope,
            Map<String, Facts> benchmarks,
            ExchangeRates exchangeRates,
            Hierarchy hierarchy,
            Petition petition,
            CalculationBuilder builder,
            OutlineBuilder outline,
            Asides asides) {
        this.company =
                Inflation.of(proceeding, year, builder).map(company::atPricesOf).orElse(company);
        this.programs = programs;
        this.proceeding = proceeding;
        this.year = year;
        this.scope = scope;
        this.benchmarks = benchmarks;
        this.exchangeRates = exchangeRates;
        this.builder = builder;
        this.outline = outline;
        this.channels = new ResellerChannel(this.company, year, builder);
        this.attribution = new Attribution(
                this.company, proceeding, year, channels, builder, outline.section("Sales and denominators"));
        this.asides = asides;
        this.doubleCounting = new DoubleCounting(benchmarks, proceeding.period().end(year));
        this.usefulLife = UsefulLife.of(this.company.facts(), this.company.currency(), proceeding, builder, outline);
        this.products = new Products(proceeding.products(), attribution, builder);
        this.hierarchy = hierarchy;
        this.petition = petition;
    }

    /**
     * A program that was used, and the results of its uses; without results as long as a rate on facts available is still
     * to be selected, because the rates of other respondents come first.
     *
     * @param together the programs whose income tax relief counts in its rate too
     */
    private record Step(
            Program program,
            OutlineBuilder section,
            List<Conferred> conferred,
            Optional<List<NetSubsidyRate.Counted>> results,
            List<Program> together) {
        boolean isIncomeTaxOnFactsAvailable() {
            return conferred.stream()
                    .allMatch(one -> one.benefit() instanceof Benefit.Sought sought && sought.isIncomeTax());
        }
    }

    /** Calculates the programs, except those whose rate is selected among the rates of others. */
    void measure() {
        company.checkLaw(proceeding.jurisdiction());
        company.adjustment().ifPresent(adjustment -> {
            adjustment.write(outline);
            channels.failing().write(adjustment, outline);
            adjustment.refuseMarkDown(builder);
            adjustment.warn(company.name());
            channels.failing().warn(adjustment);
        });
        Map<String, List<Facts.Layer>> uses = uses();
        programs.forEach(
                (id, program) -> step(program, uses.getOrDefault(id, List.of())).ifPresent(this::add));
    }

    /** Adds a program; one more income tax program on facts available joins the first. */
    private void add(Step step) {
        Optional<Step> first = step.isIncomeTaxOnFactsAvailable()
                ? steps.stream().filter(Step::isIncomeTaxOnFactsAvailable).findFirst()
                : Optional.empty();
        if (first.isEmpty()) {
            steps.add(step);
            return;
        }
        first.get().together().add(step.program());
        step.section()
                .note(
                        "Counted with " + first.get().program().name()
                                + ": income tax reductions and exemptions on facts available are worth the statutory rate"
                                + " together.",
                        INCOME_TAX);
    }

    /** The programs with a rate that does not depend on those of others, among which rates on facts available are selected. */
    List<Hierarchy.Found> found() {
        List<Hierarchy.Found> found = new ArrayList<>();
        for (Step step : steps) {
            List<UseResult> uses = step.results().orElse(List.of()).stream()
                    .map(NetSubsidyRate.Counted::result)
                    .toList();
            if (!uses.isEmpty()) {
                Program program = step.program();
                found.add(new Hierarchy.Found(
                        company.id(),
                        title(company, proceeding.period(), year),
                        program.names(),
                        program.type().kind(),
                        program.facts().optional(Programs.COMPANY_SPECIFIC),
                        builder.sum(uses.stream().map(UseResult::rate).toList()),
                        ground(uses)));
            }
        }
        return found;
    }

    private Hierarchy.Ground ground(List<UseResult> uses) {
        if (company.isWhollyOnFactsAvailable()) {
            return Hierarchy.Ground.NOT_COOPERATING;
        }
        if (uses.stream().anyMatch(UseResult::factsAvailable)) {
            return Hierarchy.Ground.FACTS_AVAILABLE;
        }
        return uses.stream().anyMatch(use -> use.ground() == UseResult.Ground.STATED)
                ? Hierarchy.Ground.STATED
                : Hierarchy.Ground.CALCULATED;
    }

    /** The company, with the year where the period has several. */
    static String title(Company company, Period period, int year) {
        return company.name() + (period.years().size() > 1 ? ", " + period.name(year) : "");
    }

    /**
     * The rates of the year: first all products together, then each product with a rate of its own.
     *
     * @param respondents the rates found for all respondents and years; asked for only where a rate is selected among them
     */
    List<CompanyResult> results(Supplier<List<Hierarchy.Found>> respondents) {
        List<NetSubsidyRate.Used> used = new ArrayList<>();
        for (Step step : steps) {
            List<NetSubsidyRate.Counted> results =
                    step.results().orElseGet(() -> counted(step, selected(step, respondents.get())));
            if (!results.isEmpty()) {
                used.add(new NetSubsidyRate.Used(step.program(), results, step.section(), step.together()));
            }
        }
        doubleCounting.warn();
        warnOfNoAdjustment();
        new UnitValue(company, year, proceeding.jurisdiction(), builder).warn();
        attribution.write();
        List<CompanyResult> results = new ArrayList<>();
        NetSubsidyRate net = new NetSubsidyRate(
                company,
                programs,
                proceeding,
                year,
                scope,
                products,
                channels.failing().all(),
                new Dispositions(company, petition, notApplied, otherYears),
                builder,
                outline);
        results.add(net.total(used, Optional.empty()));
        products.names().forEach(product -> results.add(net.total(used, Optional.of(product))));
        products.write(outline);
        return results;
    }

    /** The denominators of a year over which benefits went. */
    Set<Attribution.Used> denominators(int ofYear) {
        return attribution.used(ofYear);
    }

    private Map<String, List<Facts.Layer>> uses() {
        Map<String, List<Facts.Layer>> uses = new LinkedHashMap<>();
        programs.forEach((id, program) -> program.alleged()
                .ifPresent(alleged -> uses.put(
                        id,
                        List.of(new Facts.Layer(
                                new SourceNode.Mapping(Map.of(), Map.of(), alleged.origin()),
                                company.facts()
                                        .address()
                                        .child("uses")
                                        .child(id)
                                        .child("1"))))));
        Optional<SourceNode> given = company.uses();
        if (given.isEmpty()) {
            return uses;
        }
        if (!(given.get() instanceof SourceNode.Mapping mapping)) {
            company.facts()
                    .context()
                    .problems()
                    .add(
                            Problem.Code.AV203,
                            given.get().origin(),
                            "(uses) must be a mapping from programs to lists of uses.",
                            "Write {program: [{to: member}]}.");
            return uses;
        }
        // a program that could not be read was already reported, so its name is not unknown
        Collection<String> named = company.facts().context().names("programs").orElse(programs.keySet());
        mapping.entries().forEach((id, list) -> {
            if (programs.containsKey(id)) {
                uses.put(id, layers(id, list));
            } else if (!named.contains(id)) {
                company.facts()
                        .context()
                        .problems()
                        .add(
                                Problem.Code.AV210,
                                mapping.keyOrigin(id),
                                "(" + id + ") is not among the programs.",
                                Nearest.advice(id, named));
            }
        });
        return uses;
    }

    private List<Facts.Layer> layers(String id, SourceNode list) {
        return Facts.items(
                list,
                company.facts().address().child("uses").child(id),
                company.facts().context(),
                Programs.TO.name());
    }

    private Optional<Step> step(Program program, List<Facts.Layer> uses) {
        List<Facts> applied = new ArrayList<>();
        Map<Facts, String> left = new LinkedHashMap<>();
        for (Facts.Layer layer : uses) {
            Facts use = Facts.layered(
                    Programs.useFields(program.type()),
                    program.alleged().isPresent()
                            ? program.facts().context()
                            : company.facts().context(),
                    List.of(layer, program.facts().layer()),
                    Programs.useFields(program.type()));
            try {
                Optional<String> why = notApplied(program, use);
                if (why.isPresent()) {
                    left.put(use, why.get());
                } else if (countsInYear(use)) {
                    applied.add(use);
                }
            } catch (UnusableFactsException noted) {
                // the next use may have problems of its own to report
            }
        }
        if (applied.isEmpty()) {
            left.values().stream().findFirst().ifPresent(why -> notApplied.put(program, why));
            if (left.isEmpty() && !uses.isEmpty()) {
                otherYears.add(program);
            }
            return Optional.empty();
        }
        // where no use is applied, the program is among those not used
        left.forEach(this::leaveOut);
        OutlineBuilder section = outline.section(
                "Program: " + program.name(),
                scope.below(company.facts().address())
                        .child("programs")
                        .child(program.id())
                        .toString());
        List<Conferred> conferred = forEach(applied, use -> use, use -> confer(program, use, section));
        Step step = new Step(program, section, conferred, Optional.empty(), new ArrayList<>());
        boolean complete = conferred.stream().noneMatch(one -> one.benefit() instanceof Benefit.Sought);
        return conferred.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        complete
                                ? new Step(
                                        program,
                                        section,
                                        conferred,
                                        Optional.of(counted(step, conferred)),
                                        new ArrayList<>())
                                : step);
    }

    private List<NetSubsidyRate.Counted> counted(Step step, List<Conferred> conferred) {
        ApprovedTotals approved = approved(conferred);
        return forEach(
                conferred,
                Conferred::use,
                one -> new NetSubsidyRate.Counted(
                        result(step.program(), one, approved), products.tied(one.use()), one.use()));
    }

    /** The uses of a program with every rate that is sought selected. */
    private List<Conferred> selected(Step step, List<Hierarchy.Found> respondents) {
        List<Conferred> selected = new ArrayList<>();
        boolean taxCounted = false;
        for (Conferred one : step.conferred()) {
            if (!(one.benefit() instanceof Benefit.Sought sought)) {
                selected.add(one);
            } else if (!sought.isIncomeTax() || !taxCounted) {
                // a company bears the statutory rate once, however many of its members used the programs
                taxCounted |= sought.isIncomeTax();
                selected.addAll(forEach(
                        List.of(one), Conferred::use, each -> selected(step.program(), each, sought, respondents)));
            }
        }
        return selected;
    }

    private Conferred selected(
            Program program, Conferred one, Benefit.Sought sought, List<Hierarchy.Found> respondents) {
        OutlineBuilder section = one.context().outline();
        if (sought.isIncomeTax()) {
            Term rate = section.line(
                    "Statutory income tax rate, for all income tax reductions and exemptions together",
                    proceeding.country().incomeTaxRate().orElseThrow(() -> noIncomeTaxRate(one.use())),
                    INCOME_TAX);
            return one.with(sought.counted().apply(rate), Optional.empty());
        }
        List<String> known = new ArrayList<>();
        programs.values().forEach(of -> known.addAll(of.names()));
        hierarchy.checkNames(sought.identicalTo(), known, FactsAvailable.IDENTICAL_TO, one.use());
        hierarchy.checkNames(sought.similarTo(), known, FactsAvailable.SIMILAR_TO, one.use());
        Selection selection = hierarchy.select(
                new Hierarchy.Wanted(
                        company.id(), identical(program, sought), named(sought.similarTo()), sought.kind()),
                respondents,
                one.use(),
                section);
        if (sought.identicalTo().isEmpty() || sought.similarTo().isEmpty()) {
            Assumption.SAME_NAME.note(section);
        }
        return one.with(sought.counted().apply(selection.rate()), Optional.of(selection));
    }

    private List<String> identical(Program program, Benefit.Sought sought) {
        return sought.identicalTo().isEmpty() ? List.of(program.name()) : named(sought.identicalTo());
    }

    /** The names with those by which catalogues know the scenario's programs among them. */
    private List<String> named(List<String> names) {
        List<String> all = new ArrayList<>(names);
        names.stream()
                .flatMap(name -> Optional.ofNullable(programs.get(name)).stream())
                .map(Program::name)
                .forEach(all::add);
        return all;
    }

    private UnusableFactsException noIncomeTaxRate(Facts use) {
        return use.problem(
                Problem.Code.AV202,
                FactsAvailable.BENEFIT_TYPE,
                "(" + use.address()
                        + ") is income tax relief on facts available, but the statutory rate (income-tax-rate) is not stated.",
                "Write income-tax-rate: 25% under country of the proceeding.");
    }

    /**
     * The results of a step for each use. Uses with problems are noted and skipped, so that all problems are reported.
     */
    private <T, R> List<R> forEach(List<T> all, Function<T, Facts> use, Function<T, R> step) {
        List<R> made = new ArrayList<>();
        for (T one : all) {
            try {
                made.add(step.apply(one));
            } catch (UnusableFactsException noted) {
                // the next use may have problems of its own to report
            } catch (UnitException differ) {
                Facts at = use.apply(one);
                company.facts()
                        .context()
                        .problems()
                        .add(
                                Problem.Code.AV206,
                                at.origin(),
                                "In (" + at.address() + "): " + differ.getMessage(),
                                "Write amounts that have no conversion date in " + company.currency() + ".");
            }
        }
        return made;
    }

    private void leaveOut(Facts notApplied, String why) {
        asides.leftOut()
                .accept(new LeftOut(
                        notApplied.address().toString(),
                        LeftOut.What.USES,
                        LeftOut.Reason.NOT_APPLIED,
                        1,
                        Optional.empty(),
                        why));
    }

    private boolean countsInYear(Facts use) {
        Optional<List<Integer>> stated = use.optional(Programs.YEARS);
        List<Integer> years = proceeding.period().years();
        List<Integer> unknown = stated.stream()
                .flatMap(List::stream)
                .filter(of -> !years.contains(of))
                .toList();
        unknown.forEach(of -> use.context()
                .problems()
                .add(
                        Problem.Code.AV403,
                        use.origin(Programs.YEARS),
                        "(" + use.address() + ") counts in " + of + ", which is not a year of the period "
                                + proceeding.period() + ".",
                        "Write years: with any of "
                                + String.join(
                                        ", ",
                                        years.stream().map(Object::toString).toList())
                                + ", or leave it out."));
        return unknown.isEmpty() && stated.map(of -> of.contains(year)).orElse(true);
    }

    /** The reason why a use is not applied; empty if it is. */
    private static Optional<String> notApplied(Program program, Facts use) {
        if (!applies(use)) {
            return Optional.of("stated as not applied");
        }
        Optional<String> why = program.type().notApplied(use);
        why.ifPresent(reason ->
                use.context().warnings().add(use.address(), "(" + use.address() + ") is not applied: " + reason + "."));
        return why;
    }

    private static boolean applies(Facts use) {
        try {
            return use.get(Programs.APPLIED);
        } catch (UnusableFactsException noted) {
            return false;
        }
    }

    /**
     * The benefit conferred by a use, before allocation over time, because the 0.5 percent test totals a recipient's
     * uses.
     */
    private record Conferred(
            Facts use,
            Optional<Member> member,
            BenefitContext context,
            Benefit benefit,
            ProgramType.Recurrence recurrence,
            Optional<Selection> selection) {

        /** This use with a rate selected. */
        Conferred with(Benefit.Rate rate, Optional<Selection> by) {
            return new Conferred(use, member, context, rate, recurrence, by);
        }

        /** The amounts allocated over time unless they are small. */
        Optional<Benefit.Received> nonRecurring() {
            if (benefit instanceof Benefit.InPeriodAndReceived both) {
                return Optional.of(both.received());
            }
            return benefit instanceof Benefit.Received received && recurrence == ProgramType.Recurrence.NON_RECURRING
                    ? Optional.of(received)
                    : Optional.empty();
        }
    }

    private Conferred confer(Program program, Facts use, OutlineBuilder outer) {
        Optional<Member> member = member(use);
        OutlineBuilder section =
                outer.section("Received by " + recipient(member), use.address().toString());
        use.optional(Programs.NOTE).ifPresent(section::note);
        checkLaw(program, use);
        program.specificity().write(section);
        BenefitContext context = new BenefitContext(
                proceeding,
                year,
                use.optional(Programs.YEARS).orElse(proceeding.period().years()),
                new BenefitContext.Recipient(
                        company.currency(),
                        member.map(Member::changesInOwnership).orElse(List.of()).stream()
                                .map(ChangeInOwnership::day)
                                .toList()),
                program.specificity() == Specificity.EXPORT,
                benchmarks,
                exchangeRates,
                builder,
                section,
                asides);
        Benefit benefit = program.type().benefit(use, context);
        ProgramType.Recurrence recurrence =
                use.optional(ProgramType.Recurrence.FIELD).orElse(program.type().recurrence(use, proceeding));
        if (use.has(Programs.YEARS) && recurrence == ProgramType.Recurrence.NON_RECURRING) {
            throw use.problem(
                    Problem.Code.AV401,
                    Programs.YEARS,
                    "(" + use.address() + ") states years, but is allocated over time by its own dates.",
                    "Leave years out.");
        }
        boolean isRate = benefit instanceof Benefit.Rate || benefit instanceof Benefit.Sought;
        if (!isRate && member.isEmpty()) {
            throw noMember(use);
        }
        doubleCounting.add(program, use, member, benefit);
        return new Conferred(
                use,
                member,
                context,
                new BenefitConversion(use, context).converted(benefit),
                recurrence,
                Optional.empty());
    }

    /** Refuses what the law of the jurisdiction has no rule for. */
    private void checkLaw(Program program, Facts use) {
        program.type()
                .onlyUnder()
                .ifPresent(rule -> proceeding.jurisdiction().require(rule, Programs.TYPE, program.facts()));
        TimeAllocation.checkLaw(use, proceeding.jurisdiction());
        program.type()
                .localRules(use)
                .forEach((field, rule) -> proceeding.jurisdiction().require(rule, field, use));
    }

    private String recipient(Optional<Member> member) {
        return member.map(Member::name).orElse(company.name());
    }

    /** The amounts approved for each recipient in each year; where money was only passed on, the last recipient's. */
    private ApprovedTotals approved(List<Conferred> conferred) {
        ApprovedTotals approved = new ApprovedTotals(proceeding.period(), builder);
        forEach(conferred, Conferred::use, one -> {
            one.nonRecurring()
                    .map(one.context()::atOneLevelOfPrices)
                    .ifPresent(received -> approved.add(holder(one), one.use(), received));
            return one;
        });
        return approved;
    }

    private String holder(Conferred one) {
        return attribution.holder(one.member().orElseThrow()).id();
    }

    private UseResult result(Program program, Conferred one, ApprovedTotals approved) {
        return one.benefit() instanceof Benefit.Rate rate ? stated(rate, one) : calculated(program, one, approved);
    }

    private UnusableFactsException noMember(Facts use) {
        return use.problem(
                Problem.Code.AV202,
                "(to) is missing in (" + use.address() + "): the member that received it.",
                "Write to: with one of " + String.join(", ", company.members().keySet()) + ".");
    }

    private Optional<Member> member(Facts use) {
        Optional<String> to = use.optional(Programs.TO);
        if (to.isPresent()) {
            return Optional.ofNullable(company.members().get(to.get()));
        }
        return company.members().size() == 1
                ? company.members().values().stream().findFirst()
                : Optional.empty();
    }

    private UseResult stated(Benefit.Rate stated, Conferred one) {
        Optional<Member> member = one.member();
        OutlineBuilder section = one.context().outline();
        Term adjusted = adjusted(stated, stated.rate());
        Authority authority = stated.authority();
        if (stated.factsAvailable() && isAdjusting()) {
            ExportValueAdjustment adjustment = company.adjustment().orElseThrow();
            authority = adjustment
                    .factsAvailableAssumption(channels.failing())
                    .map(assumption -> assumption.under(stated.authority().citation()))
                    .orElse(stated.authority());
        }
        Term rate = section.line("Ad valorem rate", adjusted, authority);
        Term weighted = member.map(recipientOfRate -> weighted(recipientOfRate, rate, section))
                .orElse(rate);
        return new UseResult(
                recipient(member),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stated.factsAvailable() ? "facts available" : "stated rate",
                weighted,
                proceeding.jurisdiction().cited(stated.authority()),
                stated.factsAvailable() ? UseResult.Ground.FACTS_AVAILABLE : UseResult.Ground.STATED,
                stated.whole()
                        .map(whole -> adjusted(stated, whole))
                        .map(whole -> member.flatMap(attribution::weight)
                                .map(weight -> whole.times(weight.share()))
                                .orElse(whole)),
                one.selection(),
                UseResult.Later.continuing(weighted));
    }

    /** A rate after the export value adjustment, where it reaches rates on facts available. */
    private Term adjusted(Benefit.Rate stated, Term rate) {
        return stated.factsAvailable() && isAdjusting()
                ? company.adjustment().orElseThrow().factsAvailableRate(rate, channels::ofAllSellers, builder)
                : rate;
    }

    private UseResult calculated(Program program, Conferred one, ApprovedTotals approved) {
        Member member = one.member().orElseThrow();
        Facts use = one.use();
        BenefitContext context = one.context();
        warnOfTiedIncomeTax(program, use);
        Specificity specificity = program.specificity();
        Optional<Denominator> denominator = attribution.denominator(member, specificity, use, year);
        if (denominator.isEmpty()) {
            context.outline()
                    .note("Not attributed to the respondent: no paragraph of 19 CFR 351.525(b)(6) applies to "
                            + member.name() + "."
                            + (member.is(Member.Role.UTILITY)
                                    ? " The paragraph on utilities exists only in the text of 2025."
                                    : ""));
            Authority authority = proceeding.restsOn(Assumption.NOT_ATTRIBUTED, "19 CFR 351.525(b)(6)(i)");
            List<Term> amounts = amounts(one.benefit());
            Term received = builder.sum(amounts, company.currency());
            context.leaveOut(
                    use,
                    LeftOut.What.RECEIPTS,
                    LeftOut.Reason.NOT_ATTRIBUTED,
                    amounts.size(),
                    Optional.of(received),
                    "received by " + member.name() + ", whose subsidies no paragraph attributes to the respondent");
            if (amounts.size() > 1) {
                context.outline().line("All amounts received", received, Authority.derived("sum of the amounts"));
            }
            Term none = context.outline().line("Ad valorem rate", builder.fraction("0"), authority);
            return new UseResult(
                    member.name(),
                    Optional.of(received),
                    Optional.empty(),
                    Optional.empty(),
                    "not attributed",
                    none,
                    authority,
                    UseResult.Ground.MEASURED,
                    Optional.empty(),
                    Optional.empty(),
                    UseResult.Later.continuing(none));
        }
        TimeAllocation.Compared compared = new TimeAllocation.Compared(
                ofYear -> approved.parts(holder(one), ofYear),
                ofYear -> attribution
                        .denominator(member, specificity, use, ofYear)
                        .orElseThrow()
                        .sales(),
                isAdjusting() && denominator.get().channel().isPresent());
        TimeAllocation.Slice slice = slice(program, one, compared);
        Term rate = rate(slice.ofPeriod(), denominator.get(), member, use, context.outline());
        return new UseResult(
                member.name(),
                Optional.of(slice.received()),
                Optional.of(slice.ofPeriod()),
                Optional.of(denominator.get().sales()),
                denominator.get().label(),
                rate,
                proceeding.jurisdiction().cited(denominator.get().authority()),
                UseResult.Ground.MEASURED,
                Optional.empty(),
                Optional.empty(),
                later(slice, rate, later -> rate(later, denominator.get(), member, use, OutlineBuilder.unwritten())));
    }

    /**
     * The rates of later years, at the sales of the period and with its adjustments.
     *
     * @param ofPeriod the rate of the period
     * @param rate the rate of an amount
     */
    private static UseResult.Later later(TimeAllocation.Slice slice, Term ofPeriod, UnaryOperator<Term> rate) {
        SortedMap<Integer, Term> allocated = new TreeMap<>();
        slice.later().forEach((ofYear, amount) -> allocated.put(ofYear, rate.apply(amount)));
        return new UseResult.Later(
                slice.continuing().map(amount -> amount == slice.ofPeriod() ? ofPeriod : rate.apply(amount)),
                allocated);
    }

    private static void warnOfTiedIncomeTax(Program program, Facts use) {
        if (program.type().isIncomeTaxRelief()
                && use.optional(Attribution.TIED_TO).isPresent()) {
            use.context()
                    .warnings()
                    .add(
                            use.address().child(Attribution.TIED_TO.name()),
                            "(" + use.address()
                                    + ") is relief from an income tax and is tied to a product or a market;"
                                    + " such relief is normally tied to neither (19 CFR 351.509(d)).");
        }
    }

    private static List<Term> amounts(Benefit benefit) {
        List<Term> amounts = new ArrayList<>();
        if (benefit instanceof Benefit.InPeriod inPeriod) {
            amounts.add(inPeriod.amount());
        } else if (benefit instanceof Benefit.Received received) {
            received.receipts().forEach(receipt -> amounts.add(receipt.amount()));
        } else if (benefit instanceof Benefit.InPeriodAndReceived both) {
            amounts.add(both.amount());
            both.received().receipts().forEach(receipt -> amounts.add(receipt.amount()));
        }
        return amounts;
    }

    private TimeAllocation.Slice slice(Program program, Conferred one, TimeAllocation.Compared compared) {
        Facts use = one.use();
        BenefitContext context = one.context();
        TimeAllocation time = new TimeAllocation(
                use,
                context,
                usefulLife,
                proceeding.jurisdiction().isAmerican() ? program.type().minimumPeriod(proceeding) : Optional.empty(),
                attribution.holder(one.member().orElseThrow()).changesInOwnership());
        if (one.benefit() instanceof Benefit.Received received) {
            if (isInterestFreeLoan(program, use)) {
                return time.interestFree(received);
            }
            return time.slice(received, one.recurrence(), compared);
        }
        if (use.optional(ProgramType.Recurrence.FIELD).equals(Optional.of(ProgramType.Recurrence.NON_RECURRING))) {
            throw use.problem(
                    Problem.Code.AV401,
                    ProgramType.Recurrence.FIELD,
                    "A benefit of type " + program.type().name()
                            + " is computed for the period and cannot be allocated.",
                    "Leave recurrence out, or write the amount as a grant.");
        }
        if (TimeAllocation.isNonDepreciating(use)) {
            throw TimeAllocation.noAsset(use, program.type().name());
        }
        if (one.benefit() instanceof Benefit.InPeriodAndReceived both) {
            return slice(both, time, compared, use, context);
        }
        Term net = Netting.net(inPeriod((Benefit.InPeriod) one.benefit(), context), use, context);
        return TimeAllocation.Slice.ofPeriod(net, time.expensed(net));
    }

    /** Whether the law treats what was received, the value of a non-depreciating asset, as an interest-free loan. */
    private boolean isInterestFreeLoan(Program program, Facts use) {
        return LocalRule.NON_DEPRECIATING_ASSET.isIn(proceeding.jurisdiction())
                && (program.type().isNonDepreciating(use) || TimeAllocation.isNonDepreciating(use));
    }

    /** The slice of each part separately. Subtractions cannot be divided between the parts and are refused. */
    private TimeAllocation.Slice slice(
            Benefit.InPeriodAndReceived both,
            TimeAllocation time,
            TimeAllocation.Compared compared,
            Facts use,
            BenefitContext context) {
        if (use.has(Netting.LESS)) {
            throw use.problem(
                    Problem.Code.AV401,
                    Netting.LESS,
                    "(less) of (" + use.address()
                            + ") is subtracted from a benefit of the period, but some of its loans" + " are grants.",
                    "Write the loans that are grants, because unpaid for three years, in a use of their"
                            + " own, or as a grant.");
        }
        Term inPeriod = inPeriod(new Benefit.InPeriod(both.amount(), false), context);
        Term expensed = time.expensed(inPeriod);
        TimeAllocation.Slice allocated = time.slice(both.received(), ProgramType.Recurrence.NON_RECURRING, compared);
        return new TimeAllocation.Slice(
                context.outline()
                        .line(
                                "Benefit and amounts received",
                                inPeriod.plus(allocated.received()),
                                Authority.derived("sum of the two")),
                context.outline()
                        .line(
                                "Benefit of the period, with amounts allocated to it",
                                expensed.plus(allocated.ofPeriod()),
                                Authority.law("19 CFR 351.503")),
                Optional.of(expensed),
                allocated.later());
    }

    private static Term inPeriod(Benefit.InPeriod benefit, BenefitContext context) {
        Term amount = context.outline()
                .line("Benefit of the period", benefit.amount().positivePart(), Authority.law("19 CFR 351.503"));
        return benefit.atOneLevelOfPrices() ? amount : context.atOneLevelOfPrices(amount);
    }

    private Term rate(Term slice, Denominator denominator, Member member, Facts use, OutlineBuilder section) {
        section.line("Denominator: " + denominator.label(), denominator.sales(), denominator.authority());
        Term zero = builder.literal(0, company.currency());
        builder.require(
                zero.less(denominator.sales()),
                "The denominator (" + denominator.label() + ") must be more than zero.",
                (use.has(Attribution.OVER)
                                ? use.address().child(Attribution.OVER.name())
                                : company.facts().address().child(Company.SALES.name()))
                        .toString());
        Term unadjusted = section.line(
                "Ad valorem rate", slice.dividedBy(denominator.sales()), Authority.law("19 CFR 351.525(a)"));
        Term rate = adjusted(unadjusted, slice, denominator, section);
        if (denominator.condition().isPresent()) {
            rate = section.line(
                    "Rate where the utility's share reaches 25 percent",
                    denominator.condition().get().choose(rate, builder.fraction("0")),
                    denominator.authority());
        }
        return weighted(member, rate, section);
    }

    /** Warns that a requested adjustment found nothing to adjust, so that it does not pass for one that was made. */
    private void warnOfNoAdjustment() {
        if (unadjusted > 0 && adjusted == 0) {
            ExportValueAdjustment adjustment = company.adjustment().orElseThrow();
            company.facts()
                    .context()
                    .warnings()
                    .add(
                            adjustment.facts().address(),
                            "The export value adjustment (" + adjustment.method() + ") of " + company.name()
                                    + " changes no rate of "
                                    + proceeding.period().name(year)
                                    + ": no denominator includes sales to (" + adjustment.through() + ").");
        }
    }

    private Term adjusted(Term rate, Term slice, Denominator denominator, OutlineBuilder section) {
        if (!isAdjusting()) {
            return rate;
        }
        ExportValueAdjustment adjustment = company.adjustment().orElseThrow();
        if (denominator.channel().isEmpty()) {
            unadjusted++;
            section.note(
                    "No export value adjustment: no part of the denominator is sold through (" + adjustment.through()
                            + ") at a transfer price.",
                    Assumption.EVA_DENOMINATORS.alone());
            return rate;
        }
        adjusted++;
        Denominator.Channel channel = denominator.channel().get();
        adjustment.requireSales(channel, denominator.sales(), builder);
        return section.line(
                "Rate after the export value adjustment",
                adjustment.rate(slice, denominator.sales(), channel),
                adjustment.authority(channel));
    }

    private boolean isAdjusting() {
        return company.adjustment()
                .map(adjustment -> adjustment.method() != ExportValueAdjustment.Method.NONE)
                .orElse(false);
    }

    /** The rate times the weight of the producer or trading company through which it enters the respondent's rate. */
    private Term weighted(Member member, Term rate, OutlineBuilder section) {
        return attribution
                .weight(member)
                .map(weight -> section.line(weight.step(), rate.times(weight.share()), weight.authority()))
                .orElse(rate);
    }
}
