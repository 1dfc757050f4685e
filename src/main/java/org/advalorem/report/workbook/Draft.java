package org.advalorem.report.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.MemoWords;

/** A workbook laid out, with the formula of every cell. */
final class Draft {
    /** The longest formula, with its equals sign, that is read at a glance. */
    static final int LONGEST = 100;

    /** What is left of an operand that goes elsewhere. */
    private static final int SHORT_REFERENCE = 5;

    private final EvaluatedScenario scenario;
    private final Splits splits;
    private final Places places = new Places();
    private final ConstantsPage constants = new ConstantsPage();
    private final List<Page> pages = new ArrayList<>();
    private final Map<Spot, String> formulas = new HashMap<>();
    private final InputsPage inputs;
    private final SummaryPage summary;

    private Draft(EvaluatedScenario scenario, List<Outline.Item> items, MemoWords words, Splits splits) {
        this.scenario = scenario;
        this.splits = splits;
        Liveness liveness = new Liveness(scenario);
        this.inputs = new InputsPage(scenario, liveness, places);
        List<Term> roots = new ArrayList<>(shown(items));
        roots.addAll(scenario.determination().results().terms());
        scenario.determination().calculation().requirements().forEach(required -> roots.add(required.condition()));
        inputs.add(inputs(roots));
        RecordsPage records = new RecordsPage(places, OutlinePages.transactions(items));
        OutlinePages outline = new OutlinePages(
                words,
                liveness,
                splits,
                places,
                records,
                new SheetNames(List.of("Summary", "Inputs", "Records", "Constants", "Assumptions", "Checks")));
        outline.add(items);
        ChecksPage checks = new ChecksPage(scenario, places, liveness, outline);
        this.summary = new SummaryPage(scenario, liveness);
        List<Page> rest = new ArrayList<>();
        if (!records.isEmpty()) {
            rest.add(records.page());
        }
        rest.addAll(List.of(constants.page(), AssumptionsPage.of(scenario), checks.page()));
        List<Page> linked = new ArrayList<>(List.of(inputs.page()));
        linked.addAll(rest);
        summary.add(inputs, checks, outline.contents(), linked);
        pages.add(summary.page());
        pages.add(inputs.page());
        pages.addAll(outline.pages());
        pages.addAll(rest);
    }

    /** A workbook whose formulas are short enough to be read, as far as they can be divided. */
    static Draft of(EvaluatedScenario scenario) {
        List<Outline.Item> items = MemoWords.items(scenario);
        MemoWords words = MemoWords.of(scenario);
        Splits splits = new Splits(shown(items), MemoWords.results(scenario));
        while (true) {
            Draft draft = new Draft(scenario, items, words, splits);
            if (!draft.write()) {
                return draft;
            }
        }
    }

    List<Page> pages() {
        return pages;
    }

    Splits splits() {
        return splits;
    }

    Places places() {
        return places;
    }

    InputsPage inputs() {
        return inputs;
    }

    SummaryPage summary() {
        return summary;
    }

    EvaluatedScenario scenario() {
        return scenario;
    }

    /** The formula of a cell, without the equals sign; empty if it has none. */
    Optional<String> formula(Spot spot) {
        return Optional.ofNullable(formulas.get(spot));
    }

    /** All that it shows, one cell a line. */
    String read() {
        StringBuilder text = new StringBuilder();
        for (Page page : pages) {
            page.read((row, cells) -> cells.forEach(cell -> read(cell, text)));
        }
        return text.toString();
    }

    private void read(Page.Cell cell, StringBuilder text) {
        Content content = cell.content();
        if (content instanceof Content.Words words) {
            text.append(words.text().replace('\n', ' '));
        } else if (content instanceof Content.Stated number) {
            text.append(Figure.PLAIN.text(number.number()));
        } else if (!(content instanceof Content.Truth)
                && CellValue.of(content, scenario.values()) instanceof Double number) {
            text.append(Figure.PLAIN.text(number));
        }
        text.append('\n').append(cell.comment().replace('\n', ' ')).append('\n');
    }

