package org.advalorem.rules.allocation;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;

/**
 * The exclusive list of amounts that may be subtracted from a gross benefit: 19 U.S.C. 1677(6). No effect on income
 * taxes, prices or anything else is an offset. Netting precedes allocation over time.
 */
public final class Netting {
    static final Field<Term> FEES = Field.optional(
            "fees",
            FieldType.amount().within(Domain.NOT_NEGATIVE),
            "Fees and deposits paid to qualify for or receive it.");
    static final Field<Term> DEFERRAL_LOSS = Field.optional(
            "deferral-loss",
            FieldType.amount().within(Domain.NOT_NEGATIVE),
            "Loss of value from a deferral that the government mandated.");
    static final Field<Term> EXPORT_TAXES = Field.optional(
            "export-taxes",
            FieldType.amount().within(Domain.NOT_NEGATIVE),
            "Export taxes levied specifically to offset it.");
    public static final FieldSet LESS_FIELDS =
            FieldSet.of("what is subtracted from the gross benefit", FEES, DEFERRAL_LOSS, EXPORT_TAXES);
    public static final Field<Facts> LESS = Field.optional(
                    "less", FieldType.section(LESS_FIELDS), "What may be subtracted.")
            .under("19 U.S.C. 1677(6)");

    private static final Authority AUTHORITY = Authority.law("19 U.S.C. 1677(6)");

    private Netting() {}

    /** The benefit of the period net of allowable subtractions, not below zero. */
    public static Term net(Term gross, Facts use, BenefitContext context) {
        List<Term> subtracted = subtracted(use, context.year(), context);
        if (subtracted.isEmpty()) {
            return gross;
        }
        Term net = gross.minus(context.builder().sum(subtracted)).positivePart();
        return context.outline().line("Net benefit", net, AUTHORITY);
    }

    /**
     * Amounts net of allowable subtractions, which are applied to them one after another. The subtractions belong to
     * the year of the first amount.
     *
     * @param receipts in chronological order
     */
    public static List<Term> net(List<Benefit.Receipt> receipts, Facts use, BenefitContext context) {
        List<Term> amounts = receipts.stream().map(Benefit.Receipt::amount).toList();
        int year = receipts.isEmpty()
                ? context.year()
                : context.yearOf(receipts.get(0).day());
        List<Term> subtracted = subtracted(use, year, context);
        if (subtracted.isEmpty()) {
            return amounts;
        }
        Term left = context.builder().sum(subtracted);
        List<Term> net = new ArrayList<>();
        for (Term amount : amounts) {
            net.add(amount.minus(left).positivePart());
            left = left.minus(amount).positivePart();
        }
        context.outline()
                .line(
                        "Net benefit",
                        context.builder().sum(net, context.currency()),
                        Assumption.NETTING_ORDER.under("19 U.S.C. 1677(6)"));
        return net;
    }

    private static List<Term> subtracted(Facts use, int year, BenefitContext context) {
        List<Term> subtracted = new ArrayList<>();
        use.optional(LESS).ifPresent(less -> {
            Jurisdiction jurisdiction = context.proceeding().jurisdiction();
            jurisdiction.require(LocalRule.DEDUCTIONS, LESS, use);
            jurisdiction.requireWhereStated(LocalRule.MANDATED_DEFERRAL, DEFERRAL_LOSS, less);
            for (Field<Term> field : List.of(FEES, DEFERRAL_LOSS, EXPORT_TAXES)) {
                less.optional(field)
                        .ifPresent(amount -> subtracted.add(context.inReportingCurrencyOfYear(amount, year, less)));
            }
        });
        return subtracted;
    }
}
