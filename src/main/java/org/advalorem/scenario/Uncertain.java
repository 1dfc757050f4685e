package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.KnownKeys;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Source;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.uncertainty.DistributionSyntaxException;
import org.advalorem.uncertainty.Variation;

/**
 * An entry of {@code uncertain}, an address and how its value varies: {@code
 * companies.acme.export-value-adjustment.markup: triangular(2%, 6%, 12%)}.
 *
 * @param address what varies, with the items of lists by name: a value, a whole series, a column of records, or {@code issues.<issue>} for its positions
 * @param text the distribution as written
 * @param key where the address is written
 * @param origin where the distribution is written
 * @param sample the first number other than zero in the sample that the distribution names, if it names one
 */
public record Uncertain(
        Address address, String text, Variation variation, Origin key, Origin origin, Optional<Uncertain.Cell> sample) {
    /** A number in a data file, as written, and its origin. */
    public record Cell(WrittenNumber written, Origin origin) {}

    private static final String DISTRIBUTION = "distribution";

    /** The keys allowed beside a distribution: the provenance keys that any value may have. */
    private static final List<String> BESIDE = List.of(DISTRIBUTION, "status", "source", "public");

    /**
     * The entries of {@code uncertain}, followed by those of {@code --vary ADDRESS=DISTRIBUTION}, which replace an
     * entry with the same address; unreadable ones are reported as problems.
     *
     * @param arguments the values of {@code --vary}
     */
    public static List<Uncertain> read(Scenario scenario, List<String> arguments, Problems problems) {
        List<Uncertain> entries = new ArrayList<>();
        SourceNode given = scenario.tree().entries().get("uncertain");
        if (given instanceof SourceNode.Mapping mapping) {
            for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
                of(entry.getKey(), entry.getValue(), mapping.keyOrigin(entry.getKey()), scenario, problems)
                        .ifPresent(entries::add);
            }
        } else if (given != null) {
            problems.add(
                    Problem.Code.AV502,
                    given.origin(),
                    "(uncertain) must be a mapping from addresses to distributions.",
                    "Write uncertain: {companies.acme.export-value-adjustment.markup: triangular(2%, 6%, 12%)}.");
        }
        for (String argument : arguments) {
            for (Uncertain entry : varied(scenario, argument, problems)) {
                entries.removeIf(old -> old.address().equals(entry.address()));
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }

    private static List<Uncertain> varied(Scenario scenario, String argument, Problems problems) {
        if (!AddressArgument.hasText(argument)) {
            VaryForms.addresses(scenario, argument, AddressArgument.VARY, problems).stream()
                    .limit(1)
                    .forEach(address -> VaryForms.ofDistribution(
                            scenario, address, Origin.of(AddressArgument.VARY.place(), 0, 1, argument), problems));
            return List.of();
        }
        return AddressArgument.parse(AddressArgument.VARY, argument, problems).stream()
                .flatMap(vary -> scenario.meant(vary.address(), vary.whole(), problems).stream()
                        .flatMap(address ->
                                of(address.toString(), vary.scalar(), vary.whole(), scenario, problems).stream()))
                .toList();
    }

    private static Optional<Uncertain> of(
            String key, SourceNode value, Origin origin, Scenario scenario, Problems problems) {
        if (!(distribution(key, value, problems) instanceof SourceNode.Scalar scalar)) {
            problems.add(
                    Problem.Code.AV502,
                    value.origin(),
                    "The value of (" + key + ") is not a distribution.",
                    isUnquoted(value)
                            ? "Put it in quotes: it contains a colon."
                            : misspelt(value)
                                    .map(found -> "Did you mean (" + DISTRIBUTION + ") instead of (" + found + ")?")
                                    .orElse(
                                            "Write one such as triangular(2%, 6%, 12%), or {distribution: triangular(2%, 6%, 12%),"
                                                    + " source: ...}."));
            return Optional.empty();
        }
        try {
            Address address = scenario.named(Address.parse(key));
            Samples samples = new Samples(scalar.origin(), scenario);
            Variation read = Variation.parse(scalar.text(), samples::read);
            Optional<Cell> first = samples.first();
            Variation variation = first.isPresent()
                    ? new Variation(
                            read.effect(),
                            read.distribution(),
                            first.get().written().percent(),
                            read.unit())
                    : read;
            return Optional.of(new Uncertain(address, scalar.text(), variation, origin, scalar.origin(), first));
        } catch (DistributionSyntaxException e) {
            problems.add(Problem.Code.AV502, within(scalar, e.offset()), String.valueOf(e.getMessage()), "");
        } catch (Samples.UnusableException e) {
            problems.add(Problem.Code.AV301, e.origin(), String.valueOf(e.getMessage()), e.advice());
        } catch (IllegalArgumentException e) {
            problems.add(Problem.Code.AV211, origin, String.valueOf(e.getMessage()), "");
        }
        return Optional.empty();
    }

    /**
     * The distribution itself; in a mapping, the value of its key {@code distribution}. Unknown keys beside it are
     * reported, and a source that cannot be read.
     */
    private static SourceNode distribution(String key, SourceNode value, Problems problems) {
        if (!(value instanceof SourceNode.Mapping mapping && mapping.entries().containsKey(DISTRIBUTION))) {
            return value;
        }
        KnownKeys.check(mapping, BESIDE, "next to a distribution", problems);
        Source.check(mapping, Address.ROOT.child("uncertain").child(key), problems);
        return mapping.entries().getOrDefault(DISTRIBUTION, value);
    }

    /** The key that may be a misspelling of {@code distribution}. */
    private static Optional<String> misspelt(SourceNode value) {
        return value instanceof SourceNode.Mapping mapping
                ? Nearest.to(DISTRIBUTION, mapping.entries().keySet())
                : Optional.empty();
    }

    /** Whether a distribution was written without quotes: YAML reads {@code discrete(a: 60%, b: 40%)} as a mapping. */
    private static boolean isUnquoted(SourceNode value) {
        return value instanceof SourceNode.Mapping mapping
                && mapping.entries().keySet().stream().anyMatch(key -> key.indexOf('(') >= 0);
    }

    /** The origin of an offset in a scalar that appears verbatim on one line; for any other scalar, its beginning. */
    private static Origin within(SourceNode.Scalar scalar, int offset) {
        Origin origin = scalar.origin();
        int start = origin.text()
                .offsetByCodePoints(
                        0,
                        Math.min(
                                Math.max(origin.column() - 1, 0),
                                origin.text().codePointCount(0, origin.text().length())));
        boolean verbatim = !scalar.quoted() && origin.text().startsWith(scalar.text(), start);
        return verbatim && origin.column() > 0
                ? new Origin(
                        origin.place(),
                        origin.line(),
                        origin.column()
                                + scalar.text()
                                        .codePointCount(
                                                0,
                                                Math.min(offset, scalar.text().length())),
                        origin.text(),
                        origin.overridden())
                : origin;
    }
}
