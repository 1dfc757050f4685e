package org.advalorem.rules.attribution;

import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Jurisdiction;

/**
 * The average f.o.b. value per unit of a company's sales to outside customers, which converts an ad valorem rate into an
 * equivalent specific rate: {@code rate per unit = rate * f.o.b. value / quantity}, 19 U.S.C. 1671b(b)(4).
 *
 * <p>Value and quantity are those of the ledger's sales of the year that state a quantity; without such sales, those
 * that the company states.
 */
public final class UnitValue {
    private final Company company;
    private final int year;
    private final Jurisdiction jurisdiction;
    private final CalculationBuilder builder;

    public UnitValue(Company company, int year, Jurisdiction jurisdiction, CalculationBuilder builder) {
        this.company = company;
        this.year = year;
        this.jurisdiction = jurisdiction;
        this.builder = builder;
    }

    /** Warns that a law which states the amount of a subsidy per unit finds no quantity. */
    public void warn() {
        if (!jurisdiction.isPerUnit() || ofLedger(Optional.empty()).isPresent() || stated().isPresent()) {
            return;
        }
        company.facts()
                .context()
                .warnings()
                .add(
                        company.facts().address(),
                        "The law of " + jurisdiction.inWords()
                                + " states the amount of a subsidy per unit, but no quantity"
                                + " of (" + company.id() + ") is known: only the ad valorem rate is given. Write"
                                + " quantity-sold: and value-sold:, or a quantity in the ledger.");
    }

    /** The rate per unit, in the company's currency; empty if no quantity is known. */
    public Optional<Term> ratePerUnit(Term rate, Optional<String> product, OutlineBuilder section) {
        return ofLedger(product)
                .or(() -> product.isEmpty() ? stated() : Optional.empty())
                .map(value -> section.line(
                        "Rate per unit",
                        rate.times(section.line(
                                "Average f.o.b. value per unit sold",
                                value,
                                Assumption.RATE_PER_UNIT.under(jurisdiction.perUnit()))),
                        Assumption.RATE_PER_UNIT.under(jurisdiction.perUnit())));
    }

    private Optional<Term> ofLedger(Optional<String> product) {
        return company.ledger().flatMap(ledger -> {
            IntPredicate sold = ledger.inYear(year)
                    .and(ledger.soldToAnyoneOutside())
                    .and(product.<IntPredicate>map(name -> ledger.ofProduct(Set.of(name)))
                            .orElse(row -> true));
            return ledger.quantity(
                            "quantity sold" + product.map(name -> ", " + name).orElse(""), sold)
                    .map(sum -> per(sum.fob(), sum.quantity()));
        });
    }

    private Optional<Term> stated() {
        Facts facts = company.facts();
        return facts.optional(Company.QUANTITY_SOLD)
                .map(quantity -> per(company.inCurrency(facts.get(Company.VALUE_SOLD), year, facts), quantity));
    }

    private Term per(Term value, Term quantity) {
        builder.require(
                builder.literal(0, quantity.unit()).less(quantity),
                "The quantity sold by (" + company.id() + ") must be more than zero.",
                company.facts().address().toString());
        return value.dividedBy(quantity);
    }
}
