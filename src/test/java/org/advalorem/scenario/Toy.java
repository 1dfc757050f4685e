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
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Problems;

/** A small scenario language with a field of every kind, and the way from files to its facts. */
final class Toy {
    static final Kind<?> PURCHASES = Kind.records(
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
            Field.required("to", Kind.reference("members"), "Who received the subsidy."),
            Field.optional("amount", Kind.amount(), "The amount received."),
            Field.optional("purchases", PURCHASES, "What was bought."));

    static final FieldSet COMPANY = FieldSet.of(
            "a company",
            Field.optional("currency", Kind.text(), "The currency of its books."),
            Field.optional("markup", Kind.rate(), "The markup of its trading company.")
                    .orElse("5%"),
            Field.optional("method", Kind.choice(Method.class), "The adjustment.")
                    .orElse("none"),
            Field.optional("listed", Kind.flag(), "Whether it is listed.").orElse("no"),
            Field.optional("sales", Kind.byYear(Kind.amount()), "Its sales by year."),
            Field.optional("uses", Kind.named(Kind.list(USE, "to")), "What it received."));

    static final FieldSet BENCHMARK = FieldSet.of(
            "a price benchmark",
            Field.required("type", Kind.text(), "The type."),
            Field.optional("unit", Kind.unit(), "The unit of its prices."),
            Field.optional("world", Kind.named(Kind.monthly()), "Published prices."),
            Field.optional("freight", Kind.named(Kind.quantity()), "Quotes of freight."),
            Field.optional("since", Kind.date(), "Since when it is published."));

    static final FieldSet LOAN = FieldSet.of(
            "a loan benchmark",
            Field.required("type", Kind.text(), "The type."),
            Field.required("rate", Kind.rate(), "The rate of interest."));

    static final FieldSet ROOT = FieldSet.of(
            "a scenario",
            Field.required("format", Kind.text(), "The format of the file."),
            Field.optional("title", Kind.text(), "What it is about.").describing(),
            Field.optional("notes", Kind.text(), "Remarks.").describing(),
            Field.optional("life", Kind.years(), "The average useful life."),
            Field.optional("segments", Kind.oneOrMore(Kind.text()), "The segments."),
            Field.optional(
                    "benchmarks",
                    Kind.named(Kind.statingUnit(
                            "unit",
                            Kind.variant("type", () -> new TreeMap<>(Map.of("price", BENCHMARK, "loan", LOAN))))),
                    "What prices and loans are measured against."),
            Field.required("companies", Kind.named(Kind.section(COMPANY)), "The respondents."),
            Field.optional("issues", Kind.raw(() -> Map.of("type", "object")), "Contested choices."),
            Field.optional("expect", Kind.raw(Expectations::schema), "What must come out."));

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
        return Scenario.read(ROOT, files, List.of(sets), InputStream.nullInputStream(), problems);
    }

    /** The tree of a text without files. */
    static Optional<Given> tree(String text, Problems problems) {
        return SourceText.ofFile("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(source -> YamlReader.read(source, problems));
    }

    static Optional<Scenario> readInput(String text, Problems problems, String... sets) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return Scenario.read(ROOT, List.of(Path.of("-")), List.of(sets), in, problems);
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
    static String show(Given given) {
        if (given instanceof Given.Scalar scalar) {
            return scalar.quoted() ? "\"" + scalar.text() + "\"" : scalar.text();
        }
        if (given instanceof Given.Sequence list) {
            return list.items().stream().map(Toy::show).toList().toString();
        }
        StringBuilder text = new StringBuilder("{");
        ((Given.Mapping) given)
                .entries()
                .forEach((key, value) -> text.append(text.length() > 1 ? ", " : "")
                        .append(key)
                        .append(": ")
                        .append(show(value)));
        return text.append("}").toString();
    }
}
