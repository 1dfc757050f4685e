package org.advalorem.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.advalorem.report.Column.Audience;
import org.advalorem.report.Column.Layout;

/**
 * A kind of table, declared once for all formats: columns with name, type and documentation, and the listings nested in
 * a row.
 *
 * <p>Column types come from this declaration, never from the rows at hand. The name of a published rate ends in
 * {@code -percent}, because it is written in percent with two decimals; every other rate is a fraction.
 *
 * @param <R> the subject of a row
 */
final class ListingType<R> {
    private static final String PERCENT = "-percent";

    private final String name;
    private final String row;
    private final String doc;
    private final List<ColumnOf<R>> columns = new ArrayList<>();
    private final List<Within<R, ?>> within = new ArrayList<>();
    private boolean isBare;

    /** A column with the functions that produce its cell, a number or text, from a row. */
    record ColumnOf<R>(Column column, ToDoubleFunction<R> number, Function<R, String> words) {}

    /** A listing nested in each row. */
    record Within<R, C>(ListingType<C> type, boolean single, Function<R, List<C>> rows) {}

    private ListingType(String name, String row, String doc) {
        this.name = name;
        this.row = row;
        this.doc = doc;
    }

    /**
     * A listing that has no columns yet.
     *
     * @param name such as {@code programs}
     * @param row the name of one row, such as {@code program}; prefixes its column names where nested rows share a flat
     *     table with it
     * @param doc one sentence of documentation
     */
    static <R> ListingType<R> of(String name, String row, String doc) {
        return new ListingType<>(name, row, doc);
    }

    /** A list of text items, which needs no field names in JSON. */
    static ListingType<String> ofWords(String name, String row, String doc) {
        ListingType<String> type = new ListingType<>(name, row, doc);
        type.isBare = true;
        return type.text(row, word -> word, doc);
    }

    /** A list of whole numbers, which needs no field names in JSON. */
    static ListingType<Integer> ofNumbers(String name, String row, String doc) {
        ListingType<Integer> type = new ListingType<>(name, row, doc);
        type.isBare = true;
        return type.number(Figure.COUNT, row, number -> number, doc);
    }

    /** Adds text for people and programs. */
    ListingType<R> text(String column, String heading, Function<R, String> cell, String about) {
        return add(column, heading, Figure.TEXT, Audience.ALL, Layout.LEFT, about, ListingType::noNumber, cell);
    }

    /** Adds text for people and programs that may be broken where space is short. */
    ListingType<R> longText(String column, String heading, Function<R, String> cell, String about) {
        return add(column, heading, Figure.TEXT, Audience.ALL, Layout.BREAKABLE, about, ListingType::noNumber, cell);
    }

    /** Adds text for programs only. */
    ListingType<R> text(String column, Function<R, String> cell, String about) {
        return add(column, "", Figure.TEXT, Audience.PROGRAMS, Layout.LEFT, about, ListingType::noNumber, cell);
    }

    /** Adds text for people only. */
    ListingType<R> shown(String heading, Function<R, String> cell) {
        return add("", heading, Figure.TEXT, Audience.PEOPLE, Layout.LEFT, "", ListingType::noNumber, cell);
    }

    /** Adds text for people only that may be broken where space is short. */
    ListingType<R> shownLong(String heading, Function<R, String> cell) {
        return add("", heading, Figure.TEXT, Audience.PEOPLE, Layout.BREAKABLE, "", ListingType::noNumber, cell);
    }

    /** Adds right-aligned text for people only, such as a value as typed. */
    ListingType<R> shownRight(String heading, Function<R, String> cell) {
        return add("", heading, Figure.TEXT, Audience.PEOPLE, Layout.RIGHT, "", ListingType::noNumber, cell);
    }

    /** Adds right-aligned text for people and programs. */
    ListingType<R> textRight(String column, String heading, Function<R, String> cell, String about) {
        return add(column, heading, Figure.TEXT, Audience.ALL, Layout.RIGHT, about, ListingType::noNumber, cell);
    }

    /** Adds a number for people only. */
    ListingType<R> shown(Figure figure, String heading, ToDoubleFunction<R> cell) {
        return add("", heading, figure, Audience.PEOPLE, Layout.RIGHT, "", cell, ListingType::noWords);
    }

    /** Adds a number for people and programs; not a number if there is none. */
    ListingType<R> number(Figure figure, String column, String heading, ToDoubleFunction<R> cell, String about) {
        return add(column, heading, figure, Audience.ALL, Layout.RIGHT, about, cell, ListingType::noWords);
    }

