package org.advalorem.reference;

import java.util.List;
import java.util.Optional;

/** The tables that come with the program. */
public final class ReferenceTables {
    /** What stands before the name of a table where a data file may stand. */
    public static final String PREFIX = "reference:";

    /** Class lives of assets, by which the average useful life of an industry is presumed. */
    public static final ReferenceTable ASSET_CLASS_LIVES = new ReferenceTable("asset-class-lives");

    /** Countries of the developing class, by the list in force from 10 February 2020. */
    public static final ReferenceTable DEVELOPING_COUNTRIES = new ReferenceTable("developing-countries");

    /** Quarterly rates of interest on underpaid and overpaid duties. */
    public static final ReferenceTable INTEREST_RATES = new ReferenceTable("interest-rates");
    /** Federal holidays by the day observed. */
    public static final ReferenceTable FEDERAL_HOLIDAYS = new ReferenceTable("federal-holidays");

    /** Days by which deadlines were tolled after closures of the government. */
    public static final ReferenceTable TOLLING = new ReferenceTable("tolling");

    private static final List<ReferenceTable> ALL = List.of(
            ASSET_CLASS_LIVES,
            DEVELOPING_COUNTRIES,
            INTEREST_RATES,
            FEDERAL_HOLIDAYS,
            new ReferenceTable("program-rates"),
            TOLLING,
            new ReferenceTable("world-prices"));

    private ReferenceTables() {}

    /** All of them, in the order in which they are listed. */
    public static List<ReferenceTable> all() {
        return ALL;
    }

    /**
     * Where a table comes from, in one sentence.
     *
     * @param file the name under which a scenario reads it: a table of the program or a file
     */
    public static String source(String file) {
        return ALL.stream()
                .filter(table -> table.file().equals(file))
                .findFirst()
                .map(table -> "Source: " + table.source())
                .orElse("Source: (" + file + ").");
    }

    /** The table of that name. */
    public static Optional<ReferenceTable> of(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
