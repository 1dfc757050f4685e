package org.advalorem.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
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

    private final Company company;
    private final Map<String, Program> programs;
    private final Proceeding proceeding;
    private final Benchmarks benchmarks;
    private final ExchangeRates exchangeRates;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final Attribution attribution;

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
            Benchmarks benchmarks,
            ExchangeRates exchangeRates,
            CalculationBuilder builder,
            OutlineBuilder outline) {
        this.company = company;
        this.programs = programs;
        this.proceeding = proceeding;
        this.benchmarks = benchmarks;
        this.exchangeRates = exchangeRates;
        this.builder = builder;
        this.outline = outline;
        this.attribution = new Attribution(company, builder, outline.section("Sales and denominators"));
    }

    CompanyResult result() {
        company.adjustment().ifPresent(adjustment -> adjustment.write(outline));
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
        attribution.write(proceeding.period());
        return total(results, notUsed);
    }

    private Map<String, List<Facts.Layer>> uses() {
        Map<String, List<Facts.Layer>> uses = new LinkedHashMap<>();
        Optional<Given> given = company.facts().optional(Company.uses(Programs.shipped()));
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
        mapping.entries().forEach((id, list) -> {
            if (programs.containsKey(id)) {
                uses.put(id, layers(id, list));
            } else {
                company.facts()
                        .context()
                        .problems()
                        .add(
                                Problem.Code.AV210,
                                mapping.keyOrigin(id),
                                "(" + id + ") is not among the programs.",
                                Nearest.advice(id, programs.keySet()));
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
        List<UseResult> results = new ArrayList<>();
        boolean[] factsAvailable = {false};
        OutlineBuilder section = outline.section("Program: " + program.name());
        for (Facts.Layer layer : uses) {
            try {
                use(program, layer, section, factsAvailable).ifPresent(results::add);
            } catch (UnusableFactsException noted) {
                // the next use may have problems of its own to tell
            }
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(total(program, results, factsAvailable[0], section));
    }

    private Optional<UseResult> use(
            Program program, Facts.Layer layer, OutlineBuilder outer, boolean[] factsAvailable) {
        Facts use = Facts.layered(
                Programs.useFields(program.type()),
                company.facts().context(),
                List.of(layer, program.facts().layer()),
                Programs.useFields(program.type()));
        if (!use.get(Programs.APPLIED)) {
            return Optional.empty();
        }
        Optional<Member> member = member(use);
        String recipient = member.map(Member::name).orElse(company.name());
        OutlineBuilder section = outer.section("Received by " + recipient);
        use.optional(Programs.NOTE).ifPresent(section::note);
        Setting setting = new Setting(proceeding, company.currency(), benchmarks, exchangeRates, builder, section);
        Benefit benefit = program.type().benefit(use, setting);
        if (benefit instanceof Benefit.Rate rate) {
            factsAvailable[0] |= rate.factsAvailable();
            return Optional.of(stated(rate, member, recipient, section));
        }
        return Optional.of(calculated(program, benefit, member.orElseThrow(() -> noMember(use)), use, setting));
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
        Term adjusted = stated.factsAvailable()
                ? company.adjustment()
                        .map(adjustment -> adjustment.factsAvailableRate(stated.rate(), builder))
                        .orElse(stated.rate())
                : stated.rate();
        Term weighted = member.map(m -> weighted(m, adjusted)).orElse(adjusted);
        section.line("Ad valorem rate", weighted, stated.authority());
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
        Term gross = gross(benefit);
        Term slice = slice(program, benefit, member, specificity, use, setting);
        Optional<Denominator> denominator = attribution.denominator(member, specificity, use, proceeding.period());
        if (denominator.isEmpty()) {
            setting.outline()
                    .note("Not attributed to the respondent: no paragraph of 19 CFR 351.525(b)(6) applies to "
                            + member.name() + ".");
            return new UseResult(
                    member.name(),
                    Optional.of(gross),
                    Optional.of(slice),
                    Optional.empty(),
                    "not attributed",
                    builder.fraction("0"),
                    Assumption.NOT_ATTRIBUTED.under("19 CFR 351.525(b)(6)(i)"));
        }
        Term rate = rate(slice, denominator.get(), member, setting.outline());
        return new UseResult(
                member.name(),
                Optional.of(gross),
                Optional.of(slice),
                Optional.of(denominator.get().sales()),
                denominator.get().label(),
                rate,
                denominator.get().authority());
    }

    private Term gross(Benefit benefit) {
        if (benefit instanceof Benefit.InPeriod inPeriod) {
            return inPeriod.amount();
        }
        List<Term> amounts = ((Benefit.Received) benefit)
                .receipts().stream().map(Benefit.Receipt::amount).toList();
        return builder.sum(amounts, company.currency());
    }

    private Term slice(
            Program program, Benefit benefit, Member member, Specificity specificity, Facts use, Setting setting) {
        Term slice;
        if (benefit instanceof Benefit.InPeriod inPeriod) {
            slice = setting.outline().line("Benefit of the period", inPeriod.amount(), Authority.law("19 CFR 351.503"));
        } else {
            ProgramType.Recurrence recurrence = use.optional(TimeAllocation.RECURRENCE)
                    .orElse(program.type().recurrence(use));
            slice = new TimeAllocation(use, setting)
                    .slice(
                            (Benefit.Received) benefit,
                            recurrence,
                            year -> attribution
                                    .denominator(member, specificity, use, year)
                                    .map(Denominator::sales)
                                    .orElseGet(() -> builder.literal(0, company.currency())));
        }
        return Netting.net(slice, use, setting);
    }

    private Term rate(Term slice, Denominator denominator, Member member, OutlineBuilder section) {
        section.line("Denominator: " + denominator.label(), denominator.sales(), denominator.authority());
        Term zero = builder.literal(0, company.currency());
        builder.require(
                zero.less(denominator.sales()),
                "The denominator (" + denominator.label() + ") must be more than zero.");
        Term unadjusted = section.line(
                "Ad valorem rate", slice.dividedBy(denominator.sales()), Authority.law("19 CFR 351.525(a)"));
        Term rate = unadjusted;
        if (company.adjustment().isPresent() && denominator.channel().isPresent()) {
            ExportValueAdjustment adjustment = company.adjustment().get();
            rate = adjustment.rate(slice, denominator);
            if (rate != unadjusted) {
                section.line("Rate after the export value adjustment", rate, adjustment.authority());
            }
        }
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

    /** The rate of one of several unaffiliated producers, by its share of the trading company's purchases. */
    private Term weighted(Member member, Term rate) {
        List<Member> producers = company.unaffiliatedProducers();
        if (!member.is(Member.Role.UNAFFILIATED_PRODUCER) || producers.size() < 2) {
            return rate;
        }
        List<Term> purchases = new ArrayList<>();
        for (Member producer : producers) {
            purchases.add(producer.facts().get(Member.PURCHASES));
        }
        Term own = member.facts().get(Member.PURCHASES);
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
        Term verdict = section.line(
                "De minimis " + (deMinimis.inclusive() ? "(at most the threshold)" : "(below the threshold)"),
                deMinimis.holds(rate, builder),
                deMinimis.authority());
        section.note("The comparison takes the rate before rounding (assumption "
                + Assumption.UNROUNDED_DE_MINIMIS.number() + ").");
        return new CompanyResult(
                company.id(),
                company.name(),
                company.currency(),
                results,
                notUsed,
                rate,
                published,
                otherRounding,
                deMinimis.threshold(builder),
                deMinimis.inclusive(),
                verdict,
                deMinimis.holds(published, builder),
                company.entirelyFactsAvailable(),
                company.voluntary(),
                company.exportsToUs(),
                company.publicExportsToUs());
    }
}
