package org.advalorem.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.UnitException;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Given;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;

/**
 * One respondent's rate: benefit, netting, time, denominator, adjustment, measurability, sum, verdict; in that order.
 *
 * <p>Rates are added, never benefits: every recipient has its own denominator.
 */
final class CompanyCalculation {
    private static final String NOT_MEASURABLE = "0.00005";
    private static final int PUBLISHED_PLACES = 4;
    /** The largest double: what is not a finite number is not at most that. */
    static final String LARGEST = "1.7976931348623157e308";

    private final Company company;
    private final Map<String, Program> programs;
    private final Proceeding proceeding;
    private final int year;
    private final Benchmarks benchmarks;
    private final ExchangeRates exchangeRates;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final Attribution attribution;
    private final Consumer<LeftOut> leftOut;

    /** A program of the scenario: its type and what it states. */
    record Program(String id, ProgramType type, Facts facts) {
        String name() {
            return facts.optional(Programs.NAME).orElse(id);
        }
    }

    CompanyCalculation(
            Company company,
            Map<String, Program> programs,
            Proceeding proceeding,
            int year,
            Benchmarks benchmarks,
            ExchangeRates exchangeRates,
            CalculationBuilder builder,
            OutlineBuilder outline,
            Consumer<LeftOut> leftOut) {
        this.company = company;
        this.programs = programs;
        this.proceeding = proceeding;
        this.year = year;
        this.benchmarks = benchmarks;
        this.exchangeRates = exchangeRates;
        this.builder = builder;
        this.outline = outline;
        this.attribution =
                new Attribution(company, proceeding, year, builder, outline.section("Sales and denominators"));
        this.leftOut = leftOut;
    }

    CompanyResult result() {
        company.adjustment().ifPresent(adjustment -> {
            adjustment.write(outline);
            adjustment.refuseMarkDown(builder);
        });
        Map<String, List<Facts.Layer>> uses = uses();
        List<ProgramResult> results = new ArrayList<>();
        List<String> notUsed = new ArrayList<>();
        programs.forEach((id, program) -> {
            Optional<ProgramResult> result = program(program, uses.getOrDefault(id, List.of()));
            result.ifPresent(results::add);
            if (result.isEmpty()) {
                notUsed.add(program.name());
            }
        });
        attribution.write();
        return total(results, notUsed);
    }

