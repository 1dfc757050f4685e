package org.advalorem.rules.screens;

import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;

/** The rate that a screen examines: that of a company of the scenario, or one that is stated. */
final class RateSource {
    static final Field<String> COMPANY = Field.optional(
            "company",
            FieldType.reference("companies"),
            "The company of the scenario whose rate, of the latest year and for all products, it is.");
    static final Field<Term> RATE =
            Field.optional("rate", FieldType.rate(), "The rate, where it is not that of a company of the scenario.");

    private final Function<String, Optional<ScreenedRate>> rates;

    /** The rates of companies by id. */
    RateSource(Function<String, Optional<ScreenedRate>> rates) {
        this.rates = rates;
    }

    /**
     * The rate.
     *
     * @throws org.advalorem.facts.UnusableFactsException if there is not exactly one; the problem has been noted
     */
    ScreenedRate rate(Facts facts) {
        Optional<ScreenedRate> ofCompany = ofCompany(facts);
        Optional<Term> stated = facts.optional(RATE);
        if (ofCompany.isPresent() == stated.isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    "(" + facts.address() + ") has "
                            + (stated.isPresent() ? "both (company) and (rate)." : "neither (company) nor (rate)."),
                    "Write company: with one of the scenario, or rate: with a rate such as 17.14%.");
        }
        return ofCompany.orElseGet(
                () -> stated.map(rate -> new ScreenedRate("Rate", rate, rate)).orElseThrow());
    }

    /** The rate of the company that is named; empty if none is. */
    Optional<ScreenedRate> ofCompany(Facts facts) {
        return facts.optional(COMPANY)
                .map(id -> rates.apply(id)
                        .orElseThrow(() -> facts.problem(
                                Problem.Code.AV401,
                                COMPANY,
                                "(" + id + ") has no rate for all products.",
                                "State the rate.")));
    }
}
