package org.advalorem.rules.base;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.DateRange;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Months;
import org.advalorem.facts.Problem;

/**
 * The proceeding: segment, period, country and the text of the regulation that governs it.
 *
 * @param caseName the proceeding's case number or title, as catalogues of program rates name it
 * @param period the period of investigation or review
 * @param products the classes of merchandise with rates of their own; empty if one rate covers all
 * @param usefulLife the average useful life of the industry's renewable physical assets
 * @param regimeReason why that text governs
 * @param regimeAuthority the authority for that reason
 * @param jurisdiction whose law governs
 * @param commercialInterest the annual commercial interest rate, where that law adds it to benefits
 * @param averageBalance the balances on which average interest is computed
 * @param priceIndex the index that brings the benefits and sales of a high-inflation year to one price level
 */
public record Proceeding(
        Segment segment,
        Regime regime,
        String regimeReason,
        Country country,
        Optional<String> caseName,
        Period period,
        IndustryUsefulLife usefulLife,
        Rounding rounding,
        NotMeasurable notMeasurable,
        List<String> products,
        Authority regimeAuthority,
        Jurisdiction jurisdiction,
        Optional<Term> commercialInterest,
        AverageBalance averageBalance,
        Optional<MonthlySeries> priceIndex) {

    static final Field<Jurisdiction> JURISDICTION = Field.optional(
            "jurisdiction",
            FieldType.choice(Jurisdiction.class),
            "Whose law governs allocation over time and thresholds, and decides what is refused; that of the United States"
                    + " when left out.");
    static final Field<Term> COMMERCIAL_INTEREST = Field.optional(
                    "commercial-interest",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The annual commercial interest rate of the exporting country, for uses that state no discount rate.")
            .under(Jurisdiction.GUIDELINES);
    static final Field<AverageBalance> AVERAGE_BALANCE = Field.optional(
                    "average-balance",
                    FieldType.choice(AverageBalance.class),
                    "The balances not yet depreciated on whose mean interest is computed; those at the start of each year"
                            + " when left out.")
            .under(Jurisdiction.GUIDELINES);
    static final Field<Segment> SEGMENT =
            Field.required("segment", FieldType.choice(Segment.class), "The segment of the proceeding.");
    static final Field<Regime> REGULATION = Field.optional(
            "regulation",
            FieldType.choice(Regime.class),
            "The governing text of the regulation; chosen by the day of the petition or the request when left out.");
    public static final Field<LocalDate> PETITION_FILED = Field.optional(
            "petition-filed", FieldType.date(), "The day on which the petition was filed, in an investigation.");
    static final Field<LocalDate> REQUESTED =
            Field.optional("requested", FieldType.date(), "The day on which the review was requested.");
    public static final Field<LocalDate> INITIATED = Field.optional(
            "initiated",
            FieldType.date(),
            "The day on which the segment was initiated; it decides the text only where neither of the others is known.");
    static final Field<String> CASE = Field.optional(
            "case",
            FieldType.text(),
            "The proceeding as the catalogues of program rates name it: its case number or its title.");
    static final Field<String> COUNTRY_NAME = Field.required(
            "name", FieldType.text(), "The exporting country's name, by which the catalogues' rates are found.");
    static final Field<Term> INCOME_TAX_RATE = Field.optional(
            "income-tax-rate",
            FieldType.rate().within(Domain.NOT_NEGATIVE),
            "The statutory rate of income tax: that of all reductions and exemptions on facts available together.");
    static final Field<Boolean> NONMARKET = Field.optional(
                    "nonmarket",
                    FieldType.flag(),
                    "Whether the country is treated as a nonmarket economy; it decides which antidumping rate serves an entry"
                            + " and whether subsidies passed through come off the margin, and no countervailing rate.")
            .orElse("no");
    static final Field<Boolean> DEVELOPING = Field.optional(
                    "developing",
                    FieldType.flag(),
                    "Whether the country is of the developing class: de minimis is then 2 percent in an investigation; by the"
                            + " list in force when it was initiated when left out, and no before February 2020.")
            .under("19 U.S.C. 1671b(b)(4)(B)");
    public static final FieldSet COUNTRY_FIELDS = FieldSet.of(
            "the exporting country", COUNTRY_NAME, NONMARKET, DEVELOPING, DevelopingCountries.LIST, INCOME_TAX_RATE);
    static final Field<Facts> COUNTRY =
            Field.required("country", FieldType.section(COUNTRY_FIELDS), "The exporting country.");
    static final Field<DateRange> PERIOD = Field.required(
                    "period", FieldType.dateRange(), "The period of investigation or review: a year, or two days.")
            .under("19 CFR 351.204(b)(2), 351.213(e)(2)");
    static final Field<YearBegins> YEAR_BEGINS = Field.optional(
            "year-begins",
            FieldType.choice(YearBegins.class),
            "The month on whose first day years begin; when left out, that of the period where it covers"
                    + " whole years, else January.");
    static final Field<IndustryUsefulLife> AVERAGE_USEFUL_LIFE = Field.required(
                    "average-useful-life",
                    IndustryUsefulLife.TYPE,
                    "The average useful life of the industry's assets, or the asset class that has it.")
            .under("19 CFR 351.524(d)(2)");
    static final Field<Rounding> ROUNDING = Field.optional(
                    "rounding",
                    FieldType.choice(Rounding.class),
                    "Whether program rates are rounded before they are summed.")
            .orElse("round then sum");
    static final Field<MonthlySeries> PRICE_INDEX = Field.optional(
                    "price-index",
                    FieldType.monthlyIndex(),
                    "Consumer or producer prices by month, starting with the month before the year: where"
                            + " they rise by more than 25 percent in it, benefit and sales are adjusted to the prices"
                            + " of its last month.")
            .under("19 CFR 351.525(d)");

    static final Field<NotMeasurable> NOT_MEASURABLE = Field.optional(
                    "not-measurable",
                    FieldType.choice(NotMeasurable.class),
                    "Whether programs below 0.005 percent are dropped from the sum or kept in it.")
            .orElse("drop");
    static final Field<List<String>> PRODUCTS = Field.optional(
                    "products",
                    FieldType.oneOrMore(FieldType.text()),
                    "The classes of merchandise with rates of their own, as the ledgers name them; one rate for all when left out.")
            .under("19 CFR 351.525(b)(5)");

    /** The fields that describe the proceeding. */
    public static final FieldSet FIELDS = FieldSet.of(
            "the proceeding",
            JURISDICTION,
            SEGMENT,
            CASE,
            REGULATION,
            PETITION_FILED,
            REQUESTED,
            INITIATED,
            COUNTRY,
            PERIOD,
            YEAR_BEGINS,
            AVERAGE_USEFUL_LIFE,
            ROUNDING,
            NOT_MEASURABLE,
            PRODUCTS,
            PRICE_INDEX,
            COMMERCIAL_INTEREST,
            AVERAGE_BALANCE);

    /** A segment of a proceeding. */
    public enum Segment {
        PRELIMINARY("investigation preliminary", true),
        AMENDED_PRELIMINARY("investigation amended preliminary", true),
        FINAL("investigation final", true),
        AMENDED_FINAL("investigation amended final", true),
        REMAND("investigation remand", true),
        REVIEW_PRELIMINARY("review preliminary", false),
        REVIEW_FINAL("review final", false),
        REVIEW_REMAND("review remand", false),
        EXPEDITED_REVIEW("expedited review", false),
        NEW_SHIPPER_REVIEW("new-shipper review", false),
        SUNSET_REVIEW("sunset review", false),
        SECTION_129("section 129", true);

        private final String label;
        private final boolean investigation;

        Segment(String label, boolean investigation) {
            this.label = label;
            this.investigation = investigation;
        }

        /** Whether the thresholds of an investigation apply. */
        public boolean isInvestigation() {
            return investigation;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** A text of the regulation, named for the year of the amendment that produced it. */
    public enum Regime {
        OF_1998("1998"),
        OF_2024("2024"),
        OF_2025("2025");

        private static final LocalDate IN_FORCE_2024 = LocalDate.of(2024, 4, 24);
        private static final LocalDate IN_FORCE_2025 = LocalDate.of(2025, 1, 15);

        private final String label;

        Regime(String label) {
            this.label = label;
        }

        /** The text in force on the given day. */
        static Regime on(LocalDate day) {
            if (day.isBefore(IN_FORCE_2024)) {
                return OF_1998;
            }
            return day.isBefore(IN_FORCE_2025) ? OF_2024 : OF_2025;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The balances not yet depreciated of which the mean is taken, of an amount G over n years. */
    public enum AverageBalance {
        /** Those at the start of each year: {@code G (n + 1) / (2 n)}. */
        START_OF_YEAR("start of year"),
        /** Those in the middle of each year: {@code G / 2}. */
        MIDDLE_OF_YEAR("middle of year");

        private final String label;

        AverageBalance(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The month on whose first day years begin, as stated in a scenario. */
    public enum YearBegins {
        JANUARY,
        FEBRUARY,
        MARCH,
        APRIL,
        MAY,
        JUNE,
        JULY,
        AUGUST,
        SEPTEMBER,
        OCTOBER,
        NOVEMBER,
        DECEMBER;

        Month month() {
            return Month.valueOf(name());
        }

        /** The month as written, such as {@code April}. */
        @Override
        public String toString() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** How program rates are combined into a total. */
    public enum Rounding {
        ROUND_THEN_SUM("round then sum"),
        SUM_THEN_ROUND("sum then round");

        private final String label;

        Rounding(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The treatment of programs below 0.005 percent. */
    public enum NotMeasurable {
        DROP("drop"),
        KEEP("keep");

        private final String label;

        NotMeasurable(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * The exporting country.
     *
     * @param incomeTaxRate the statutory rate of income tax
     * @param basis why it is of the developing class, or is not; empty where the scenario says so
     */
    public record Country(
            String name, boolean nonmarket, boolean developing, Optional<String> basis, Optional<Term> incomeTaxRate) {
        static Country of(Facts facts, Segment segment, Optional<LocalDate> initiated) {
            String name = facts.get(COUNTRY_NAME);
            boolean nonmarket = facts.get(NONMARKET);
            Optional<Boolean> stated = facts.optional(DEVELOPING);
            Optional<DevelopingCountries> listed = stated.isPresent() || !segment.isInvestigation()
                    ? Optional.empty()
                    : DevelopingCountries.of(facts, name, initiated);
            return new Country(
                    name,
                    nonmarket,
                    stated.or(() -> listed.map(DevelopingCountries::developing)).orElse(false),
                    listed.map(DevelopingCountries::basis),
                    facts.optional(INCOME_TAX_RATE));
        }
    }

    /** The average useful life of the industry's renewable physical assets, in years. */
    public int averageUsefulLife() {
        return usefulLife.years();
    }

    public static Proceeding of(Facts facts) {
        Facts exporter = facts.get(COUNTRY);
        Segment segment = facts.get(SEGMENT);
        Jurisdiction jurisdiction = facts.optional(JURISDICTION).orElse(Jurisdiction.US);
        refuse(facts, segment, jurisdiction);
        Chosen text = jurisdiction.isAmerican() ? chosen(facts, segment) : elsewhere(jurisdiction);
        return new Proceeding(
                segment,
                text.regime(),
                text.reason(),
                Country.of(exporter, segment, facts.optional(INITIATED).or(() -> facts.optional(PETITION_FILED))),
                facts.optional(CASE),
                period(facts),
                facts.get(AVERAGE_USEFUL_LIFE),
                facts.get(ROUNDING),
                facts.has(NOT_MEASURABLE) || jurisdiction.isAmerican() ? facts.get(NOT_MEASURABLE) : NotMeasurable.KEEP,
                facts.optional(PRODUCTS).orElse(List.of()),
                text.authority(),
                jurisdiction,
                facts.optional(COMMERCIAL_INTEREST),
                facts.optional(AVERAGE_BALANCE).orElse(AverageBalance.START_OF_YEAR),
                priceIndex(facts));
    }

    /** Refuses what the law of the jurisdiction has no rule for. */
    private static void refuse(Facts facts, Segment segment, Jurisdiction jurisdiction) {
        Map<Field<?>, LocalRule> stated = new LinkedHashMap<>();
        if (segment == Segment.SECTION_129 || segment == Segment.EXPEDITED_REVIEW) {
            stated.put(SEGMENT, LocalRule.SEGMENT);
        }
        stated.put(REGULATION, LocalRule.REGULATION);
        stated.put(PRICE_INDEX, LocalRule.PRICE_INDEX);
        stated.put(COMMERCIAL_INTEREST, LocalRule.COMMERCIAL_INTEREST);
        stated.put(AVERAGE_BALANCE, LocalRule.AVERAGE_BALANCE);
        Every.check(
                stated.entrySet(), entry -> jurisdiction.requireWhereStated(entry.getValue(), entry.getKey(), facts));
    }

    /** Outside the United States no text of 19 CFR part 351 governs; benefits are computed as under the latest. */
    private static Chosen elsewhere(Jurisdiction jurisdiction) {
        return new Chosen(
                Regime.OF_2025,
                "the law of " + jurisdiction.inWords() + ", " + jurisdiction.law()
                        + ", governs; where it has no text, benefits are computed as under this one",
                Assumption.AMERICAN_ARITHMETIC.under(jurisdiction.law()));
    }

    private static Optional<MonthlySeries> priceIndex(Facts facts) {
        Optional<MonthlySeries> index = facts.optional(PRICE_INDEX);
        index.ifPresent(series -> {
            Period period = period(facts);
            List<String> missing = period.years().stream()
                    .flatMap(year -> Inflation.months(period, year).stream())
                    .distinct()
                    .filter(month -> series.at(month, "").isEmpty())
                    .map(Months::text)
                    .toList();
            if (!missing.isEmpty()) {
                throw facts.problem(
                        Problem.Code.AV403,
                        PRICE_INDEX,
                        "(price-index) has no number for " + String.join(", ", missing)
                                + "; it needs every month of the years of the period, and the month before.",
                        "Add the months.");
            }
            CalculationBuilder builder = facts.context().builder();
            period.years().stream()
                    .flatMap(year -> Inflation.months(period, year).stream())
                    .distinct()
                    .forEach(month -> builder.require(
                            builder.fraction("0").less(series.at(month, "").orElseThrow()),
                            "The price index of " + Months.text(month) + " must be more than zero.",
                            facts.address().child(PRICE_INDEX.name()).toString()));
        });
        return index;
    }

    private static Period period(Facts facts) {
        Period period = Period.of(facts.get(PERIOD));
        return facts.optional(YEAR_BEGINS)
                .map(begins -> period.withYearsFrom(begins.month()))
                .orElse(period);
    }

    /** A text of the regulation and the reason it governs. */
    private record Chosen(Regime regime, String reason, Authority authority) {}

    /**
     * The text as stated; otherwise by the date of the petition or request; by the date of initiation only if that
     * is missing.
     */
    private static Chosen chosen(Facts facts, Segment segment) {
        Optional<Regime> stated = facts.optional(REGULATION);
        if (stated.isPresent()) {
            return new Chosen(stated.get(), "stated in the scenario", Authority.law("a fact of the scenario"));
        }
        Field<LocalDate> decisive = segment.isInvestigation() ? PETITION_FILED : REQUESTED;
        Optional<LocalDate> day = facts.optional(decisive);
        Optional<LocalDate> initiated = facts.optional(INITIATED);
        String act = segment.isInvestigation() ? "petition filed" : "review requested";
        String reason;
        if (day.isPresent()) {
            reason = act + " on " + day.get();
        } else if (initiated.isPresent()) {
            reason = "initiated on " + initiated.get() + ", the day of the "
                    + (segment.isInvestigation() ? "petition" : "request") + " not being stated";
        } else {
            throw facts.problem(
                    Problem.Code.AV401,
                    "The proceeding says neither which text of the regulation governs nor when the "
                            + (segment.isInvestigation() ? "petition was filed" : "review was requested")
                            + " or the segment initiated.",
                    "Write " + decisive.name() + ": with the day, or regulation: 1998 (or 2024, 2025).");
        }
        return new Chosen(
                Regime.on(day.or(() -> initiated).orElseThrow()),
                reason + "; amendments in force 24 April 2024 and 15 January 2025",
                Assumption.REGIME.under("89 FR 20766 and 89 FR 101694"));
    }

    /** Whether the later rule applies under the governing text. */
    public boolean follows(RegimeDifference difference) {
        return difference.holds(regime);
    }

    /**
     * The authority for a rule whose wording was verified in the 2025 text only; under earlier texts, the
     * assumption.
     */
    public Authority restsOn(Assumption assumption, String citation) {
        return restsOn(assumption, citation, Regime.OF_2025);
    }

    /**
     * The authority for a rule whose wording was verified in the given text; under earlier ones, the assumption.
     *
     * @param since the first text with the wording that was verified
     */
    public Authority restsOn(Assumption assumption, String citation, Regime since) {
        return regime.compareTo(since) >= 0 ? Authority.law(citation) : assumption.under(citation);
    }

    /** The name and the text of the law that governs, in a sentence. */
    public String governingLaw() {
        return jurisdiction.isAmerican()
                ? "Regulation as of " + regime + ": " + regimeReason + "."
                : "Law of " + jurisdiction.inWords() + ": " + jurisdiction.law()
                        + "; where it has no text, benefits are computed as under 19 CFR part 351 as of " + regime
                        + ".";
    }

    public void write(OutlineBuilder outline) {
        if (!jurisdiction.isAmerican()) {
            writeElsewhere(outline);
            return;
        }
        outline.sheet(
                "The governing text of the regulation",
                List.of(SheetColumn.key("text of"), SheetColumn.text("because")),
                List.of(List.of(Outline.words(regime.toString()), Outline.words(regimeReason))),
                regimeAuthority);
        usefulLife.write(outline);
        country.basis().ifPresent(basis -> outline.note(basis, Authority.law("19 U.S.C. 1677(36)")));
    }

    /** Writes the law that governs, and how all that follows cites it. */
    private void writeElsewhere(OutlineBuilder outline) {
        outline.cite(jurisdiction::cited);
        outline.sheet(
                "The governing law",
                List.of(SheetColumn.key("law of"), SheetColumn.text("text")),
                List.of(List.of(Outline.words(jurisdiction.inWords()), Outline.words(jurisdiction.law()))),
                Authority.law(jurisdiction.law()));
        outline.note("Unit of the amount of a subsidy: " + jurisdiction.unit() + ".");
        outline.note("Duty: " + jurisdiction.duty() + ".");
    }
}
