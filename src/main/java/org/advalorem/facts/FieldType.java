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
public abstract class FieldType<T> {
    FieldType() {}

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
    public Optional<ChildField> below(String key, SourceNode given) {
        return Optional.empty();
    }

    /**
     * The keys that may be written in a value of this kind; empty when it has none or any name will do.
     *
     * @param given what is written, an empty mapping when nothing is
     */
    public List<String> keys(SourceNode given) {
        return List.of();
    }

    /** The names of the items of a list of this kind in addresses, in order. */
    public List<String> itemNames(SourceNode.Sequence list) {
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
    public static QuantityType amount() {
        return new QuantityType(QuantityType.Form.MONEY, Unit.FRACTION, Domain.ANY);
    }

    /** A fraction written with a percent sign: {@code 10.54%}. */
    public static QuantityType rate() {
        return new QuantityType(QuantityType.Form.RATE, Unit.FRACTION, Domain.RATE);
    }

    /** A bare number of that unit: {@code 365}. */
    public static QuantityType number(Unit unit) {
        return new QuantityType(QuantityType.Form.BARE, unit, Domain.ANY);
    }

    /** A number with its unit: {@code 62 USD/t}, {@code 50000 m2}. */
    public static QuantityType quantity() {
        return new QuantityType(QuantityType.Form.WITH_UNIT, Unit.FRACTION, Domain.ANY);
    }

    /** A price in the unit of its surroundings, or with its own: {@code 62}, {@code 62 USD/t}. */
    public static QuantityType price() {
        return new QuantityType(QuantityType.Form.PRICE, Unit.FRACTION, Domain.ANY);
    }

    /** Whole years: {@code 12 years} or {@code 12}. */
    public static FieldType<Integer> years() {
        return WordTypes.YEARS;
    }

    /** Years that need not be whole, above zero, as the decimal written; structure: {@code 13.16}. */
    public static FieldType<BigDecimal> exactYears() {
        return ExactType.YEARS;
    }

    /** An amount in the company's currency, above zero, as the decimal written; structure: {@code 12.5 million}. */
    public static FieldType<BigDecimal> exactAmount() {
        return ExactType.MONEY;
    }

    /** A year: {@code 2016}. */
    public static FieldType<Integer> year() {
        return WordTypes.YEAR;
    }

    /** A day: {@code 2016-06-30}. */
    public static FieldType<LocalDate> date() {
        return WordTypes.DATE;
    }

    /** A calendar year or two days: {@code 2016}, {@code 2010-04-01 to 2011-03-31}. */
    public static FieldType<DateRange> dateRange() {
        return WordTypes.DATE_RANGE;
    }

    /** {@code yes} or {@code no}. */
    public static FieldType<Boolean> flag() {
        return WordTypes.FLAG;
    }

    /** Words. */
    public static FieldType<String> text() {
        return WordTypes.TEXT;
    }

    /** A unit: {@code USD/t}. */
    public static FieldType<Unit> unit() {
        return WordTypes.UNIT;
    }

    /** One of the constants of an enum, written by {@link Object#toString()}. */
    public static <E extends Enum<E>> FieldType<E> choice(Class<E> type) {
        return new ChoiceType<>(type);
    }

    /** The name of an entry of another part of the scenario: {@code benchmarks}, {@code members}. */
    public static FieldType<String> reference(String part) {
        return new ReferenceType(part);
    }

    /** A single value or a list of them. */
    public static <T> FieldType<List<T>> oneOrMore(FieldType<T> item) {
        return new OneOrMoreType<>(item);
    }

    /** A mapping of fields. */
    public static FieldType<Facts> section(FieldSet fields) {
        return new SectionType(() -> fields);
    }

    /** A mapping of fields that are known later than this kind. */
    public static FieldType<Facts> section(Supplier<FieldSet> fields) {
        return new SectionType(fields);
    }

    /** A list of mappings, each named in addresses by the value of the field {@code id}. */
    public static FieldType<List<Facts>> list(FieldSet fields, String id) {
        return new ListType(fields, id);
    }

    /** A mapping from names to values of one kind. */
    public static <T> FieldType<Map<String, T>> named(FieldType<T> type) {
        return new NamedType<>(type);
    }

    /** A mapping whose fields depend on the word under one key. */
    public static FieldType<Facts> variant(String key, Supplier<Map<String, FieldSet>> variants) {
        return new VariantType(key, variants);
    }

    /** A mapping from years to quantities. */
    public static FieldType<Map<Integer, Term>> byYear(QuantityType type) {
        return new ByYearType(type);
    }

    /** Rows: the name of a CSV file, a mapping with {@code file}, or a list of mappings. */
    public static FieldType<Records> records(Column... columns) {
        return new RecordsType(List.of(columns));
    }

    /** Prices by month: one for all, a mapping from months, or a CSV file with columns month, price and grade. */
    public static FieldType<MonthlySeries> monthly() {
        return SeriesType.PRICES;
    }

    /** Rates by month: one for all, a mapping from months, or a CSV file with columns month, rate and grade. */
    public static FieldType<MonthlySeries> monthlyRates() {
        return SeriesType.RATES;
    }

    /** Weights by month: one for all, a mapping from months, or a CSV file with columns month, weight and grade. */
    public static FieldType<MonthlySeries> monthlyWeights() {
        return SeriesType.WEIGHTS;
    }

    /** Index numbers by month: a mapping from months, or a CSV file with columns month and index. */
    public static FieldType<MonthlySeries> monthlyIndex() {
        return SeriesType.INDEX;
    }

    /**
     * A mapping that states the unit of the bare prices in it.
     *
     * @param key under which the unit stands; a mapping without it is read as any other
     */
    public static <T> FieldType<T> statingUnit(String key, FieldType<T> mapping) {
        return new UnitType<>(key, mapping);
    }

    /**
     * A list of mappings whose fields are those of one of several sets, kept as it was written for a reader that knows
     * which; addresses lead through it all the same.
     *
     * @param id the field whose value names an item in addresses
     */
    public static FieldType<SourceNode> listOfAny(String title, Supplier<List<FieldSet>> sets, String id) {
        return new ListOfAnyType(new AnyOfType(title, sets), id);
    }

    /** Anything: kept as it was written. */
    public static FieldType<SourceNode> raw(Supplier<Map<String, Object>> schema) {
        return new RawType(schema, Optional.empty());
    }

    /** Anything: kept as it was written; addresses lead through it as through a value of that other kind. */
    public static FieldType<SourceNode> raw(Supplier<Map<String, Object>> schema, Supplier<FieldType<?>> shape) {
        return new RawType(schema, Optional.of(shape));
    }
}
