package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.Assignment;

/**
 * A scenario without the companies, programs and sections that a figure does not depend on, in which edits of rules are
 * tried first: it is calculated many times as fast as the whole, and few edits pass.
 */
final class Sieve {
    private static final String COMPANIES = "companies";
    private static final String USES = "uses";
    private static final String PROGRAMS = "programs";
    private static final String BENCHMARKS = "benchmarks";

    /** Sections on which no rate depends. */
    private static final List<String> ASIDE = List.of(
            "exposure",
            "screens",
            "deposits",
            "calendar",
            "expect",
            "uncertain",
            "correlations",
            "adjustable",
            "issues");

    private final Model whole;
    private final Model small;
    private final List<Address> removed;

    private Sieve(Model whole, Model small, List<Address> removed) {
        this.whole = whole;
        this.small = small;
        this.removed = removed;
    }

    /**
     * The sieve for a figure; the whole scenario if nothing can be left out without moving it.
     *
     * @param name the figure as in the disclosure
     * @param reach what the figure depends on
     */
    static Sieve of(Model model, String name, Optional<Subject> subject, Reach reach) {
        if (subject.isEmpty()) {
            return new Sieve(model, model, List.of());
        }
        List<Address> all = removable(model, reach);
        return without(all, model, name)
                .or(() -> {
                    // something refers to what was left out: the companies alone may do
                    List<Address> most = all.stream()
                            .filter(address -> address.segments().size() == 1
                                    || (address.segments().size() == 2
                                            && address.segments().get(0).equals(COMPANIES)))
                            .toList();
                    return without(most, model, name);
                })
                .orElseGet(() -> new Sieve(model, model, List.of()));
    }

    private static Optional<Sieve> without(List<Address> removed, Model model, String name) {
        return with(model, removed.stream().map(Sieve::removal).toList())
                .filter(less -> same(model, less, name))
                .map(less -> new Sieve(model, less, removed));
    }

    private static boolean same(Model model, Model less, String name) {
        Optional<Double> before = DisclosureCheck.term(model, name).map(model.values()::of);
        return before.isPresent()
                && before.equals(DisclosureCheck.term(less, name).map(less.values()::of));
    }

    private static List<Address> removable(Model model, Reach reach) {
        List<Address> found = new ArrayList<>();
        SourceNode.Mapping tree = model.scenario().tree();
        for (String section : ASIDE) {
            if (tree.entries().containsKey(section)) {
                found.add(new Address(List.of(section)));
            }
        }
        Set<String> used = new HashSet<>();
        for (String company : keys(tree, COMPANIES)) {
            Address address = new Address(List.of(COMPANIES, company));
            if (!reach.takesIn(address)) {
                found.add(address);
            } else if (below(tree, COMPANIES).entries().get(company) instanceof SourceNode.Mapping of) {
                for (String program : keys(of, USES)) {
                    Address use = address.child(USES).child(program);
                    if (reach.takesIn(use)) {
                        used.add(program);
                    } else {
                        found.add(use);
                    }
                }
            }
        }
        keys(tree, PROGRAMS).stream()
                .filter(program -> !used.contains(program))
                .forEach(program -> found.add(new Address(List.of(PROGRAMS, program))));
        keys(tree, BENCHMARKS).stream()
                .map(benchmark -> new Address(List.of(BENCHMARKS, benchmark)))
                .filter(benchmark -> !reach.takesIn(benchmark))
                .forEach(found::add);
        return found;
    }

    private static Set<String> keys(SourceNode.Mapping mapping, String key) {
        return below(mapping, key).entries().keySet();
    }

    private static SourceNode.Mapping below(SourceNode.Mapping mapping, String key) {
        return mapping.entries().get(key) instanceof SourceNode.Mapping found ? found : SourceNode.mapping();
    }

    private static Assignment removal(Address address) {
        return new Assignment(address, new SourceNode.Scalar("none", false, Origin.PROGRAM), Origin.PROGRAM);
    }

    private static Optional<Model> with(Model model, List<Assignment> settings) {
        return model.with(settings, new Problems());
    }

    /** Whether an edit can move the figure: it cannot if it is only about what the figure does not depend on. */
    boolean takesIn(Edit edit) {
        return !edit.settings().stream().allMatch(setting -> isRemoved(setting.address()));
    }

    /** The model in which an edit is tried first: the whole one if part of the edit is about something left out. */
    Model small(Edit edit) {
        return edit.settings().stream().anyMatch(setting -> isRemoved(setting.address())) ? whole : small;
    }

    private boolean isRemoved(Address address) {
        return removed.stream().anyMatch(address::isBelow);
    }
}
