package org.advalorem.rules.base;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.reference.ReferenceTables;

/**
 * Whether a country is of the developing class, where the scenario does not say so: 19 U.S.C. 1677(36), by the list in
 * force when an investigation was initiated.
 *
 * @param developing whether the list has the country as developing or least developed
 * @param basis what the list says of it, in words
 */
record DevelopingCountries(boolean developing, String basis) {
    static final Column COUNTRY = Column.required("country", Column.Type.TEXT, "The country.");
    static final Column ELIGIBLE = Column.required("eligible", Column.Type.TEXT, "Whether it is of the class.");
    static final Column CLASS = Column.optional("class", Column.Type.TEXT, "", "Developing or least developed.")
            .describing();
    static final Column READ = Column.optional(
                    "read", Column.Type.TEXT, "yes", "Whether the country was read in the source.")
            .describing();
    static final Field<Records> LIST = Field.optional(
            "developing-list",
            FieldType.records(COUNTRY, ELIGIBLE, CLASS, READ),
            "The list of developing countries, read where developing is left out; the program's own, of 10 February"
                    + " 2020, when left out.");

    private static final LocalDate SINCE = LocalDate.of(2020, 2, 10);
    private static final String YES = "yes";

    /**
     * What the list says of a country; empty if it does not name it, or was not yet in force.
     *
     * @param initiated the day on which the investigation was initiated
     */
    static Optional<DevelopingCountries> of(Facts country, String name, Optional<LocalDate> initiated) {
        if (initiated.isEmpty() || initiated.get().isBefore(SINCE)) {
            return Optional.empty();
        }
        Records list = country.orRead(LIST, ReferenceTables.DEVELOPING_COUNTRIES.file());
        return IntStream.range(0, list.rows())
                .filter(row -> list.word(row, COUNTRY).equalsIgnoreCase(name.strip()))
                .boxed()
                .findFirst()
                .map(row -> {
                    boolean eligible = list.word(row, ELIGIBLE).equalsIgnoreCase(YES);
                    boolean read = list.word(row, READ).equalsIgnoreCase(YES);
                    if (!read) {
                        country.context()
                                .warnings()
                                .add(
                                        country.address(),
                                        "The class of " + name + " on the list of developing countries was not read in"
                                                + " its source. Check it, and write developing: yes or no.");
                    }
                    return new DevelopingCountries(
                            eligible,
                            name + " is " + list.word(row, CLASS) + " by the list in force on " + initiated.get() + ". "
                                    + ReferenceTables.source(list.name()));
                });
    }
}
