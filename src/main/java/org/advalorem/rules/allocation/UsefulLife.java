package org.advalorem.rules.allocation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;

/**
 * The average useful life over which a firm's non-recurring benefits are allocated: 19 CFR 351.524(d)(2).
 *
 * <p>The industry's, from the tables, unless the firm's own differs from it by one year or more:
 * {@code sum of average gross book values / sum of annual depreciation}, unrounded. The number of years sets the
 * number of rows of every schedule, so it is settled while the calculation is built; the steps of the outline show the
 * same arithmetic.
 *
 * @param years at least 1
 * @param assumption the assumption, if any, that every schedule over these years must disclose
 */
public record UsefulLife(int years, Optional<Assumption> assumption) {
    static final Field<Integer> YEAR =
            Field.<Integer>required("year", FieldType.year(), "The year.").describing();
    static final Field<BigDecimal> BOOK_VALUE = Field.required(
            "gross-book-value",
            FieldType.exactAmount(),
            "The year's average gross book value of depreciable productive fixed assets.");
    static final Field<BigDecimal> DEPRECIATION =
            Field.required("depreciation", FieldType.exactAmount(), "The year's charge to accumulated depreciation.");
    public static final FieldSet ASSET_FIELDS =
            FieldSet.of("a year's assets and depreciation", YEAR, BOOK_VALUE, DEPRECIATION);

    static final Field<List<Facts>> ASSETS = Field.optional(
            "assets",
            FieldType.list(ASSET_FIELDS, "year"),
            "Book values and depreciation of the years found appropriate.");
    static final Field<BigDecimal> YEARS = Field.optional(
            "years", FieldType.exactYears(), "The quotient itself, unrounded, where assets are not stated.");
    static final Field<Boolean> ACCEPTED = Field.optional(
                    "accepted",
                    FieldType.flag(),
                    "Whether it is found to be based on actual useful lives, and to use straight-line"
                            + " depreciation or be undistorted.")
            .orElse("yes");
    public static final FieldSet FIELDS = FieldSet.of("the firm's own average useful life", ASSETS, YEARS, ACCEPTED);
    public static final Field<Facts> OWN = Field.optional(
                    "own-useful-life",
                    FieldType.section(FIELDS),
                    "The firm's own average useful life, used where it differs from the industry's by a year or more.")
            .under("19 CFR 351.524(d)(2)(iii)");

    private static final int LONGEST = 100;
    private static final Unit YEAR_UNIT = Unit.of("year");
    private static final Authority CALCULATION = Authority.law("19 CFR 351.524(d)(2)(iii)");

    /** The useful life of a company: the proceeding's, or its own if the difference is significant. */
    public static UsefulLife of(
            Facts company, Unit currency, Proceeding proceeding, CalculationBuilder builder, OutlineBuilder outline) {
        UsefulLife ofIndustry = new UsefulLife(proceeding.averageUsefulLife(), Optional.empty());
        Optional<Facts> own = company.optional(OWN).filter(facts -> facts.get(ACCEPTED));
        return own.map(facts ->
                        new Own(facts, currency, builder, outline.section("Average useful life")).against(ofIndustry))
                .orElse(ofIndustry);
    }

    /** This useful life, or the minimum where that is longer. */
    UsefulLife orLonger(Optional<ProgramType.MinimumPeriod> minimum) {
        return minimum.filter(least -> least.years() > years)
                .map(least -> new UsefulLife(least.years(), Optional.empty()))
                .orElse(this);
    }

    /** A firm's own average useful life. */
    private static final class Own {
        private final Facts facts;
        private final Unit currency;
        private final CalculationBuilder builder;
        private final OutlineBuilder outline;

        Own(Facts facts, Unit currency, CalculationBuilder builder, OutlineBuilder outline) {
            this.facts = facts;
            this.currency = currency;
            this.builder = builder;
            this.outline = outline;
        }

