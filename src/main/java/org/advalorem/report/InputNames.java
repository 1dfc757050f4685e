package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;

/** The names of inputs, and of what addresses are about, in place of the keys of the file. */
public final class InputNames {
    /** The place in an address of the name of a use: {@code companies.acme.uses.credit.mill}. */
    private static final int USE = 4;

    private InputNames() {}

    /** The name of what an address is about, such as a company or the use of a program; the address if it has none. */
    static String subject(EvaluatedScenario scenario, String address) {
        List<String> segments =
                address.isEmpty() ? List.of() : Address.parse(address).segments();
        if (segments.size() > USE && segments.get(2).equals("uses")) {
            Subject program = Subject.company(Scope.WHOLE, segments.get(1)).program(segments.get(3));
            return scenario.determination().name(program) + ", " + segments.get(USE);
        }
        return scenario.determination().results().keys().stream()
                .map(ResultKey::subject)
                .filter(subject -> subject.address().toString().equals(address))
                .findFirst()
                .map(scenario.determination()::name)
                .orElseGet(() -> label(scenario, address));
    }

    /** An address with the name of the company or program in place of its place in the file. */
    public static String label(EvaluatedScenario scenario, String address) {
        List<String> segments =
                address.isEmpty() ? List.of() : Address.parse(address).segments();
        if (segments.size() <= 2) {
            return address;
        }
        String rest = new Address(segments.subList(2, segments.size())).toString();
        String id = segments.get(1);
        List<CompanyResult> companies = scenario.determination().companies();
        Optional<String> name = switch (segments.get(0)) {
            case "companies" ->
                companies.stream()
                        .filter(company -> company.id().equals(id))
                        .map(CompanyResult::name)
                        .findFirst();
            case "programs" ->
                companies.stream()
                        .flatMap(company -> company.programs().stream())
                        .filter(program -> program.id().equals(id))
                        .map(ProgramResult::name)
                        .findFirst();
            case "benchmarks" -> Optional.of("benchmark " + id);
            default -> Optional.empty();
        };
        return name.map(found -> found + " (" + rest + ")").orElse(address);
    }

    /** The name of an input in worksheet formulas: the last part of its address that is a word. */
    static String of(Term input) {
        List<String> segments = Address.parse(input.address()).segments();
        int last = segments.size() - 1;
        while (last > 0 && !Character.isLetter(segments.get(last).charAt(0))) {
            last--;
        }
        return segments.get(last).replace('-', ' ');
    }
}
