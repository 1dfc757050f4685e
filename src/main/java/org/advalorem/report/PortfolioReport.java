package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Portfolio;
import org.advalorem.whatif.Portfolio.Fault;
import org.advalorem.whatif.Portfolio.Row;
import org.advalorem.whatif.Portfolio.Simulated;
import org.advalorem.whatif.Rate;

/**
 * The report of {@code portfolio}: a row for each scenario and company, and one for each fault.
 *
 * <p>The JSON format, {@code advalorem-portfolio/1}, is a contract described in {@code docs/json.md}.
 */
public final class PortfolioReport {
    /** The number of rows printed for people. */
    private static final int MOST = 1000;

    /** The number of overlays named for people. */
    private static final int FEW = 10;

    private final Portfolio.Result result;
    private final List<String> command;
    private final boolean simulated;

    private PortfolioReport(Portfolio.Result result, List<String> command) {
        this.result = result;
        this.command = List.copyOf(command);
        this.simulated = result.rows().stream().anyMatch(row -> row.simulated().isPresent());
    }

    /**
     * The report on many scenarios.
     *
     * @param command as typed
     */
    public static Report of(Portfolio.Result result, List<String> command) {
        PortfolioReport report = new PortfolioReport(result, command);
        return Report.ofTree(
                report::document, report::comments, () -> FlatTable.of(report.rows(Column.Audience.ALL)), report::json);
    }

    /** What was counted, as the answer that stands first. */
    private String counted() {
        return NumberText.count(result.scenarios(), "scenario") + ", "
                + NumberText.count(result.rows().size() - result.faults().size(), "rate")
                + (result.faults().isEmpty()
                        ? ""
                        : ", " + NumberText.count(result.faults().size(), "fault"));
    }

    /** What the reader must not overlook. */
    private List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (result.run().partial()) {
            flags.add(Header.PARTIAL);
        }
        long marked = result.rows().stream()
                .filter(row -> !row.illustrative().isEmpty())
                .map(Row::file)
                .distinct()
                .count();
        if (marked > 0) {
            flags.add(Header.ILLUSTRATIVE + NumberText.count(marked, "scenario")
                    + " with a watermark of its own; see the column illustrative.");
        }
        return flags;
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        document.heading(1, counted() + ".");
        flags().forEach(document::warning);
        if (!result.overlays().isEmpty()) {
            document.paragraph("Passed over, because they state no whole scenario: "
                    + NumberText.count(result.overlays().size(), "overlay") + " ("
                    + result.overlays().stream().limit(FEW).collect(Collectors.joining(", "))
                    + (result.overlays().size() > FEW ? ", ..." : "") + ").");
        }
        List<Row> rates =
                result.rows().stream().filter(row -> row.rate().isPresent()).toList();
        if (!rates.isEmpty()) {
            document.view(rows(Column.Audience.PEOPLE).type().of("Rates", rates).first(MOST));
        }
        if (!result.faults().isEmpty()) {
            document.view(faults());
        }
        return document.data(rows(Column.Audience.ALL)).build();
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>(flags());
        comments.add(counted());
        comments.add(Header.version());
        comments.add(String.join(" ", command));
        return comments;
    }

    private Json json() {
        return new Json()
                .put("format", "advalorem-portfolio/1")
                .put("version", Header.version())
                .put("command", command)
                .put("run", Header.run(result.run()))
                .put("overlays", result.overlays())
                .put(rows(Column.Audience.ALL));
    }

    private Listing<Row> rows(Column.Audience audience) {
        ListingType<Row> type = ListingType.<Row>of("rows", "row", "The rates of each scenario, or its fault, by file.")
                .text("file", "file", Row::file, "The scenario's file.");
        if (audience == Column.Audience.ALL) {
            type.text("title", Row::title, "Its title; none if it could not be read.")
                    .text("illustrative", Row::illustrative, "Its watermark, if any.")
                    .text("of", Row::of, "Whose rate it is, by address; none for a fault.");
        }
        type.text("name", "company", Row::name, "The name of the company, or all others.");
        if (audience == Column.Audience.PEOPLE) {
            type.shown(Figure.PUBLISHED, "rate", row -> of(row.rate(), Rate::published))
                    .shown(Figure.RATE, "unrounded", row -> of(row.rate(), Rate::unrounded))
                    .shown("verdict", PortfolioReport::verdict);
        } else {
            RateListings.rate(type, Row::rate)
                    .truth(
                            "none",
                            row -> row.rate().filter(Rate::none).isPresent(),
                            "Whether there is no such rate, shown as zero, because the determination is negative.");
        }
        if (simulated || audience == Column.Audience.ALL) {
            type.number(
                            Figure.SHARE,
                            "simulated-de-minimis",
                            "draws de minimis",
                            row -> row.simulated()
                                    .map(Simulated::deMinimis)
                                    .orElse(OptionalDouble.empty())
                                    .orElse(Double.NaN),
                            "The share of draws in which the rate is de minimis.")
                    .number(
                            Figure.RATE,
                            "simulated-low",
                            "5 % below",
                            row -> of(row.simulated(), Simulated::low),
                            "The unrounded rate not exceeded in 5 percent of draws.")
                    .number(
                            Figure.RATE,
                            "simulated-high",
                            "95 % below",
                            row -> of(row.simulated(), Simulated::high),
                            "The unrounded rate not exceeded in 95 percent of draws.");
        }
        if (audience == Column.Audience.ALL) {
            fault(type, audience);
        }
        return type.of(result.rows());
    }

    private Listing<Row> faults() {
        ListingType<Row> type = ListingType.of("faults", "fault", "");
        fault(type, Column.Audience.PEOPLE);
        return type.of("Faults", result.faults()).first(MOST);
    }

    private static void fault(ListingType<Row> type, Column.Audience audience) {
        type.text(
                        "code",
                        "code",
                        row -> words(row, Fault::code),
                        "The kind of the first problem, explained in docs/errors.md.")
                .text("at", "at", row -> words(row, Fault::at), "The place of that problem.")
                .longText(
                        "message",
                        "problem",
                        row -> words(row, Fault::message),
                        "What was found and what was expected.");
        if (audience == Column.Audience.ALL) {
            type.text("help", row -> words(row, Fault::advice), "What to write instead.");
        }
        type.number(
                Figure.COUNT,
                "problems",
                "of",
                row -> of(row.fault(), fault -> (double) fault.problems()),
                "The number of all problems of that scenario; advalorem check lists them.");
    }

    private static String verdict(Row row) {
        if (row.rate().filter(Rate::none).isPresent()) {
            return "none: negative";
        }
        return row.rate()
                .flatMap(Rate::deMinimis)
                .map(holds -> holds ? "de minimis" : "above de minimis")
                .orElse("");
    }

    private static <T> double of(Optional<T> found, Function<T, Double> number) {
        return found.map(number).orElse(Double.NaN);
    }

    private static String words(Row row, Function<Fault, String> words) {
        return row.fault().map(words).orElse("");
    }
}