        UsefulLife against(UsefulLife ofIndustry) {
            Optional<List<Facts>> assets = facts.optional(ASSETS).filter(years -> !years.isEmpty());
            Optional<BigDecimal> stated = facts.optional(YEARS);
            if (assets.isPresent() == stated.isPresent()) {
                throw facts.problem(
                        Problem.Code.AV401,
                        "(" + facts.address() + ") has "
                                + (stated.isPresent() ? "both (assets) and (years)." : "neither (assets) nor (years)."),
                        "Write assets: with gross-book-value and depreciation by year, or years: with the quotient.");
            }
            assets.ifPresent(this::checkYears);
            BigDecimal exact = LegalDecimals.legal(stated.orElseGet(() -> quotient(assets.orElseThrow())));
            Term own = outline.line(
                    "Own average useful life",
                    stated.map(years -> builder.literal(years, YEAR_UNIT))
                            .orElseGet(() -> quotientShown(assets.orElseThrow())),
                    CALCULATION);
            BigDecimal table = BigDecimal.valueOf(ofIndustry.years());
            boolean significant = exact.subtract(table).abs().compareTo(BigDecimal.ONE) >= 0;
            write(own, ofIndustry.years());
            return significant ? rounded(exact, own) : ofIndustry;
        }

        private void checkYears(List<Facts> assets) {
            Set<Integer> seen = new HashSet<>();
            Every.check(assets, year -> {
                if (!seen.add(year.get(YEAR))) {
                    throw year.problem(
                            Problem.Code.AV401,
                            YEAR,
                            "(" + facts.address() + ") has two rows for " + year.get(YEAR) + ".",
                            "Write each year once.");
                }
            });
        }

        private static BigDecimal quotient(List<Facts> assets) {
            return sum(assets, BOOK_VALUE).divide(sum(assets, DEPRECIATION), MathContext.DECIMAL128);
        }

        private static BigDecimal sum(List<Facts> assets, Field<BigDecimal> field) {
            return assets.stream().map(year -> year.get(field)).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private Term quotientShown(List<Facts> assets) {
            List<Term> values = new ArrayList<>();
            List<Term> charges = new ArrayList<>();
            List<List<Outline.Cell>> rows = new ArrayList<>();
            for (Facts year : assets) {
                Term value = builder.literal(year.get(BOOK_VALUE), currency);
                Term charge = builder.literal(year.get(DEPRECIATION), currency.per(YEAR_UNIT));
                values.add(value);
                charges.add(charge);
                rows.add(List.of(
                        Outline.words(Integer.toString(year.get(YEAR))),
                        Outline.quantity(value),
                        Outline.quantity(charge)));
            }
            outline.sheet(
                    "Depreciable productive fixed assets",
                    List.of(
                            SheetColumn.keyDate("year"),
                            SheetColumn.of("average gross book value", Quality.MONEY),
                            SheetColumn.of("depreciation", Quality.MONEY)),
                    rows,
                    CALCULATION);
            return builder.sum(values).dividedBy(builder.sum(charges));
        }

        private void write(Term own, int table) {
            Term significant = builder.literal(table + 1L, YEAR_UNIT)
                    .atMost(own)
                    .or(own.atMost(builder.literal(table - 1L, YEAR_UNIT)));
            outline.line(
                    "Differs from the " + table + " years of the tables by a year or more",
                    significant,
                    Authority.law("19 CFR 351.524(d)(2)(ii)"));
        }

        private UsefulLife rounded(BigDecimal exact, Term own) {
            BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
            if (whole.signum() == 0 || whole.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
                throw facts.problem(
                        Problem.Code.AV209,
                        "(" + facts.address() + ") comes to " + exact.toPlainString() + " years; it must be from 1 to "
                                + LONGEST + ".",
                        "Check that book values and depreciation are not swapped or in different units.");
            }
            outline.line(
                    "Allocation period",
                    own.rounded(0),
                    Assumption.WHOLE_USEFUL_LIFE.under("19 CFR 351.524(d)(2)(iii)"));
            return new UsefulLife(
                    whole.intValueExact(),
                    whole.compareTo(exact) == 0 ? Optional.empty() : Optional.of(Assumption.WHOLE_USEFUL_LIFE));
        }
    }
}
