package org.advalorem.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** A small scenario language with a field of every kind, and the way from files to its facts. */
final class Toy {
    static final FieldType<?> PURCHASES = FieldType.records(
            Column.required("month", Column.Type.MONTH, "The month of purchase."),
            Column.required("price", Column.Type.NUMBER, "The price paid."),
            Column.optional("quantity", Column.Type.NOT_NEGATIVE, "1", "The quantity bought."));

    enum Method {
        NONE("none"),
        RATIO("ratio");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static final FieldSet USE = FieldSet.of(
            "a use of a program",
            Field.required("to", FieldType.reference("members"), "Who received the subsidy."),
            Field.optional("amount", FieldType.amount(), "The amount received."),
            Field.optional("purchases", PURCHASES, "What was bought."));

    static final FieldSet COMPANY = FieldSet.of(
            "a company",
            Field.optional("currency", FieldType.text(), "The currency of its books."),
            Field.optional("markup", FieldType.rate(), "The markup of its trading company.")
                    .orElse("5%"),
            Field.optional("method", FieldType.choice(Method.class), "The adjustment.")
                    .orElse("none"),
            Field.optional("listed", FieldType.flag(), "Whether it is listed.").orElse("no"),
            Field.optional("sales", FieldType.byYear(FieldType.amount()), "Its sales by year."),
            Field.optional("uses", FieldType.named(FieldType.list(USE, "to")), "What it received."));

    static final FieldSet BENCHMARK = FieldSet.of(
            "a price benchmark",
            Field.required("type", FieldType.text(), "The type."),
            Field.optional("unit", FieldType.unit(), "The unit of its prices."),
            Field.optional("world", FieldType.named(FieldType.monthly()), "Published prices."),
            Field.optional("freight", FieldType.named(FieldType.quantity()), "Quotes of freight."),
            Field.optional("since", FieldType.date(), "Since when it is published."));

    static final FieldSet LOAN = FieldSet.of(
            "a loan benchmark",
            Field.required("type", FieldType.text(), "The type."),
            Field.required("rate", FieldType.rate(), "The rate of interest."));

    static final FieldSet ROOT = FieldSet.of(
            "a scenario",
            Field.required("format", FieldType.text(), "The format of the file."),
            Field.optional("title", FieldType.text(), "What it is about.").describing(),
            Field.optional("notes", FieldType.text(), "Remarks.").describing(),
            Field.optional("life", FieldType.years(), "The average useful life."),
            Field.optional("segments", FieldType.oneOrMore(FieldType.text()), "The segments."),
            Field.optional(
                    "benchmarks",
                    FieldType.named(FieldType.statingUnit(
                            "unit",
                            FieldType.variant(
                                    "type", () -> new TreeMap<>(Map.of("price", BENCHMARK, "loan", LOAN)), Map.of()))),
                    "What prices and loans are measured against."),
            Field.required("companies", FieldType.named(FieldType.section(COMPANY)), "The respondents."),
            Field.optional("issues", FieldType.raw(() -> Map.of("type", "object")), "Contested choices."),
            Field.optional("expect", FieldType.raw(Expectations::schema), "What must come out."));

    /** The least that is a scenario. */
    static final String LEAST = "format: advalorem/1\ncompanies:\n  zhongji: {currency: CNY}\n";

    private Toy() {}

    static Path write(Path folder, String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Scenario> read(Problems problems, List<Path> files, String... sets) {
        return Scenario.read(ROOT, files, List.of(sets), InputStream.nullInputStream(), new FilesRead(), problems);
    }

    /** The tree of a text without files. */
    static Optional<SourceNode> tree(String text, Problems problems) {
        return SourceText.ofFile("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(source -> YamlReader.read(source, problems));
    }

    static Optional<Scenario> readInput(String text, Problems problems, String... sets) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return Scenario.read(ROOT, List.of(Path.of("-")), List.of(sets), in, new FilesRead(), problems);
    }

    /** Reads all facts; what is wrong with them is noted. */
    static void check(Scenario scenario, Problems problems) {
        FactsContext context = FactsContext.of(new CalculationBuilder(), problems, scenario.data())
                .withCurrency(Unit.of("CNY"));
        Facts.of(ROOT, context, new Facts.Layer(scenario.tree(), Address.ROOT));
        Optional.ofNullable(scenario.tree().entries().get("expect"))
                .ifPresent(given -> Expectations.read(given, problems));
    }

    /** A tree as nested text without origins, for comparing. */
    static String show(SourceNode given) {
        if (given instanceof SourceNode.Scalar scalar) {
            return scalar.quoted() ? "\"" + scalar.text() + "\"" : scalar.text();
        }
        if (given instanceof SourceNode.Sequence list) {
            return list.items().stream().map(Toy::show).toList().toString();
        }
        StringBuilder text = new StringBuilder("{");
        ((SourceNode.Mapping) given)
                .entries()
                .forEach((key, value) -> text.append(text.length() > 1 ? ", " : "")
                        .append(key)
                        .append(": ")
                        .append(show(value)));
        return text.append("}").toString();
    }
}
