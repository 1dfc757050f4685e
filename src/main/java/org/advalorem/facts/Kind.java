package org.advalorem.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * How a field is written, read and described: one place for reading, JSON Schema and advice.
 *
 * @param <T> what reading gives
 */
public abstract class Kind<T> {
    Kind() {}

    /**
     * Reads what was given.
     *
     * @throws UnusableFactsException after noting the problem
     */
    abstract T read(Reading reading);

    /** JSON Schema of what may be written, as maps, lists and texts. */
    public abstract Map<String, Object> schema();

    /** What is expected, with an example: {@code a rate such as 10.54%}. */
    public abstract String expected();

    /**
     * What may stand under a key of a value of this kind; nothing when no such key may be written.
     *
     * @param given what is written, an empty mapping when nothing is
     */
    public Optional<Slot> below(String key, Given given) {
        return Optional.empty();
    }

    /**
     * The keys that may be written in a value of this kind; empty when it has none or any name will do.
     *
     * @param given what is written, an empty mapping when nothing is
     */
    public List<String> keys(Given given) {
        return List.of();
    }

    /** The names of the items of a list of this kind in addresses, in order. */
    public List<String> itemNames(Given.Sequence list) {
        return IntStream.rangeClosed(1, list.items().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Whether that single value is here the name of a data file, which stands for its rows. */
    public boolean isFileName(String text) {
        return false;
    }

    /** The columns of numbers of which a whole one can be scaled and shifted. */
    public List<String> numberColumns() {
        return List.of();
    }

    /** Whether a single value of this kind is a quantity, and so can be scaled and added to. */
    public boolean isQuantity() {
        return false;
    }

    /** Whether this word is itself a value of this kind, whatever it means elsewhere. */
    public boolean takes(String word) {
        return false;
    }

    /** Money: {@code 12.5 million CNY}; without a currency, the company's. */
    public static QuantityKind amount() {
        return new QuantityKind(QuantityKind.Form.MONEY, Unit.FRACTION, Domain.ANY);
    }

    /** A fraction written with a percent sign: {@code 10.54%}. */
    public static QuantityKind rate() {
        return new QuantityKind(QuantityKind.Form.RATE, Unit.FRACTION, Domain.RATE);
    }

    /** A bare number of that unit: {@code 365}. */
    public static QuantityKind number(Unit unit) {
        return new QuantityKind(QuantityKind.Form.BARE, unit, Domain.ANY);
    }

    /** A number with its unit: {@code 62 USD/t}, {@code 50000 m2}. */
    public static QuantityKind quantity() {
        return new QuantityKind(QuantityKind.Form.WITH_UNIT, Unit.FRACTION, Domain.ANY);
    }

    /** A price in the unit of its surroundings, or with its own: {@code 62}, {@code 62 USD/t}. */
    public static QuantityKind price() {
        return new QuantityKind(QuantityKind.Form.PRICE, Unit.FRACTION, Domain.ANY);
    }

    /** Whole years: {@code 12 years} or {@code 12}. */
    public static Kind<Integer> years() {
        return WordKinds.YEARS;
    }

    /** Years that need not be whole, above zero, as the decimal written; structure: {@code 13.16}. */
    public static Kind<BigDecimal> exactYears() {
        return ExactKind.YEARS;
    }

    /** An amount in the company's currency, above zero, as the decimal written; structure: {@code 12.5 million}. */
    public static Kind<BigDecimal> exactAmount() {
        return ExactKind.MONEY;
    }

    /** A year: {@code 2016}. */
    public static Kind<Integer> year() {
        return WordKinds.YEAR;
    }

    /** A day: {@code 2016-06-30}. */
    public static Kind<LocalDate> date() {
        return WordKinds.DATE;
    }

    /** A calendar year or two days: {@code 2016}, {@code 2010-04-01 to 2011-03-31}. */
    public static Kind<DateRange> dateRange() {
        return WordKinds.DATE_RANGE;
    }

    /** {@code yes} or {@code no}. */
    public static Kind<Boolean> flag() {
        return WordKinds.FLAG;
    }

    /** Words. */
    public static Kind<String> text() {
        return WordKinds.TEXT;
    }

    /** A unit: {@code USD/t}. */
    public static Kind<Unit> unit() {
        return WordKinds.UNIT;
    }

    /** One of the constants of an enum, written by {@link Object#toString()}. */
    public static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        return new ChoiceKind<>(type);
    }

    /** The name of an entry of another part of the scenario: {@code benchmarks}, {@code members}. */
    public static Kind<String> reference(String part) {
        return new ReferenceKind(part);
    }

    /** A single value or a list of them. */
    public static <T> Kind<List<T>> oneOrMore(Kind<T> item) {
        return new OneOrMoreKind<>(item);
    }

    /** A mapping of fields. */
    public static Kind<Facts> section(FieldSet fields) {
        return new SectionKind(() -> fields);
    }

    /** A mapping of fields that are known later than this kind. */
    public static Kind<Facts> section(Supplier<FieldSet> fields) {
        return new SectionKind(fields);
    }

    /** A list of mappings, each named in addresses by the value of the field {@code id}. */
    public static Kind<List<Facts>> list(FieldSet fields, String id) {
        return new ListKind(fields, id);
    }

    /** A mapping from names to values of one kind. */
    public static <T> Kind<Map<String, T>> named(Kind<T> kind) {
        return new NamedKind<>(kind);
    }

    /** A mapping whose fields depend on the word under one key. */
    public static Kind<Facts> variant(String key, Supplier<Map<String, FieldSet>> variants) {
        return new VariantKind(key, variants);
    }

    /** A mapping from years to quantities. */
    public static Kind<Map<Integer, Term>> byYear(QuantityKind kind) {
        return new ByYearKind(kind);
    }

    /** Rows: the name of a CSV file, a mapping with {@code file}, or a list of mappings. */
    public static Kind<Records> records(Column... columns) {
        return new RecordsKind(List.of(columns));
    }

    /** Prices by month: one for all, a mapping from months, or a CSV file with columns month, price and grade. */
    public static Kind<MonthlySeries> monthly() {
        return SeriesKind.PRICES;
    }

    /** Rates by month: one for all, a mapping from months, or a CSV file with columns month, rate and grade. */
    public static Kind<MonthlySeries> monthlyRates() {
        return SeriesKind.RATES;
    }

    /** Weights by month: one for all, a mapping from months, or a CSV file with columns month, weight and grade. */
    public static Kind<MonthlySeries> monthlyWeights() {
        return SeriesKind.WEIGHTS;
    }

    /** Index numbers by month: a mapping from months, or a CSV file with columns month and index. */
    public static Kind<MonthlySeries> monthlyIndex() {
        return SeriesKind.INDEX;
    }

    /**
     * A mapping that states the unit of the bare prices in it.
     *
     * @param key under which the unit stands; a mapping without it is read as any other
     */
    public static <T> Kind<T> statingUnit(String key, Kind<T> mapping) {
        return new UnitKind<>(key, mapping);
    }

    /**
     * A list of mappings whose fields are those of one of several sets, kept as it was written for a reader that knows
     * which; addresses lead through it all the same.
     *
     * @param id the field whose value names an item in addresses
     */
    public static Kind<Given> listOfAny(String title, Supplier<List<FieldSet>> sets, String id) {
        return new ListOfAnyKind(new AnyOfKind(title, sets), id);
    }

    /** Anything: kept as it was written. */
    public static Kind<Given> raw(Supplier<Map<String, Object>> schema) {
        return new RawKind(schema, Optional.empty());
    }

    /** Anything: kept as it was written; addresses lead through it as through a value of that other kind. */
    public static Kind<Given> raw(Supplier<Map<String, Object>> schema, Supplier<Kind<?>> shape) {
        return new RawKind(schema, Optional.of(shape));
    }
}
