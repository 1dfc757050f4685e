package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Withheld;
import org.advalorem.facts.Provenance.Status;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.MemoWords;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Part;

/** The first sheet: rates and verdicts, whether all checks hold, what the colors mean, and where everything is. */
final class SummaryPage {
    private static final List<Integer> WIDTHS = List.of(54, 16, 16, 34, 18);
    private static final int RATE = 1;
    private static final int UNROUNDED = 2;
    private static final int VERDICT = 3;
    private static final int THRESHOLD = 4;

    private final Page page = new Page("Summary");
    private final EvaluatedScenario scenario;
    private final Liveness liveness;
    private int digestRow;

    SummaryPage(EvaluatedScenario scenario, Liveness liveness) {
        this.scenario = scenario;
        this.liveness = liveness;
        page.widths().addAll(WIDTHS);
    }

    Page page() {
        return page;
    }

    /** Lays out the whole sheet. */
    void add(InputsPage inputs, ChecksPage checks, List<OutlinePages.Contents> contents, List<Page> others) {
        page.words(page.row(), 0, scenario.determination().title(), Look.Role.TITLE);
        page.freeze();
        MemoWords.flags(scenario).forEach(flag -> page.words(page.row(), 0, flag, Look.Role.WARNING));
        rates();
        page.skip(1);
        int row = page.row();
        page.words(row, 0, "Inputs changed since Advalorem wrote this workbook", Look.Role.LABEL);
        Spot changed = page.put(row, RATE, inputs.changed(), Look.of(Look.Role.RESULT, NumberFormats.WHOLE));
        checks.add(changed);
        row = page.row();
        page.words(row, 0, "All checks hold", Look.Role.LABEL);
        page.put(row, RATE, checks.all(), Look.of(Look.Role.RESULT));
        colors(inputs);
        contents(contents, others);
        about();
        digest();
    }

    private void rates() {
        page.skip(1);
        int row = page.row();
        List<String> headings = List.of("company", "rate", "unrounded", "verdict", "threshold");
        for (int i = 0; i < headings.size(); i++) {
            page.words(row, i, headings.get(i), i == 0 || i == VERDICT ? Look.Role.HEADING : Look.Role.NUMBER_HEADING);
        }
        for (CompanyResult company : scenario.companies()) {
            company(company, "");
            scenario.otherParts(company).forEach(part -> company(part, MemoWords.part(part.scope(), scenario)));
        }
        for (Part part : scenario.determination().withParts()) {
            if (!scenario.repeats(part.scope())) {
                String of = MemoWords.part(part.scope(), scenario);
                part.negative().ifPresent(negative -> determination(negative, of));
                part.allOthers().ifPresent(others -> others(others, of));
            }
        }
    }

    private void company(CompanyResult company, String of) {
        int row = rate(company.name() + of, company.published(), company.rate());
        verdict(row, company.deMinimis(), "de minimis", "not de minimis");
        value(row, THRESHOLD, company.threshold(), "0.00##%", Look.Role.VALUE);
    }

    private void determination(Term negative, String of) {
        int row = page.row();
        page.words(row, 0, "Determination" + of, Look.Role.LABEL);
        verdict(row, negative, "negative", "affirmative");
    }

    private void others(AllOthersResult others, String of) {
        int row = rate("All others" + of, others.published(), others.rate());
        others.deMinimis().ifPresent(term -> verdict(row, term, "de minimis", "not de minimis"));
        for (AllOthersResult.OwnRate own : others.notSelected()) {
            int ownRow = rate(own.name() + ", not selected" + of, own.published(), own.rate());
            verdict(ownRow, own.deMinimis(), "de minimis", "not de minimis");
        }
    }

    private int rate(String name, Term published, Term unrounded) {
        int row = page.row();
        page.words(row, 0, name, Look.Role.LABEL);
        value(row, RATE, published, NumberFormats.PUBLISHED, Look.Role.RESULT);
        value(row, UNROUNDED, unrounded, "0.000000%", Look.Role.VALUE);
        return row;
    }

    private void value(int row, int column, Term term, String format, Look.Role role) {
        page.put(row, column, liveness.of(term, new Content.Mirror(new Node.Quantity(term))), Look.of(role, format));
    }

    private void verdict(int row, Term truth, String yes, String no) {
        if (!liveness.isLive(truth)) {
            double value = scenario.value(truth);
            page.words(row, VERDICT, Double.isNaN(value) ? Withheld.BRACKETS : value == 1.0 ? yes : no, Look.Role.TEXT);
            return;
        }
        page.put(
                row,
                VERDICT,
                new Content.Composed(
                        List.of("IF(", new Node.Quantity(truth), ",\"" + yes + "\",\"" + no + "\")"),
                        values -> values.holds(truth) ? yes : no),
                Look.of(Look.Role.TEXT));
    }

    /** The digest of the scenario, by which a workbook is known to be made from it. */
    static String digest(EvaluatedScenario scenario) {
        return scenario.receipt().hash().orElse("");
    }

    /** Where the digest is. */
    Spot digestSpot() {
        return new Spot(page, digestRow, RATE);
    }

    private void digest() {
        digestRow = page.row();
        page.words(digestRow, 0, "Content of the scenario (digest)", Look.Role.LABEL);
        page.words(digestRow, RATE, digest(scenario), Look.Role.TEXT);
    }

    private void colors(InputsPage inputs) {
        page.skip(1);
        page.words(page.row(), 0, "Colors of the inputs", Look.Role.SECTION);
        for (Status status : Status.values()) {
            if (inputs.statuses().contains(status)) {
                int row = page.row();
                page.put(row, 0, new Content.Words(status.label()), new Look(Look.Role.INPUT, "", Optional.of(status)));
            }
        }
    }

    private void contents(List<OutlinePages.Contents> contents, List<Page> others) {
        page.skip(1);
        page.words(page.row(), 0, "Contents", Look.Role.SECTION);
        List<Page> listed = new ArrayList<>();
        for (OutlinePages.Contents heading : contents) {
            if (heading.depth() <= 1) {
                page.link(page.row(), 0, "  ".repeat(2 * heading.depth()) + heading.title(), heading.spot());
                listed.add(heading.spot().page());
            }
        }
        others.stream()
                .filter(other -> !listed.contains(other))
                .forEach(other -> page.link(page.row(), 0, other.name(), new Spot(other, 0, 0)));
    }

    private void about() {
        page.skip(1);
        page.words(page.row(), 0, "About these figures", Look.Role.SECTION);
        for (String line : MemoWords.about(scenario)) {
            page.words(page.row(), 0, line, Look.Role.WRAPPED);
        }
        page.words(
                page.row(),
                0,
                "A number is compared, and rounded to publish it, from its 13 significant digits; see docs/workbook.md.",
                Look.Role.WRAPPED);
    }

    /** What the file says about itself, for programs. */
    static Map<String, String> properties(EvaluatedScenario scenario) {
        return MemoWords.facts(scenario);
    }
}
