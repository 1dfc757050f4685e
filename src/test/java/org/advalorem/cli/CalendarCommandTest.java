package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.advalorem.Shows;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dates of investigations, from the file to what is printed: the clocks of RULES 12, and rows 28, 29 and 35. */
final class CalendarCommandTest {
    private static final String SCENARIO = """
            format: advalorem/1
            title: Dates of a case
            proceeding:
              segment: investigation final
              regulation: 2024
              country: {name: X, developing: no}
              period: 2023
              average-useful-life: 10 years
            calendar: {%s}
            programs: {p: {type: stated}}
            companies: {a: {currency: USD, uses: {p: [{rate: 5%%}]}}}
            """;
    private static final String FILED = "filed: 2024-12-18";
    private static final String EXTENDED = FILED + ", preliminary-extended: yes";
    private static final String ALIGNED = EXTENDED + ", antidumping-preliminary-extended: yes, final-aligned: yes";
    private static final String TOLLED = "tolling: [{agency: Commerce, days: 47, from: 2025-10-01},"
            + " {agency: Commerce, days: 21, from: 2025-10-01}]";
    private static final String ANODE = "scenarios/active-anode-material/scenario.yaml";

    @TempDir
    private Path folder;

    private String file(String calendar) throws IOException {
        Path file = folder.resolve("case.yaml");
        Files.writeString(file, SCENARIO.formatted(calendar));
        return file.toString();
    }

