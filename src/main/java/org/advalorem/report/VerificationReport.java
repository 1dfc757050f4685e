package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.receipts.Comparison;
import org.advalorem.receipts.Made;
import org.advalorem.report.JsonText.Json;
import org.advalorem.scenario.RuleChange;

/** The report of {@code verify}: whether a kept result is the same when it is made again, and what differs first. */
public final class VerificationReport {
    private static final int MOST_NAMED = 10;

    private final Verified verified;

    /**
     * A result made again.
     *
     * @param file its name
     * @param kept how it was made
     * @param made how it was made again
     * @param changed the values of the scenario that have changed
     * @param since the rules that changed since the version that made it
     */
    public record Verified(
            String file, Made kept, Made made, Comparison comparison, ChangedInputs changed, List<RuleChange> since) {
        /** Copies the list. */
        public Verified {
            since = List.copyOf(since);
        }

        /** Whether every value is the same, and every result to the last bit as far as the file says. */
        public boolean isEqual() {
            return comparison.differing() == 0
                    && (comparison.further() == 0 || !isSameVersion())
                    && sameResults().orElse(true);
        }

        private Optional<Boolean> sameContent() {
            return same(kept.hash(), made.hash());
        }

        private Optional<Boolean> sameResults() {
            // the digest is of all results, and a later version may have more
            return isSameVersion() ? same(kept.results(), made.results()) : Optional.empty();
        }

        private static Optional<Boolean> same(Optional<String> kept, Optional<String> made) {
            return kept.flatMap(one -> made.map(one::equals));
        }

        private boolean isSameVersion() {
            return kept.version().equals(made.version());
        }
    }

    private VerificationReport(Verified verified) {
        this.verified = verified;
    }

    /** The report on a result made again. */
    public static Report of(Verified verified) {
        VerificationReport report = new VerificationReport(verified);
        return Report.ofTree(
                report::document,
                () -> List.of(report.headline()),
                () -> FlatTable.of(report.outcome()),
                () -> new Json()
                        .put("format", "advalorem-verification/1")
                        .put("version", Header.version())
                        .put(report.document()));
    }

    private String headline() {
        Comparison comparison = verified.comparison();
        if (verified.isEqual()) {
            return verified.file() + " is equal to the last "
                    + (verified.sameResults().isPresent() ? "bit" : "digit")
                    + ": " + NumberText.count(comparison.count(), comparison.what());
        }
        return verified.file() + " is not what is computed now: "
                + (comparison.differing() == 0
                        ? comparison.further() == 0
                                ? "the results differ beyond the digits written"
                                : NumberText.plain(comparison.further()) + " of the values are new"
                        : NumberText.plain(comparison.differing()) + " of "
                                + NumberText.count(comparison.count(), comparison.what())
                                + (comparison.differing() == 1 ? " differs" : " differ"));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        document.heading(1, headline());
        List<String> items = new ArrayList<>();
        verified.comparison()
                .first()
                .filter(first -> !verified.isEqual())
                .ifPresent(first -> items.add("First at " + first.path() + ": "
                        + first.kept().map(text -> "kept as " + text).orElse("not there when it was kept") + ", "
                        + first.made().map(text -> "now " + text).orElse("not there now") + "."));
        items.add(verified.sameContent()
                .map(same -> same
                        ? "The scenario and its data files are the same (content "
                                + verified.kept().hash().orElse("") + ")."
                        : "The scenario or its data files have changed: content "
                                + verified.kept().hash().orElse("") + " when it was kept, "
                                + verified.made().hash().orElse("") + " now.")
                .orElse("It does not say from which content it was made."));
        changed().ifPresent(items::add);
        items.add(
                verified.isSameVersion()
                        ? "Made by the same version: " + verified.kept().version() + "."
                        : "Made by " + verified.kept().version() + ", and again by "
                                + verified.made().version() + ".");
        verified.since()
                .forEach(change -> items.add("Changed in " + change.version() + ": " + change.rule() + ". "
                        + change.decision() + " (Decision " + change.number() + ".) Example: " + change.example() + ": "
                        + change.before() + " before, "
                        + change.after() + " since."));
        items.add("Command: " + String.join(" ", verified.kept().command()));
        document.items(items);
        return document.one(outcome()).data(changedOnes()).data(since()).build();
    }

    private Optional<String> changed() {
        List<String> addresses = verified.changed().addresses();
        List<String> around = verified.changed().around();
        if (addresses.isEmpty() && around.isEmpty()) {
            return Optional.empty();
        }
        if (addresses.isEmpty()) {
            return Optional.of("Values were added or left out near (" + String.join(") and (", around) + ").");
        }
        return Optional.of("Changed: ("
                + String.join("), (", addresses.subList(0, Math.min(MOST_NAMED, addresses.size()))) + ")"
                + (addresses.size() > MOST_NAMED ? " and " + (addresses.size() - MOST_NAMED) + " more" : "") + ".");
    }

    private Listing<Verified> outcome() {
        return ListingType.<Verified>of("outcome", "outcome", "Whether the kept result is made again.")
                .text("file", Verified::file, "The kept result.")
                .truth("equal", Verified::isEqual, "Whether it is the same to the last digit and bit.")
                .text("compared", of -> of.comparison().what(), "What is compared: values, or rows of a long table.")
                .number(Figure.COUNT, "count", of -> of.comparison().count(), "How many it has.")
                .number(
                        Figure.COUNT,
                        "differing",
                        of -> of.comparison().differing(),
                        "How many are not the same again.")
                .number(Figure.COUNT, "further", of -> of.comparison().further(), "How many there are now besides.")
                .text("first", of -> first(of).map(Comparison.Difference::path).orElse(""), "Where the first is.")
                .text(
                        "kept",
                        of -> first(of).flatMap(Comparison.Difference::kept).orElse(""),
                        "That value as kept.")
                .text(
                        "made",
                        of -> first(of).flatMap(Comparison.Difference::made).orElse(""),
                        "That value now.")
                .verdict("same-content", Verified::sameContent, "Whether scenario and data files are the same.")
                .verdict("same-results", Verified::sameResults, "Whether every result has the same bits.")
                .truth("same-version", Verified::isSameVersion, "Whether the same version made both.")
                .text("version", of -> of.kept().version(), "The version that made the kept result.")
                .of(List.of(verified));
    }

    private static Optional<Comparison.Difference> first(Verified of) {
        return of.comparison().first();
    }

    private Listing<String> changedOnes() {
        return ListingType.ofWords("changed", "address", "The values of the scenario that have changed.")
                .of(verified.changed().addresses());
    }

    private Listing<RuleChange> since() {
        return ListingType.<RuleChange>of("since", "change", "The rules that changed since that version.")
                .text("id", RuleChange::id, "The name of the change.")
                .text("rule", RuleChange::rule, "The rule, with its authority.")
                .text("decision", RuleChange::decision, "What is done now, and why.")
                .number(Figure.COUNT, "number", RuleChange::number, "The number of the decision in docs/decisions.")
                .of(verified.since());
    }
}
