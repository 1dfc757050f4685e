package org.advalorem.rules.base;

import org.advalorem.rules.base.Proceeding.Regime;

/**
 * A point on which a later text of the regulation differs from the one before it; each difference is declared once,
 * queried by the rule that follows it and printed in {@code docs/regimes.md}.
 */
public enum RegimeDifference {
    LONG_TERM_LOANS(
            "Long-term loans",
            Regime.OF_2025,
            "19 CFR 351.505(c)(2)",
            "The benefits of all years are at most the principal; where the repayment schedules differ, the present value of"
                    + " the differences in payments is spread over the life of the loan.",
            "Each year's difference between the interest on the comparable loan and the interest paid; no limit, and nothing"
                    + " is spread.",
            "1,000 repaid in five equal parts at 8 percent, against two years of grace at 2 percent: 55.34, 52.18, 49.01,"
                    + " 45.85, 42.69 before; 60, 44, 28, 18.67, 9.33 since."),
    DEPOSIT_RATES(
            "Cash deposit of goods whose exporter and producer both have rates",
            Regime.OF_2025,
            "19 CFR 351.107(e)",
            "The exporter's own rate; the producer's only where the exporter has none.",
            "The higher of the two.",
            "Exporter 3.00 percent, producer 5.00: 3.00 before; 5.00 since."),
    PROGRAM_WIDE_CHANGES(
            "Changes of a program before the preliminary determination",
            Regime.OF_2025,
            "19 CFR 351.526",
            "The cash deposit rate takes the program at its new rate; the rate and the verdict stay.",
            "No text: the cash deposit rate is the rate of the period.",
            "5.20 percent with a program cut from 1.70 to 0.40: a deposit of 3.90 before; 5.20 since."),
    UNPAID_LOANS(
            "Loans on which nothing is paid",
            Regime.OF_2024,
            "19 CFR 351.505(d)",
            "A loan stays a loan, however long it goes unpaid.",
            "A loan on which nothing has been paid for three years is a grant of what is outstanding.",
            "Drawn on 31 December 2021, nothing paid by 31 December 2024: a grant received that day; drawn on 1 January"
                    + " 2022: still a loan in 2024."),
    TWELVE_YEARS(
            "Debt forgiveness and equity infusions over time",
            Regime.OF_2024,
            "19 CFR 351.507(d), 351.508(c)(1)",
            "Allocated over the average useful life.",
            "Allocated over 12 years or the average useful life, whichever is longer.",
            "Debt of 6m forgiven, 7 percent, useful life 10 years: 953,271.03 in the first year before; 859,813.08 since."),
    UNPAID_FEES(
            "Unpaid fees, fines and penalties",
            Regime.OF_2024,
            "19 CFR 351.529",
            "No text; revenue forgone, measured as the text of 2024 says.",
            "What is not paid is a benefit, whether or not the government tried to collect it; what is deferred is a loan.",
            "A fine of 500,000 with 100,000 paid: 400,000 under each text."),
    EXPORT_INSURANCE(
            "Adequacy of export insurance premiums",
            Regime.OF_2024,
            "19 CFR 351.520(a)(1)",
            "Premiums are compared with long-term operating costs and losses; no number of years is named.",
            "The comparison is normally made over five years; another number of years gives a warning.",
            "Premiums of 30,000, payouts of 90,000, costs not covered: 60,000 under each text."),
    CHANGE_IN_OWNERSHIP(
            "Change in ownership",
            Regime.OF_2025,
            "19 CFR 351.526",
            "No text; by practice a sale at arm's length for fair market value extinguishes what the company sold had"
                    + " received.",
            "The regulation says the same: benefits received before the sale are presumed to continue, and are extinguished"
                    + " in full where it is shown to be at arm's length and, where the government sold, for fair market"
                    + " value.",
            "A grant of 6m in 2020, the recipient sold at arm's length in 2023: nothing in 2024 under each text."),
    CAPITAL_GOODS(
            "Duty and tax exemptions on capital goods",
            Regime.OF_2025,
            "19 CFR 351.510(c), 351.521(c)",
            "Relief on capital equipment is non-recurring: the 0.5 percent test, then allocation over the average useful"
                    + " life, unless the scenario says otherwise.",
            "Relief is expensed in the year in which the charge would have been payable, also on capital"
                    + " goods under export programs; it is allocated only where it is found to be non-recurring.",
            "Duty of 1.2m on equipment, exports of 100m, 12 years, 8 percent: 0.18 percent a year at first; expensed 1.20"
                    + " percent."),
    AUCTIONS(
            "Competitive auctions as benchmarks",
            Regime.OF_2025,
            "19 CFR 351.511(a)(2)(iii)",
            "The price of a competitive auction is a market price in the country, tier 1.",
            "It serves only in tier 3, and where the auction is open to any use and to all bidders, accounts for the"
                    + " substantial majority of what is provided and is decided by price alone.",
            "Auction 700, world market price delivered 820, sold at 690, 1,000 units: 10,000 before; 130,000 since."),
    MORE_THAN_ADEQUATE_REMUNERATION(
            "Purchases for more than adequate remuneration",
            Regime.OF_2025,
            "19 CFR 351.512(a)(3)",
            "No text; the price paid is compared with the market price, also where the government sells the good too.",
            "Where the government both sells and purchases the good, its own two prices are compared.",
            "Sold by the government at 60 and purchased at 100, market price 95, 1,000 units: 5,000 before; 40,000"
                    + " since."),
    CONTINGENT_LOANS_MET(
            "Contingent loans whose condition is met",
            Regime.OF_2025,
            "19 CFR 351.505(e)(2)",
            "A contingent loan becomes a grant when the event on which repayment depends is not a viable contingency.",
            "It also does when its condition is met and the government takes no meaningful action to collect.",
            "Condition met on 1 March 2023, nothing collected: an interest-free loan before, a grant received in 2023"
                    + " since."),
    LOANS_UNPAID_BY_CONTRACT(
            "Loans whose contract requires no payment",
            Regime.OF_2025,
            "19 CFR 351.505(d)",
            "A loan unpaid for three years stays a loan only where a comparable commercial loan would not have been paid"
                    + " either.",
            "It also stays a loan where its own contract requires no payment.",
            "Drawn on 31 December 2021, first payment by contract in 2026: a grant on 31 December 2024 before, a loan"
                    + " since."),
    UTILITY_SUPPLIER(
            "Cross-owned utilities",
            Regime.OF_2025,
            "19 CFR 351.525(b)(6)(v)",
            "A utility's subsidy is not attributed to the respondent.",
            "A utility's subsidy is attributed to combined sales, those between it and the producer included, where at least"
                    + " 25 percent of its output goes to the producer, or of the producer's supply comes from it.",
            "Utility 2m, share 25 percent, its sales 50m, 15m of them to the producer, whose sales are 100m: 1.33 percent;"
                    + " share 24.9 percent: nothing."),
    TRADING_COMPANY_NOT_EXAMINED(
            "Trading company not examined",
            Regime.OF_2025,
            "19 CFR 351.525(c)(2)",
            "The trading company's rate is added in full.",
            "The trading company's rate is added in proportion to the share of the producer's exports of"
                    + " subject merchandise to the United States that is sold through it.",
            "Producer 4 percent, trading company 0.30, 25 percent through it: 4.08 instead of 4.30."),
    TRADING_COMPANY_EXAMINED(
            "Trading company examined",
            Regime.OF_2025,
            "19 CFR 351.525(c)(3)",
            "Producers' rates are weighted by all the subject merchandise that the trading company bought from each.",
            "Producers' rates are weighted by the sales of subject merchandise to the United States sourced"
                    + " from each.",
            "Producers 4 and 2 percent, half of the U.S. sales from each, trading company 0.30: 3.30,"
                    + " whatever the sales elsewhere."),
    TRANSFER(
            "Transfer of a subsidy to a producer",
            Regime.OF_2025,
            "19 CFR 351.525(b)(6)(vi)",
            "A subsidy passed on counts as if the producer had received it first: over the combined sales of all cross-owned"
                    + " producers.",
            "A subsidy passed on is attributed only to the products of the producer that received it; this"
                    + " paragraph takes precedence over the others.",
            "1m passed on to one of two producers with sales of 80m and 20m: over 80m instead of 100m."),
    INFLATION(
            "High inflation",
            Regime.OF_2025,
            "19 CFR 351.525(d)",
            "No text; benefit and sales are adjusted to one price level as a matter of practice.",
            "Benefit and sales are adjusted where inflation is above 25 percent in the period.",
            "Benefit 100 in the first month, sales of 1,000 a month, prices rising by 3 percent a month: 0.98 percent under"
                    + " every text, not 0.83."),
    CLOSEST_OF_TWO(
            "The all-others rate where weights are confidential",
            Regime.OF_2025,
            "19 CFR 351.109(f)(2)",
            "No text; by practice whichever of the simple and the publicly ranged average is closer to the confidential"
                    + " one.",
            "The regulation says the same, for averages that could give away confidential weights; neither"
                    + " text says what happens on a tie. A single qualifying rate is the all-others rate.",
            "12.34 and 7.89 percent: 10.12 simple, 9.37 publicly ranged, 9.43 confidential: 9.37 under each text."),
    UNEXAMINED_IN_A_REVIEW(
            "Companies not selected in a review",
            Regime.OF_2025,
            "19 CFR 351.109(g)",
            "No text; the rule of the all-others rate by analogy.",
            "Normally the rule of the all-others rate.",
            "0.30 and 0.40 percent in a review: 0.35, de minimis, under each text."),
    ADVERSE_FACTS_IN_AN_INVESTIGATION(
            "Adverse rates in an investigation",
            Regime.OF_2024,
            "19 CFR 351.308(j)(1)",
            "No text; by practice the highest rate above zero of an identical program that a cooperating respondent used, then"
                    + " rates above de minimis of identical, of similar, and of any other programs.",
            "Above de minimis at every step; a rate below 0.5 percent is de minimis.",
            "A cooperating respondent's rate for the identical program of 0.30: used before, the next step since; 0.50: used"
                    + " under each text."),
    ADVERSE_FACTS_IN_A_REVIEW(
            "Adverse rates in a review",
            Regime.OF_2024,
            "19 CFR 351.308(j)(2)",
            "No text; by practice an identical program of the proceeding, then a similar one, then an identical or similar"
                    + " one of another proceeding that is above de minimis, then any.",
            "In another proceeding an identical program goes before a similar one; above de minimis at every step but the"
                    + " last.",
            "Other proceedings of the country, identical 2.00, similar 9.00: 9.00 before, 2.00 since.");

    private final String topic;
    private final Regime since;
    private final String citation;
    private final String before;
    private final String after;
    private final String example;

    RegimeDifference(String topic, Regime since, String citation, String before, String after, String example) {
        this.topic = topic;
        this.since = since;
        this.citation = citation;
        this.before = before;
        this.after = after;
        this.example = example;
    }

    /** The subject of the difference. */
    public String topic() {
        return topic;
    }

    /** The first text that has the later rule. */
    public Regime since() {
        return since;
    }

    /** The provision that states the later rule. */
    public String citation() {
        return citation;
    }

    /** The earlier rule. */
    public String before() {
        return before;
    }

    /** The later rule. */
    public String after() {
        return after;
    }

    /** An example under both rules. */
    public String example() {
        return example;
    }

    /** Whether the later rule applies under the given text. */
    boolean holds(Regime regime) {
        return regime.compareTo(since) >= 0;
    }
}
