package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.LedgerMoney;
import org.advalorem.rules.base.ProgramType;

/**
 * Accelerated depreciation, relief from a direct tax: 19 CFR 351.509(a).
 *
 * <p>{@code (accelerated - normal depreciation) * tax rate} of the return filed in the year, asset by asset, received
 * on the day of filing. Assets whose acceleration has reversed contribute zero unless they are netted.
 */
public final class AcceleratedDepreciation implements ProgramType {
    static final Column ASSET = Column.optional("asset", Column.Type.TEXT, "", "The asset or class of assets.")
            .describing();
    static final Column ACCELERATED = Column.required(
                    "accelerated", Column.Type.NOT_NEGATIVE, "The depreciation claimed in the return.")
            .withUnits();
    static final Column NORMAL = Column.required(
                    "normal", Column.Type.NOT_NEGATIVE, "The depreciation that would be allowed without the program.")
            .withUnits();
    static final Column CURRENCY = LedgerMoney.currencyColumn();
    static final Field<Records> DEPRECIATION = Field.required(
            "depreciation",
            FieldType.records(ASSET, ACCELERATED, NORMAL, CURRENCY),
            "The depreciation of each asset in the return.");
    static final Field<Term> TAX_RATE =
            Field.required("tax-rate", FieldType.rate().within(Domain.SHARE), "The income tax rate.");
    static final Field<Term> INCOME = Field.optional(
            "income",
            FieldType.amount(),
            "The taxable income of the return; negative for a loss, which bears no tax either way.");
    static final Field<Reversals> REVERSALS = Field.optional(
                    "reversals",
                    FieldType.choice(Reversals.class),
                    "Whether assets depreciated by less than normal offset the others.")
            .orElse("ignored");

    /** The treatment of assets whose acceleration has reversed. */
    enum Reversals {
        IGNORED("ignored"),
        NETTED("netted");

        private final String label;

        Reversals(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "accelerated-depreciation";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "accelerated depreciation",
                DirectTax.FILED,
                DirectTax.TAX_YEAR,
                DEPRECIATION,
                TAX_RATE,
                INCOME,
                REVERSALS);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public boolean isIncomeTaxRelief() {
        return true;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        LocalDate filed = facts.get(DirectTax.FILED);
        DirectTax.checkYear(facts, filed);
        Term excess = excess(facts, filed, context);
        Term saved = facts.optional(INCOME)
                .map(amount -> context.inReportingCurrency(amount, filed, facts))
                .map(income -> taxable(income, excess))
                .orElse(excess)
                .times(facts.get(TAX_RATE));
        context.outline()
                .line(
                        "Tax saved, return filed on " + filed,
                        saved,
                        Assumption.TAX_FILING.under("19 CFR 351.509(b)(1)"));
        return Benefit.received(filed, saved);
    }

    private static Term excess(Facts facts, LocalDate filed, BenefitContext context) {
        Records rows = facts.get(DEPRECIATION);
        LedgerMoney money = new LedgerMoney(rows, CURRENCY, context.currency(), context.exchangeRates(), facts);
        LedgerMoney.When when = new LedgerMoney.OfDay(filed);
        boolean netted = facts.get(REVERSALS) == Reversals.NETTED;
        List<Term> excesses = new ArrayList<>();
        List<Term> below = new ArrayList<>();
        List<List<Outline.Cell>> table = new ArrayList<>();
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            // both cells are looked at, because both may be wrong
            usable &= money.isMoney(row, ACCELERATED);
            usable &= money.isMoney(row, NORMAL);
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
        for (int row = 0; row < rows.rows(); row++) {
            Term accelerated = money.amount(row, ACCELERATED, when);
            Term normal = money.amount(row, NORMAL, when);
            Term difference = accelerated.minus(normal);
            Term counted = netted ? difference : difference.positivePart();
            excesses.add(counted);
            below.add(accelerated.less(normal));
            String asset = rows.word(row, ASSET);
            table.add(List.of(
                    Outline.words(asset.isEmpty() ? Integer.toString(row + 1) : asset),
                    Outline.quantity(accelerated),
                    Outline.quantity(normal),
                    Outline.quantity(counted)));
        }
        context.outline()
                .sheet(
                        "Depreciation",
                        List.of(
                                SheetColumn.key("asset"),
                                SheetColumn.of("accelerated", Quality.MONEY),
                                SheetColumn.of("normal", Quality.MONEY),
                                SheetColumn.of("counted", Quality.MONEY, "accelerated", "normal")),
                        table,
                        Assumption.ACCELERATED_DEPRECIATION.under("19 CFR 351.509(a)"),
                        context.builder().any(below));
        Term sum = context.builder().sum(excesses, context.currency());
        return netted ? sum.positivePart() : sum;
    }

    /** The part of the excess that would have been taxed; the part covered by a loss bears no tax. */
    private static Term taxable(Term income, Term excess) {
        return income.plus(excess).positivePart().minus(income.positivePart());
    }
}
