package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Listings within listings as one flat table. */
final class FlatTableTest {
    private record Use(String recipient, double rate, boolean direct) {}

    private record Program(String id, String name, double rate, double published, boolean direct, List<Use> uses) {}

    private record Company(String id, String name, double rate, List<Program> programs) {}

    private static final ListingType<Use> USES = ListingType.<Use>of("uses", "use", "Uses.")
            .text("recipient", Use::recipient, "Who.")
            .number(Figure.RATE, "rate", Use::rate, "The rate.")
            .truth("direct", Use::direct, "Whether directly.");

    private static final ListingType<Program> PROGRAMS = ListingType.<Program>of("programs", "program", "Programs.")
            .text("id", Program::id, "The id.")
            .text("name", Program::name, "The name.")
            .number(Figure.RATE, "rate", Program::rate, "The rate.")
            .number(Figure.PUBLISHED, "rate", Program::published, "The rate as published.")
            .truth("direct", Program::direct, "Whether directly.")
            .with(USES, Program::uses)
            .with(ListingType.ofWords("notes", "note", "Notes."), program -> List.of("a note"));

    private static final ListingType<Company> COMPANIES = ListingType.<Company>of("companies", "company", "Companies.")
            .text("id", Company::id, "The id.")
            .text("name", Company::name, "The name.")
            .number(Figure.RATE, "rate", Company::rate, "The rate.")
            .shown("for people", Company::name)
            .with(PROGRAMS, Company::programs);

    private static final Listing<Company> LISTING = COMPANIES.of(List.of(
            new Company(
                    "acme",
                    "Acme",
                    0.05,
                    List.of(
                            new Program(
                                    "first",
                                    "First",
                                    0.03,
                                    0.03,
                                    true,
                                    List.of(new Use("mill", 0.01, true), new Use("works", 0.02, false))),
                            new Program("second", "Second", 0.02, 0.02, false, List.of()))),
            new Company("beta", "Beta", 0.01, List.of())));

    private static String csv(FlatTable table) {
        return CsvText.write(List.of(), table);
    }

    @Test
    void aListingAloneHasItsOwnColumns() {
        assertThat(csv(FlatTable.of(LISTING))).isEqualTo("""
                        company,name,rate
                        acme,Acme,0.05
                        beta,Beta,0.01
                        """);
    }

    /** A name that stands only once stays; of several, the innermost has the bare name. */
    @Test
    void rowsWithinRowsStandBesideThoseTheyAreIn() {
        assertThat(csv(FlatTable.of(LISTING, "programs"))).isEqualTo("""
                        company,company-name,company-rate,program,name,rate,rate-percent,direct
                        acme,Acme,0.05,first,First,0.03,3.00,true
                        acme,Acme,0.05,second,Second,0.02,2.00,false
                        beta,Beta,0.01,,,,,
                        """);
        assertThat(csv(FlatTable.of(LISTING, "programs", "uses"))).isEqualTo("""
                        company,company-name,company-rate,program,program-name,program-rate,rate-percent,program-direct,recipient,rate,direct
                        acme,Acme,0.05,first,First,0.03,3.00,true,mill,0.01,true
                        acme,Acme,0.05,first,First,0.03,3.00,true,works,0.02,false
                        acme,Acme,0.05,second,Second,0.02,2.00,false,,,
                        beta,Beta,0.01,,,,,,,,
                        """);
    }

    @Test
    void columnTypesComeFromTheDeclaration() {
        FlatTable empty = FlatTable.of(COMPANIES.of(List.of()), "programs", "uses");
        assertThat(empty.rows()).isZero();
        assertThat(empty.names())
                .isEqualTo(FlatTable.of(LISTING, "programs", "uses").names());
        assertThat(empty.dataColumns())
                .isEqualTo(List.of(
                        new DataColumn("company", DataColumn.Type.TEXT, List.of()),
                        new DataColumn("company-name", DataColumn.Type.TEXT, List.of()),
                        new DataColumn("company-rate", DataColumn.Type.NUMBER),
                        new DataColumn("program", DataColumn.Type.TEXT, List.of()),
                        new DataColumn("program-name", DataColumn.Type.TEXT, List.of()),
                        new DataColumn("program-rate", DataColumn.Type.NUMBER),
                        new DataColumn("rate-percent", DataColumn.Type.NUMBER),
                        new DataColumn("program-direct", DataColumn.Type.TRUTH),
                        new DataColumn("recipient", DataColumn.Type.TEXT, List.of()),
                        new DataColumn("rate", DataColumn.Type.NUMBER),
                        new DataColumn("direct", DataColumn.Type.TRUTH)));
    }

