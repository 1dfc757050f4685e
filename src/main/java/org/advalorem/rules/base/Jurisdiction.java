package org.advalorem.rules.base;

import java.util.Optional;
import java.util.regex.Pattern;
import org.advalorem.calculation.Authority;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;

/**
 * The country, or union of countries, whose authorities conduct the proceeding.
 *
 * <p>What a benefit to the recipient is, is common ground, Agreement on Subsidies and Countervailing Measures art. 14:
 * its arithmetic is that of the American texts everywhere. What differs between the laws, and which rules only some of
 * them have ({@link LocalRule}), is stated here once and printed in {@code docs/jurisdictions.md}.
 */
public enum Jurisdiction {
    US(
            "US",
            "the United States",
            "19 U.S.C. 1671 and 1677, 19 CFR part 351",
            Allocation.DECLINING_BALANCE,
            Expensing.AT_FACE_VALUE,
            Prices.AVERAGE,
            "ad valorem",
            "full duty"),
    EU(
            "EU",
            "the European Union",
            "Regulation (EU) 2016/1037",
            Allocation.STRAIGHT_LINE_WITH_INTEREST,
            Expensing.WITH_INTEREST,
            Prices.EXTREME,
            "per unit of the product exported, and ad valorem beside it",
            "a duty below the subsidy where that removes the injury is not computed"),
    CANADA(
            "Canada",
            "Canada",
            "Special Import Measures Regulations, SOR/84-927",
            Allocation.BY_QUANTITY,
            Expensing.AT_PRESENT_VALUE,
            Prices.AVERAGE,
            "per unit, and ad valorem beside it",
            "full duty"),
    UK(
            "UK",
            "the United Kingdom",
            "SI 2019/450",
            Allocation.STRAIGHT_LINE,
            Expensing.AT_FACE_VALUE,
            Prices.AVERAGE,
            "ad valorem of the imports",
            "a duty below the subsidy where that removes the injury is not computed");

    /** The Guidelines of the European Union. */
    public static final String GUIDELINES = "Guidelines, OJ C 394, 17.12.1998";

    private static final Pattern AMERICAN = Pattern.compile("19 CFR|U\\.S\\.C\\.|United States|F\\.3d|[0-9] FR ");

    /** How a benefit that is not expensed is spread over time. */
    public enum Allocation {
        DECLINING_BALANCE("declining balance with the discount rate, over the average useful life"),
        STRAIGHT_LINE_WITH_INTEREST(
                "equal parts over the normal depreciation period, with interest on the part and average interest on the"
                        + " balance not yet depreciated"),
        BY_QUANTITY("in proportion to the quantity of the year in that estimated for the asset's useful life"),
        STRAIGHT_LINE("equal parts over the useful life");

        private final String words;

        Allocation(String words) {
            this.words = words;
        }

        /** The method in words. */
        public String words() {
            return words;
        }
    }

    /** The value at which a benefit is expensed in the period. */
    public enum Expensing {
        AT_FACE_VALUE("face value"),
        WITH_INTEREST("with the annual commercial interest: B (1 + i)"),
        AT_PRESENT_VALUE("present value at the discount rate: B / (1 + d)");

        private final String words;

        Expensing(String words) {
            this.words = words;
        }

        /** The value in words. */
        public String words() {
            return words;
        }
    }

    /** Which of several market prices a government's price is compared with. */
    public enum Prices {
        AVERAGE("their average, weighted where weights are stated"),
        EXTREME("the lowest for what the government provides, the highest for what it buys");

        private final String words;

        Prices(String words) {
            this.words = words;
        }

        /** The price in words. */
        public String words() {
            return words;
        }
    }

    /**
     * The test below which a benefit is expensed rather than spread over time.
     *
     * @param share the threshold, as a fraction
     * @param words the threshold in words: {@code 0.5 percent}
     * @param citation the provision that has it
     * @param assumption what is assumed about it, where the provision leaves something open
     */
    public record ExpensingTest(String share, String words, String citation, Optional<Assumption> assumption) {
        /** The authority for the test. */
        public Authority authority() {
            return assumption.map(assumed -> assumed.under(citation)).orElseGet(() -> Authority.law(citation));
        }
    }

