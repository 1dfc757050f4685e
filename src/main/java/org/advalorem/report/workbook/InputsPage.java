package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Withheld;
import org.advalorem.engine.Values;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance.Status;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;

/** The inputs: the only cells whose numbers are meant to be changed. */
final class InputsPage {
    static final int VALUE = 1;
    static final int ADDRESS = 5;
    static final int EXPORTED = 7;
    private static final List<String> HEADINGS =
            List.of("input", "value", "unit", "status", "source", "address", "written at", "as exported", "changed");
    private static final List<Integer> WIDTHS = List.of(72, 18, 12, 15, 40, 60, 40, 18, 10);
    private static final int UNIT = 2;
    private static final int STATUS = 3;
    private static final int SOURCE = 4;
    static final int WRITTEN = 6;
    private static final int CHANGED = 8;

    private final Page page = new Page("Inputs");
    private final EvaluatedScenario scenario;
    private final Places places;
    private final Liveness liveness;
    private final SheetNames names = new SheetNames(List.of());
    private final Map<String, Spot> named = new LinkedHashMap<>();
    private final Map<Term, Spot> spots = new LinkedHashMap<>();
    private final Set<Status> statuses = EnumSet.noneOf(Status.class);
    private final Map<Term, List<Requirement>> requirements = new LinkedHashMap<>();

    InputsPage(EvaluatedScenario scenario, Liveness liveness, Places places) {
        this.scenario = scenario;
        this.liveness = liveness;
        this.places = places;
        for (Requirement requirement : scenario.determination().calculation().requirements()) {
            InputBound.of(requirement)
                    .ifPresent(bound -> requirements
                            .computeIfAbsent(bound.input(), absent -> new ArrayList<>())
                            .add(requirement));
        }
        page.words(page.row(), 0, "Inputs", Look.Role.TITLE);
        page.words(
                page.row(),
                0,
                "Change the numbers in column B; everything else follows. Their colors say how well each is established.",
                Look.Role.TEXT);
        page.headings(HEADINGS, WIDTHS);
    }

    Page page() {
        return page;
    }

    /** The cells by name. */
    Map<String, Spot> named() {
        return named;
    }

    /** The cells of inputs. */
    Map<Term, Spot> spots() {
        return spots;
    }

    /** The statuses of the inputs. */
    Set<Status> statuses() {
        return statuses;
    }

    /** Gives every input of the workbook its row. */
    void add(List<Term> inputs) {
        Map<String, List<Term>> parts = new LinkedHashMap<>();
        inputs.forEach(input -> parts.computeIfAbsent(part(input.address()), absent -> new ArrayList<>())
                .add(input));
        parts.forEach((part, terms) -> {
            page.skip(1);
            page.words(page.row(), 0, part, Look.Role.SECTION);
            terms.forEach(this::add);
        });
    }

    /** The changed cells counted. */
    Content changed() {
        Spot first = new Spot(page, 0, CHANGED);
        Spot last = new Spot(page, Math.max(1, page.height() - 1), CHANGED);
        return new Content.Composed(
                List.of("COUNTIF(", first, ":" + last.local() + ",TRUE)"), values -> (double) spots.keySet().stream()
                        .filter(input -> isChanged(input, values))
                        .count());
    }

    private boolean isChanged(Term input, Values values) {
        return values.of(input) != scenario.values().of(input);
    }

    private static String part(String address) {
        String[] segments = address.split("\\.", -1);
        boolean use = segments.length > 3 && segments[0].equals("companies") && segments[2].equals("uses");
        boolean row = segments.length > 1 && Character.isDigit(segments[1].charAt(0));
        int length = Math.min(segments.length - 1, use ? 4 : row ? 1 : 2);
        return String.join(".", List.of(segments).subList(0, Math.max(1, length)));
    }

    private void add(Term input) {
        Optional<FactRegister.Fact> fact = scenario.determination().register().find(input.address());
        Status status = fact.map(known -> known.provenance().status()).orElse(Status.UNSTATED);
        String source = fact.map(known -> known.provenance().source().words()).orElse("");
        String origin = fact.map(known -> known.origin().toString()).orElse("");
        statuses.add(status);
        int row = page.row();
        double number = scenario.values().of(input);
        String format = NumberFormats.of(input.unit(), input.decimal());
        boolean truth = input.unit().equals(Unit.TRUTH);
        if (!liveness.isLive(input)) {
            withheld(row, input);
            return;
        }
        Content content = truth ? new Content.Truth(number == 1.0) : new Content.Stated(number);
        page.words(row, 0, InputNames.of(scenario, input.address()), Look.Role.LABEL);
        Spot spot = page.put(row, VALUE, content, Look.input(format, status), comment(input, status, source, origin));
        places.define(new Node.Quantity(input), spot);
        spots.put(input, spot);
        named.put(names.cell(input.address()), spot);
        page.words(row, UNIT, NumberFormats.unit(input.unit(), format), Look.Role.UNIT);
        page.words(row, STATUS, status.label(), Look.Role.TEXT);
        page.words(row, SOURCE, source, Look.Role.TEXT);
        page.words(row, ADDRESS, input.address(), Look.Role.TEXT);
        page.words(row, WRITTEN, origin, Look.Role.TEXT);
        Spot exported = page.put(row, EXPORTED, content, Look.of(Look.Role.CONSTANT, format));
        page.put(
                row,
                CHANGED,
                new Content.Composed(List.of(spot, "<>", exported), values -> isChanged(input, values)),
                Look.of(Look.Role.VALUE));
        bound(input, spot);
    }

    private void withheld(int row, Term input) {
        page.words(row, 0, InputNames.of(scenario, input.address()), Look.Role.LABEL);
        places.define(
                new Node.Quantity(input),
                page.put(row, VALUE, new Content.Words(Withheld.BRACKETS), Look.of(Look.Role.CONSTANT)));
        page.words(row, ADDRESS, input.address(), Look.Role.TEXT);
    }

    private static String comment(Term input, Status status, String source, String origin) {
        StringBuilder comment = new StringBuilder(input.address());
        comment.append("\nStatus: ").append(status.label());
        if (!source.isEmpty()) {
            comment.append("\nSource: ").append(source);
        }
        return origin.isEmpty()
                ? comment.toString()
                : comment.append("\nWritten at: ").append(origin).toString();
    }

    private void bound(Term input, Spot spot) {
        Optional<Page.Limit> least = Optional.empty();
        Optional<Page.Limit> most = Optional.empty();
        StringBuilder advice = new StringBuilder();
        for (Requirement requirement : requirements.getOrDefault(input, List.of())) {
            InputBound bound = InputBound.of(requirement).orElseThrow();
            least = bound.least().isPresent() ? bound.least() : least;
            most = bound.most().isPresent() ? bound.most() : most;
            advice.append(advice.isEmpty() ? "" : " ").append(requirement.message());
        }
        if (input.operation() == Operation.INPUT && !input.unit().equals(Unit.TRUTH)) {
            page.bound(new Page.Bound(spot, least, most, advice.toString()));
        }
    }
}
