package org.advalorem.rules.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.LeftOut;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.RegimeDifference;
import org.advalorem.rules.base.Specificity;

/**
 * Export insurance whose premiums do not cover the program's long-term operating costs and losses, normally over five
 * years: 19 CFR 351.520.
 *
 * <p>{@code payouts - premiums} of the firm in the year, not below zero; nothing where the premiums of the program are
 * at least its costs and losses.
 */
public final class ExportInsurance implements ProgramType {
    static final Field<Map<Integer, Term>> PAYOUTS = ofYears(
                    "payouts", true, "What the firm received under its insurance, by year of the period.")
            .under("19 CFR 351.520(a)(2)");
    static final Field<Map<Integer, Term>> PREMIUMS = ofYears(
                    "premiums", true, "The premiums that the firm paid, by year of the period.")
            .under("19 CFR 351.520(a)(2)");
    static final Field<Map<Integer, Term>> PROGRAM_PREMIUMS = ofYears(
                    "program-premiums", false, "The premiums that the program took in, by year.")
            .under("19 CFR 351.520(a)(1)");
    static final Field<Map<Integer, Term>> PROGRAM_COSTS = ofYears(
                    "program-costs", false, "The program's operating costs and losses, by year.")
            .under("19 CFR 351.520(a)(1)");
    static final Field<Boolean> ADEQUATE = Field.optional(
                    "adequate",
                    FieldType.flag(),
                    "Whether premiums cover the program's long-term operating costs and losses: a finding, where those are"
                            + " not stated.")
            .under("19 CFR 351.520(a)(1)");

    private static final int NORMAL_YEARS = 5;

    private static Field<Map<Integer, Term>> ofYears(String name, boolean required, String description) {
        var type = FieldType.byYear(FieldType.amount().within(Domain.NOT_NEGATIVE));
        return required ? Field.required(name, type, description) : Field.optional(name, type, description);
    }

