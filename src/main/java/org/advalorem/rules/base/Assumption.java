package org.advalorem.rules.base;

import org.advalorem.calculation.Authority;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;

/**
 * A rule followed without a verified text, or without any text. {@code docs/assumptions.md} explains each; every output
 * names those it used.
 */
public enum Assumption {
    ALLOCATION_FORMULA(
            "A2",
            "Non-recurring benefits are allocated by the declining-balance formula, first slice in the year of receipt."),
    CROSS_OWNED_PRODUCERS("A4", "Cross-owned producers share a denominator: combined sales less sales between them."),
    HOLDING_COMPANY("A5", "A holding company's subsidy is attributed to its consolidated sales."),
    INPUT_SUPPLIER(
            "A6",
            "An input supplier's subsidy is attributed to combined sales only when the input is primarily dedicated."),
    NOT_ATTRIBUTED(
            "A7", "An affiliate's subsidy is not attributed at all unless a paragraph of 351.525(b)(6) applies."),
    ZEROING("A8", "Purchases above the benchmark do not offset purchases below it."),
    BENCHMARK_BUILD_UP(
            "A9", "A delivered benchmark adds freight, insurance, duty, VAT and inland freight in that order."),
    PAYMENT_DATE("A10", "A purchase belongs to the month in which the firm paid or was due to pay."),
    LOAN_ZEROING("A11", "A loan above its benchmark gives no benefit and does not offset other loans."),
    LOAN_INTEREST("A12", "Benchmark interest accrues on the balance of each day, divided by the day-count basis."),
    LOAN_SCHEDULE(
            "A13", "A different repayment schedule is compared by present value and spread over the life of the loan."),
    VARIABLE_LOAN("A14", "A long-term variable loan is tested against the benchmark in its origination year."),
    INTEREST_BENCHMARK(
            "A15",
            "A national lending rate serves terms up to two years; longer terms add the bond-yield spread over two years."),
    TAX_FILING("A16", "A direct-tax benefit is received when the return is filed."),
    TAX_DEFERRAL(
            "A17",
            "A tax deferral is a loan of the deferred tax: short-term up to a year, with yearly"
                    + " anniversaries beyond."),
    ACCELERATED_DEPRECIATION(
            "A18",
            "Accelerated depreciation confers a benefit only in years in which it exceeds normal" + " depreciation."),
    CAPITAL_EQUIPMENT(
            "A19", "Before the text of 2025, relief from import charges on capital equipment is non-recurring."),
    NOT_MEASURABLE("A20", "A program below 0.005 percent is not measurable and is dropped from the sum."),
    ROUND_THEN_SUM("A21", "Program rates are rounded to two decimals, half-up, and then summed."),
    UNROUNDED_DE_MINIMIS("A22", "The de minimis comparison uses the rate before rounding."),
    AFA_UNADJUSTED("A23", "A rate on facts available is not adjusted for the export value."),
    EVA_DENOMINATORS(
            "A24", "The adjustment applies to each denominator separately; a consolidated one is not adjusted."),
    ALL_OTHERS_WEIGHTS("A25", "All-others weights are the respondents' exports to the United States."),
    CLOSEST_OF_TWO(
            "A26", "Of a simple and a publicly ranged average, the one closer to the confidential average is used."),
    ALL_EXCLUDED(
            "A27", "When every rate is excluded, the all-others rate is the simple average of all examined rates."),
    PUBLISHED_RATES("A28", "The all-others rate averages the respondents' published rates."),
    TRADING_COMPANY_WEIGHTS("A29", "Several unaffiliated producers are weighted by the trading company's purchases."),
    FOB_DEDUCTIONS("A30", "Movement expenses are deducted from sales on delivered terms only."),
    EXCHANGE_RATE("A31", "Foreign benchmarks are converted at the average rate of the month of their use."),
    LAND_AS_GRANT("A32", "Land is allocated like a grant of the difference."),
    REGIME(
            "A33",
            "The regulation's text is chosen by the day the petition was filed or the review requested,"
                    + " and by the day of initiation only where that is missing."),
    RECEIPT_YEAR("A34", "Amounts received without a stated approval were approved in the year of receipt."),
    ELECTRICITY(
            "A35",
            "Electricity is compared category by category and time band by time band, capacity charges separately."),
    MONTH_WITHOUT_BENCHMARK(
            "A36",
            "A month without a benchmark price uses the nearest earlier month's, when the scenario allows" + " it."),
    EXCHANGE_RATE_OF_DAY(
            "A37",
            "An amount of one day is converted at that day's rate where one is stated, otherwise at its"
                    + " month's average; a month without a stated average uses the average of its days."),
    PRICE_BASIS("A38", "Prices paid are delivered prices and include VAT unless the scenario says otherwise."),
    RATES_IN_FORCE("A39", "A duty or VAT rate stated by month stays in force until the next one stated."),
    OFFSET_PURCHASES(
            "A40",
            "Where purchases above the benchmark are offset, in a month or in the whole period, a total below zero is no"
                    + " benefit."),
    FACTS_AVAILABLE_SUPPLIERS("A41", "A supplier whose status rests on facts available counts as an authority."),
    CAPACITY_CHARGES("A42", "A capacity charge above its benchmark does not offset other electricity charges."),
    WHOLE_YEARS("A46", "The term of a loan is rounded to whole years, half-up, to find its bond yield."),
    INTEREST_DUE(
            "A47",
            "Interest counts in the year in which it is due, against the days since the previous payment;"
                    + " where no other day is stated, it was due on the day it was paid."),
    VARIABLE_YEARLY_RATE(
            "A48",
            "The yearly difference on a long-term variable loan uses the benchmark of the year of the" + " period."),
    LOAN_FEES("A49", "Fees on a loan count as interest of the year in which they are paid."),
    UNCREDITWORTHY_DISCOUNT(
            "A50",
            "An uncreditworthy firm's long-term benchmark is also its discount rate for subsidies agreed that year."),
    DEFERRAL_TIME(
            "A51",
            "A deferral is counted in twelfths for whole months and over the day-count basis for the"
                    + " remaining days."),
    DEFERRAL_REST(
            "A52", "What remains of a long deferral after its last anniversary is received on the day the tax is due."),
    UNPAID_LOAN(
            "A53",
            "Under the texts of 2024 and 2025 a loan unpaid for three years is a grant of what is"
                    + " outstanding at their end, received on that day."),
    LOAN_CONVERSION(
            "A54",
            "The benefit of a loan in foreign currency is converted on the day of its last payment in the"
                    + " period, or on the last of its days when there is none."),
    TRANSFER(
            "A57",
            "Money that a member merely passed on is attributed as if its final recipient had received it" + " first."),
    IMPORT_SUBSTITUTION("A58", "An import-substitution subsidy that is not tied is attributed to all sales."),
    NETTING_ORDER(
            "A59",
            "What may be subtracted is deducted before allocation over time, from several amounts in the"
                    + " order of their receipt."),
    OWN_LOANS(
            "A60",
            "A firm's own comparable loans of the year, or for a long-term loan of the year before, are"
                    + " averaged, weighted by principal."),
    LOAN_LIMIT(
            "A61",
            "The yearly benefits of a long-term loan, discounted at its benchmark to the year of its"
                    + " receipt, do not exceed its principal."),
    NO_PAYMENT("A62", "A loan with no stated interest payment is compared over its calendar days in the year."),
    NO_LATER_PAYMENT(
            "A63",
            "Interest for days after the last stated interest payment is due with the last repayment or,"
                    + " while the loan runs on, at the end of each later year."),
    ACCRUED_INTEREST(
            "A64",
            "When interest is counted by day, interest paid is spread over the days since the previous"
                    + " payment in proportion to their balance; days that no payment covers count as unpaid."),
    OWN_BALANCE(
            "A65",
            "The comparable long-term loan has the balance and the days of the government's loan, unless"
                    + " the scenario states a schedule of its own."),
    CONTINGENCY_NOT_VIABLE(
            "A66",
            "A contingent loan whose contingency is not viable is a grant of what is outstanding, received"
                    + " when that becomes apparent."),
    UNKNOWN_WEIGHTS(
            "A67",
            "Where respondents' exports are not all known, the all-others rate is the simple average of the rates."),
    UNEXAMINED_IN_A_REVIEW(
            "A68",
            "Before 2025, companies not selected in a review receive a rate calculated like the all-others" + " rate."),
    NO_DESTINATIONS(
            "A72",
            "Where the ledger names no destination, all sales through the affiliated reseller count as sales to the United"
                    + " States."),
    AFA_BY_ALL_SALES(
            "A73",
            "A rate on facts available is adjusted by the company's sales through the affiliated reseller"
                    + " across all producers."),
    FAILING_SALES(
            "A74",
            "A sale that fails a criterion of the adjustment keeps its entered value before and after the markup."),
    SALE_BY_SALE(
            "A75",
            "A criterion that the ledger answers for any sale is judged sale by sale; a blank answer takes"
                    + " the company's."),
    BOTH_KINDS_OF_PRODUCERS(
            "A76",
            "Affiliated and unaffiliated producers of one trading company are weighted together by its purchases."),
    LEDGER_WEIGHTS(
            "A77", "Weights from the ledger count all sales to the trading company as sales of subject merchandise."),
    INFLATION(
            "A78",
            "Before the text of 2025, too, benefit and sales are adjusted to one price level where"
                    + " inflation is above 25 percent a year."),
    INFLATION_RATE(
            "A79", "Inflation of a year is the price index of its last month over that of the month before its first."),
    MONTH_OF_BENEFIT(
            "A80",
            "Where inflation is high, a benefit without a day counts as received evenly over the months,"
                    + " and a slice of an earlier benefit in the month of its receipt."),
    EXCHANGE_RATE_OF_YEAR(
            "A83",
            "An amount of a year is converted at the average of the year's months for which an exchange rate is stated."),
    THIRD_CURRENCY(
            "A84",
            "Where no exchange rate between two currencies is stated, both are converted through a third currency at rates of the same time."),
    CREDIT_NOTES(
            "A85",
            "A credit note reverses a purchase of its month and grade at its price: it takes back the benefit of that purchase and never more than that."),
    RATE_PER_UNIT(
            "A86",
            "The rate per unit is the ad valorem rate times the f.o.b. value of the sales divided by their"
                    + " quantity."),
    APPROVED_TOTAL(
            "A90",
            "The 0.5 percent test adds up everything approved for a recipient under a program in a year,"
                    + " however many uses state it."),
    UNADJUSTED_SALES("A91", "The 0.5 percent test uses sales before the export value adjustment."),
    DISCOUNT_TERM("A92", "A discount rate from a lending benchmark is that of a loan over the allocation period."),
    WHOLE_USEFUL_LIFE("A93", "A firm's own average useful life is rounded to whole years, half-up."),
    PRODUCT_WEIGHTS(
            "A96",
            "The rate of all products is the average of the products' rates, weighted by the sales of each"
                    + " to outside customers."),
    PART_OF_A_YEAR(
            "A97", "A period that covers part of a year takes the rate of the whole year, for entries in that part."),
    NOT_MEASURABLE_KEPT("A98", "A program below 0.005 percent stays in the sum, where the scenario says so."),
    SUM_THEN_ROUND("A99", "Program rates are summed unrounded, and the sum is rounded to two decimals, half-up."),
    LOAN_TERMS(
            "A104",
            "What is paid on a loan stated by its terms falls on its due date and whole months, quarters or years before"
                    + " it, with interest by the day on the balance."),
    PROJECTION(
            "A105",
            "In a later year, what is allocated has the slice of that year, every other program the rate of the period, and"
                    + " sales are those of the period."),
    COUNTRY_RATES(
            "A106",
            "Where a country's own lending rates are distorted, its benchmark is the mean of the real rates, none of them"
                    + " negative, of countries of its income band, brought to its own inflation."),
    EQUITY_BEFORE_2024("A110", "Before the text of 2024, equity infusions are measured as that text says."),
    GUARANTEE_FEES(
            "A111",
            "A guarantee fee stated as a yearly rate accrues like interest on the balance of the guaranteed loan."),
    FEES_LIKE_TAXES(
            "A112",
            "A fee, fine or penalty that is exempted is a benefit of the day on which it was due; one that is deferred is"
                    + " measured and dated like a deferred tax."),
    FEES_BEFORE_2024("A113", "Before the text of 2024, too, unpaid fees, fines and penalties are revenue forgone."),
    INSURANCE_BEFORE_2024(
            "A114",
            "Before the text of 2024, premiums of export insurance are tested over the years stated, however many."),
    CURRENCY_OFFSET(
            "A115",
            "Dollars exchanged at a rate below the undistorted one offset the others of the year; a total below zero is no"
                    + " benefit."),
    CURRENCY_BEFORE_2024(
            "A116", "Under the text of 1998, undervalued currencies are measured by the rule added in 2020."),
    CHANGE_IN_OWNERSHIP(
            "A117",
            "Before the text of 2025, too, a sale at arm's length for fair market value extinguishes what the company sold"
                    + " had received."),
    CONTINGENT_LOAN(
            "A118",
            "A contingent loan whose event is no more than a year away is a short-term loan of each year in which it is"
                    + " outstanding."),
    MORE_THAN_ADEQUATE_REMUNERATION(
            "A130",
            "Before the text of 2025, goods that a government purchases are compared with the market price ex-works, as"
                    + " under that text."),
    SALES_ZEROING("A131", "Sales to the government below the benchmark do not offset sales above it."),
    EX_WORKS_PRICES(
            "A132", "Prices received from the government are ex-works prices unless the scenario says otherwise."),
    TERMS_TO_EXPORTERS(
            "A133", "The world market price available to exporters is delivered and bears no import duty and no VAT."),
    AUCTIONS("A134", "Before the text of 2025, the price of a competitive auction is a tier 1 price."),
    SEVERAL_OF_A_TIER("A135", "Several usable benchmarks of tier 1 or of tier 3 are averaged, as those of tier 2 are."),
    LAND_INDEX(
            "A136",
            "A benchmark price of land of another year is brought to the year of the contract by an index or by yearly"
                    + " growth."),
    REMISSIONS_OF_A_YEAR(
            "A137", "Remissions of a year and the charges they may cover are added up before they are compared."),
    INPUT_SUBSIDY("A138", "The subsidy on the inputs bought is its ad valorem rate times what was paid for them."),
    SIGNIFICANT_EFFECT(
            "A139",
            "An upstream subsidy with an effect of 1 to 5 percent on the cost of production, for which the text presumes"
                    + " nothing, has a significant effect."),
    ADVERSE_FACTS_IN_AN_INVESTIGATION(
            "A150",
            "Before the text of 2024, an adverse rate in an investigation is the highest of the first of four steps that has"
                    + " one, and at the first step any rate above zero counts."),
    ADVERSE_FACTS_IN_A_REVIEW(
            "A151",
            "Before the text of 2024, an adverse rate in a review is that of an identical program of the proceeding, of a"
                    + " similar one, of either in another proceeding, or of any program, the highest of the first that has"
                    + " one."),
    INCOME_TAX_TOGETHER(
            "A152",
            "All income tax reductions and exemptions of a company on facts available together count once, at the statutory"
                    + " rate."),
    SAME_NAME("A153", "A program of the same name is identical, and one of the same kind of benefit is similar."),
    CUSTOMERS(
            "A154",
            "A rate pro-rated by unverified sales is the whole rate for customers that did not verify non-use, and nothing for"
                    + " the others."),
    WITHHELD_INFORMATION(
            "A155",
            "A rate on facts available is applied to a cooperating company only where the gap is defined, the information"
                    + " withheld creates it, and nothing else fills it."),
    COUNTRY_WIDE(
            "A170",
            "A single country-wide rate is the weighted average of all rates examined, zero and de minimis ones included."),
    PULLED_FORWARD(
            "A171",
            "Where every rate of a review is excluded, a company not selected keeps its own calculated rate if that is at"
                    + " least as recent as the rates of the reasonable method."),
    AMERICAN_ARITHMETIC(
            "A172",
            "Where the law of the jurisdiction has no text on a step, benefit and denominator are computed as under the"
                    + " American one."),
    EU_GUIDELINES(
            "A173",
            "The Guidelines of the European Union are followed as Annexure IV of the Indian rules repeats them."),
    AVERAGE_BALANCE(
            "A174",
            "Average interest on the amount not yet depreciated is interest on the mean of the balances at the start of"
                    + " each year."),
    ONE_PERCENT_TEST(
            "A175", "The 1 percent test compares what was approved in a year with the relevant sales of that year."),
    CANADIAN_PRESENT_VALUE(
            "A176", "In Canada an expensed amount is discounted by one year, from the end of the year to its start."),
    CANADIAN_QUANTITY(
            "A177",
            "In Canada a benefit that is not recurring is spread in proportion to the quantities produced in the useful"
                    + " life, without interest."),
    BRITISH_STRAIGHT_LINE(
            "A178",
            "In the United Kingdom an equal part of a qualifying subsidy is attributable to each year of the useful life."),
    DE_MINIMIS_ELSEWHERE(
            "A179",
            "In Canada and the United Kingdom less than 1 percent is de minimis, or 2 of a developing country."),
    NOT_SAMPLED(
            "A180",
            "Outside the United States exporters not sampled have the weighted average of the rates that count, all"
                    + " others the highest rate."),
    INTEREST_FREE_LOAN(
            "A181",
            "The value of a non-depreciating asset is lent without interest for the whole of every year from that of its"
                    + " receipt."),
    PRIVATE_PRICE(
            "A182",
            "In the European Union the lowest of several market prices is the benchmark for what a government provides,"
                    + " the highest for what it buys."),
    NOT_COMPANY_SPECIFIC(
            "A183",
            "A program of the scenario is open to other companies of the industry unless the scenario says otherwise."),
    STATED_RATES("A184", "A rate stated for a company that cooperated was calculated."),
    CHANGED_PROGRAMS(
            "A188",
            "A program-wide change replaces the program's rate in the published sum; below the threshold, nothing is"
                    + " deposited. A program that ended leaves the deposit, but grants allocated over time stay."),
    OFFSET(
            "A189",
            "An antidumping deposit is not offset below zero; a firm on facts available is offset by the lowest export"
                    + " subsidies found, all others by their average, and a share of other subsidies by their rates."),
    MONTH_OF_CHANGE(
            "A190",
            "What is known by month alone and falls in the month of a change in ownership was received after it."),
    NEXT_BUSINESS_DAY(
            "A200",
            "A date on a weekend, a federal holiday or another closed day moves to the next business day, and what follows"
                    + " counts from there."),
    TOLLING(
            "A201",
            "Tolling is added to the date before it rolls, and not again to what counts from a date so moved or from a day"
                    + " that it covers."),
    COUNTED_BACK(
            "A202",
            "A limit in days before a determination counts back from the statutory day of it, and moves forward to a business"
                    + " day itself."),
    ANNOUNCED("A203", "A determination is announced on the day on which it is made."),
    NOTICE_ON_THE_DAY("A204", "Commerce receives notice of the Commission's final determination on its day."),
    PROTEST_ROLLS("A205", "The last day of a protest moves to the next business day."),
    SUSPENSION_WITH_UPSTREAM(
            "A206",
            "Where upstream subsidies postpone a final without an antidumping case, the limits of suspension agreements are"
                    + " those of antidumping cases, from the preliminary."),
    NEGLIGIBLE_TOGETHER(
            "A210",
            "Only countries below their own threshold are counted together; the class of the country examined decides between 7"
                    + " and 9 percent."),
    DISREGARDED_POSITION(
            "A211", "An opponent whose position is disregarded stays in all production and expresses no view."),
    SUSPENDED_RATE("A212", "The net subsidy that a suspension agreement offsets is the published rate."),
    COMPARABLE_PERIOD(
            "A213",
            "Periods of imports are of comparable length where they differ by at most three days; three months are counted in"
                    + " days from the first."),
    CHANGE_AS_PUBLISHED(
            "A214",
            "The change by a ministerial error is measured between published rates, the crossing of de minimis on rates before"
                    + " rounding."),
    ONLY_ANTIDUMPING_DOUBLES(
            "A215",
            "Without a certificate of non-reimbursement antidumping duties are doubled, and countervailing duties are not.");

    private final String number;
    private final String statement;

    Assumption(String number, String statement) {
        this.number = number;
        this.statement = statement;
    }

    /** The number in {@code docs/assumptions.md}. */
    public String number() {
        return number;
    }

    /** The assumption, in one sentence. */
    public String statement() {
        return statement;
    }

    /** Writes the statement into the outline. */
    public void note(OutlineBuilder outline) {
        outline.assumption(statement, alone());
    }

    /** Writes the statement into the outline, affecting the result only where the truth holds. */
    public void note(OutlineBuilder outline, Term when) {
        outline.assumption(statement, alone(), when);
    }

    /** The authority of a statement that applies no specific provision. */
    public Authority alone() {
        return Authority.assumption(number);
    }

    /** The authority of a step, together with the provision that it applies. */
    public Authority under(String citation) {
        return Authority.assumption(number, citation);
    }
}
