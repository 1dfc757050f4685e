package org.advalorem.rules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.facts.Column;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.reference.ReferenceTable;
import org.advalorem.reference.ReferenceTables;

/**
 * The days on which the agencies are open: not on weekends, federal holidays and other days stated.
 *
 * @param closed the names of the days on which they are closed, weekends apart
 * @param firstYear the first year of which the holidays are known
 * @param lastYear the last of them
 */
record BusinessDays(Map<LocalDate, String> closed, int firstYear, int lastYear) {
    static final Column OBSERVED = Column.required("date_observed", Column.Type.DATE, "The day of closure.")
            .describing();
    static final Column HOLIDAY =
            Column.required("holiday", Column.Type.TEXT, "Its name.").describing();
    static final Field<Records> HOLIDAYS = Field.optional(
                    "holidays",
                    FieldType.records(OBSERVED, HOLIDAY),
                    "Federal holidays by the day observed; reference:federal-holidays when left out.")
            .under("5 U.S.C. 6103")
            .describing();
    static final Field<List<LocalDate>> CLOSED_DAYS = Field.optional(
                    "closed-days",
                    FieldType.oneOrMore(FieldType.date()),
                    "Further days on which the agencies are closed, such as a day of mourning.")
            .describing();

    /** The cause of a day that is neither a weekend nor a holiday. */
    private static final String CLOSED = "closed day";

    /** Copies the map. */
    BusinessDays {
        closed = Collections.unmodifiableMap(new TreeMap<>(closed));
    }

    /**
     * A day rolled forward.
     *
     * @param causes why the days before it are no business days, in order
     */
    record Rolled(LocalDate day, List<String> causes) {
        /** Copies the list. */
        Rolled {
            causes = List.copyOf(causes);
        }
    }

    /** The business days by the holidays stated, or else those of the program's table. */
    static BusinessDays of(Optional<Records> stated, List<LocalDate> closedDays) {
        Map<LocalDate, String> closed =
                new TreeMap<>(stated.map(BusinessDays::read).orElseGet(() -> Shipped.HOLIDAYS));
        int first = closed.keySet().stream().mapToInt(LocalDate::getYear).min().orElse(0);
        int last = closed.keySet().stream().mapToInt(LocalDate::getYear).max().orElse(0);
        closedDays.forEach(day -> closed.putIfAbsent(day, CLOSED));
        return new BusinessDays(closed, first, last);
    }

    private static Map<LocalDate, String> read(Records holidays) {
        Map<LocalDate, String> days = new TreeMap<>();
        for (int row = 0; row < holidays.rows(); row++) {
            days.put(holidays.day(row, OBSERVED), holidays.word(row, HOLIDAY));
        }
        return days;
    }

    /** The holidays of the program's table, read once. */
    private static final class Shipped {
        private static final Map<LocalDate, String> HOLIDAYS = read();

        private static Map<LocalDate, String> read() {
            ReferenceTable.Rows rows = ReferenceTables.FEDERAL_HOLIDAYS.rows();
            int observed = rows.headings().indexOf(OBSERVED.name());
            int holiday = rows.headings().indexOf(HOLIDAY.name());
            Map<LocalDate, String> days = new TreeMap<>();
            rows.cells().forEach(row -> days.put(LocalDate.parse(row.get(observed)), row.get(holiday)));
            return days;
        }
    }

    /** Whether the holidays of the year of that day are known. */
    boolean covers(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }

    /** The day itself, or the next business day. */
    Rolled roll(LocalDate day) {
        List<String> causes = new ArrayList<>();
        LocalDate rolled = day;
        for (Optional<String> cause = cause(rolled); cause.isPresent(); cause = cause(rolled)) {
            causes.add(cause.get());
            rolled = rolled.plusDays(1);
        }
        return new Rolled(rolled, causes);
    }

    private Optional<String> cause(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Optional.of("Saturday");
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? Optional.of("Sunday") : Optional.ofNullable(closed.get(day));
    }
}
