package org.advalorem.rules.types;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.Specificity;

/**
 * Internal transport and freight charges for export shipments, 19 CFR 351.515.
 *
 * <p>{@code B = sum over export shipments of max(0, charge to a domestic destination of its month and route - charge
 * paid) * quantity}; nothing where the difference is found to be at arm's length or commercially justified.
 */
public final class ExportFreight implements ProgramType {
    static final Column DATE =
            Column.required("date", Column.Type.MONTH, "The day or month in which the charge was paid or due.");
    static final Column CARRIER = Column.optional("carrier", Column.Type.TEXT, "", "The carrier.");
    static final Column ROUTE =
            Column.optional("grade", Column.Type.TEXT, "", "The route or service, as domestic-charge names it.");

    static final Field<Records> SHIPMENTS = Field.required(
            "shipments",
            FieldType.records(
                    DATE,
                    CARRIER,
                    ROUTE,
                    LessThanAdequateRemuneration.QUANTITY,
                    LessThanAdequateRemuneration.PRICE,
                    LessThanAdequateRemuneration.CURRENCY),
            "The export shipments; the price is the charge paid per unit.");
    static final Field<MonthlySeries> DOMESTIC_CHARGE = Field.required(
                    "domestic-charge",
                    FieldType.monthly(),
                    "The charge per unit for the same transport of goods for domestic consumption.")
            .under("19 CFR 351.515(a)(1)");
    static final Field<Difference> DIFFERENCE = Field.optional(
                    "difference",
                    FieldType.choice(Difference.class),
                    "What was found of the difference in charges: a finding.")
            .orElse("not justified")
            .under("19 CFR 351.515(a)(2)");
    static final Field<Zeroing> ZEROING =
            Zeroing.field("How far a shipment above the domestic charge offsets others.", "19 CFR 351.515(a)(1)");

    /** What was found of the difference between the charges. */
    enum Difference {
        NOT_JUSTIFIED("not justified", ""),
        AT_ARMS_LENGTH("at arm's length", "19 CFR 351.515(a)(2)(i)"),
        COMMERCIALLY_JUSTIFIED("commercially justified", "19 CFR 351.515(a)(2)(ii)");

        private final String label;
        private final String citation;

        Difference(String label, String citation) {
            this.label = label;
            this.citation = citation;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "export-freight";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "transport of export shipments for less than domestic charges",
                SHIPMENTS,
                DOMESTIC_CHARGE,
                DIFFERENCE,
                LessThanAdequateRemuneration.QUANTITY_UNIT,
                LessThanAdequateRemuneration.FACTORS,
                ZEROING);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.LTAR);
    }

    @Override
    public Specificity specificity() {
        return Specificity.EXPORT;
    }

    @Override
    public Optional<Measured> measured() {
        return Optional.of(LessThanAdequateRemuneration.measured(DATE, ROUTE));
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        Authority date = Authority.law("19 CFR 351.515(b)");
        ComparisonRule rule = new ComparisonRule(
                SHIPMENTS,
                Purchases.Buyer.FIRM,
                DATE,
                CARRIER,
                ROUTE,
                Optional.empty(),
                new ComparisonRule.Stated(DOMESTIC_CHARGE, Authority.law("19 CFR 351.515(a)(1)")),
                Optional.empty(),
                Optional.empty(),
                new ComparisonRule.Words(
                        "Export shipments", "shipments", "the charge for domestic transport", "Nothing was shipped"),
                date,
                Assumption.ZEROING,
                "19 CFR 351.515(a)(1)");
        Term benefit = new RemunerationComparison(rule, facts, context).benefit();
        Difference difference = facts.get(DIFFERENCE);
        return Benefit.inPeriodAtOneLevelOfPrices(
                difference == Difference.NOT_JUSTIFIED
                        ? benefit
                        : context.outline()
                                .line(
                                        "No benefit: the difference in charges is " + difference,
                                        context.builder().literal(0, context.currency()),
                                        Authority.law(difference.citation)));
    }
}