    @Override
    public String name() {
        return "export-insurance";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("export insurance", PAYOUTS, PREMIUMS, PROGRAM_PREMIUMS, PROGRAM_COSTS, ADEQUATE);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.OTHER);
    }

    @Override
    public Specificity specificity() {
        return Specificity.EXPORT;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        Term adequate = adequate(facts, context);
        leaveOut(facts, context);
        Term payouts = context.outline()
                .line(
                        "Received under the insurance",
                        ofYear(facts, PAYOUTS, context),
                        Authority.law("19 CFR 351.520(a)(2)"));
        Term premiums = context.outline()
                .line("Premiums paid", ofYear(facts, PREMIUMS, context), Authority.law("19 CFR 351.520(a)(2)"));
        return Benefit.inPeriod(context.outline()
                .line(
                        "Received above the premiums paid, where premiums are inadequate",
                        adequate.choose(
                                context.builder().literal(0, context.currency()),
                                payouts.minus(premiums).positivePart()),
                        Authority.law("19 CFR 351.520(a)(2)")));
    }

    private static Term ofYear(Facts facts, Field<Map<Integer, Term>> field, BenefitContext context) {
        Term amount = Optional.ofNullable(facts.get(field).get(context.year()))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        field,
                        "(" + field.name() + ") of (" + facts.address() + ") has no amount for " + context.yearName()
                                + ".",
                        "Add the year; 0 where there was nothing."));
        return context.inReportingCurrencyOfYear(amount, context.year(), facts);
    }

    private static void leaveOut(Facts facts, BenefitContext context) {
        for (Field<Map<Integer, Term>> field : List.of(PAYOUTS, PREMIUMS)) {
            Map<Integer, Term> outside = new TreeMap<>(facts.get(field));
            outside.keySet().removeIf(context::counts);
            outside.forEach((year, amount) -> context.leaveOut(
                    facts,
                    LeftOut.What.RECEIPTS,
                    LeftOut.Reason.OUTSIDE_THE_PERIOD,
                    1,
                    Optional.of(amount),
                    field.name() + " of " + context.period().name(year) + ", outside " + context.countedYears()));
        }
    }

    /** Whether the premiums of the program cover its costs and losses. */
    private static Term adequate(Facts facts, BenefitContext context) {
        boolean byYears = facts.has(PROGRAM_PREMIUMS) || facts.has(PROGRAM_COSTS);
        if (byYears == facts.has(ADEQUATE)) {
            throw facts.problem(
                    byYears ? Problem.Code.AV401 : Problem.Code.AV202,
                    "(" + facts.address() + ") has "
                            + (byYears
                                    ? "both (adequate) and the results of the program."
                                    : "neither (adequate) nor the results of the program."),
                    "Write program-premiums: and program-costs: by year, or adequate: yes or no.");
        }
        return byYears
                ? tested(facts, context)
                : context.outline()
                        .line(
                                "Premiums cover long-term costs and losses",
                                context.builder().truth(facts.get(ADEQUATE)),
                                Authority.law("19 CFR 351.520(a)(1)"));
    }

    private static Term tested(Facts facts, BenefitContext context) {
        Map<Integer, Term> premiums = new TreeMap<>(facts.get(PROGRAM_PREMIUMS));
        Map<Integer, Term> costs = new TreeMap<>(facts.get(PROGRAM_COSTS));
        checkYears(facts, premiums, costs, context);
        List<Term> paid = new ArrayList<>();
        List<Term> incurred = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        premiums.forEach((year, amount) -> {
            Term premium = context.inReportingCurrencyOfYear(amount, year, facts);
            Term cost = Optional.ofNullable(costs.get(year))
                    .map(ofProgram -> context.inReportingCurrencyOfYear(ofProgram, year, facts))
                    .orElseThrow();
            paid.add(premium);
            incurred.add(cost);
            rows.add(List.of(
                    Outline.words(context.period().name(year)), Outline.quantity(premium), Outline.quantity(cost)));
        });
        Authority authority = context.proceeding()
                .restsOn(
                        Assumption.INSURANCE_BEFORE_2024,
                        "19 CFR 351.520(a)(1)",
                        RegimeDifference.EXPORT_INSURANCE.since());
        context.outline()
                .sheet(
                        "Results of the insurance program",
                        List.of(
                                SheetColumn.keyDate("year"),
                                SheetColumn.of("premiums", Quality.MONEY),
                                SheetColumn.of("costs and losses", Quality.MONEY)),
                        rows,
                        authority);
        return context.outline()
                .line(
                        "Premiums cover long-term costs and losses",
                        context.builder().sum(incurred).atMost(context.builder().sum(paid)),
                        authority);
    }

    private static void checkYears(
            Facts facts, Map<Integer, Term> premiums, Map<Integer, Term> costs, BenefitContext context) {
        if (premiums.isEmpty() || !premiums.keySet().equals(costs.keySet())) {
            throw facts.problem(
                    Problem.Code.AV401,
                    PROGRAM_COSTS,
                    "(program-premiums) of (" + facts.address() + ") are of " + named(premiums)
                            + ", (program-costs) of " + named(costs) + ".",
                    "Write both for the same years.");
        }
        if (premiums.size() != NORMAL_YEARS && context.proceeding().follows(RegimeDifference.EXPORT_INSURANCE)) {
            facts.context()
                    .warnings()
                    .add(
                            facts.address(),
                            "The premiums of the program are tested over "
                                    + premiums.size() + (premiums.size() == 1 ? " year" : " years")
                                    + "; normally it is five (19 CFR 351.520(a)(1)).");
        }
    }

    private static String named(Map<Integer, Term> byYear) {
        return byYear.isEmpty()
                ? "no year"
                : new TreeSet<>(byYear.keySet())
                        .stream().map(year -> Integer.toString(year)).collect(Collectors.joining(", "));
    }
}
