package org.advalorem.rules.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;

/**
 * The lending rate of a country whose own rates the government distorts, from those of other countries of its income band.
 *
 * <p>{@code (1 + mean of real rates) * (1 + inflation of the country) - 1}, where the real rate of a country is
 * {@code (1 + lending rate) / (1 + inflation) - 1}. Countries whose real rate is negative, or that are found not to be
 * comparable, are left out.
 */
final class CountryRates {
    static final Column COUNTRY = Column.required("country", Column.Type.TEXT, "The country.");
    static final Column YEAR = Column.required("year", Column.Type.YEAR, "The year.");
    static final Column BAND =
            Column.required("band", Column.Type.TEXT, "The income band of the country in that year.");
    static final Column LENDING = Column.required("lending-rate", Column.Type.RATE, "The country's lending rate.");
    static final Column INFLATION = Column.required("inflation", Column.Type.RATE, "The country's inflation.");
    static final Column EXCLUDED = Column.optional(
                    "excluded", Column.Type.TEXT, "no", "Whether it is found not to be comparable; no when empty.")
            .among(List.of("yes", "no"));
    static final Field<Records> RATES = Field.required(
            "rates",
            FieldType.records(COUNTRY, YEAR, BAND, LENDING, INFLATION, EXCLUDED),
            "Lending rates and inflation by country and year.");
    static final Field<String> CURRENCY = Field.required(
            "currency",
            FieldType.text(),
            "The currency of the country whose rate is sought; other currencies are in base.");
    static final Field<Map<Integer, String>> BANDS =
            Field.required("band", FieldType.byYear(FieldType.text()), "The country's own income band by year.");
    static final Field<Map<Integer, Term>> OWN_INFLATION = Field.required(
            "inflation",
            FieldType.byYear(FieldType.rate().within(Domain.RATE)),
            "The country's own inflation by year.");
    static final FieldSet FIELDS =
            FieldSet.of("lending rates of countries of one income band", RATES, CURRENCY, BANDS, OWN_INFLATION);

    private final Facts facts;
    private final CalculationBuilder builder;

    CountryRates(Facts facts) {
        this.facts = facts;
        this.builder = facts.context().builder();
    }

    /**
     * A country averaged, or left out.
     *
     * @param counts whether its real rate counts; false for every value where it is excluded
     */
    private record Country(String name, Term lending, Term inflation, Term real, Term counts) {}

    /**
     * The rate of a year and the countries behind it.
     *
     * @param inflation the country's own
     */
    record Used(int year, String band, List<Country> countries, Term mean, Term inflation, Term rate) {
        /** Copies the list. */
        Used {
            countries = List.copyOf(countries);
        }
    }

    /** The rate of a year; empty for a currency of another country. */
    Optional<Used> rate(String currency, int year) {
        if (!facts.get(CURRENCY).equals(currency)) {
            return Optional.empty();
        }
        String band = ofYear(facts.get(BANDS), BANDS, year);
        Term inflation = ofYear(facts.get(OWN_INFLATION), OWN_INFLATION, year);
        List<Country> countries = countries(year, band);
        Term zero = builder.fraction("0");
        Term one = builder.fraction("1");
        Term count = builder.sum(countries.stream()
                .map(country -> country.counts().choose(one, zero))
                .toList());
        builder.require(
                zero.less(count),
                "No country of the income band (" + band + ") has a real lending rate above zero in " + year + ".",
                facts.address().toString());
        Term mean = builder.sum(countries.stream()
                        .map(country -> country.counts().choose(country.real(), zero))
                        .toList())
                .dividedBy(count);
        Term rate = one.plus(mean).times(one.plus(inflation)).minus(one);
        return Optional.of(new Used(year, band, countries, mean, inflation, rate));
    }

    private <T> T ofYear(Map<Integer, T> byYear, Field<?> field, int year) {
        return Optional.ofNullable(byYear.get(year))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        field,
                        "(" + facts.address().child(field.name()) + ") has no value for " + year + ".",
                        "Add the year."));
    }

    private List<Country> countries(int year, String band) {
        Records rows = facts.get(RATES);
        Term one = builder.fraction("1");
        List<Country> countries = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.year(row, YEAR) == year && rows.word(row, BAND).equals(band)) {
                String name = rows.word(row, COUNTRY);
                if (countries.stream().anyMatch(country -> country.name().equals(name))) {
                    rows.context()
                            .problems()
                            .add(
                                    Problem.Code.AV303,
                                    rows.origin(row),
                                    "(" + name + ") appears twice in " + year + ".",
                                    "Keep one row for each country and year.");
                    throw new UnusableFactsException();
                }
                Term lending = rows.term(row, LENDING, Unit.FRACTION);
                Term inflation = rows.term(row, INFLATION, Unit.FRACTION);
                Term real = one.plus(lending).dividedBy(one.plus(inflation)).minus(one);
                Term counts = rows.word(row, EXCLUDED).equals("yes")
                        ? builder.truth(false)
                        : builder.fraction("0").atMost(real);
                countries.add(new Country(name, lending, inflation, real, counts));
            }
        }
        if (countries.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV403,
                    RATES,
                    "(" + rows.name() + ") has no country of the income band (" + band + ") in " + year + ".",
                    "Its bands of that year are "
                            + IntStream.range(0, rows.rows())
                                    .filter(row -> rows.year(row, YEAR) == year)
                                    .mapToObj(row -> rows.word(row, BAND))
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return countries;
    }

    /** Writes the countries and their mean. */
    static void write(Used used, OutlineBuilder outline) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (Country country : used.countries()) {
            rows.add(List.of(
                    Outline.words(country.name()),
                    Outline.quantity(country.lending()),
                    Outline.quantity(country.inflation()),
                    Outline.quantity(country.real()),
                    Outline.quantity(country.counts())));
        }
        outline.sheet(
                "Lending rates of countries with the income band " + used.band() + ", " + used.year(),
                List.of(
                        SheetColumn.key("country"),
                        SheetColumn.of("lending rate", Quality.RATE),
                        SheetColumn.of("inflation", Quality.RATE),
                        SheetColumn.of("real rate", Quality.RATE, "lending rate", "inflation"),
                        SheetColumn.of("counts", Quality.TRUTH, "real rate")),
                rows,
                Assumption.COUNTRY_RATES.under("19 CFR 351.505(a)(3)"));
        outline.line("Mean of the real rates", used.mean(), Assumption.COUNTRY_RATES.under("19 CFR 351.505(a)(3)"));
        outline.line("Inflation of " + used.year(), used.inflation(), Assumption.COUNTRY_RATES.alone());
    }
}
