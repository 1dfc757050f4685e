package org.advalorem.rules;

import java.time.LocalDate;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;

/**
 * A benefit in the company's currency: receipts at the rate of their day, benefits of the period at the annual average.
 */
final class BenefitConversion {
    private final Facts use;
    private final BenefitContext context;

    BenefitConversion(Facts use, BenefitContext context) {
        this.use = use;
        this.context = context;
    }

    Benefit converted(Benefit benefit) {
        if (benefit instanceof Benefit.InPeriod inPeriod) {
            return new Benefit.InPeriod(ofYear(inPeriod.amount()), inPeriod.atOneLevelOfPrices());
        }
        if (benefit instanceof Benefit.Received received) {
            return received.withAmounts(this::ofDay);
        }
        if (benefit instanceof Benefit.InPeriodAndReceived both) {
            return new Benefit.InPeriodAndReceived(
                    ofYear(both.amount()), both.received().withAmounts(this::ofDay));
        }
        return benefit;
    }

    private Term ofYear(Term amount) {
        return context.inReportingCurrencyOfYear(money(amount), context.year(), use);
    }

    private Term ofDay(Term amount, LocalDate day) {
        return context.inReportingCurrency(money(amount), day, use);
    }

    private Term money(Term amount) {
        if (amount.unit().currency().filter(amount.unit()::equals).isEmpty()) {
            throw use.problem(
                    Problem.Code.AV206,
                    "The benefit of (" + use.address() + ") is in " + amount.unit() + ", which is not money.",
                    "Write its amounts in " + context.currency() + ".");
        }
        return amount;
    }
}
