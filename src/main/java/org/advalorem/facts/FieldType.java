package org.advalorem.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.advalorem.calculation.Unit;

/**
 * The type of a field: the one place that defines how it is read, its JSON Schema and the advice given.
 *
 * @param <T> the type of the value read
 */
public abstract class FieldType<T> {
    FieldType() {}

    /**
     * Reads what was given.
     *
     * @throws UnusableFactsException if it cannot be read, after noting the problem
     */
    abstract T read(Reading reading);

    /** The JSON Schema of what may be written, as maps, lists and strings. */
    public abstract Map<String, Object> schema();

    /** The JSON Schemas to which those of types refer, by the name under {@code $defs}. */
    public static Map<String, Object> definitions() {
        return Map.of(SourceType.KEY, SourceType.definition());
    }

    /** A description of what is expected, with an example: {@code a rate such as 10.54%}. */
    public abstract String expected();

    /**
     * A single value as it has to be written for this type, such as {@code {2016: 3.0 billion}} for {@code 3.0 billion};
     * empty if there is no such form.
     */
    public Optional<String> written(String text) {
        return Optional.empty();
    }

    /** Whether a value of this type may be written as a single value. */
    public boolean takesSingle() {
        return true;
    }

    /**
     * The child allowed under a key of a value of this type; empty if no such key may be written.
     *
     * @param key the key
     * @param given what is written; an empty mapping if nothing is
     */
    public Optional<ChildField> below(String key, SourceNode given) {
        return Optional.empty();
    }

    /**
     * The keys that may be written in a value of this type; empty if it has none or accepts any name.
     *
     * @param given what is written; an empty mapping if nothing is
     */
    public List<String> keys(SourceNode given) {
        return List.of();
    }