    private Run run(String calendar, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("calendar", file(calendar)));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    /** The dates by name, as JSON has them. */
    private static Map<String, JsonNode> dates(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        Map<String, JsonNode> dates = new LinkedHashMap<>();
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.get("format").asString()).isEqualTo("advalorem-calendar/1");
        json.get("dates").forEach(date -> dates.put(date.get("id").asString(), date));
        return dates;
    }

    private Map<String, JsonNode> dates(String calendar) throws IOException {
        return dates(run(calendar, "--format", "json"));
    }

    @ParameterizedTest
    @Shows({"12", "20.29"})
    @CsvSource(
            delimiter = '|',
            value = {
                FILED + "    | initiation               | 2025-01-07 | 2025-01-07 | ''",
                FILED + "    | itc-preliminary          | 2025-02-01 | 2025-02-03 | 'Saturday, Sunday'",
                FILED + "    | preliminary              | 2025-03-13 | 2025-03-13 | ''",
                EXTENDED + " | preliminary-as-scheduled | 2025-03-13 | 2025-03-13 | ''",
                EXTENDED + " | preliminary              | 2025-05-17 | 2025-05-19 | 'Saturday, Sunday'",
                EXTENDED + " | final                    | 2025-08-02 | 2025-08-04 | 'Saturday, Sunday'",
                ALIGNED + "  | final-as-scheduled       | 2025-08-02 | 2025-08-04 | 'Saturday, Sunday'",
                ALIGNED + "  | antidumping-preliminary  | 2025-07-16 | 2025-07-16 | ''",
                ALIGNED + "  | antidumping-final        | 2025-09-29 | 2025-09-29 | ''",
                ALIGNED + "  | final                    | 2025-09-29 | 2025-09-29 | ''",
                ALIGNED + "  | itc-final                | 2025-11-13 | 2025-11-13 | without tolling",
                ALIGNED + "  | order                    | 2025-11-20 | 2025-11-20 | without tolling"
            })
    void followsFromTheFiling(String calendar, String id, String unrolled, String rolled, String cause)
            throws IOException {
        JsonNode date = dates(calendar).get(id);
        assertThat(date.get("unrolled").asString()).isEqualTo(unrolled);
        assertThat(date.get("rolled").asString()).isEqualTo(rolled);
        assertThat(date.get("date").asString()).isEqualTo(rolled);
        assertThat(date.get("cause").isNull() ? "" : date.get("cause").asString())
                .isEqualTo(cause);
    }

    @Test
    @Shows("20.28")
    void theCommissionHasTheLaterOfTwoDays() throws IOException {
        assertThat(dates(ALIGNED).get("itc-final").get("counted").asString())
                .isEqualTo("45 days after final, 2025-09-29 (actual day); later than 2025-09-16, 120 days after"
                        + " preliminary");
        JsonNode early =
                dates(EXTENDED + ", preliminary: 2025-05-19, final: 2025-06-02").get("itc-final");
        assertThat(early.get("date").asString()).isEqualTo("2025-09-16");
        assertThat(early.get("days").asInt()).isEqualTo(120);
        JsonNode negative = dates(ALIGNED + ", preliminary-negative: yes").get("itc-final");
        assertThat(negative.get("days").asInt()).isEqualTo(75);
    }

    @Test
    void aHolidayMovesTheCommissionAndTheOrderCountsFromTheActualDay() throws IOException {
        Map<String, JsonNode> dates = dates(ALIGNED + ", antidumping-final: 2025-12-05");
        assertThat(dates.get("final").get("date").asString()).isEqualTo("2025-12-05");
        JsonNode commission = dates.get("itc-final");
        assertThat(commission.get("unrolled").asString()).isEqualTo("2026-01-19");
        assertThat(commission.get("date").asString()).isEqualTo("2026-01-20");
        assertThat(commission.get("cause").asString()).isEqualTo("Martin Luther King Jr. birthday");
        JsonNode order = dates.get("order");
        assertThat(order.get("date").asString()).isEqualTo("2026-01-27");
        assertThat(order.get("counts").asString()).isEqualTo("actual day");
        assertThat(order.get("fromDay").asString()).isEqualTo("2026-01-20");
    }

    /** 5 December 2025, 135 days after publication, with 47 and 21 days: the day on which the finals were announced. */
    @Test
    void tollingIsAddedBeforeTheRoll() throws IOException {
        String calendar = ALIGNED + ", final-postponed: yes, antidumping-preliminary-published: 2025-07-23";
        Map<String, JsonNode> without = dates(calendar);
        assertThat(without.get("final").get("date").asString()).isEqualTo("2025-12-05");
        assertThat(without.get("antidumping-final").get("withoutTolling").asBoolean())
                .isTrue();
        assertThat(without.get("final-as-scheduled").get("withoutTolling").asBoolean())
                .isFalse();
        Map<String, JsonNode> with = dates(calendar + ", " + TOLLED);
        JsonNode antidumping = with.get("antidumping-final");
        assertThat(antidumping.get("unrolled").asString()).isEqualTo("2025-12-05");
        assertThat(antidumping.get("tolled").asString()).isEqualTo("2026-02-11");
        assertThat(antidumping.get("tolledDays").asInt()).isEqualTo(68);
        assertThat(antidumping.get("rolled").asString()).isEqualTo("2026-02-11");
        assertThat(antidumping.get("cause").asString())
                .isEqualTo("tolled by 47 days of Commerce and 21 days of Commerce");
        assertThat(with.get("final").get("date").asString()).isEqualTo("2026-02-11");
        // 45 days on is Saturday 28 March; neither the Commission nor the order is tolled once more
        assertThat(with.get("itc-final").get("date").asString()).isEqualTo("2026-03-30");
        assertThat(with.get("order").get("date").asString()).isEqualTo("2026-04-06");
        assertThat(with.get("order").get("tolledDays").asInt()).isZero();
        assertThat(with.values().stream().map(date -> date.get("withoutTolling").asBoolean()))
                .doesNotContain(true);
    }

    @Test
    void tollingHasDatesAgenciesAndExceptions() throws IOException {
        // 40 days of 2018-19: a preliminary of 14 January 2019 moves to Saturday 23 February and rolls
        String calendar = "initiation: 2018-11-10, tolling: [{agency: Commerce, days: 40, from: 2018-12-22%s}]";
        JsonNode moved = dates(calendar.formatted("")).get("preliminary");
        assertThat(moved.get("unrolled").asString()).isEqualTo("2019-01-14");
        assertThat(moved.get("tolled").asString()).isEqualTo("2019-02-23");
        assertThat(moved.get("rolled").asString()).isEqualTo("2019-02-25");
        for (String not : List.of(", to: 2019-01-13", ", except: [preliminary, postponement-request]")) {
            assertThat(dates(calendar.formatted(not))
                            .get("preliminary")
                            .get("date")
                            .asString())
                    .isEqualTo("2019-01-14");
        }
        assertThat(dates("initiation: 2018-11-10, tolling: [{agency: ITC, days: 40, from: 2018-12-22}]")
                        .get("preliminary")
                        .get("cause")
                        .asString())
                .isEqualTo("without tolling");
    }

    /** What is published during or after the days covered has its delay in it. */
    @Test
    void whatCountsFromADayCoveredIsNotTolledAgain() throws IOException {
        JsonNode order = dates("itc-final: 2026-03-20, " + TOLLED).get("order");
        assertThat(order.get("date").asString()).isEqualTo("2026-03-27");
    }

    @Test
    @Shows("20.35")
    void aProtestRollsOverLaborDay() throws IOException {
        JsonNode protest = dates("liquidation: 2025-03-03").get("protest");
        assertThat(protest.get("unrolled").asString()).isEqualTo("2025-08-30");
        assertThat(protest.get("date").asString()).isEqualTo("2025-09-02");
        assertThat(protest.get("cause").asString()).isEqualTo("Saturday, Sunday, Labor Day");
        assertThat(protest.get("support").asString()).isEqualTo("assumption");
        assertThat(protest.get("paragraph").asString()).isEqualTo("19 U.S.C. 1514(c)(3)");
        assertThat(run("liquidation: 2025-03-03").out()).contains("A205: The last day of a protest moves");
    }

    @ParameterizedTest
    @CsvSource({
        "suspension-proposed, 2025-05-26, 2025-05-27, 19 CFR 351.208(f)(1)(i)(B)",
        "suspension-notified, 2025-06-03, 2025-06-03, 19 CFR 351.208(f)(2)(i)(B)",
        "suspension-comments, 2025-06-23, 2025-06-23, 19 CFR 351.208(f)(3)(ii)",
        "suspension-accepted, 2025-07-03, 2025-07-03, 19 CFR 351.208(g)(1)(ii)"
    })
    void aSuspensionHasAClockOfFourSteps(String id, String unrolled, String rolled, String paragraph)
            throws IOException {
        JsonNode date = dates(EXTENDED).get(id);
        assertThat(date.get("unrolled").asString()).isEqualTo(unrolled);
        assertThat(date.get("date").asString()).isEqualTo(rolled);
        assertThat(date.get("paragraph").asString()).isEqualTo(paragraph);
    }

    /** 19 CFR 351.208(f)(1)(ii): an aligned final brings the limits of the antidumping case. */
    @Test
    void anAlignedFinalBringsTheLimitsOfTheAntidumpingCase() throws IOException {
        Map<String, JsonNode> dates = dates(ALIGNED);
        assertThat(Stream.of("proposed", "notified", "comments", "accepted")
                        .map(step ->
                                dates.get("suspension-" + step).get("unrolled").asString()))
                .containsExactly("2025-07-31", "2025-08-15", "2025-09-04", "2025-09-14");
    }

    @Test
    void alignmentIsRequestedWithinFiveDaysOfPublication() throws IOException {
        Map<String, JsonNode> dates = dates(EXTENDED + ", preliminary-published: 2025-05-28");
        assertThat(dates.get("alignment-request").get("date").asString()).isEqualTo("2025-06-02");
        assertThat(dates.get("alignment-request").get("paragraph").asString()).contains("19 CFR 351.210(i)");
        assertThat(run(EXTENDED).out().replaceAll("\\s+", " "))
                .contains("Once calendar.preliminary-published is known, these follow: provisional-measures,");
    }

    /** RULES 11: of a preliminary published on 14 August 2017 the gap begins on 12 December, whatever day it is. */
    @Test
    void provisionalMeasuresEndOnAnyDay() throws IOException {
        Map<String, JsonNode> dates =
                dates("initiation-published: 2017-07-01, preliminary-published: 2017-08-14, preliminary: 2017-08-07");
        assertThat(dates.get("provisional-measures-end").get("date").asString()).isEqualTo("2017-12-12");
        assertThat(dates.get("provisional-measures-end").get("falls").asString())
                .isEqualTo("on any day");
        assertThat(dates.get("provisional-measures").get("date").asString()).isEqualTo("2017-08-30");
        assertThat(dates.get("critical-circumstances-from").get("date").asString())
                .isEqualTo("2017-07-01");
    }

    @Test
    void limitsBeforeADeterminationCountFromTheStatutoryDay() throws IOException {
        Map<String, JsonNode> dates = dates(EXTENDED);
        JsonNode allegation = dates.get("allegation-before-preliminary");
        assertThat(allegation.get("counts").asString()).isEqualTo("statutory day");
        assertThat(allegation.get("fromDay").asString()).isEqualTo("2025-05-17");
        assertThat(allegation.get("unrolled").asString()).isEqualTo("2025-04-27");
        assertThat(allegation.get("date").asString()).isEqualTo("2025-04-28");
        JsonNode request = dates.get("postponement-request");
        assertThat(request.get("unrolled").asString()).isEqualTo("2025-02-16");
        assertThat(request.get("cause").asString()).isEqualTo("Sunday, Washington's Birthday");
        assertThat(request.get("date").asString()).isEqualTo("2025-02-18");
    }

    @Test
    void otherExtensions() throws IOException {
        assertThat(dates(FILED + ", industry-polled: yes")
                        .get("initiation")
                        .get("unrolled")
                        .asString())
                .isEqualTo("2025-01-27");
        assertThat(dates(FILED + ", preliminary-upstream: yes")
                        .get("preliminary")
                        .get("unrolled")
                        .asString())
                .isEqualTo("2025-08-25");
        assertThat(dates(EXTENDED + ", preliminary-upstream: yes")
                        .get("preliminary")
                        .get("unrolled")
                        .asString())
                .isEqualTo("2025-10-24");
        Map<String, JsonNode> upstream = dates(EXTENDED + ", final-upstream: yes");
        assertThat(upstream.get("final").get("unrolled").asString()).isEqualTo("2025-10-31");
        assertThat(upstream.get("suspension-proposed").get("days").asInt()).isEqualTo(15);
    }

    @Test
    void closedDaysAndHolidaysAreInputs() throws IOException {
        assertThat(dates(FILED + ", closed-days: [2025-01-07, 2025-01-08]")
                        .get("initiation")
                        .toString())
                .contains("\"date\":\"2025-01-09\"")
                .contains("\"cause\":\"closed day, closed day\"");
        assertThat(dates(FILED + ", holidays: [{date_observed: 2025-01-07, holiday: Feast}]")
                        .get("initiation")
                        .toString())
                .contains("\"date\":\"2025-01-08\"")
                .contains("\"cause\":\"Feast\"");
        assertThat(dates(ALIGNED + ", antidumping-final: 2025-12-05, holidays: reference:federal-holidays"))
                .isEqualTo(dates(ALIGNED + ", antidumping-final: 2025-12-05"));
        assertThat(run("filed: 2003-08-11").out().replaceAll("\\s+", " "))
                .contains("2003-09-01 Mon Initiation 2003-08-31 2003-09-01 Sunday")
                .contains("Some dates are in years whose holidays are not in the table");
        Run table = Run.of("reference", "federal-holidays", "2025-09-01");
        assertThat(table.out()).contains("Labor Day").contains("5 U.S.C. 6103");
        assertThat(Run.of("reference", "tolling").out()).contains("2025-11-24").contains("closed-from");
    }

    @Test
    void aPublishedDateTakesThePlaceOfTheDerived() throws IOException {
        Map<String, JsonNode> dates = dates(EXTENDED + ", initiation: 2025-01-10");
        assertThat(dates.get("initiation").get("status").asString()).isEqualTo("published");
        assertThat(dates.get("initiation").get("rolled").asString()).isEqualTo("2025-01-07");
        assertThat(dates.get("initiation").get("cause").asString()).isEqualTo("published after it was due");
        assertThat(dates.get("preliminary").get("unrolled").asString()).isEqualTo("2025-05-20");
        assertThat(dates.get("preliminary").get("status").asString()).isEqualTo("derived");
    }

    @Test
    void anyLaterDateIsEnough() throws IOException {
        Map<String, JsonNode> dates = dates("itc-final: 2025-11-13");
        assertThat(dates.keySet()).containsExactly("itc-final", "order");
        assertThat(dates.get("order").get("date").asString()).isEqualTo("2025-11-20");
    }

    @Test
    void theProceedingKnowsTwoOfTheDates() throws IOException {
        Path file = folder.resolve("proceeding.yaml");
        Files.writeString(
                file,
                SCENARIO.formatted("x")
                        .replace("calendar: {x}\n", "")
                        .replace("regulation: 2024", "petition-filed: 2024-12-18"));
        assertThat(dates(Run.of("calendar", file.toString(), "--format=json"))
                        .get("initiation")
                        .get("date")
                        .asString())
                .isEqualTo("2025-01-07");
        Files.writeString(file, SCENARIO.formatted(FILED).replace("regulation: 2024", "petition-filed: 2024-12-17"));
        assertThat(Run.of("check", file.toString()).err())
                .contains("(filed) is 2024-12-18, but the proceeding says 2024-12-17, at " + file + ":5:3.")
                .contains("State the day once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "calendar", "rate"})
    void everyProblemIsShownAtOnce(String command) throws IOException {
        String file = file("filed: 2024-12-18, initiation: 2024-12-17, order: 2025-11-20, itc-final: 2025-11-21,"
                + " tolling: [{agency: Comerce, days: 0, from: 2025-10-01}]");
        Run run = Run.of(command, file);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        file + ":9:31: AV401 (initiation) is 2024-12-17, before (filed), which it follows: 2024-12-18,"
                                + " at " + file + ":9:12.")
                .contains("AV401 (order) is 2025-11-20, before (itc-final), which it follows: 2025-11-21")
                .contains("Check both days.")
                .contains("(calendar.tolling.Comerce.agency) is (Comerce); expected one of: Commerce, ITC, CBP.")
                .contains("(calendar.tolling.Comerce.days) is (0); expected whole days from 1 to 999");
    }

    @Test
    void contradictionsAreRefused() throws IOException {
        assertThat(run(ALIGNED + ", final: 2025-09-29, antidumping-final: 2025-12-05")
                        .err())
                .contains("an aligned final falls on the day of the antidumping final");
        assertThat(run("filed: 2024-12-18, tolling: [{agency: ITC, days: 3, from: 2025-10-02, to: 2025-10-01}]")
                        .err())
                .contains("(to) is 2025-10-01, before (from), 2025-10-02.");
        assertThat(run("final-aligned: yes").err())
                .contains("No date of the investigation is known.")
                .contains("Write calendar: {filed: 2024-12-18}");
        assertThat(run(EXTENDED + ", preliminary-published: 2025-05-10").out().replaceAll("\\s+", " "))
                .contains("calendar.preliminary is derived as 2025-05-19, after a published date that follows it.");
    }

    @Test
    void theLawOfAnotherJurisdictionHasNoSuchDates() throws IOException {
        Path file = folder.resolve("elsewhere.yaml");
        String elsewhere = SCENARIO.replace("regulation: 2024", "jurisdiction: EU");
        Files.writeString(file, elsewhere.formatted(FILED));
        assertThat(Run.of("check", file.toString()).err())
                .contains("(calendar) asks for the dates of 19 CFR part 351, which the law of the European Union");
        Files.writeString(file, elsewhere.formatted("x").replace("calendar: {x}\n", ""));
        Run run = Run.of("calendar", file.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("which the law of the European Union does not have");
    }

    @Test
    void theAnodeCaseIsWithoutTollingUntilGiven() {
        Map<String, JsonNode> dates = dates(Run.of("calendar", ANODE, "--format=json"));
        assertThat(dates.values().stream()
                        .filter(date -> date.get("withoutTolling").asBoolean())
                        .map(date -> date.get("date").asString()))
                .isNotEmpty()
                .allMatch(day -> day.compareTo("2025-10-01") >= 0)
                .contains("2025-11-13", "2025-11-20");
        assertThat(dates.get("final").get("date").asString()).isEqualTo("2025-09-29");
        assertThat(dates.get("preliminary-published").get("status").asString()).isEqualTo("published");
        Run given = Run.of("calendar", ANODE, "--format=json", "--set=calendar.final=2026-02-11");
        assertThat(dates(given).get("order").get("withoutTolling").asBoolean()).isFalse();
    }

    @Test
    void looksSo() throws IOException {
        for (String ending : List.of("txt", "md", "csv", "ics")) {
            Path file = folder.resolve("calendar." + ending);
            Run run = Run.of("calendar", ANODE, "--output", file.toString());
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).isEmpty();
            Snapshots.compare(
                    "cli/calendar." + ending,
                    Files.readString(file).replace("\r\n", "\n").replace(file.toString(), "calendar." + ending));
        }
    }

    @Test
    void theCalendarFileIsTheSameInThreeTimeZones() {
        TimeZone before = TimeZone.getDefault();
        try {
            List<String> files = Stream.of("Pacific/Kiritimati", "America/New_York", "Pacific/Pago_Pago")
                    .map(zone -> {
                        TimeZone.setDefault(TimeZone.getTimeZone(zone));
                        return Run.of("calendar", ANODE, "--format", "ics").out();
                    })
                    .toList();
            assertThat(files).allMatch(files.get(0)::equals);
            assertThat(files.get(0))
                    .contains("\r\nDTSTART;VALUE=DATE:20250519\r\nDTEND;VALUE=DATE:20250520\r\n")
                    .contains("\r\nDTSTAMP:20250528T000000Z\r\nSEQUENCE:3\r\n")
                    .doesNotContain("TZID");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** RFC 5545, 3.1 and 3.3.11: lines of at most 75 octets that end in CR LF, with text escaped. */
    @Test
    void theCalendarFileFollowsTheStandard() throws IOException {
        Path file = folder.resolve("words.yaml");
        Files.writeString(
                file,
                SCENARIO.formatted(FILED)
                        .replace(
                                "title: Dates of a case",
                                "title: \"\u6848\u4ef6, with; a \\\\ and\\na line, " + "\u94dd".repeat(60) + "\""));
        String text = Run.of("calendar", file.toString(), "--format=ics").out();
        assertThat(text).doesNotContainPattern("(?<!\r)\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .anyMatch(line -> line.startsWith(" "));
        assertThat(text.replace("\r\n ", "")).contains(": \u6848\u4ef6\\, with\\; a \\\\ and\\na line\\, \u94dd\u94dd");
        assertThat(Arrays.stream(text.split("\r\n")).filter(line -> line.startsWith("UID:")))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    /** Identifiers stay; what is published raises the sequence, and moves the stamp. */
    @Test
    void aNewExportUpdates() {
        String before = Run.of("calendar", ANODE, "--format=ics").out();
        String after = Run.of("calendar", ANODE, "--format=ics", "--set=calendar.final=2026-02-11")
                .out();
        assertThat(identifiers(after)).isEqualTo(identifiers(before));
        assertThat(after).contains("SEQUENCE:4").contains("DTSTAMP:20260211T000000Z");
        String quoted = Run.of(
                        "calendar",
                        ANODE,
                        "scenarios/active-anode-material/final-as-quoted.yaml",
                        "--no-comments",
                        "--format=csv")
                .out();
        assertThat(quoted).contains("final,Final determination,Commerce,published,2026-02-11,Wed,2026-02-11");
    }

    private static List<String> identifiers(String file) {
        return Arrays.stream(file.split("\r\n"))
                .filter(line -> line.startsWith("UID:"))
                .sorted()
                .toList();
    }

    @Test
    void theFormatAndTheNameOfTheFileMustAgree() throws IOException {
        assertThat(run(
                                FILED,
                                "--format",
                                "ics",
                                "--output",
                                folder.resolve("x.csv").toString())
                        .err())
                .contains("is not a name for a calendar. Use one that ends in .ics, or that has no ending.");
        assertThat(run(
                                FILED,
                                "--format",
                                "csv",
                                "--output",
                                folder.resolve("x.ics").toString())
                        .err())
                .contains("is not a name for a report.");
        assertThat(run(FILED, "--format", "ical").err()).contains("There is no format (ical).");
        assertThat(Run.of("rate", ANODE, "--format", "ics").err()).contains("There is no format (ics).");
        assertThat(run(FILED, "--format", "ics", "--bom").err()).contains("(--bom) is for csv");
    }
}