    /** Adds a number for programs only. */
    ListingType<R> number(Figure figure, String column, ToDoubleFunction<R> cell, String about) {
        return add(column, "", figure, Audience.PROGRAMS, Layout.RIGHT, about, cell, ListingType::noWords);
    }

    /** Adds a yes-or-no column for programs. */
    ListingType<R> truth(String column, Predicate<R> cell, String about) {
        return number(Figure.TRUTH, column, row -> cell.test(row) ? 1.0 : 0.0, about);
    }

    /** Adds a column for programs that is yes, no or empty. */
    ListingType<R> verdict(String column, Function<R, Optional<Boolean>> cell, String about) {
        return number(
                Figure.TRUTH,
                column,
                row -> cell.apply(row).map(yes -> yes ? 1.0 : 0.0).orElse(Double.NaN),
                about);
    }

    /** Adds the columns {@code value} and {@code holds} for programs; a row fills the second if it is yes or no. */
    ListingType<R> valueOrTruth(ToDoubleFunction<R> cell, Predicate<R> isTruth, String about) {
        return number(Figure.PLAIN, "value", row -> isTruth.test(row) ? Double.NaN : cell.applyAsDouble(row), about)
                .number(
                        Figure.TRUTH,
                        "holds",
                        row -> isTruth.test(row) ? cell.applyAsDouble(row) : Double.NaN,
                        "Yes or no.");
    }

    private ListingType<R> add(
            String column,
            String heading,
            Figure figure,
            Audience audience,
            Layout layout,
            String about,
            ToDoubleFunction<R> number,
            Function<R, String> words) {
        String full = figure == Figure.PUBLISHED && !column.isEmpty() ? column + PERCENT : column;
        columns.add(new ColumnOf<>(
                new Column(full, Column.field(full), heading, figure, audience, layout, about), number, words));
        return this;
    }

    /** Gives the last column a different name in JSON. */
    ListingType<R> field(String field) {
        ColumnOf<R> last = columns.remove(columns.size() - 1);
        Column of = last.column();
        columns.add(new ColumnOf<>(
                new Column(of.name(), field, of.heading(), of.figure(), of.audience(), of.layout(), of.doc()),
                last.number(),
                last.words()));
        return this;
    }

    /** Nests a listing in each row. */
    <C> ListingType<R> with(ListingType<C> type, Function<R, List<C>> rows) {
        within.add(new Within<>(type, false, rows));
        return this;
    }

    /** Nests at most one row of another kind in each row. */
    <C> ListingType<R> withOne(ListingType<C> type, Function<R, Optional<C>> found) {
        within.add(new Within<>(type, true, row -> found.apply(row).stream().toList()));
        return this;
    }

    private static double noNumber(Object row) {
        return Double.NaN;
    }

    private static String noWords(Object row) {
        return "";
    }

    /** The number; not a number if there is none. */
    static double orNone(OptionalDouble number) {
        return number.orElse(Double.NaN);
    }

    String name() {
        return name;
    }

    /** Whether the listing is a list without field names. */
    boolean isBare() {
        return isBare;
    }

    String row() {
        return row;
    }

    String doc() {
        return doc;
    }

    /** The columns that people read, in order. */
    List<ColumnOf<R>> columnsForPeople() {
        List<ColumnOf<R>> read = new ArrayList<>(columns);
        read.removeIf(of -> !of.column().isForPeople());
        return read;
    }

    /** The columns that programs read, in order. */
    List<ColumnOf<R>> columnsForPrograms() {
        List<ColumnOf<R>> read = new ArrayList<>(columns);
        read.removeIf(of -> !of.column().isForPrograms());
        return read;
    }

    /** The listings nested in each row, which programs read. */
    List<Within<R, ?>> within() {
        return Collections.unmodifiableList(within);
    }

    /** A listing of the given rows, without a title. */
    Listing<R> of(List<R> rows) {
        return new Listing<>(this, "", rows, "");
    }

    /**
     * A listing of rows that are made when they are read, so that a million of them take no memory.
     *
     * @param row the row at a place, from 0
     */
    Listing<R> of(int count, IntFunction<R> row) {
        return new Listing<>(this, "", new Listing.Made<>(count, row), "");
    }

    /** A listing of the given rows. */
    Listing<R> of(String title, List<R> rows) {
        return new Listing<>(this, title, rows, "");
    }
}