    /** The names by which addresses refer to the items of a list of this type, in order. */
    public List<String> itemNames(SourceNode.Sequence list) {
        return IntStream.rangeClosed(1, list.items().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Whether a single value is, for this type, the name of a data file that stands for its rows. */
    public boolean isFileName(String text) {
        return false;
    }

    /** The key under which a mapping of this type states what may be written as a single value. */
    public String keyOfSingle() {
        return "value";
    }

    /** The columns of the rows that this type takes from a data file; none if it takes no rows. */
    public List<Column> recordColumns() {
        return List.of();
    }

    /** The columns of numbers that can be scaled and shifted as a whole. */
    public List<String> numberColumns() {
        return List.of();
    }

    /** Whether a single value of this type is a quantity, so that it can be scaled and added to. */
    public boolean isQuantity() {
        return false;
    }

    /** Whether a word is itself a value of this type, whatever it means elsewhere. */
    public boolean takes(String word) {
        return false;
    }

    /** The words of which a value of this type is one; empty if it is not a choice among words. */
    public List<String> words() {
        return List.of();
    }

    /** The type of an amount of money: {@code 12.5 million CNY}; without a currency, in the company's. */
    public static QuantityType amount() {
        return new QuantityType(QuantityType.Form.MONEY, Unit.FRACTION, Domain.ANY);
    }

    /** The type of a fraction written with a percent sign: {@code 10.54%}. */
    public static QuantityType rate() {
        return new QuantityType(QuantityType.Form.RATE, Unit.FRACTION, Domain.RATE);
    }

    /** The type of a bare number in a given unit: {@code 365}. */
    public static QuantityType number(Unit unit) {
        return new QuantityType(QuantityType.Form.BARE, unit, Domain.ANY);
    }

    /** The type of a number with its unit: {@code 62 USD/t}, {@code 50000 m2}. */
    public static QuantityType quantity() {
        return new QuantityType(QuantityType.Form.WITH_UNIT, Unit.FRACTION, Domain.ANY);
    }

    /** The type of a price, in the unit of its context or in its own: {@code 62}, {@code 62 USD/t}. */
    public static QuantityType price() {
        return new QuantityType(QuantityType.Form.PRICE, Unit.FRACTION, Domain.ANY);
    }

    /** The type of whole years: {@code 12 years} or {@code 12}. */
    public static FieldType<Integer> years() {
        return WordTypes.YEARS;
    }

    /** The type of years that need not be whole, above zero, kept as the decimal written; structure: {@code 13.16}. */
    public static FieldType<BigDecimal> exactYears() {
        return ExactType.YEARS;
    }

    /**
     * The type of an amount in the company's currency, above zero, kept as the decimal written; structure: {@code 12.5
     * million}.
     */
    public static FieldType<BigDecimal> exactAmount() {
        return ExactType.MONEY;
    }

    /** The type of whole days: {@code 47} or {@code 47 days}. */
    public static FieldType<Integer> days() {
        return WordTypes.DAYS;
    }

    /** The type of a year: {@code 2016}. */
    public static FieldType<Integer> year() {
        return WordTypes.YEAR;
    }

    /** The type of a day: {@code 2016-06-30}. */
    public static FieldType<LocalDate> date() {
        return WordTypes.DATE;
    }

    /** The type of a calendar year or two days: {@code 2016}, {@code 2010-04-01 to 2011-03-31}. */
    public static FieldType<DateRange> dateRange() {
        return WordTypes.DATE_RANGE;
    }

    /** The type of a flag: {@code yes} or {@code no}. */
    public static FieldType<Boolean> flag() {
        return WordTypes.FLAG;
    }

    /** The type of text. */
    public static FieldType<String> text() {
        return WordTypes.TEXT;
    }

    /** The type of a source: words, or where the record has it, {@code {exhibit: GOV-12, page: 34}}. */
    public static FieldType<Source> source() {
        return SourceType.SOURCE;
    }

    /** The type of a currency: {@code USD}. */
    public static FieldType<Unit> currency() {
        return WordTypes.CURRENCY;
    }

    /** The type of a unit of quantity: {@code t}. */
    public static FieldType<Unit> quantityUnit() {
        return WordTypes.QUANTITY_UNIT;
    }

    /** The type of any unit: {@code USD/t}. */
    public static FieldType<Unit> unit() {
        return WordTypes.UNIT;
    }

    /** The type of the constants of an enum, written by {@link Object#toString()}. */
    public static <E extends Enum<E>> FieldType<E> choice(Class<E> type) {
        return new ChoiceType<>(type);
    }

    /** The type of a name of an entry in another part of the scenario: {@code benchmarks}, {@code members}. */
    public static FieldType<String> reference(String part) {
        return new ReferenceType(part);
    }

    /** The type of a single value or a list of them. */
    public static <T> FieldType<List<T>> oneOrMore(FieldType<T> item) {
        return new OneOrMoreType<>(item);
    }

    /**
     * The type of a single value, or of a mapping from whose fields the value follows.
     *
     * @param <S> what the single value is read as
     * @param <T> the value
     * @param single the type of the single value
     * @param stated the value stated so
     * @param fields the fields of the mapping
     * @param derived the value that follows from them
     */
    public static <S, T> FieldType<T> statedOrDerived(
            FieldType<S> single, Function<S, T> stated, FieldSet fields, Function<Facts, T> derived) {
        return new StatedOrDerivedType<>(single, stated, fields, derived);
    }

    /** The type of a mapping of fields. */
    public static FieldType<Facts> section(FieldSet fields) {
        return new SectionType(() -> fields);
    }

    /** The type of a mapping of fields that become known later than the type itself. */
    public static FieldType<Facts> section(Supplier<FieldSet> fields) {
        return new SectionType(fields);
    }

    /**
     * The type of a list of mappings.
     *
     * @param fields the fields of each mapping
     * @param id the field whose value names an item in addresses
     */
    public static FieldType<List<Facts>> list(FieldSet fields, String id) {
        return new ListType(fields, id);
    }

    /** The type of a mapping from names to values of one type. */
    public static <T> FieldType<Map<String, T>> named(FieldType<T> type) {
        return new NamedType<>(type);
    }

    /**
     * The type of a mapping whose fields depend on the word under one key.
     *
     * @param key the key
     * @param variants the fields for each word
     * @param otherNames what people also write, in lower case with hyphens, and the word that they mean
     */
    public static FieldType<Facts> variant(
            String key, Supplier<Map<String, FieldSet>> variants, Map<String, String> otherNames) {
        return new VariantType(key, variants, otherNames);
    }

    /** The type of a mapping from years to values of one type. */
    public static <T> FieldType<Map<Integer, T>> byYear(FieldType<T> type) {
        return new ByYearType<>(type);
    }

    /** The type of rows: the name of a CSV file, a mapping with {@code file}, or a list of mappings. */
    public static FieldType<Records> records(Column... columns) {
        return new RecordsType(List.of(columns));
    }

    /**
     * The type of prices by month: one for all, a mapping from months, or a CSV file with columns month, price and
     * grade.
     */
    public static FieldType<MonthlySeries> monthly() {
        return SeriesType.PRICES;
    }

    /**
     * The type of rates by month: one for all, a mapping from months, or a CSV file with columns month, rate and grade.
     */
    public static FieldType<MonthlySeries> monthlyRates() {
        return SeriesType.RATES;
    }

    /**
     * The type of weights by month: one for all, a mapping from months, or a CSV file with columns month, weight and
     * grade.
     */
    public static FieldType<MonthlySeries> monthlyWeights() {
        return SeriesType.WEIGHTS;
    }

    /** The type of index numbers by month: a mapping from months, or a CSV file with columns month and index. */
    public static FieldType<MonthlySeries> monthlyIndex() {
        return SeriesType.INDEX;
    }

    /**
     * The type of a mapping that states the unit of the bare prices in it.
     *
     * @param <T> the type of the value read
     * @param key the key of the unit; a mapping without it is read like any other
     * @param mapping the type of the mapping
     */
    public static <T> FieldType<T> statingUnit(String key, FieldType<T> mapping) {
        return new UnitType<>(key, mapping);
    }

    /**
     * The type of a list of mappings, each with the fields of one of several sets, kept as written for a reader that
     * knows which; addresses lead through it all the same.
     *
     * @param title what an item describes
     * @param sets the sets of fields
     * @param id the field whose value names an item in addresses
     */
    public static FieldType<SourceNode> listOfAny(String title, Supplier<List<FieldSet>> sets, String id) {
        return new ListOfAnyType(new AnyOfType(title, sets), id);
    }

    /**
     * The type of any value, kept as written.
     *
     * @param schema its JSON Schema
     */
    public static FieldType<SourceNode> raw(Supplier<Map<String, Object>> schema) {
        return new RawType(schema, Optional.empty());
    }

    /**
     * The type of any value, kept as written; addresses lead through it as through a value of another type.
     *
     * @param schema its JSON Schema
     * @param shape the other type
     */
    public static FieldType<SourceNode> raw(Supplier<Map<String, Object>> schema, Supplier<FieldType<?>> shape) {
        return new RawType(schema, Optional.of(shape));
    }
}
