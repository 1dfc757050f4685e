package org.advalorem.report;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.SheetFormulas;
import org.advalorem.engine.Step;
import org.advalorem.rules.Scope;

/** The words of the memorandum for whoever lays its outline out otherwise: labels, units, authorities, formulas. */
public final class MemoWords {
    private static final int LONGEST_NAME = 90;

    private final Explanation explanation;
    private final SheetFormulas formulas;
    private final Map<Term, String> operations = new HashMap<>();
    private final IdentityHashMap<Worksheet, Formulas> ofSheets = new IdentityHashMap<>();
    private final IdentityHashMap<Outline.Line, String> ofLines = new IdentityHashMap<>();

    private MemoWords(EvaluatedScenario scenario) {
        this.explanation = Explanation.of(scenario.values());
        this.formulas = SheetFormulas.of(explanation, FormulaNames::of);
    }

    /** The words of a scenario's memorandum. */
    public static MemoWords of(EvaluatedScenario scenario) {
        return new MemoWords(scenario);
    }

    /** The part of the outline that a memorandum shows. */
    public static List<Outline.Item> items(EvaluatedScenario scenario) {
        return MemoOutline.items(scenario);
    }

    /** Whether an item shows nothing. */
    public static boolean isEmpty(Outline.Item item) {
        return MemoOutline.isEmpty(item);
    }

    /** The terms of everything reported. */
    public static List<Term> results(EvaluatedScenario scenario) {
        return UsedAssumptions.results(scenario);
    }

    /** Adds the terms that an item shows, except numbers that it states. */
    public static void shown(Outline.Item item, Set<Term> terms) {
        if (item instanceof Outline.Section section) {
            section.items().forEach(inner -> shown(inner, terms));
        } else if (item instanceof Outline.Line line) {
            terms.add(line.term());
        } else if (item instanceof Worksheet sheet) {
            Stream.concat(sheet.rows().stream(), Stream.of(sheet.totals()))
                    .flatMap(List::stream)
                    .filter(Outline.Quantity.class::isInstance)
                    .forEach(cell -> terms.add(((Outline.Quantity) cell).term()));
        }
    }

    /** What the reader must not overlook, one sentence each. */
    public static List<String> flags(EvaluatedScenario scenario) {
        return Header.flags(scenario);
    }

    /** What the figures rest on, one sentence each. */
    public static List<String> about(EvaluatedScenario scenario) {
        return Header.about(scenario);
    }

    /** What a file for other programs says about itself. */
    public static Map<String, String> facts(EvaluatedScenario scenario) {
        return Header.facts(scenario);
    }

    /** The year or product of a part after the name of a company; empty for the whole. */
    public static String part(Scope scope, EvaluatedScenario scenario) {
        return PartNames.of(scope, scenario);
    }

    /** A citation with the number of the assumption or the kind of support. */
    public static String authority(Authority authority) {
        return org.advalorem.report.Formulas.shortAuthority(authority);
    }

    /** The label of a line with the number by which formulas refer to it. */
    public String label(Outline.Line line) {
        return "[" + explanation.lineNumber(explanation.step(line)) + "] " + line.label();
    }

    /** The formula of a line in words; empty if its number is stated. */
    public String formula(Outline.Line line) {
        return ofLines.computeIfAbsent(
                line,
                absent -> formulas.repeatsCell(line)
                        ? ""
                        : formulas.of(line).map(words -> "= " + words).orElse(""));
    }

    /** The unit of a term as printed. */
    public String unit(Term term) {
        return Figure.unitText(term.unit());
    }

    /** The unit of a column as printed; empty if it has none, or several. */
    public String unit(Worksheet sheet, int column) {
        return SheetTables.unitText(sheet, column);
    }

    /** The name of a term: the label of the step that shows it, else how it is computed. */
    public String name(Term term) {
        return shortened(explanation.step(term).map(Step::label).orElseGet(() -> operation(term)));
    }

    /** The last part of the name of a term: of a cell, the name of its column. */
    public String shortName(Term term) {
        String name = name(term);
        return name.substring(name.lastIndexOf(", ") + (name.contains(", ") ? 2 : 1));
    }

    /** How a term is computed, in words. */
    public String operation(Term term) {
        return operations.computeIfAbsent(
                term, absent -> shortened(explanation.of(term, 0).formula()));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME - 1) + "\u2026";
    }

    /** The formulas of the columns of a worksheet. */
    public Formulas formulas(Worksheet sheet) {
        return ofSheets.computeIfAbsent(sheet, absent -> new Formulas(sheet, formulas.of(sheet)));
    }

    /** The formulas of the columns of one worksheet in words. */
    public record Formulas(Worksheet sheet, SheetFormulas.OfSheet computed) {
        /** How a column is computed, and the rows that differ; empty if its numbers are stated. */
        public String of(int column) {
            StringBuilder words = new StringBuilder();
            Optional<String> formula = computed.columns().get(column);
            formula.ifPresent(text -> words.append("= ").append(text));
            for (SheetFormulas.Difference difference : computed.differences()) {
                if (difference.column() == column) {
                    words.append(words.isEmpty() ? "" : "\n")
                            .append(sheet.name(difference.rows().get(0)))
                            .append(
                                    difference.rows().size() > 1
                                            ? " and " + (difference.rows().size() - 1) + " more"
                                            : "")
                            .append(": ")
                            .append(difference.formula());
                }
            }
            return words.toString();
        }
    }
}
