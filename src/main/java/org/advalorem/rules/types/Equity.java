package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.allocation.StatedApprovals;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;

/**
 * An equity infusion by the government, or debt converted into shares: 19 CFR 351.507.
 *
 * <p>Where private investors bought newly issued shares, {@code max(0, price paid - private price) * shares}. Where they
 * did not, the whole infusion if the firm was unequityworthy; if it was equityworthy, nothing unless a benefit from the
 * terms of the investment is stated. Received on the day of the infusion. Non-recurring; from the 2024 text on,
 * allocated over at least 12 years.
 */
public final class Equity implements ProgramType {
    static final Field<LocalDate> ON = Field.required(
                    "on", FieldType.date(), "The day on which the firm received the infusion.")
            .under("19 CFR 351.507(b)");
    static final Field<Term> SHARES = Field.optional(
            "shares",
            FieldType.number(Unit.FRACTION).within(Domain.POSITIVE),
            "The number of newly issued shares that the government bought.");
    static final Field<Term> PRICE_PAID = Field.optional(
            "price-paid",
            FieldType.amount().within(Domain.NOT_NEGATIVE),
            "The price that the government paid for a share.");
    static final Field<Term> PRIVATE_PRICE = Field.optional(
                    "private-price",
                    FieldType.amount().within(Domain.NOT_NEGATIVE),
                    "The price that private investors paid at about that time for a share of the same or, adjusted, a"
                            + " similar form; left out where their purchases are not significant.")
            .under("19 CFR 351.507(a)(2)");
    static final Field<Term> AMOUNT = Field.optional(
                    "amount",
                    FieldType.amount().within(Domain.NOT_NEGATIVE),
                    "The infusion, where it is not stated by shares and their price; of debt converted into shares, the"
                            + " amount of the debt.")
            .under("19 CFR 351.507(a)(6), 351.508(a)");
    static final Field<String> LOAN = Field.<String>optional(
                    "loan",
                    FieldType.text(),
                    "The loan converted into shares, by its name under a program of loans: interest counted there for"
                            + " later days is pointed at.")
            .describing();
    static final Field<Boolean> EQUITYWORTHY = Field.optional(
                    "equityworthy",
                    FieldType.flag(),
                    "Whether the firm was equityworthy at the time: a finding, made where there is no private price.")
            .under("19 CFR 351.507(a)(3)");
    static final Field<Term> BENEFIT_OF_TERMS = Field.optional(
                    "benefit-of-terms",
                    FieldType.amount().within(Domain.NOT_NEGATIVE),
                    "The benefit from terms that a private investor would not have accepted from an equityworthy firm, as"
                            + " determined for the case.")
            .under("19 CFR 351.507(a)(5)");

    @Override
    public String name() {
        return "equity";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "an equity infusion",
                ON,
                SHARES,
                PRICE_PAID,
                PRIVATE_PRICE,
                AMOUNT,
                LOAN,
                EQUITYWORTHY,
                BENEFIT_OF_TERMS,
                StatedApprovals.APPROVED);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.NON_RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.EQUITY);
    }

    @Override
    public Optional<MinimumPeriod> minimumPeriod(Proceeding proceeding) {
        return MinimumPeriod.ofTwelveYears(proceeding, "19 CFR 351.507(d)");
    }

    @Override
    public Map<String, LocalDate> forgives(Facts use) {
        return use.optional(LOAN).map(loan -> Map.of(loan, use.get(ON))).orElse(Map.of());
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        LocalDate on = facts.get(ON);
        Term benefit = facts.has(PRIVATE_PRICE)
                ? abovePrivatePrice(facts, on, context)
                : withoutPrivatePrice(facts, on, context);
        return new Benefit.Received(List.of(new Benefit.Receipt(on, benefit)), StatedApprovals.of(facts, context));
    }

    private static Term abovePrivatePrice(Facts facts, LocalDate on, BenefitContext context) {
        for (Field<?> field : List.of(EQUITYWORTHY, BENEFIT_OF_TERMS, AMOUNT)) {
            if (facts.has(field)) {
                throw facts.problem(
                        Problem.Code.AV401,
                        field,
                        "(" + facts.address() + ") has both (private-price) and (" + field.name() + ").",
                        "Leave " + field.name() + " out: where private investors paid a price, it decides alone.");
            }
        }
        require(facts, SHARES);
        require(facts, PRICE_PAID);
        Term paid = context.inReportingCurrency(facts.get(PRICE_PAID), on, facts);
        Term privately = context.inReportingCurrency(facts.get(PRIVATE_PRICE), on, facts);
        return context.outline()
                .line(
                        "Paid above the private price for the shares",
                        paid.minus(privately).positivePart().times(facts.get(SHARES)),
                        authority("19 CFR 351.507(a)(2)", context));
    }

    private static Term withoutPrivatePrice(Facts facts, LocalDate on, BenefitContext context) {
        if (!facts.has(EQUITYWORTHY)) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(" + facts.address() + ") has neither (private-price) nor (equityworthy).",
                    "Write private-price: with the price that private investors paid, or equityworthy: yes or no.");
        }
        Optional<Term> ofTerms = facts.optional(BENEFIT_OF_TERMS);
        if (!facts.get(EQUITYWORTHY)) {
            if (ofTerms.isPresent()) {
                throw facts.problem(
                        Problem.Code.AV401,
                        BENEFIT_OF_TERMS,
                        "(" + facts.address() + ") has (benefit-of-terms), but the firm was not equityworthy: the whole"
                                + " infusion is the benefit.",
                        "Leave benefit-of-terms out.");
            }
            return context.outline()
                    .line(
                            "Infusion into an unequityworthy firm",
                            infusion(facts, on, context),
                            authority("19 CFR 351.507(a)(6)", context));
        }
        return context.outline()
                .line(
                        ofTerms.isPresent()
                                ? "Benefit of the terms of the investment"
                                : "Benefit of an infusion into an equityworthy firm on usual terms",
                        ofTerms.map(amount -> context.inReportingCurrency(amount, on, facts))
                                .orElse(context.builder().literal(0, context.currency())),
                        authority("19 CFR 351.507(a)(5)", context));
    }

    private static Term infusion(Facts facts, LocalDate on, BenefitContext context) {
        boolean byShares = facts.has(SHARES) || facts.has(PRICE_PAID);
        if (byShares == facts.has(AMOUNT)) {
            throw facts.problem(
                    byShares ? Problem.Code.AV401 : Problem.Code.AV202,
                    "(" + facts.address() + ") has "
                            + (byShares ? "both (amount) and shares or their price." : "no (amount) of the infusion."),
                    "Write amount: with the infusion, or shares: and price-paid:.");
        }
        if (facts.has(AMOUNT)) {
            return context.inReportingCurrency(facts.get(AMOUNT), on, facts);
        }
        require(facts, SHARES);
        require(facts, PRICE_PAID);
        return context.inReportingCurrency(facts.get(PRICE_PAID), on, facts).times(facts.get(SHARES));
    }

    private static void require(Facts facts, Field<Term> field) {
        if (!facts.has(field)) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(" + field.name() + ") is missing in (" + facts.address() + ").",
                    "Write shares: with their number, and price-paid: with the price of one.");
        }
    }

    private static Authority authority(String citation, BenefitContext context) {
        return context.proceeding().restsOn(Assumption.EQUITY_BEFORE_2024, citation, Proceeding.Regime.OF_2024);
    }
}
