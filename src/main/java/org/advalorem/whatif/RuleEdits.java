package org.advalorem.whatif;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.CompanyResult;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Issue;
import org.advalorem.scenario.SetArgument;

/** The edits that change how the rate is calculated, and not only a number in it; each takes a new calculation. */
final class RuleEdits {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,4})( [a-z]+)?");
    private static final Pattern ROW = Pattern.compile("\\d+");
    private static final String PROGRAMS = "programs";
    private static final String COMPANIES = "companies";
    private static final String USES = "uses";
    private static final String BENCHMARKS = "benchmarks";
    private static final String MEMBERS = "members";
    private static final String APPLIED = "applied";
    private static final String ROLE = "role";

    /** Fields that decide over which sales a benefit is spread. */
    private static final Set<String> DENOMINATORS = Set.of(
            "denominator",
            "specificity",
            "to",
            "cross-owned",
            "primarily-dedicated",
            "export-value-adjustment",
            "destination",
            "terms");

    private final Model model;
    private final List<Edit> edits = new ArrayList<>();

    private RuleEdits(Model model) {
        this.model = model;
    }

    /** The edits, in no order of plausibility. */
    static List<Edit> of(Model model) {
        RuleEdits all = new RuleEdits(model);
        all.issues();
        for (FactRegister.Fact fact : model.determination().register().all()) {
            if (fact.term().isEmpty() && !fact.descriptive()) {
                all.words(fact);
                all.references(fact);
                all.dates(fact);
                all.counts(fact);
            }
        }
        all.sources();
        all.twice();
        return all.edits;
    }

    /** The names of the benchmarks of a model. */
    static Set<String> benchmarks(Model model) {
        return new RuleEdits(model).keys(new Address(List.of(BENCHMARKS)));
    }

    private void add(EditKind kind, Address address, String what, String before, String after) {
        edits.add(new Edit(kind, address.toString(), what, before, after, List.of(assignment(address, text(after)))));
    }

    private static SourceNode text(String word) {
        return new SourceNode.Scalar(word, false, Origin.PROGRAM);
    }

    private static Assignment assignment(Address address, SourceNode value) {
        return new Assignment(address, value, Origin.PROGRAM);
    }

    private void issues() {
        for (Issue issue : Issue.read(model.scenario(), new Problems())) {
            for (Issue.Position position : issue.positions()) {
                if (!position.settings().isEmpty()) {
                    edits.add(new Edit(
                            EditKind.ISSUE,
                            new Address(List.of("issues", issue.name())).toString(),
                            "decided as (" + position.name() + ")",
                            "",
                            position.settings().stream().map(SetArgument::of).collect(Collectors.joining("; ")),
                            position.settings()));
                }
            }
        }
    }

    private void words(FactRegister.Fact fact) {
        List<String> words = model.scenario().words(fact.address());
        if (!words.contains(fact.text())) {
            return;
        }
        EditKind kind = kind(fact.address());
        for (String word : words) {
            if (!word.equals(fact.text())) {
                String what = kind == EditKind.LEFT_OUT ? word.equals("no") ? "left out" : "counted" : word;
                add(kind, fact.address(), what, fact.text(), word);
            }
        }
    }

    private static EditKind kind(Address address) {
        List<String> segments = address.segments();
        if (segments.get(segments.size() - 1).equals(APPLIED)) {
            return EditKind.LEFT_OUT;
        }
        if (segments.get(segments.size() - 1).equals(ROLE)) {
            return EditKind.REFERENCE;
        }
        return segments.stream().anyMatch(DENOMINATORS::contains) ? EditKind.DENOMINATOR : EditKind.METHOD;
    }

    /** Another benchmark or member in place of the one named; of rows, another word of their column. */
    private void references(FactRegister.Fact fact) {
        if (!model.scenario().words(fact.address()).isEmpty()) {
            return;
        }
        List<String> segments = fact.address().segments();
        String field = segments.get(segments.size() - 1);
        Set<String> names = new LinkedHashSet<>();
        if (field.contains("benchmark") || field.equals("otherwise")) {
            names.addAll(keys(new Address(List.of(BENCHMARKS))));
        } else if (segments.size() > 2 && segments.get(0).equals(COMPANIES) && !field.equals("type")) {
            names.addAll(keys(new Address(List.of(COMPANIES, segments.get(1), MEMBERS))));
        }
        names.addAll(column(segments));
        if (names.contains(fact.text())) {
            names.stream()
                    .filter(name -> !name.equals(fact.text()))
                    .forEach(name -> add(EditKind.REFERENCE, fact.address(), name, fact.text(), name));
        }
    }

    /** The words of the same column in the rows of a list; empty if the address is not that of a cell. */
    private Set<String> column(List<String> cell) {
        int end = cell.size();
        Set<String> words = new TreeSet<>();
        if (end < 3 || !ROW.matcher(cell.get(end - 2)).matches()) {
            return words;
        }
        for (int row = 1; ; row++) {
            List<String> other = new ArrayList<>(cell);
            other.set(end - 2, String.valueOf(row));
            Optional<FactRegister.Fact> found = model.determination().register().find(new Address(other).toString());
            if (found.isEmpty()) {
                return words;
            }
            words.add(found.get().text());
        }
    }

    private Set<String> keys(Address mapping) {
        return node(mapping) instanceof SourceNode.Mapping found
                ? found.entries().keySet()
                : Set.of();
    }

    /** What is written at an address made of keys only; an empty mapping if nothing is. */
    private SourceNode node(Address address) {
        SourceNode node = model.scenario().tree();
        for (String segment : address.segments()) {
            SourceNode below = node instanceof SourceNode.Mapping mapping
                    ? mapping.entries().get(segment)
                    : null;
            node = below == null ? SourceNode.mapping() : below;
        }
        return node;
    }

    private void dates(FactRegister.Fact fact) {
        if (!DATE.matcher(fact.text()).matches()) {
            return;
        }
        try {
            LocalDate day = LocalDate.parse(fact.text());
            date(fact, "a year early", day.minusYears(1));
            date(fact, "a year late", day.plusYears(1));
            if (day.getDayOfMonth() != day.getMonthValue() && day.getDayOfMonth() <= 12) {
                date(
                        fact,
                        "day and month exchanged",
                        LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
            }
        } catch (DateTimeException e) {
            // not a day of the calendar, and so no date
        }
    }

    private void date(FactRegister.Fact fact, String what, LocalDate day) {
        add(EditKind.DATE, fact.address(), what, fact.text(), day.toString());
    }

    private void counts(FactRegister.Fact fact) {
        Matcher count = COUNT.matcher(fact.text());
        if (count.matches() && model.scenario().words(fact.address()).isEmpty()) {
            int number = Integer.parseInt(count.group(1));
            String unit = Optional.ofNullable(count.group(2)).orElse("");
            add(EditKind.COUNT, fact.address(), "one more", fact.text(), (number + 1) + unit);
            if (number > 1) {
                add(EditKind.COUNT, fact.address(), "one fewer", fact.text(), (number - 1) + unit);
            }
        }
    }

    /** Each source of an averaged benchmark left out. */
    private void sources() {
        for (String benchmark : keys(new Address(List.of(BENCHMARKS)))) {
            Address address = new Address(List.of(BENCHMARKS, benchmark));
            sources(address.child("world"), address.child("use"));
            sources(address.child("ocean-freight"), address.child("use-freight"));
        }
    }

    private void sources(Address from, Address use) {
        List<String> all = node(use) instanceof SourceNode.Sequence list
                ? list.items().stream()
                        .filter(SourceNode.Scalar.class::isInstance)
                        .map(item -> ((SourceNode.Scalar) item).text())
                        .toList()
                : List.copyOf(keys(from));
        for (String source : all.size() > 1 ? all : List.<String>of()) {
            List<SourceNode> kept = all.stream()
                    .filter(other -> !other.equals(source))
                    .map(RuleEdits::text)
                    .toList();
            Assignment without = assignment(use, new SourceNode.Sequence(kept, Origin.PROGRAM));
            edits.add(new Edit(
                    EditKind.METHOD,
                    use.toString(),
                    source + " left out of the average",
                    "[" + String.join(", ", all) + "]",
                    SetArgument.of(without).substring(use.toString().length() + 1),
                    List.of(without)));
        }
    }

    /** Each program of a company, and each use, counted twice. */
    private void twice() {
        for (CompanyResult company : model.determination().companies()) {
            Address uses = new Address(List.of(COMPANIES, company.id(), USES));
            for (String program : keys(uses)) {
                Address declared = new Address(List.of(PROGRAMS, program));
                String again = program + "-again";
                edits.add(new Edit(
                        EditKind.COUNTED_TWICE,
                        uses.child(program).toString(),
                        "the program counted twice in the company's rate",
                        "",
                        "",
                        List.of(
                                assignment(new Address(List.of(PROGRAMS, again)), node(declared)),
                                assignment(uses.child(again), node(uses.child(program))))));
                if (node(uses.child(program)) instanceof SourceNode.Sequence list) {
                    useTwice(uses.child(program), list);
                }
            }
        }
    }

    private void useTwice(Address address, SourceNode.Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
            List<SourceNode> items = new ArrayList<>(list.items());
            items.add(i + 1, items.get(i));
            edits.add(new Edit(
                    EditKind.COUNTED_TWICE,
                    address.toString(),
                    list.items().size() == 1
                            ? "counted twice in the program's rate"
                            : "use " + (i + 1) + " counted twice",
                    "",
                    "",
                    List.of(assignment(address, new SourceNode.Sequence(items, list.origin())))));
        }
    }
}
