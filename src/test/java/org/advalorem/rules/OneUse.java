package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Values;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** A scenario of one company with one use of one program, and what it comes to. */
public final class OneUse {
    private final String type;
    private final SourceNode.Mapping use;
    private int period = 2015;
    private String usefulLife = "10 years";
    private String regulation = "2024";
    private Optional<String> specificity = Optional.empty();
    private String currency = "CNY";
    private SourceNode benchmarks = SourceNode.mapping();
    private Optional<SourceNode> sales = Optional.empty();
    private SourceNode exchangeRates = SourceNode.sequence();

    private OneUse(String type, SourceNode.Mapping use) {
        this.type = type;
        this.use = use;
    }

    /** A use of a program of that type with those facts. */
    public static OneUse of(String type, Object... keysAndValues) {
        return new OneUse(type, SourceNode.mapping(keysAndValues));
    }

    public String type() {
        return type;
    }

    public OneUse in(int year) {
        this.period = year;
        return this;
    }

    public OneUse under(String text) {
        this.regulation = text;
        return this;
    }

    public OneUse over(int years) {
        this.usefulLife = years + " years";
        return this;
    }

    public OneUse specific(String how) {
        this.specificity = Optional.of(how);
        return this;
    }

    public OneUse reporting(String money) {
        this.currency = money;
        return this;
    }

    public OneUse benchmark(String name, SourceNode table) {
        this.benchmarks = SourceNode.mapping(name, table);
        return this;
    }

    public OneUse benchmarks(Object... namesAndTables) {
        this.benchmarks = SourceNode.mapping(namesAndTables);
        return this;
    }

    public OneUse exchangeRates(SourceNode... rows) {
        this.exchangeRates = SourceNode.sequence((Object[]) rows);
        return this;
    }

    public OneUse sales(SourceNode rows) {
        this.sales = Optional.of(rows);
        return this;
    }

    private SourceNode.Mapping scenario() {
        Map<String, SourceNode> entries = new TreeMap<>(use.entries());
        if (sales.isEmpty()) {
            entries.putIfAbsent("over", SourceNode.scalar("100 million"));
        }
        SourceNode.Mapping received = new SourceNode.Mapping(entries, use.keys(), use.origin());
        List<Object> company = new ArrayList<>(List.of("currency", currency));
        sales.ifPresent(rows -> company.addAll(List.of("sales", rows)));
        company.addAll(List.of("uses", SourceNode.mapping("program", SourceNode.sequence(received))));
        return SourceNode.mapping(
                "format",
                "advalorem/1",
                "title",
                "one use",
                "proceeding",
                SourceNode.mapping(
                        "segment",
                        "investigation final",
                        "regulation",
                        regulation,
                        "country",
                        SourceNode.mapping("name", "Country"),
                        "period",
                        period,
                        "average-useful-life",
                        usefulLife),
                "exchange-rates",
                exchangeRates,
                "benchmarks",
                benchmarks,
                "programs",
                SourceNode.mapping(
                        "program",
                        specificity
                                .map(how -> SourceNode.mapping("type", type, "specificity", how))
                                .orElseGet(() -> SourceNode.mapping("type", type))),
                "companies",
                SourceNode.mapping("acme", SourceNode.mapping(company.toArray())));
    }

    /** The finished determination; fails with the problems when there are any. */
    public Determination determination() {
        Problems problems = new Problems();
        Optional<Determination> determination =
                Determination.of(scenario(), DataFiles.NONE, Programs.shipped(), problems);
        assertThat(problems.sorted()).isEmpty();
        return determination.orElseThrow();
    }

    /** The messages with their codes, in order. */
    public List<String> problems() {
        Problems problems = new Problems();
        assertThat(Determination.of(scenario(), DataFiles.NONE, Programs.shipped(), problems))
                .isEmpty();
        return problems.sorted().stream()
                .map(problem -> problem.code() + " " + problem.message())
                .toList();
    }

    public Problem problem() {
        Problems problems = new Problems();
        assertThat(Determination.of(scenario(), DataFiles.NONE, Programs.shipped(), problems))
                .isEmpty();
        assertThat(problems.sorted()).hasSize(1);
        return problems.sorted().get(0);
    }

    /** The benefit of the period. */
    public double benefit() {
        return benefit(Map.of());
    }

    /** The benefit of the period with some inputs replaced. */
    public double benefit(Map<String, Double> replaced) {
        Determination determination = determination();
        Values values = Values.of(determination.calculation(), replaced);
        assertThat(values.failed()).isEmpty();
        return values.of(determination
                .companies()
                .get(0)
                .programs()
                .get(0)
                .uses()
                .get(0)
                .slice()
                .orElseThrow());
    }

    /** The table of the outline with that title: cells as words, quantities as numbers. */
    public List<String> table(String title) {
        Determination determination = determination();
        return rows(determination.calculation(), Values.of(determination.calculation()), title);
    }

    /** The rows of the tables of that title: cells as words, quantities as numbers. */
    public static List<String> rows(Calculation calculation, Values values, String title) {
        return items(calculation.outline())
                .filter(item -> item instanceof Worksheet table && table.title().equals(title))
                .flatMap(item -> ((Worksheet) item).rows().stream())
                .map(row -> row.stream().map(cell -> text(cell, values)).collect(Collectors.joining(" | ")))
                .toList();
    }

    /** The notes of the outline. */
    public List<String> notes() {
        return items(determination().calculation().outline())
                .filter(Outline.Note.class::isInstance)
                .map(item -> ((Outline.Note) item).words())
                .toList();
    }

    /** What the table of the outline with that title rests on. */
    public Authority tableAuthority(String title) {
        return items(determination().calculation().outline())
                .filter(item -> item instanceof Worksheet table && table.title().equals(title))
                .map(item -> ((Worksheet) item).authority())
                .findFirst()
                .orElseThrow();
    }

    /** What the line of the outline with that label rests on. */
    public Authority authority(String label) {
        return items(determination().calculation().outline())
                .filter(item ->
                        item instanceof Outline.Line line && line.label().equals(label))
                .map(item -> ((Outline.Line) item).authority())
                .findFirst()
                .orElseThrow();
    }

    /** The warnings, in order. */
    public List<String> warnings() {
        return determination().warnings().stream()
                .map(warning -> warning.text())
                .toList();
    }

    /** The value of the line of the outline with that label. */
    public double line(String label) {
        Determination determination = determination();
        Values values = Values.of(determination.calculation());
        return items(determination.calculation().outline())
                .filter(item ->
                        item instanceof Outline.Line line && line.label().equals(label))
                .mapToDouble(item -> values.of(((Outline.Line) item).term()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Outline.Cell cell, Values values) {
        if (cell instanceof Outline.Words words) {
            return words.text();
        }
        if (cell instanceof Outline.Count count) {
            return Long.toString(count.number());
        }
        double value = values.of(((Outline.Quantity) cell).term());
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Everything in the outline, sections opened. */
    public static Stream<Outline.Item> items(Outline.Item item) {
        return item instanceof Outline.Section section
                ? section.items().stream().flatMap(OneUse::items)
                : Stream.of(item);
    }
}