    private Map<String, List<Facts.Layer>> uses() {
        Map<String, List<Facts.Layer>> uses = new LinkedHashMap<>();
        Optional<Given> given = company.uses();
        if (given.isEmpty()) {
            return uses;
        }
        if (!(given.get() instanceof Given.Mapping mapping)) {
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
        // a program that could not be read has been told of, and is no unknown name
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

    private List<Facts.Layer> layers(String id, Given list) {
        return Facts.items(
                list,
                company.facts().address().child("uses").child(id),
                company.facts().context(),
                Programs.TO.name());
    }

    private Optional<ProgramResult> program(Program program, List<Facts.Layer> uses) {
        List<Facts> applied = new ArrayList<>();
        for (Facts.Layer layer : uses) {
            Facts use = Facts.layered(
                    Programs.useFields(program.type()),
                    company.facts().context(),
                    List.of(layer, program.facts().layer()),
                    Programs.useFields(program.type()));
            if (applies(use)) {
                applied.add(use);
            }
        }
        if (applied.isEmpty()) {
            return Optional.empty();
        }
        List<UseResult> results = new ArrayList<>();
        boolean[] factsAvailable = {false};
        OutlineBuilder section = outline.section(
                "Program: " + program.name(),
                company.facts().address().child("programs").child(program.id()).toString());
        for (Facts use : applied) {
            try {
                results.add(use(program, use, section, factsAvailable));
            } catch (UnusableFactsException noted) {
                // the next use may have problems of its own to tell
            } catch (UnitException differ) {
                company.facts()
                        .context()
                        .problems()
                        .add(
                                Problem.Code.AV206,
                                use.origin(),
                                "In (" + use.address() + "): " + differ.getMessage(),
                                "Write what has no date to be converted at in " + company.currency() + ".");
            }
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(total(program, results, factsAvailable[0], section));
    }

    private static boolean applies(Facts use) {
        try {
            return use.get(Programs.APPLIED);
        } catch (UnusableFactsException noted) {
            return false;
        }
    }

    private UseResult use(Program program, Facts use, OutlineBuilder outer, boolean[] factsAvailable) {
        Optional<Member> member = member(use);
        String recipient = member.map(Member::name).orElse(company.name());
        OutlineBuilder section =
                outer.section("Received by " + recipient, use.address().toString());
        use.optional(Programs.NOTE).ifPresent(section::note);
        Setting setting =
                new Setting(proceeding, year, company.currency(), benchmarks, exchangeRates, builder, section, leftOut);
        Benefit benefit = program.type().benefit(use, setting);
        if (benefit instanceof Benefit.Rate rate) {
            factsAvailable[0] |= rate.factsAvailable();
            return stated(rate, member, recipient, section);
        }
        return calculated(
                program,
                new BenefitConversion(use, setting).converted(benefit),
                member.orElseThrow(() -> noMember(use)), use, setting);
    }

    private UnusableFactsException noMember(Facts use) {
        return use.problem(
                Problem.Code.AV202,
                "(to) is missing in (" + use.address() + "): the member that received it.",
                "Write to: and one of " + String.join(", ", company.members().keySet()) + ".");
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

    private UseResult stated(Benefit.Rate stated, Optional<Member> member, String recipient, OutlineBuilder section) {
        Term adjusted = stated.rate();
        Authority authority = stated.authority();
        if (stated.factsAvailable() && isAdjusting()) {
            adjusted = company.adjustment().orElseThrow().factsAvailableRate(stated.rate(), builder);
            authority = adjusted == stated.rate()
                    ? Assumption.AFA_UNADJUSTED.under(stated.authority().citation())
                    : stated.authority();
        }
        Term rate = adjusted;
        Term weighted = member.map(m -> weighted(m, rate)).orElse(rate);
        section.line("Ad valorem rate", weighted, authority);
        return new UseResult(
                recipient,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stated.factsAvailable() ? "facts available" : "stated rate",
                weighted,
                stated.authority());
    }

    private UseResult calculated(Program program, Benefit benefit, Member member, Facts use, Setting setting) {
        Specificity specificity = program.facts().get(Programs.SPECIFICITY);
        Optional<Denominator> denominator = attribution.denominator(member, specificity, use, year);
        if (denominator.isEmpty()) {
            setting.outline()
                    .note("Not attributed to the respondent: no paragraph of 19 CFR 351.525(b)(6) applies to "
                            + member.name() + "."
                            + (member.is(Member.Role.UTILITY)
                                    ? " The paragraph on utilities is of the text of 2025."
                                    : ""));
            return new UseResult(
                    member.name(),
                    Optional.of(builder.sum(amounts(benefit), company.currency())),
                    Optional.empty(),
                    Optional.empty(),
                    "not attributed",
                    builder.fraction("0"),
                    Assumption.NOT_ATTRIBUTED.under("19 CFR 351.525(b)(6)(i)"));
        }
        TimeAllocation.Slice slice = slice(program, benefit, member, specificity, use, setting);
        Term rate = rate(slice.ofPeriod(), denominator.get(), member, use, setting.outline());
        return new UseResult(
                member.name(),
                Optional.of(slice.received()),
                Optional.of(slice.ofPeriod()),
                Optional.of(denominator.get().sales()),
                denominator.get().label(),
                rate,
                denominator.get().authority());
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

    private TimeAllocation.Slice slice(
            Program program, Benefit benefit, Member member, Specificity specificity, Facts use, Setting setting) {
        Optional<ProgramType.Recurrence> stated = use.optional(TimeAllocation.RECURRENCE);
        IntFunction<Term> sales = ofYear -> attribution
                .denominator(member, specificity, use, ofYear)
                .orElseThrow()
                .sales();
        if (benefit instanceof Benefit.Received received) {
            ProgramType.Recurrence recurrence = stated.orElse(program.type().recurrence(use));
            return new TimeAllocation(use, setting).slice(received, recurrence, sales);
        }
        if (stated.equals(Optional.of(ProgramType.Recurrence.NON_RECURRING))) {
            throw use.problem(
                    Problem.Code.AV401,
                    TimeAllocation.RECURRENCE,
                    "A benefit of type " + program.type().name()
                            + " is computed for the period and cannot be allocated.",
                    "Leave recurrence out, or write the amount as a grant.");
        }
        if (benefit instanceof Benefit.InPeriodAndReceived both) {
            return slice(both, sales, use, setting);
        }
        Term net = Netting.net(inPeriod(((Benefit.InPeriod) benefit).amount(), setting), use, setting);
        return new TimeAllocation.Slice(net, net);
    }

    /** Each part by itself: what may be subtracted cannot be told apart, and is refused. */
    private TimeAllocation.Slice slice(
            Benefit.InPeriodAndReceived both, IntFunction<Term> sales, Facts use, Setting setting) {
        if (use.has(Netting.LESS)) {
            throw use.problem(
                    Problem.Code.AV401,
                    Netting.LESS,
                    "(less) of (" + use.address()
                            + ") is subtracted from a benefit of the period, but some of its loans" + " are grants.",
                    "Write the loans that are grants, being unpaid for three years, in a use of their own, or as a grant.");
        }
        Term inPeriod = inPeriod(both.amount(), setting);
        TimeAllocation.Slice allocated =
                new TimeAllocation(use, setting).slice(both.received(), ProgramType.Recurrence.NON_RECURRING, sales);
        return new TimeAllocation.Slice(
                inPeriod.plus(allocated.received()),
                setting.outline()
                        .line(
                                "Benefit of the period with what was allocated to it",
                                inPeriod.plus(allocated.ofPeriod()),
                                Authority.law("19 CFR 351.503")));
    }

    private static Term inPeriod(Term amount, Setting setting) {
        return setting.outline().line("Benefit of the period", amount.positivePart(), Authority.law("19 CFR 351.503"));
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
        Term weighted = weighted(member, rate);
        return weighted == rate
                ? rate
                : section.line(
                        "Rate weighted by the trading company's purchases",
                        weighted,
                        Assumption.TRADING_COMPANY_WEIGHTS.under("19 CFR 351.525(c)"));
    }

    private Term adjusted(Term unadjusted, Term slice, Denominator denominator, OutlineBuilder section) {
        if (!isAdjusting()) {
            return unadjusted;
        }
        ExportValueAdjustment adjustment = company.adjustment().orElseThrow();
        if (denominator.channel().isEmpty()) {
            section.note("No export value adjustment: no part of the denominator is sold through ("
                    + adjustment.through() + ") at a transfer price (assumption "
                    + Assumption.EVA_DENOMINATORS.number() + ").");
            return unadjusted;
        }
        Denominator.Channel channel = denominator.channel().get();
        adjustment.requireSales(channel, builder);
        return section.line(
                "Rate after the export value adjustment",
                adjustment.rate(slice, denominator.sales(), channel),
                adjustment.authority());
    }

    private boolean isAdjusting() {
        return company.adjustment()
                .map(adjustment -> adjustment.method() != ExportValueAdjustment.Method.NONE)
                .orElse(false);
    }

    /** The rate of one of several unaffiliated producers, by its share of the trading company's purchases. */
    private Term weighted(Member member, Term rate) {
        List<Member> producers = company.unaffiliatedProducers();
        if (!member.is(Member.Role.UNAFFILIATED_PRODUCER) || producers.size() < 2) {
            return rate;
        }
        List<Term> purchases = new ArrayList<>();
        for (Member producer : producers) {
            purchases.add(company.inCurrency(producer.facts().get(Member.PURCHASES), year, producer.facts()));
        }
        Term own = company.inCurrency(member.facts().get(Member.PURCHASES), year, member.facts());
        return rate.times(own.dividedBy(builder.sum(purchases)));
    }

    private ProgramResult total(Program program, List<UseResult> uses, boolean factsAvailable, OutlineBuilder section) {
        Term rate = builder.sum(uses.stream().map(UseResult::rate).toList());
        section.line("Program rate", rate, Authority.law("19 CFR 351.525"));
        Term tooSmall = rate.less(builder.fraction(NOT_MEASURABLE));
        Term rounded = rate.rounded(PUBLISHED_PLACES);
        Term zero = builder.fraction("0");
        Term countedRounded = section.line(
                "Program rate as published, nothing below 0.005 percent",
                tooSmall.choose(zero, rounded),
                Assumption.NOT_MEASURABLE.under("practice"));
        return new ProgramResult(
                program.id(),
                program.name(),
                program.type().name(),
                program.facts().get(Programs.SPECIFICITY),
                factsAvailable,
                uses,
                rate,
                rounded,
                tooSmall.not(),
                tooSmall.choose(zero, rate),
                countedRounded);
    }

    private CompanyResult total(List<ProgramResult> results, List<String> notUsed) {
        OutlineBuilder section = outline.section("Net subsidy rate");
        Term rate = builder.sum(results.stream().map(ProgramResult::counted).toList(), Unit.FRACTION);
        section.line("Net subsidy rate, unrounded", rate, Authority.law("19 U.S.C. 1677(6)"));
        builder.require(
                rate.atMost(builder.fraction(LARGEST)),
                "The net subsidy rate of (" + company.id() + ") must be a number: a step before it is not one.",
                company.facts().address().toString());
        Term sumOfRounded = builder.sum(
                        results.stream().map(ProgramResult::countedRounded).toList(), Unit.FRACTION)
                .rounded(PUBLISHED_PLACES);
        Term roundedSum = rate.rounded(PUBLISHED_PLACES);
        boolean roundFirst = proceeding.rounding() == Proceeding.Rounding.ROUND_THEN_SUM;
        Term published = section.line(
                "Net subsidy rate as published",
                roundFirst ? sumOfRounded : roundedSum,
                Assumption.ROUND_THEN_SUM.under("practice"));
        Term otherRounding = roundFirst ? roundedSum : sumOfRounded;
        DeMinimis deMinimis = DeMinimis.of(proceeding);
        String test = deMinimis.inclusive() ? "(at most the threshold)" : "(below the threshold)";
        Term verdict = section.line(
                "De minimis " + test,
                deMinimis.holds(rate, builder),
                Assumption.UNROUNDED_DE_MINIMIS.under(deMinimis.authority().citation()));
        Term asPublished = section.line(
                "De minimis on the published rate", deMinimis.holds(published, builder), deMinimis.authority());
        return new CompanyResult(
                company.id(),
                company.name(),
                company.currency(),
                results,
                notUsed,
                rate,
                published,
                exportContingent(results),
                otherRounding,
                deMinimis.threshold(builder),
                deMinimis.inclusive(),
                verdict,
                asPublished,
                company.entirelyFactsAvailable(),
                company.voluntary(),
                company.exportsToUs(),
                company.publicExportsToUs());
    }

    private Term exportContingent(List<ProgramResult> results) {
        boolean roundFirst = proceeding.rounding() == Proceeding.Rounding.ROUND_THEN_SUM;
        List<Term> rates = results.stream()
                .filter(program -> program.specificity() == Specificity.EXPORT)
                .map(roundFirst ? ProgramResult::countedRounded : ProgramResult::counted)
                .toList();
        return builder.sum(rates, Unit.FRACTION).rounded(PUBLISHED_PLACES);
    }
}
