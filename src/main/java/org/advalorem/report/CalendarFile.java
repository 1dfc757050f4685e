package org.advalorem.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.advalorem.rules.Determination;
import org.advalorem.rules.calendar.CalendarDate;
import org.advalorem.rules.calendar.CalendarDates;

/**
 * The dates of an investigation as an iCalendar file, RFC 5545: whole days without a time zone, each ending on the next.
 *
 * <p>Nothing in it depends on when or where it is written. The identifier of an event follows from the case number, or the
 * title where there is none, and from what happens; the time stamp is the latest published date and the sequence the
 * number of published dates, so that a later export updates an earlier one.
 */
public final class CalendarFile {
    /** The ending of such files, and the format on the command line. */
    public static final String ENDING = ".ics";

    private static final String END_OF_LINE = "\r\n";
    private static final int MOST_OCTETS = 75;
    private static final int DIGITS = 16;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /** The text of the file; a date in whose place another has come is left out. */
    public static String of(EvaluatedScenario scenario) {
        Determination determination = scenario.determination();
        CalendarDates dates = determination.calendar().dates();
        String of = identity(determination);
        CalendarFile file = new CalendarFile();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Advalorem//Calendar of an investigation//EN");
        file.line("CALSCALE:GREGORIAN");
        for (CalendarDate date : dates.all()) {
            if (date.status() != CalendarDate.Status.SUPERSEDED) {
                file.event(date, dates, of, determination);
            }
        }
        file.line("END:VCALENDAR");
        return file.text.toString();
    }

    private static String identity(Determination determination) {
        String name = determination.proceeding().caseName().orElse(determination.title());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private void event(CalendarDate date, CalendarDates dates, String of, Determination determination) {
        line("BEGIN:VEVENT");
        line("UID:" + date.milestone() + "-" + of + "@advalorem");
        line("DTSTAMP:" + basic(dates.latestPublished()) + "T000000Z");
        line("SEQUENCE:" + dates.published().size());
        line("DTSTART;VALUE=DATE:" + basic(date.date()));
        line("DTEND;VALUE=DATE:" + basic(date.date().plusDays(1)));
        line("SUMMARY:" + escaped(date.milestone().label() + ": " + determination.title()));
        line("DESCRIPTION:" + escaped(String.join("\n", description(date, determination))));
        line("STATUS:" + (date.status() == CalendarDate.Status.PUBLISHED ? "CONFIRMED" : "TENTATIVE"));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static List<String> description(CalendarDate date, Determination determination) {
        List<String> lines = new ArrayList<>();
        lines.add(
                date.status() == CalendarDate.Status.PUBLISHED
                        ? "Published."
                        : "Derived: " + CalendarReport.counted(date) + ".");
        date.deadline()
                .filter(deadline -> date.status() != CalendarDate.Status.PUBLISHED)
                .ifPresent(deadline -> {
                    if (!deadline.unrolled().equals(deadline.rolled())) {
                        lines.add("Unrolled: " + deadline.unrolled()
                                + (deadline.tolling().isEmpty() ? "" : "; tolled: " + deadline.tolled()) + "; rolled: "
                                + deadline.rolled() + ".");
                    }
                    lines.add(deadline.rule().authority().words() + ".");
                });
        String cause = CalendarReport.cause(date);
        if (!cause.isEmpty()) {
            lines.add("Cause: " + cause + ".");
        }
        determination.illustrative().ifPresent(watermark -> lines.add("ILLUSTRATIVE: " + watermark));
        return lines;
    }

    private static String basic(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** Text with its backslashes, semicolons, commas and line ends escaped: RFC 5545, 3.3.11. Other controls are left out. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder(words.length());
        words.codePoints().forEach(point -> {
            switch (point) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(point);
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (!Character.isISOControl(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Adds a line, folded after at most 75 octets and never within a character: RFC 5545, 3.1. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MOST_OCTETS) {
                text.append(END_OF_LINE).append(' ');
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += more;
            i += Character.charCount(point);
        }
        text.append(END_OF_LINE);
    }
}
