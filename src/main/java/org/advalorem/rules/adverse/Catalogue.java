package org.advalorem.rules.adverse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.BenefitKind;

/** Rates found for programs in countervailing-duty proceedings, each with its source: the rows of several tables. */
public final class Catalogue {
    static final Column COUNTRY = Column.required("country", Column.Type.TEXT, "The exporting country.");
    static final Column PROCEEDING =
            Column.required("proceeding", Column.Type.TEXT, "The title of the proceeding: its merchandise.");
    static final Column CASE =
            Column.optional("case-number", Column.Type.TEXT, "", "The proceeding's number: C-570-053.");
    static final Column SEGMENT = Column.optional("segment", Column.Type.TEXT, "", "The segment of the proceeding.")
            .describing();
    static final Column DATE =
            Column.optional("date", Column.Type.DATE, "The day of the notice.").describing();
    static final Column CITATION =
            Column.optional("citation", Column.Type.TEXT, "", "The notice or opinion that states the rate.");
    static final Column COMPANY =
            Column.optional("company", Column.Type.TEXT, "", "The company for which the rate was found.");
    static final Column PROGRAM = Column.required("program", Column.Type.TEXT, "The program's name.");
    static final Column KIND = Column.required(
                    "type", Column.Type.TEXT, "The kind of benefit, by which programs are similar.")
            .among(BenefitKind.words());
    static final Column RATE = Column.required("rate", Column.Type.RATE, "The rate of the program.")
            .within(Domain.NOT_NEGATIVE);
    static final Column BASIS = Column.required(
                    "basis", Column.Type.TEXT, "What the rate rests on; only a calculated one is selected.")
            .among(List.of("calculated", "facts available", "adverse facts available", "unknown"));
    static final Column COMPANY_SPECIFIC = Column.optional(
                    "company-specific",
                    Column.Type.TEXT,
                    "unknown",
                    "Whether only certain companies could use the program.")
            .among(List.of("yes", "no", "unknown"));
    static final Column READ = Column.optional(
            "read",
            Column.Type.TEXT,
            "yes",
            "How the number was read, such as notice or trade press; no if it was not.");
    static final Column ADDRESS =
            Column.optional("address", Column.Type.TEXT, "", "The address of the page on which it was read.");

    /** The type of a table of program rates. */
    public static final FieldType<Records> TYPE = FieldType.records(
            COUNTRY,
            PROCEEDING,
            CASE,
            SEGMENT,
            DATE,
            CITATION,
            COMPANY,
            PROGRAM,
            KIND,
            RATE,
            BASIS,
            COMPANY_SPECIFIC,
            READ,
            ADDRESS);

    private final List<Row> rows;

    private Catalogue(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * The rows of several tables.
     *
     * @param tables the tables by name
     * @throws UnusableFactsException if a row has no source; the problem has been noted
     */
    public static Catalogue of(Map<String, Records> tables) {
        List<Row> rows = new ArrayList<>();
        boolean complete = true;
        for (Records table : tables.values()) {
            for (int i = 0; i < table.rows(); i++) {
                Row row = new Row(table, i);
                if (row.citation().isEmpty() && row.address().isEmpty()) {
                    complete = false;
                    table.context()
                            .problems()
                            .add(
                                    Problem.Code.AV401,
                                    table.origin(i),
                                    "The rate of (" + row.program() + ") has no source.",
                                    "Write a citation, or the address of the page on which it was read.");
                }
                rows.add(row);
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return new Catalogue(rows);
    }

    /** The rows for a country. */
    List<Row> of(String country) {
        return rows.stream()
                .filter(row -> row.country().equalsIgnoreCase(country.strip()))
                .toList();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The names of all programs. */
    List<String> programs() {
        return rows.stream().map(Row::program).distinct().toList();
    }

    /** The names of all programs, and all citations. */
    List<String> programsAndCitations() {
        return rows.stream().flatMap(row -> row.names().stream()).distinct().toList();
    }

    /** One rate of a table. */
    record Row(Records table, int index) {
        String country() {
            return word(COUNTRY);
        }

        String program() {
            return word(PROGRAM);
        }

        String citation() {
            return word(CITATION);
        }

        String address() {
            return word(ADDRESS);
        }

        /** The names by which choices know it: the program and, where there is one, the citation. */
        List<String> names() {
            return Stream.of(program(), citation())
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        String basis() {
            return word(BASIS);
        }

        String companySpecific() {
            return word(COMPANY_SPECIFIC);
        }

        BenefitKind kind() {
            return BenefitKind.of(word(KIND));
        }

        boolean wasRead() {
            return !word(READ).equalsIgnoreCase("no");
        }

        /** Whether it was found in the proceeding of that number or title. */
        boolean isOf(String proceeding) {
            ProgramNames name = new ProgramNames(List.of(proceeding));
            return name.contain(word(CASE)) || name.contain(word(PROCEEDING));
        }

        /** The program, and where its rate was found. */
        String words() {
            return program() + ", " + word(PROCEEDING) + (word(COMPANY).isEmpty() ? "" : " (" + word(COMPANY) + ")");
        }

        /** The citation; without one, the host of the page and how it was read. */
        String source() {
            return citation().isEmpty() ? word(READ) + ": " + host() : citation();
        }

        private String host() {
            return Optional.ofNullable(URI.create(address().replace(' ', '+')).getHost())
                    .orElse(address());
        }

        Term rate() {
            String source = Stream.of(citation(), address())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
            return table.published(index, RATE, Unit.FRACTION, source);
        }

        private String word(Column column) {
            return table.word(index, column);
        }
    }
}
