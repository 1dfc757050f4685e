package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.facts.YesNo;

/**
 * An entry of {@code adjustable}, an address whose value the reader of a live report may move: {@code
 * companies.acme.export-value-adjustment.markup: 0% to 12%}, or {@code yes} for a range around the value.
 *
 * @param address what moves, with the items of lists by name
 * @param range as after {@code --vary}; empty for a range around the value
 * @param key where the address is written
 * @param origin where the range is written
 */
public record Adjustable(Address address, Optional<String> range, Origin key, Origin origin) {
    private static final String SECTION = "adjustable";
    private static final String FORM =
            "Write adjustable: {companies.acme.export-value-adjustment.markup: 0% to 12%, programs.grants.applied: yes}.";

    /**
     * The entries of {@code adjustable}, followed by those of {@code --adjust ADDRESS} and {@code --adjust ADDRESS=RANGE},
     * which replace an entry with the same address; unreadable ones are reported as problems.
     *
     * @param arguments the values of {@code --adjust}
     */
    public static List<Adjustable> read(Scenario scenario, List<String> arguments, Problems problems) {
        List<Adjustable> entries = new ArrayList<>();
        SourceNode given = scenario.tree().entries().get(SECTION);
        if (given instanceof SourceNode.Mapping mapping) {
            for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
                entries.addAll(
                        of(entry.getKey(), entry.getValue(), mapping.keyOrigin(entry.getKey()), scenario, problems));
            }
        } else if (given != null) {
            problems.add(
                    Problem.Code.AV502,
                    given.origin(),
                    "(" + SECTION + ") must be a mapping from addresses to ranges.",
                    FORM);
        }
        for (String argument : arguments) {
            for (Adjustable entry : argument(scenario, argument, problems)) {
                entries.stream()
                        .filter(old -> old.address().equals(entry.address()) && old.isArgument())
                        .findFirst()
                        .ifPresent(old -> problems.add(
                                Problem.Code.AV502,
                                entry.key(),
                                "(" + entry.address() + ") is given twice with --adjust.",
                                "Leave one of them out."));
                entries.removeIf(old -> old.address().equals(entry.address()));
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }

    private static List<Adjustable> of(
            String key, SourceNode value, Origin origin, Scenario scenario, Problems problems) {
        if (!(value instanceof SourceNode.Scalar scalar) || YesNo.same(scalar.text(), YesNo.NO)) {
            problems.add(Problem.Code.AV502, value.origin(), "The value of (" + key + ") is not a range.", FORM);
            return List.of();
        }
        Optional<String> range = YesNo.same(scalar.text(), YesNo.YES) ? Optional.empty() : Optional.of(scalar.text());
        try {
            return movable(scenario, Address.parse(key), origin, problems).stream()
                    .map(address -> new Adjustable(address, range, origin, scalar.origin()))
                    .toList();
        } catch (IllegalArgumentException e) {
            problems.add(Problem.Code.AV211, origin, String.valueOf(e.getMessage()), "");
            return List.of();
        }
    }

    private static List<Adjustable> argument(Scenario scenario, String argument, Problems problems) {
        if (!AddressArgument.hasText(argument)) {
            return bare(scenario, argument, problems);
        }
        return AddressArgument.parse(AddressArgument.ADJUST, argument, problems).stream()
                .flatMap(split -> {
                    SourceNode.Scalar text = split.scalar();
                    return movable(scenario, split.address(), split.whole(), problems).stream()
                            .map(address ->
                                    new Adjustable(address, Optional.of(text.text()), split.whole(), text.origin()));
                })
                .toList();
    }

    private static List<Adjustable> bare(Scenario scenario, String argument, Problems problems) {
        Origin whole = Origin.of(AddressArgument.ADJUST.place(), 0, 1, argument);
        try {
            return movable(scenario, Address.parse(argument.strip()), whole, problems).stream()
                    .map(address -> new Adjustable(address, Optional.empty(), whole, whole))
                    .toList();
        } catch (IllegalArgumentException e) {
            problems.add(Problem.Code.AV211, whole, String.valueOf(e.getMessage()), AddressArgument.ADJUST.advice());
            return List.of();
        }
    }

    /** The values that an address stands for; one that is no single value and no series is reported. */
    private static List<Address> movable(Scenario scenario, Address written, Origin origin, Problems problems) {
        List<Address> meant = scenario.meant(written, origin, problems);
        meant.stream()
                .filter(address -> !scenario.canVary(address))
                .forEach(address -> refuse(scenario, address, origin, problems));
        return meant.stream().filter(scenario::canVary).toList();
    }

    /** Reports an address that leads nowhere, with the one that was probably meant, or one that leads to no single value. */
    private static void refuse(Scenario scenario, Address address, Origin origin, Problems problems) {
        List<Problem> unknown = unknown(scenario, address, origin);
        problems.addAll(unknown);
        if (unknown.isEmpty()) {
            problems.add(
                    Problem.Code.AV212,
                    origin,
                    "(" + address + ") is no single value, so it cannot be adjusted.",
                    AddressArgument.ADJUST.advice());
        }
    }

    private static List<Problem> unknown(Scenario scenario, Address address, Origin origin) {
        Problems unset = new Problems();
        scenario.with(List.of(new Assignment(address, new SourceNode.Scalar(YesNo.YES, false, origin), origin)), unset);
        return unset.sorted().stream()
                .filter(problem -> problem.code() == Problem.Code.AV211)
                .toList();
    }

    private boolean isArgument() {
        return key.place().equals(AddressArgument.ADJUST.place());
    }

    /** Reports why there is nothing to go by: no such address, a text, or a number without a range. */
    private void withoutRange(Scenario scenario, Problems problems) {
        List<Problem> unknown = unknown(scenario, address, key);
        boolean text = scenario.written(address)
                .filter(SourceNode.Scalar.class::isInstance)
                .map(node -> WrittenNumber.parse(((SourceNode.Scalar) node).text()))
                .filter(Optional::isEmpty)
                .isPresent();
        if (!unknown.isEmpty()) {
            problems.addAll(unknown);
        } else if (text) {
            problems.add(
                    Problem.Code.AV212,
                    key,
                    "(" + address + ") is a text, which cannot be adjusted.",
                    "Name a number, or a choice among words.");
        } else if (isArgument()) {
            VaryForms.ofRange(scenario, address, origin, problems);
        } else {
            problems.add(
                    Problem.Code.AV502,
                    origin,
                    "No range is given for (" + address + ").",
                    "Write " + address + ": 0% to 12%.");
        }
    }

    /**
     * The range as an argument: the one stated; for a choice all its words; for a number, from half of it to half as much
     * again, which is zero for a number that is zero. Empty, with the problem reported, if there is nothing to go by.
     */
    public Optional<VaryArgument> argument(Scenario scenario, Problems problems) {
        List<String> words = scenario.words(address);
        Optional<String> text = range.or(
                () -> words.isEmpty() ? VaryForms.around(scenario, address) : Optional.of(String.join(", ", words)));
        if (text.isEmpty()) {
            withoutRange(scenario, problems);
        }
        return text.map(found -> new VaryArgument(address, found, key, origin));
    }
}
