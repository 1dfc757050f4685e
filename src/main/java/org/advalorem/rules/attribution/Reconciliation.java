package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Period;

/**
 * The way of one company and year from the revenue of the audited income statement to the sales ledger and on to the
 * denominators.
 *
 * <p>Revenue is stated net of returns, rebates and discounts and with the freight that customers pay. It is therefore
 * compared, once the named accounts are added, with the gross value of the ledger less returns, before freight and
 * sales between members come off. Amounts are as booked, also where inflation restates the denominators.
 *
 * @param company the id of the company
 * @param name its name
 * @param year the name of the year
 * @param address the address of the statement
 * @param origin where it is written
 * @param lines the amounts from revenue to denominators, in order
 * @param expected the revenue and the accounts
 * @param ledger the gross value of the ledger less returns
 * @param unexplained the difference of the two
 * @param share its share of the revenue
 * @param tolerance the share up to which the ledger ties
 * @param ties the truth that the share is within the tolerance
 */
public record Reconciliation(
        String company,
        String name,
        String year,
        Address address,
        Origin origin,
        List<Line> lines,
        Term expected,
        Term ledger,
        Term unexplained,
        Term share,
        Term tolerance,
        Term ties) {
    static final Field<Term> REVENUE = Field.required(
            "revenue",
            FieldType.amount().within(Domain.POSITIVE),
            "The revenue of the audited income statement, net of returns and discounts; of a group, that of the members"
                    + " before sales between them are eliminated.");
    static final Field<Map<String, Term>> ACCOUNTS = Field.optional(
            "accounts",
            FieldType.named(FieldType.amount()),
            "The trial-balance accounts that lead from the revenue to the ledger, by name: below zero for revenue that"
                    + " is not in the ledger, above zero for sales in the ledger that are not in the revenue.");
    static final Field<Term> TOLERANCE = Field.optional(
                    "tolerance",
                    FieldType.rate().within(Domain.SHARE),
                    "The unexplained difference that is accepted, in percent of the revenue.")
            .orElse("0.1%");
    public static final FieldSet FIELDS = FieldSet.of("an income statement", REVENUE, ACCOUNTS, TOLERANCE);

    /** The name of the line that nothing explains. */
    public static final String UNEXPLAINED = "unexplained difference";

    /** Copies the list. */
    public Reconciliation {
        lines = List.copyOf(lines);
    }

    /** An amount on the way, with the description of it. */
    public record Line(String label, Term amount) {}

    /** A group of destinations with its sales. */
    private record Market(String label, IntPredicate sales) {}

    /**
     * The reconciliations that a company states, by year.
     *
     * @param denominators the denominators of a year
     * @throws UnusableFactsException if there is no ledger, or none of a year; the problem has been noted
     */
    public static List<Reconciliation> of(
            Company company,
            Period period,
            IntFunction<Set<Attribution.Used>> denominators,
            CalculationBuilder builder) {
        Map<Integer, Facts> stated =
                company.facts().optional(Company.RECONCILIATION).orElse(Map.of());
        if (stated.isEmpty()) {
            return List.of();
        }
        SalesLedger ledger = company.ledger()
                .orElseThrow(() -> company.facts()
                        .problem(
                                Problem.Code.AV401,
                                Company.RECONCILIATION,
                                "(" + company.facts().address().child(Company.RECONCILIATION.name())
                                        + ") has nothing to tie to: (" + company.id() + ") has no sales ledger.",
                                "Write sales: sales.csv, or leave reconciliation out."));
        List<Reconciliation> all = new ArrayList<>();
        boolean complete = true;
        for (Map.Entry<Integer, Facts> entry : stated.entrySet()) {
            int year = entry.getKey();
            Facts facts = entry.getValue();
            try {
                if (!ledger.any(ledger.ofYear(year))) {
                    throw facts.problem(
                            Problem.Code.AV403,
                            "The ledger (" + ledger.name() + ") has no sales of " + period.name(year) + " to tie to ("
                                    + facts.address() + ").",
                            "Add them, or leave the year out.");
                }
                all.add(of(company, period.name(year), year, facts, ledger, denominators, builder));
            } catch (UnusableFactsException noted) {
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return all;
    }

    private static Reconciliation of(
            Company company,
            String yearName,
            int year,
            Facts facts,
            SalesLedger ledger,
            IntFunction<Set<Attribution.Used>> denominators,
            CalculationBuilder builder) {
        List<Line> lines = new ArrayList<>();
        List<Term> toLedger = new ArrayList<>();
        Term revenue = company.inCurrency(facts.get(REVENUE), year, facts);
        toLedger.add(add("revenue of the income statement", revenue, lines));
        facts.optional(ACCOUNTS)
                .orElse(Map.of())
                .forEach((account, amount) ->
                        toLedger.add(add("account " + account, company.inCurrency(amount, year, facts), lines)));
        Term expected = add("revenue and accounts", builder.sum(toLedger), lines);

        String key = "reconciled " + year;
        List<Term> gross = new ArrayList<>();
        List<Term> returns = new ArrayList<>();
        List<Term> freight = new ArrayList<>();
        for (Market market : markets(ledger)) {
            int[] sales = ledger.selected(ledger.ofYear(year).and(market.sales()));
            if (sales.length > 0) {
                SalesLedger.Value value = ledger.unchecked(key + " to " + market.label(), sales);
                gross.add(add("ledger, gross, " + market.label(), value.gross(), lines));
                returns.add(value.returns());
                freight.add(value.freight());
            }
        }
        Term returned = add("less returns", builder.sum(returns), lines);
        Term booked = add("ledger, gross less returns", builder.sum(gross).minus(returned), lines);
        Term unexplained = add(UNEXPLAINED, expected.minus(booked), lines);

        Term moved = add("less freight to f.o.b.", builder.sum(freight), lines);
        Term between = add(
                "less sales between members, f.o.b.",
                ledger.unchecked(
                                key + " between members",
                                ledger.selected(ledger.ofYear(year)
                                        .and(ledger.soldOutside().negate())))
                        .fob(),
                lines);
        add("sales to others, f.o.b.", booked.minus(moved).minus(between), lines);
        denominators.apply(year).forEach(used -> add("denominator: " + used.label(), used.sales(), lines));

        Term tolerance = facts.get(TOLERANCE);
        Term share = unexplained.dividedBy(revenue);
        Term ties =
                share.atMost(tolerance).and(builder.fraction("0").minus(share).atMost(tolerance));
        return new Reconciliation(
                company.id(),
                company.name(),
                yearName,
                facts.address(),
                facts.origin(),
                lines,
                expected,
                booked,
                unexplained,
                share,
                tolerance,
                ties);
    }

    private static Term add(String label, Term amount, List<Line> lines) {
        lines.add(new Line(label, amount));
        return amount;
    }

    private static List<Market> markets(SalesLedger ledger) {
        return List.of(
                new Market("home market", ledger.exported().negate()),
                new Market("United States", ledger.toUnitedStates()),
                new Market(
                        "other exports",
                        ledger.exported().and(ledger.toUnitedStates().negate())));
    }
}
