package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.LedgerMoney;

/**
 * What is remitted upon export in excess of the charges that may be: {@code max(0, sum of remissions - sum of charges)} by
 * year of exportation.
 *
 * <p>For charges on inputs, only those consumed in production count, with a normal allowance for waste; where nothing
 * confirms which were, the whole remission is the benefit.
 */
final class ExcessRemission {
    static final Column DATE = Column.required("date", Column.Type.DATE, "The day of exportation.");
    static final Column REMITTED = Column.required(
                    "remitted", Column.Type.NOT_NEGATIVE, "The amount remitted, drawn back or exempted.")
            .withUnits();
    static final Column CONSUMED = Column.required(
                    "consumed", Column.Type.NOT_NEGATIVE, "The charges on the inputs consumed in production.")
            .withUnits();
    static final Column CURRENCY = LedgerMoney.currencyColumn();
    static final Field<Term> WASTE = Field.optional(
                    "waste",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The normal allowance for waste, as a share of the inputs consumed; when left out, the charges stated"
                            + " include it.")
            .orElse("0%");

    /** What confirms which inputs were consumed, and in what amounts. */
    enum Confirmation {
        SYSTEM("system"),
        EXAMINATION("examination"),
        NONE("none");

        private final String label;

        Confirmation(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final String REMITTED_HEADING = "remitted";

    private final Records rows;
    private final Column charged;
    private final BenefitContext context;
    private final LedgerMoney money;

    /**
     * The remissions of a use.
     *
     * @param charged the column of the charges that may be remitted
     */
    ExcessRemission(Records rows, Column charged, Facts facts, BenefitContext context) {
        this.rows = rows;
        this.charged = charged;
        this.context = context;
        this.money = new LedgerMoney(rows, CURRENCY, context.currency(), context.exchangeRates(), facts);
        checkMoney();
    }

    private void checkMoney() {
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            // both cells are looked at, because both may be wrong
            usable &= money.isMoney(row, REMITTED);
            usable &= money.isMoney(row, charged);
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
    }

    /** The field that states what confirms the consumption of inputs. */
    static Field<Confirmation> confirmedBy(String citation) {
        return Field.required(
                        "confirmed-by",
                        FieldType.choice(Confirmation.class),
                        "What confirms which inputs were consumed: a reasonable and effective system, an examination by"
                                + " the government, or nothing: a finding.")
                .under(citation);
    }

    /**
     * The benefit where the charges on inputs consumed may be remitted, with a normal allowance for waste.
     *
     * @param confirmed what confirms their consumption
     * @param amount the provision on the excess
     * @param entire the provision on the entire amount where nothing confirms their consumption
     */
    Benefit.Received onInputs(Confirmation confirmed, Term waste, String amount, String entire) {
        if (confirmed == Confirmation.NONE) {
            context.outline().note("Nothing confirms which inputs were consumed: the entire amount is the benefit.");
            return received(List.of(REMITTED_HEADING), (remitted, charges) -> List.of(remitted), Authority.law(entire));
        }
        Term withWaste = waste.plus(context.builder().fraction("1"));
        return received(
                List.of(REMITTED_HEADING, "on inputs consumed"),
                (remitted, charges) -> List.of(remitted, charges.times(withWaste)),
                Assumption.REMISSIONS_OF_A_YEAR.under(amount));
    }

    /** The benefit where charges of another kind may be remitted. */
    Benefit.Received over(String heading, String amount) {
        return received(List.of(REMITTED_HEADING, heading), List::of, Assumption.REMISSIONS_OF_A_YEAR.under(amount));
    }

    /**
     * The benefit by year of exportation: the first amount less the second, if there is one.
     *
     * @param headings of the amounts
     * @param amounts the amounts made from what was remitted and what was charged
     */
    private Benefit.Received received(
            List<String> headings, BiFunction<Term, Term, List<Term>> amounts, Authority authority) {
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Outline.Cell>> table = new ArrayList<>();
        context.byReceipt(rows.rows(), row -> rows.day(row, DATE)).forEach((day, selection) -> {
            List<Term> compared = amounts.apply(total(day, selection, REMITTED), total(day, selection, charged));
            Term excess = compared.size() == 1
                    ? compared.get(0)
                    : compared.get(0).minus(compared.get(1)).positivePart();
            receipts.add(new Benefit.Receipt(day, excess, Optional.empty(), selection.length, true));
            List<Outline.Cell> row =
                    new ArrayList<>(List.of(Outline.words(context.receiptName(day)), Outline.count(selection.length)));
            compared.forEach(amount -> row.add(Outline.quantity(amount)));
            row.add(Outline.quantity(excess));
            table.add(row);
        });
        List<SheetColumn> columns =
                new ArrayList<>(List.of(SheetColumn.keyDate("year"), SheetColumn.of("exports", Quality.COUNT)));
        headings.forEach(heading -> columns.add(SheetColumn.of(heading, Quality.MONEY)));
        columns.add(SheetColumn.of("benefit", Quality.MONEY, headings.toArray(String[]::new)));
        context.outline().sheet("Remissions upon export", columns, table, authority);
        return new Benefit.Received(receipts);
    }

    private Term total(LocalDate first, int[] selection, Column column) {
        return context.totalAtOneLevelOfPrices(
                selection,
                row -> rows.day(row, DATE),
                of -> money.total(
                        "in " + context.receiptName(first),
                        of,
                        column,
                        row -> new LedgerMoney.OfDay(rows.day(row, DATE))));
    }
}
