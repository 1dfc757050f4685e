package org.advalorem.rules;

import org.advalorem.rules.Proceeding.Regime;

/**
 * Where a later text of the regulation differs from the one before: each difference once, asked for by the rule that
 * follows it and printed in {@code docs/regimes.md}.
 */
public enum RegimeDifference {
    UNPAID_LOANS(
            "Loans on which nothing is paid",
            Regime.OF_2024,
            "19 CFR 351.505(d)",
            "A loan stays a loan however long nothing is paid on it.",
            "A loan on which nothing has been paid for three years is a grant of what is outstanding.",
            "Drawn on 31 December 2021, nothing paid by 31 December 2024: a grant received that day; drawn on 1 January"
                    + " 2022: still a loan in 2024."),
    CAPITAL_GOODS(
            "Duty and tax exemptions on capital goods",
            Regime.OF_2025,
            "19 CFR 351.510(c), 351.521(c)",
            "Relief on capital equipment is non-recurring: the 0.5 percent test, then allocation over the average useful"
                    + " life, unless the scenario says otherwise.",
            "Relief is expensed in the year in which the charge would have been payable, on capital goods under export"
                    + " programs too; it is allocated only where it is found to be non-recurring.",
            "Duty of 1.2m on equipment, exports of 100m, 12 years, 8 percent: 0.18 percent a year at first; expensed 1.20"
                    + " percent."),
    UTILITY_SUPPLIER(
            "Cross-owned utilities",
            Regime.OF_2025,
            "19 CFR 351.525(b)(6)(v)",
            "A utility's subsidy is not attributed to the respondent.",
            "A utility's subsidy is attributed to combined sales where at least 25 percent of its output goes to the"
                    + " producer, or of the producer's supply comes from it.",
            "Utility 2m, share 25 percent: attributed; 24.9 percent: not.");

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

    /** What it is about. */
    public String topic() {
        return topic;
    }

    /** The first text that has the later rule. */
    public Regime since() {
        return since;
    }

    /** Where the later text has it. */
    public String citation() {
        return citation;
    }

    /** The rule before. */
    public String before() {
        return before;
    }

    /** The rule since. */
    public String after() {
        return after;
    }

    /** An example of both. */
    public String example() {
        return example;
    }

    /** Whether the later rule holds under that text. */
    boolean holds(Regime regime) {
        return regime.compareTo(since) >= 0;
    }
}
