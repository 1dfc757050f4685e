package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance;
import org.advalorem.rules.CompanyResult;

/** The inputs read and used: value, unit, status, source and location. */
final class InputRows {
    private static final Set<String> NAMED_PARTS = Set.of("benchmarks", "programs", "companies");
    private static final int SECTION = 3;
    private static final int USE = 4;

    private InputRows() {}

    /** The numbers from which the reported rates were computed, and the choices made. */
    static List<FactRegister.Fact> used(EvaluatedScenario scenario) {
        Basis basis = Basis.of(scenario.values(), UsedAssumptions.results(scenario));
        Set<String> reported =
                scenario.companies().stream().map(CompanyResult::id).collect(Collectors.toSet());
        return scenario.determination().register().all().stream()
                .filter(fact -> !fact.descriptive() && !isUnchangedColumn(fact))
                .filter(fact -> fact.term().map(basis::contains).orElse(true))
                .filter(fact ->
                        fact.term().isPresent() || isReported(fact.address().segments(), reported))
                .toList();
    }

    private static boolean isUnchangedColumn(FactRegister.Fact fact) {
        return fact.provenance().status() == Provenance.Status.DEFAULT
                && fact.address().segments().contains("change");
    }

    /** Whether an address belongs to the companies reported, or to none. */
    static boolean isReported(List<String> address, Set<String> reported) {
        return address.size() < 2 || !address.get(0).equals("companies") || reported.contains(address.get(1));
    }

    /** The explanation of how to read the table. */
    static String explained(List<FactRegister.Fact> used) {
        String folder = folder(used);
        return "An address that begins with a dot continues the last full address above it."
                + (folder.isEmpty() ? "" : " Files are in " + folder + ".");
    }

    /** A row of the table: a fact below its part's heading, or that heading alone. */
    private record Line(String address, Optional<FactRegister.Fact> fact) {
        String of(Function<FactRegister.Fact, String> cell) {
            return fact.map(cell).orElse("");
        }
    }

    /** The inputs by part of the scenario. */
    static Listing<?> listing(List<FactRegister.Fact> used) {
        String folder = folder(used);
        Map<String, List<FactRegister.Fact>> parts = new LinkedHashMap<>();
        used.forEach(fact -> parts.computeIfAbsent(part(fact.address()).toString(), absent -> new ArrayList<>())
                .add(fact));
        List<Line> lines = new ArrayList<>();
        parts.forEach((part, facts) -> {
            boolean headed = facts.size() > 1;
            if (headed) {
                lines.add(new Line(part, Optional.empty()));
            }
            for (FactRegister.Fact fact : facts) {
                String address = fact.address().toString();
                String below = headed && address.length() > part.length() ? address.substring(part.length()) : address;
                lines.add(new Line(below, Optional.of(fact)));
            }
        });
        return ListingType.<Line>of("inputs", "input", "")
                .longText("", "address", Line::address, "")
                .longText("", "value", line -> line.of(FactRegister.Fact::text), "")
                .shown("unit", line -> line.of(InputRows::unit))
                .shown(
                        "status",
                        line -> line.of(fact -> fact.provenance().status().label()))
                .longText(
                        "",
                        "source",
                        line -> line.of(fact -> fact.provenance().source().words()),
                        "")
                .longText(
                        "",
                        "written at",
                        line -> line.of(
                                fact -> fact.origin().toString().substring(inFolder(fact) ? folder.length() : 0)),
                        "")
                .of(lines);
    }

    /** The part of the scenario to which an address belongs: a benchmark, a program, a company or one of its uses. */
    private static Address part(Address address) {
        List<String> segments = address.segments();
        int length = NAMED_PARTS.contains(segments.get(0)) ? 2 : 1;
        if (segments.get(0).equals("companies") && segments.size() > SECTION) {
            length = segments.get(2).equals("uses") ? USE : SECTION;
        }
        Address part = Address.ROOT;
        for (String segment : segments.subList(0, Math.min(length, segments.size()))) {
            part = part.child(segment);
        }
        return part;
    }

    private static boolean inFolder(FactRegister.Fact fact) {
        return fact.origin().line() > 0;
    }

    /** The folder that holds all the files, with its trailing separator; empty if there is none. */
    private static String folder(List<FactRegister.Fact> facts) {
        Optional<String> common = facts.stream()
                .filter(InputRows::inFolder)
                .map(fact -> fact.origin().place())
                .map(place -> place.substring(0, Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1))
                .reduce((a, b) -> a.startsWith(b) ? b : b.startsWith(a) ? a : "");
        return common.orElse("");
    }

    /** The unit of a number; empty for rates and choices. */
    static String unit(FactRegister.Fact fact) {
        return fact.term().map(Term::unit).map(Unit::toString).orElse("");
    }
}