    private final String label;
    private final String name;
    private final String law;
    private final Allocation allocation;
    private final Expensing expensing;
    private final Prices prices;
    private final String unit;
    private final String duty;

    Jurisdiction(
            String label,
            String name,
            String law,
            Allocation allocation,
            Expensing expensing,
            Prices prices,
            String unit,
            String duty) {
        this.label = label;
        this.name = name;
        this.law = law;
        this.allocation = allocation;
        this.expensing = expensing;
        this.prices = prices;
        this.unit = unit;
        this.duty = duty;
    }

    /** Whether the texts of 19 CFR part 351 govern. */
    public boolean isAmerican() {
        return this == US;
    }

    /** The country in a sentence: {@code the European Union}. */
    public String inWords() {
        return name;
    }

    /** The citation of the law. */
    public String law() {
        return law;
    }

    /** How a benefit that is not expensed is spread over time. */
    public Allocation allocation() {
        return allocation;
    }

    /** The value at which a benefit is expensed. */
    public Expensing expensing() {
        return expensing;
    }

    /** Which of several market prices is the benchmark. */
    public Prices prices() {
        return prices;
    }

    /** The unit in which the law states the amount of a subsidy. */
    public String unit() {
        return unit;
    }

    /** The provision that allows or requires the amount of a subsidy per unit. */
    public String perUnit() {
        return switch (this) {
            case US -> "19 U.S.C. 1671b(b)(4)";
            case EU -> "Regulation (EU) 2016/1037, art. 7(1)";
            case CANADA, UK -> law;
        };
    }

    /** Whether the law states the amount of a subsidy per unit. */
    public boolean isPerUnit() {
        return this == EU || this == CANADA;
    }

    /** How the duty relates to the amount of the subsidy. */
    public String duty() {
        return duty;
    }

    /** The heading of exports to the importing country. */
    public String exports() {
        return this == US ? "exports to U.S." : "exports to " + label;
    }

    /** The test below which a benefit is expensed; empty where the law has none. */
    public Optional<ExpensingTest> expensingTest() {
        return switch (this) {
            case US -> Optional.of(new ExpensingTest("0.005", "0.5 percent", "19 CFR 351.524(b)(2)", Optional.empty()));
            case EU -> Optional.of(onePercent(GUIDELINES));
            case CANADA -> Optional.empty();
            case UK -> Optional.of(onePercent("SI 2019/450, reg. 25(4)"));
        };
    }

    private static ExpensingTest onePercent(String citation) {
        return new ExpensingTest("0.01", "1 percent", citation, Optional.of(Assumption.ONE_PERCENT_TEST));
    }

    /**
     * The authority for a step under this law. A step that rests on an American text because this law has none of its
     * own says so: {@code as 19 CFR 351.504}.
     */
    public Authority cited(Authority authority) {
        if (isAmerican() || !AMERICAN.matcher(authority.citation()).find()) {
            return authority;
        }
        String citation = "as " + authority.citation();
        return authority
                .assumption()
                .map(number -> Authority.assumption(number, citation))
                .orElseGet(() -> Assumption.AMERICAN_ARITHMETIC.under(citation));
    }

    /**
     * Refuses a fact that asks for a rule which this law does not have.
     *
     * @param field the field that asks for it
     * @throws UnusableFactsException if there is no such rule; the problem has been noted
     */
    public void require(LocalRule rule, Field<?> field, Facts facts) {
        if (!rule.isIn(this)) {
            throw facts.problem(
                    Problem.Code.AV402,
                    field,
                    "(" + field.name() + ") in (" + facts.address() + ") asks for " + rule.words()
                            + ", which the law of " + name + " does not have.",
                    rule.advice());
        }
    }

    /**
     * Refuses a field that asks for a rule which this law does not have, where the field is stated.
     *
     * @throws UnusableFactsException if there is no such rule; the problem has been noted
     */
    public void requireWhereStated(LocalRule rule, Field<?> field, Facts facts) {
        if (facts.has(field)) {
            require(rule, field, facts);
        }
    }

    /** The word for it in a scenario. */
    @Override
    public String toString() {
        return label;
    }
}
