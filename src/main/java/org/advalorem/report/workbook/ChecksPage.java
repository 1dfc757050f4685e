package org.advalorem.report.workbook;

import java.util.List;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.Part;
import org.advalorem.rules.ResultKey;

/** What the workbook checks about itself. */
final class ChecksPage {
    private static final List<Integer> WIDTHS = List.of(80, 20, 20, 12, 12);
    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int HOLDS = 3;
    private static final int UNIT = 4;
    private static final int DIGITS_OF_MONEY = 2;
    private static final int DIGITS_OF_RATES = 8;

    private final Page page = new Page("Checks");
    private final EvaluatedScenario scenario;
    private final Places places;
    private final Liveness liveness;
    private final OutlinePages outline;

    ChecksPage(EvaluatedScenario scenario, Places places, Liveness liveness, OutlinePages outline) {
        this.scenario = scenario;
        this.liveness = liveness;
        this.places = places;
        this.outline = outline;
        page.widths().addAll(WIDTHS);
        page.words(page.row(), 0, "Checks", Look.Role.TITLE);
        page.freeze();
    }

    Page page() {
        return page;
    }

    /** Lays out all checks. */
    void add(Spot changed) {
        results(changed);
        totals();
        scenario.determination().withParts().forEach(this::allOthers);
        requirements();
    }

    /** Whether all of them hold. */
    Content all() {
        return new Content.Composed(
                List.of("AND(", new Spot(page, 0, HOLDS), ":" + new Spot(page, page.height() - 1, HOLDS).local() + ")"),
                values -> values.failed().stream()
                        .noneMatch(failed -> InputBound.of(failed).isEmpty()));
    }

    private void headings(String title, String left, String right) {
        page.skip(1);
        int row = page.row();
        page.words(row, 0, title, Look.Role.SECTION);
        page.words(row, LEFT, left, Look.Role.HEADING);
        page.words(row, RIGHT, right, Look.Role.HEADING);
        page.words(row, HOLDS, "holds", Look.Role.HEADING);
        page.words(row, UNIT, left.isEmpty() ? "" : "unit", Look.Role.HEADING);
    }

    private void results(Spot changed) {
        headings("Results, until an input is changed", "Advalorem", "this workbook");
        for (ResultKey key : scenario.determination().results().keys()) {
            Term term = scenario.determination().results().find(key).orElseThrow();
            if (scenario.isReported(key.subject()) && liveness.isLive(term)) {
                result(key, term, changed);
            }
        }
    }

    private void result(ResultKey key, Term term, Spot changed) {
        Node node = new Node.Quantity(term);
        define(node);
        int row = page.row();
        boolean truth = term.unit().equals(Unit.TRUTH);
        double value = scenario.values().of(term);
        String format = truth ? "" : NumberFormats.of(key.measure().quality());
        page.words(row, 0, scenario.name(key) + ", " + key.measure().word().replace('-', ' '), Look.Role.LABEL);
        Spot stated = page.put(
                row,
                LEFT,
                truth ? new Content.Truth(value == 1.0) : new Content.Stated(value),
                Look.of(Look.Role.CONSTANT, format));
        Spot found = page.put(row, RIGHT, new Content.Mirror(node), Look.of(Look.Role.VALUE, format));
        page.words(row, UNIT, NumberFormats.unit(term.unit(), format), Look.Role.UNIT);
        // a spreadsheet takes the last bit of a difference for nothing; what is published must be the same number
        boolean exact = truth || key.measure().quality() == Quality.PUBLISHED_RATE;
        holds(
                row,
                exact
                        ? List.of("OR(", changed, ">0,", stated, "=", found, ")")
                        : List.of("OR(", changed, ">0,ROUND(", stated, "-", found, "," + digits(term) + ")=0)"));
    }

    /** The decimal places to which numbers that were computed in two ways agree. */
    private static int digits(Term term) {
        return term.unit().isMoney() ? DIGITS_OF_MONEY : DIGITS_OF_RATES;
    }

    /** Gives a node a row here if it has no place elsewhere. */
    private void define(Node node) {
        boolean shown = node instanceof Node.Quantity quantity
                && (quantity.term().operation() == Operation.INPUT
                        || quantity.term().operation() == Operation.LITERAL);
        if (!shown && places.definition(node).isEmpty()) {
            outline.missing(node).forEach(step -> outline.step(page, step));
            outline.step(page, node);
        }
    }