    @Test
    void dataOfColumns() {
        FlatTable table = FlatTable.of(LISTING, "programs");
        List<DataColumn> columns = table.dataColumns();
        assertThat(columns.get(3).words()).containsExactly("first", "second");
        assertThat(table.data(3, columns.get(3))).containsExactly(0, 1, Double.NaN);
        assertThat(table.data(5, columns.get(5))).containsExactly(0.03, 0.02, Double.NaN);
        // percent
        assertThat(table.data(6, columns.get(6))).containsExactly(3, 2, Double.NaN);
        assertThat(table.data(7, columns.get(7))).containsExactly(1, 0, Double.NaN);
        assertThat(table.words(0, 1)).isEqualTo("Acme");
        assertThat(table.words(2, 4)).isEmpty();
        assertThat(table.words(0, 5)).isEmpty();
        assertThat(table.number(0, 4)).isNaN();
    }

    @Test
    void furtherListingsStandBelowUnderTheSameNames() {
        ListingType<Company> others = ListingType.<Company>of("others", "company", "Others.")
                .text("id", Company::id, "The id.")
                .number(Figure.RATE, "rate", Company::rate, "The rate.")
                .text("method", Company::name, "The method.");
        FlatTable table = FlatTable.of(LISTING, "programs")
                .and(others.of(List.of(new Company("all-others", "simple average", 0.03, List.of()))));
        assertThat(csv(table)).isEqualTo("""
                        company,company-name,company-rate,program,name,rate,rate-percent,direct,method
                        acme,Acme,0.05,first,First,0.03,3.00,true,
                        acme,Acme,0.05,second,Second,0.02,2.00,false,
                        beta,Beta,0.01,,,,,,
                        all-others,,0.03,,,,,,simple average
                        """);
    }

    /** Words and truths of the rows that a row is in are repeated, numbers are not: they would be counted twice. */
    @Test
    void stackedRowsSayOfWhichKindTheyAreAndWhereTheyBelong() {
        FlatTable table = FlatTable.stacked(LISTING);
        assertThat(table.names()).startsWith("kind", "company", "name").doesNotContain("note", "notes");
        assertThat(column(table, "kind")).containsExactly("company", "program", "use", "use", "program", "company");
        assertThat(column(table, "company")).containsExactly("acme", "acme", "acme", "acme", "acme", "beta");
        assertThat(column(table, "company-name")).startsWith("", "Acme", "Acme", "Acme");
        assertThat(column(table, "name")).containsExactly("Acme", "First", "", "", "Second", "Beta");
        assertThat(column(table, "program")).containsExactly("", "first", "first", "first", "second", "");
        assertThat(column(table, "recipient")).containsExactly("", "", "mill", "works", "", "");
        assertThat(column(table, "rate")).containsExactly("0.05", "0.03", "0.01", "0.02", "0.02", "0.01");
        assertThat(column(table, "rate-percent")).containsExactly("", "3.00", "", "", "2.00", "");
        assertThat(column(table, "direct")).containsExactly("", "true", "true", "false", "false", "");
    }

    /** The cells of a column as CSV has them. */
    private static List<String> column(FlatTable table, String name) {
        int column = table.names().indexOf(name);
        return csv(table)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .toList();
    }

    /** The markup of a company is written in words, that of a point on a curve is a number: no cell may be lost. */
    @Test
    void stackedColumnsOfOneNameAndTwoKindsLoseNoCell() {
        ListingType<Use> points = ListingType.<Use>of("points", "point", "Points.")
                .number(Figure.EXACT_RATE, "markup", Use::rate, "The markup.");
        ListingType<Program> curves = ListingType.<Program>of("curves", "curve", "Curves.")
                .text("markup", Program::name, "The markup in words.")
                .with(points, Program::uses);
        FlatTable table = FlatTable.stacked(curves.of(List.of(new Program(
                "c", "a fifth", 0, 0, false, List.of(new Use("", 0.125, false), new Use("", 0.25, false))))));
        assertThat(table.rows()).isEqualTo(3);
        assertThat(csv(table)).contains("a fifth").contains("0.125").contains("0.25");
    }

    @Test
    void aListingThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> FlatTable.of(LISTING, "uses"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(uses)")
                .hasMessageContaining("(companies)");
    }
}
