package org.advalorem.whatif;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.rules.Subject;

/**
 * What an edit of a rule must be about to move a figure: the company and the program of the figure, the benchmarks that these
 * name, and whatever else has inputs on which it depends. What names none of these may move anything.
 */
final class Reach {
    private static final String COMPANIES = "companies";
    private static final String PROGRAMS = "programs";
    private static final String USES = "uses";
    private static final String BENCHMARKS = "benchmarks";

    private final boolean ofCompany;
    private final boolean ofProgram;
    private final Set<String> companies = new HashSet<>();
    private final Set<String> programs = new HashSet<>();
    private final Set<String> benchmarks = new HashSet<>();

    /**
     * The reach of a figure.
     *
     * @param subject what it is about, if it is a result
     * @param inputs those on which it depends
     * @param names the benchmarks of the scenario
     */
    Reach(Optional<Subject> subject, List<Address> inputs, Set<String> names, FactRegister register) {
        this.ofProgram = subject.filter(of -> of.level() == Subject.Level.PROGRAM || of.level() == Subject.Level.USE)
                .isPresent();
        this.ofCompany = ofProgram
                || subject.filter(of -> of.level() == Subject.Level.COMPANY).isPresent();
        subject.ifPresent(of -> {
            companies.add(of.company());
            programs.add(of.program());
        });
        inputs.forEach(input -> add(input.segments()));
        follow(names, register);
    }

    private void add(List<String> input) {
        if (input.size() < 2) {
            return;
        }
        switch (input.get(0)) {
            case COMPANIES -> {
                companies.add(input.get(1));
                if (input.size() > 3 && input.get(2).equals(USES)) {
                    programs.add(input.get(3));
                }
            }
            case PROGRAMS -> programs.add(input.get(1));
            case BENCHMARKS -> benchmarks.add(input.get(1));
            default -> {
                // of the proceeding, and so of no one in particular
            }
        }
    }

    /** Adds the benchmarks that are named within reach, and those that these name in turn. */
    private void follow(Set<String> names, FactRegister register) {
        Map<List<String>, Set<String>> named = new HashMap<>();
        for (FactRegister.Fact fact : register.all()) {
            List<String> segments = fact.address().segments();
            if (names.contains(fact.text()) && segments.size() > 1) {
                named.computeIfAbsent(segments, absent -> new HashSet<>()).add(fact.text());
            }
        }
        Deque<String> open = new ArrayDeque<>(benchmarks);
        named.forEach((address, of) -> {
            if (!address.get(0).equals(BENCHMARKS) && takesIn(address)) {
                open.addAll(of);
            }
        });
        benchmarks.addAll(open);
        while (!open.isEmpty()) {
            String benchmark = open.pop();
            named.forEach((address, of) -> {
                if (address.get(0).equals(BENCHMARKS) && address.get(1).equals(benchmark)) {
                    of.stream().filter(benchmarks::add).forEach(open::add);
                }
            });
        }
    }

    /** Whether the edit may move the figure. */
    boolean takesIn(Edit edit) {
        return edit.settings().stream()
                .anyMatch(setting -> takesIn(setting.address().segments()));
    }

    /** Whether something at the address may move the figure. */
    boolean takesIn(Address address) {
        return takesIn(address.segments());
    }

    private boolean takesIn(List<String> address) {
        if (address.size() < 2) {
            return true;
        }
        return switch (address.get(0)) {
            case PROGRAMS -> !ofProgram || programs.contains(address.get(1));
            case BENCHMARKS -> !ofProgram || benchmarks.contains(address.get(1));
            case COMPANIES -> {
                boolean company = !ofCompany || companies.contains(address.get(1));
                boolean use = address.size() > 3 && address.get(2).equals(USES);
                yield company && (!use || !ofProgram || programs.contains(address.get(3)));
            }
            default -> true;
        };
    }
}