    private void totals() {
        if (!outline.totals().isEmpty()) {
            headings("Totals", "total", "sum of the column");
        }
        for (OutlinePages.Total total : outline.totals()) {
            int row = page.row();
            page.words(row, 0, total.title(), Look.Role.LABEL);
            String format = NumberFormats.of(Quality.of(total.term().unit()));
            Spot left = page.put(
                    row,
                    LEFT,
                    new Content.Composed(List.of(total.total()), values -> values.of(total.term())),
                    Look.of(Look.Role.VALUE, format));
            Spot last = new Spot(
                    total.total().page(), total.total().row() - 1, total.total().column());
            Spot right = page.put(
                    row,
                    RIGHT,
                    new Content.Composed(
                            List.of("SUM(", total.first(), ":" + last.local() + ")"),
                            values -> values.of(total.term())),
                    Look.of(Look.Role.VALUE, format));
            page.words(row, UNIT, NumberFormats.unit(total.term().unit(), format), Look.Role.UNIT);
            holds(row, List.of("ROUND(", left, "-", right, "," + digits(total.term()) + ")=0"));
        }
    }

    /** An average lies between what it averages, unless the determination is negative. */
    private void allOthers(Part part) {
        if (part.allOthers().isEmpty()
                || part.negative().isEmpty()
                || !liveness.isLive(part.negative().get())) {
            return;
        }
        AllOthersResult result = part.allOthers().get();
        List<Term> rates = result.considered().stream()
                .map(considered -> considered.company().published())
                .toList();
        double rate = scenario.value(result.published());
        if (!rates.stream().allMatch(liveness::isLive) || !liveness.isLive(result.published())) {
            return;
        }
        boolean between = rates.stream()
                        .anyMatch(
                                other -> LegalDecimals.atMost(scenario.values().of(other), rate))
                && rates.stream()
                        .anyMatch(other ->
                                LegalDecimals.atMost(rate, scenario.values().of(other)));
        if (!between) {
            return;
        }
        headings("The rate of all others is between the rates considered", "rate considered", "all others");
        int first = page.height();
        for (AllOthersResult.Considered considered : result.considered()) {
            int row = page.row();
            Term published = considered.company().published();
            page.words(row, 0, considered.company().name(), Look.Role.LABEL);
            page.put(
                    row,
                    LEFT,
                    new Content.Mirror(new Node.Quantity(published)),
                    Look.of(Look.Role.VALUE, NumberFormats.PUBLISHED));
            page.words(row, UNIT, NumberFormats.unit(published.unit(), NumberFormats.PUBLISHED), Look.Role.UNIT);
        }
        int row = page.row();
        page.words(row, 0, "All others, or a negative determination", Look.Role.LABEL);
        Spot others = page.put(
                row,
                RIGHT,
                new Content.Mirror(new Node.Quantity(result.published())),
                Look.of(Look.Role.VALUE, NumberFormats.PUBLISHED));
        page.words(row, UNIT, NumberFormats.unit(result.published().unit(), NumberFormats.PUBLISHED), Look.Role.UNIT);
        String range = new Spot(page, first, LEFT).local() + ":" + new Spot(page, row - 1, LEFT).local();
        holds(
                row,
                List.of(
                        "OR(",
                        new Node.Quantity(part.negative().get()),
                        ",AND(",
                        others,
                        ">=MIN(" + range + "),",
                        others,
                        "<=MAX(" + range + ")))"));
    }

    private void requirements() {
        boolean headed = false;
        for (Requirement requirement : scenario.determination().calculation().requirements()) {
            if (InputBound.of(requirement).isEmpty()
                    && !isFinite(requirement)
                    && liveness.isLive(requirement.condition())) {
                if (!headed) {
                    headings("What must hold for the calculation to make sense", "", "");
                    headed = true;
                }
                Node node = new Node.Quantity(requirement.condition());
                define(node);
                int row = page.row();
                page.words(row, 0, "Otherwise: " + requirement.message(), Look.Role.LABEL);
                page.put(row, HOLDS, new Content.Mirror(node), Look.of(Look.Role.VALUE));
            }
        }
    }

    /** Whether it merely requires that a number is one: a spreadsheet shows an error otherwise. */
    private static boolean isFinite(Requirement requirement) {
        Term condition = requirement.condition();
        Term most = condition.operands().get(condition.operands().size() - 1);
        return condition.operation() == Operation.AT_MOST
                && most.operation() == Operation.LITERAL
                && most.decimal().doubleValue() == Double.MAX_VALUE;
    }

    private void holds(int row, List<Object> parts) {
        page.put(row, HOLDS, new Content.Composed(parts, values -> true), Look.of(Look.Role.VALUE));
    }
}