    /** Writes the formulas, and divides those that are too long: then the workbook is to be laid out again. */
    private boolean write() {
        boolean divided = false;
        for (Page page : pages) {
            // writing gives numbers their places on the page of constants, which is not among those read here
            for (Map<Integer, Page.Cell> row : page == constants.page()
                    ? List.<Map<Integer, Page.Cell>>of()
                    : List.copyOf(page.rows().values())) {
                for (Page.Cell cell : row.values()) {
                    Optional<String> formula = write(cell);
                    formula.ifPresent(text -> formulas.put(cell.spot(), text));
                    if (formula.isPresent()
                            && formula.get().length() >= LONGEST
                            && cell.content() instanceof Content.Definition definition) {
                        divided |= divide(definition.node(), cell.spot());
                    }
                }
            }
        }
        return divided;
    }

    private Optional<String> write(Page.Cell cell) {
        Resolver resolver = new Resolver(places, constants, cell.spot());
        if (cell.content() instanceof Content.Definition definition) {
            return Optional.of(new CellFormula(splits, resolver).of(definition.node()));
        }
        if (cell.content() instanceof Content.Mirror mirror) {
            return Optional.of(resolver.of(mirror.node()));
        }
        if (cell.content() instanceof Content.Composed composed) {
            StringBuilder text = new StringBuilder();
            for (Object part : composed.parts()) {
                text.append(
                        part instanceof Node node
                                ? resolver.of(node)
                                : part instanceof Spot spot
                                        ? spot.from(cell.spot().page())
                                        : part);
            }
            return Optional.of(text.toString());
        }
        return Optional.empty();
    }

    /** Divides a formula that is too long: a sum into parts, else the longest operands that it writes out go elsewhere. */
    private boolean divide(Node node, Spot spot) {
        Term term = node.term();
        if (node instanceof Node.Quantity
                && term.operation() == Operation.SUM
                && !splits.isDivided(term)
                && term.operands().size() > Node.Part.SUMMANDS) {
            splits.divide(term);
            return true;
        }
        List<Term> operands = node instanceof Node.Part part
                ? part.summands().stream().filter(splits::isWrittenOut).toList()
                : splits.writtenOut(term);
        CellFormula formula = new CellFormula(splits, new Resolver(places, constants, spot));
        record Operand(Term term, int length) {}
        List<Operand> longestFirst = operands.stream()
                .map(operand -> new Operand(
                        operand, formula.of(new Node.Quantity(operand)).length()))
                .sorted(Comparator.comparingInt(Operand::length).reversed())
                .toList();
        int length = formula.of(node).length();
        for (Operand operand : longestFirst) {
            if (length >= LONGEST) {
                splits.separate(operand.term());
                length -= operand.length() - SHORT_REFERENCE;
            }
        }
        return !operands.isEmpty();
    }

    private static Set<Term> shown(List<Outline.Item> items) {
        Set<Term> shown = new HashSet<>();
        items.forEach(item -> MemoWords.shown(item, shown));
        return shown;
    }

    /** The inputs below some terms, in the order of the scenario. */
    private List<Term> inputs(Collection<Term> roots) {
        Set<Term> reached = new HashSet<>();
        Deque<Term> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (reached.add(term)) {
                open.addAll(term.operands());
            }
        }
        Map<Term, Term> ordered = new LinkedHashMap<>();
        for (FactRegister.Fact fact : scenario.determination().register().all()) {
            fact.term().filter(reached::contains).ifPresent(input -> ordered.put(input, input));
        }
        scenario.determination().calculation().inputs().values().stream()
                .filter(reached::contains)
                .forEach(input -> ordered.put(input, input));
        return ordered.keySet().stream()
                .filter(term -> term.operation() == Operation.INPUT)
                .toList();
    }
}
