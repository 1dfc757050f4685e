package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;

/**
 * U.S. dollars exchanged for an undervalued currency: 19 CFR 351.528.
 *
 * <p>{@code sum of dollars * (rate received - undistorted rate)} in a year, not below zero, with both rates in local
 * currency per dollar. Dollars from any source count. There is a benefit only where the currency is found to be
 * undervalued, and government action to contribute to it.
 */
public final class UndervaluedCurrency implements ProgramType {
    private static final Unit DOLLAR = Unit.of("USD");

    static final Column MONTH = Column.optional(
            "month", Column.Type.MONTH, "The month of the exchange; empty for the total of a period of one year.");
    static final Column DOLLARS = Column.required("dollars", Column.Type.NOT_NEGATIVE, "The U.S. dollars exchanged.");
    static final Column RECEIVED = Column.required(
                    "rate-received", Column.Type.NUMBER, "The rate received, in local currency per dollar.")
            .within(Domain.POSITIVE);
    static final Column UNDISTORTED = Column.required(
                    "undistorted-rate",
                    Column.Type.NUMBER,
                    "The rate that would hold without the undervaluation, in local currency per dollar.")
            .within(Domain.POSITIVE);
    static final Field<Records> EXCHANGES = Field.required(
                    "exchanges",
                    FieldType.records(MONTH, DOLLARS, RECEIVED, UNDISTORTED),
                    "The dollars exchanged, month by month or in total, whatever they were earned with.")
            .under("19 CFR 351.528(b)");
    static final Field<Unit> LOCAL = Field.optional(
            "local-currency",
            FieldType.currency(),
            "The currency received for the dollars; the company's when left out.");
    static final Field<Boolean> UNDERVALUED = Field.required(
                    "undervalued", FieldType.flag(), "Whether the currency is undervalued in the period: a finding.")
            .under("19 CFR 351.528(a)(1)");
    static final Field<Boolean> GOVERNMENT_ACTION = Field.required(
                    "government-action",
                    FieldType.flag(),
                    "Whether government action on the exchange rate contributes to it: a finding; the monetary policy of an"
                            + " independent central bank is normally none.")
            .under("19 CFR 351.528(a)(2)");

    @Override
    public String name() {
        return "undervalued-currency";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("exchanges of an undervalued currency", EXCHANGES, LOCAL, UNDERVALUED, GOVERNMENT_ACTION);
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
    public Optional<LocalRule> onlyUnder() {
        return Optional.of(LocalRule.UNDERVALUED_CURRENCY);
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        Authority authority = context.proceeding()
                .restsOn(Assumption.CURRENCY_BEFORE_2024, "19 CFR 351.528(b)(2)", Proceeding.Regime.OF_2024);
        Unit local = facts.optional(LOCAL).orElse(context.currency());
        if (local.equals(DOLLAR)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    "The dollars of (" + facts.address()
                            + ") are exchanged for the company's currency, which is USD too.",
                    "Write local-currency: with the currency received for them.");
        }
        Records rows = facts.get(EXCHANGES);
        checkMonths(rows, context);
        Map<Integer, List<Term>> byYear = new TreeMap<>();
        List<List<Outline.Cell>> table = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            Term dollars = rows.term(row, DOLLARS, DOLLAR);
            Term received = rows.term(row, RECEIVED, local.per(DOLLAR));
            Term undistorted = rows.term(row, UNDISTORTED, local.per(DOLLAR));
            Term gained = dollars.times(received.minus(undistorted));
            Optional<Integer> month = month(rows, row);
            byYear.computeIfAbsent(
                            month.map(context.period()::yearOfMonth).orElse(context.year()),
                            absent -> new ArrayList<>())
                    .add(context.atOneLevelOfPrices(
                            month.map(of -> context.inReportingCurrency(gained, of, facts))
                                    .orElseGet(() -> context.inReportingCurrencyOfYear(gained, context.year(), facts)),
                            month));
            table.add(List.of(
                    Outline.words(month.map(Months::text).orElse(context.yearName())),
                    Outline.quantity(dollars),
                    Outline.quantity(received),
                    Outline.quantity(undistorted),
                    Outline.quantity(gained)));
        }
        context.outline()
                .sheet(
                        "Dollars exchanged",
                        List.of(
                                SheetColumn.keyDate("month"),
                                SheetColumn.of("dollars", Quality.MONEY),
                                SheetColumn.of("rate received", Quality.NUMBER),
                                SheetColumn.of("undistorted rate", Quality.NUMBER),
                                SheetColumn.of(
                                        "gained", Quality.MONEY, "dollars", "rate received", "undistorted rate")),
                        table,
                        authority);
        Assumption.CURRENCY_OFFSET.note(context.outline());
        return new Benefit.Received(receipts(byYear, isFound(facts, context), context));
    }

    private static List<Benefit.Receipt> receipts(
            Map<Integer, List<Term>> byYear, boolean found, BenefitContext context) {
        List<Benefit.Receipt> receipts = new ArrayList<>();
        byYear.forEach((year, gained) -> {
            LocalDate day = context.period().start(year);
            Term benefit = found
                    ? context.builder().sum(gained).positivePart()
                    : context.builder().literal(0, context.currency());
            receipts.add(new Benefit.Receipt(day, benefit, Optional.empty(), gained.size(), true));
        });
        return receipts;
    }

    /** Whether the findings are made without which there is no benefit; writes the one that is missing. */
    private static boolean isFound(Facts facts, BenefitContext context) {
        boolean undervalued = facts.get(UNDERVALUED);
        boolean action = facts.get(GOVERNMENT_ACTION);
        if (!undervalued || !action) {
            context.outline()
                    .note(
                            undervalued
                                    ? "No government action contributes to the undervaluation: no benefit."
                                    : "The currency is not undervalued: no benefit.",
                            Authority.law(undervalued ? "19 CFR 351.528(a)(2)" : "19 CFR 351.528(a)(1)"));
        }
        return undervalued && action;
    }

    /** Checks every row, so that all problems are reported: dollars without a month are of the only year there is. */
    private static void checkMonths(Records rows, BenefitContext context) {
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.isBlank(row, MONTH) && !context.period().isOneYear()) {
                rows.context()
                        .problems()
                        .add(
                                Problem.Code.AV401,
                                rows.origin(row),
                                "Dollars exchanged have no month, and the period " + context.period()
                                        + " is not one year.",
                                "Write the month of each exchange.");
                usable = false;
            }
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
    }

    private static Optional<Integer> month(Records rows, int row) {
        return rows.isBlank(row, MONTH) ? Optional.empty() : Optional.of(rows.month(row, MONTH));
    }
}
