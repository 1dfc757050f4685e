package org.advalorem.rules.types;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
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
import org.advalorem.rules.base.InputTax;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.benchmarks.BenchmarkUse;
import org.advalorem.rules.benchmarks.Benchmarks;

/**
 * Goods or services purchased from authorities for less than adequate remuneration, 19 CFR 351.511.
 *
 * <p>{@code B = sum over purchases of max(0, BM of its month and grade - price) * quantity}. Purchases from private
 * suppliers confer no benefit; the denominator still includes all of the buyer's sales.
 */
public final class LessThanAdequateRemuneration implements ProgramType {
    /** The status of a supplier that is not an authority. */
    static final String PRIVATE = "private";

    /** The status of a supplier found to be an authority on facts available. */
    static final String ON_FACTS_AVAILABLE = "facts available";

    static final Column DATE =
            Column.required("date", Column.Type.MONTH, "The day or month in which payment was made or due.");
    static final Column SUPPLIER = Column.optional("supplier", Column.Type.TEXT, "", "The supplier.");
    static final Column STATUS = Column.required(
                    "status",
                    Column.Type.TEXT,
                    "Whether the supplier is an authority: a finding, or decided on facts available.")
            .among(List.of("authority", PRIVATE, ON_FACTS_AVAILABLE));
    static final Column GRADE = Column.optional("grade", Column.Type.TEXT, "", "The grade, as the benchmark names it.");
    static final Column QUANTITY = Column.required(
                    "quantity",
                    Column.Type.NUMBER,
                    "The quantity bought; negative on a credit note, at the price that it reverses.")
            .withUnits();
    static final Column PRICE = Column.required(
                    "price", Column.Type.NOT_NEGATIVE, "The price paid per unit of quantity.")
            .withUnits();
    static final Column CURRENCY = Column.optional(
            "currency", Column.Type.TEXT, "", "The currency of the price, where it differs from that of the column.");

    static final Field<String> BENCHMARK = Field.required(
                    "benchmark", FieldType.reference("benchmarks"), "The benchmark price.")
            .under("19 CFR 351.511(a)(2)");
    static final Field<Records> PURCHASES = Field.required(
            "purchases",
            FieldType.records(DATE, SUPPLIER, STATUS, GRADE, QUANTITY, PRICE, CURRENCY),
            "What was bought, from whom and at what price.");
    static final Field<Unit> QUANTITY_UNIT = Field.optional(
                    "quantity-unit",
                    FieldType.quantityUnit(),
                    "The unit of quantities, and the unit per which prices are stated.")
            .orElse("t");
    static final Field<Map<String, Term>> FACTORS = Field.optional(
            "factors",
            FieldType.named(FieldType.quantity().within(Domain.POSITIVE)),
            "Conversion factors to another measure, where quantities and prices are in different measures:"
                    + " {piece: 12.5 kg}.");
    static final Field<VatBasis> PRICES = Field.optional(
                    "prices",
                    FieldType.choice(VatBasis.class),
                    "Whether prices paid include VAT; the benchmark is taken on the same basis.")
            .orElse("with VAT");
    static final Field<MonthlySeries> FREIGHT_PAID = Field.optional(
                    "freight-paid",
                    FieldType.monthly(),
                    "What the buyer paid to others for delivery, added to every price that is not a delivered one.")
            .under("19 CFR 351.511(a)(2)(iv)");

    /** The treatment of value-added tax in prices. */
    enum VatBasis {
        WITH_VAT("with VAT", BenchmarkUse.Basis.WITH_VAT),
        WITHOUT_VAT("without VAT", BenchmarkUse.Basis.WITHOUT_VAT);

        private final String label;
        private final BenchmarkUse.Basis basis;

        VatBasis(String label, BenchmarkUse.Basis basis) {
            this.label = label;
            this.basis = basis;
        }

        BenchmarkUse.Basis basis() {
            return basis;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "less-than-adequate-remuneration";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "goods or services for less than adequate remuneration",
                BENCHMARK,
                PURCHASES,
                QUANTITY_UNIT,
                FACTORS,
                Zeroing.FIELD,
                PRICES,
                FREIGHT_PAID);
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
    public Optional<Measured> measured() {
        return Optional.of(measured(DATE, GRADE));
    }

    /** The columns by which doubtful rows are found wherever goods or services have a price and a quantity. */
    static Measured measured(Column date, Column kind) {
        return new Measured(PRICE, true, Optional.of(QUANTITY), Optional.of(date), List.of(kind, CURRENCY));
    }

    @Override
    public Set<InputTax> comparesWith(Facts use, Map<String, Facts> benchmarks) {
        return Benchmarks.taxes(benchmarks, use.get(BENCHMARK), use.get(PRICES) == VatBasis.WITH_VAT);
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        ComparisonRule rule = new ComparisonRule(
                PURCHASES,
                Purchases.Buyer.FIRM,
                DATE,
                SUPPLIER,
                GRADE,
                Optional.of(STATUS),
                new ComparisonRule.Benchmark(
                        BenchmarkUse.ofProvision(facts.get(PRICES).basis())),
                Optional.of(FREIGHT_PAID),
                Optional.of(basis(facts)),
                ComparisonRule.Words.PURCHASES,
                Assumption.PAYMENT_DATE.under("19 CFR 351.511(b)"),
                Assumption.ZEROING,
                "19 CFR 351.511(a)(2)");
        return Benefit.inPeriodAtOneLevelOfPrices(new RemunerationComparison(rule, facts, context).benefit());
    }

    /** What the prices of a use include. */
    static ComparisonRule.Basis basis(Facts use) {
        return new ComparisonRule.Basis(
                "Prices paid and benchmark are compared " + use.get(PRICES) + "; " + freightPaid(use),
                use.has(PRICES) && use.has(FREIGHT_PAID)
                        ? Optional.empty()
                        : Optional.of(Assumption.PRICE_BASIS.alone()));
    }

    /** How freight enters the prices paid, as the end of a sentence. */
    static String freightPaid(Facts use) {
        return use.has(FREIGHT_PAID)
                ? "the freight the buyer paid to others is added to its prices."
                : "prices paid are taken as delivered prices.";
    }
}
