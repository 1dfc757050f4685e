package org.advalorem.report;

import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/** Whose a result is, by its address: a company, a program of it, all others, or the determination. */
public final class Subject {
    private static final String ALL_OTHERS = "all-others";

    private Subject() {}

    /** What the addresses of a company's results begin with. */
    static String prefix(String company) {
        return Address.ROOT.child("companies").child(company) + ".";
    }

    /** Whether the result is a company's or all others', not a program's. */
    public static boolean isTotal(String address) {
        Address parsed = Address.parse(address);
        return parsed.segments().get(0).equals(ALL_OTHERS) || parsed.segments().size() <= 3;
    }

    /** The name of the company, of the program behind it, all others, or the determination. */
    public static String name(String address, EvaluatedScenario scenario) {
        Address parsed = Address.parse(address);
        if (parsed.segments().get(0).equals(ALL_OTHERS)) {
            return "All others";
        }
        if (address.equals(ResultAddresses.NEGATIVE)) {
            return "Determination";
        }
        String id = parsed.segments().get(1);
        String company = scenario.determination().companies().stream()
                .filter(known -> known.id().equals(id))
                .map(CompanyResult::name)
                .findFirst()
                .orElse(id);
        return isTotal(address)
                ? company
                : company + ": " + program(id, parsed.segments().get(3), scenario);
    }

    /** The company whose result it is; none for all others. */
    public static Optional<CompanyResult> company(String address, EvaluatedScenario scenario) {
        return scenario.determination().companies().stream()
                .filter(company -> address.startsWith(prefix(company.id())))
                .findFirst();
    }

    /** The address of a company. */
    public static String address(CompanyResult company) {
        return Address.ROOT.child("companies").child(company.id()).toString();
    }

    private static String program(String company, String id, EvaluatedScenario scenario) {
        return scenario.determination().companies().stream()
                .filter(known -> known.id().equals(company))
                .flatMap(known -> known.programs().stream())
                .filter(program -> program.id().equals(id))
                .map(ProgramResult::name)
                .findFirst()
                .orElse(id);
    }
}
