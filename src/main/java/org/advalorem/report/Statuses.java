package org.advalorem.report;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance.Status;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/**
 * The statuses of everything that a program's rate rests on: of the numbers from which it was computed, and of the choices made
 * for the program, its use, the member that received it, the benchmarks it uses and the proceeding.
 *
 * <p>Found in one pass over the calculation, from inputs to results, so that the work does not grow with the number of programs
 * times the size of the calculation.
 */
final class Statuses {
    /** The statuses in the order of their bits. */
    private static final List<Status> ORDER = List.of(Status.values());

    private static final int LONGEST_ENTRY = 4;
    private static final List<String> PROCEEDING = List.of("proceeding");

    private final EvaluatedScenario scenario;
    private final Map<List<String>, Integer> choices = new HashMap<>();
    private final Map<List<String>, Set<String>> recipients = new HashMap<>();
    private final int[] ofTerms;

    Statuses(EvaluatedScenario scenario) {
        this.scenario = scenario;
        FactRegister register = scenario.determination().register();
        for (FactRegister.Fact fact : register.all()) {
            collect(fact);
        }
        List<Term> terms = scenario.determination().calculation().terms();
        this.ofTerms = new int[terms.size()];
        for (Term term : terms) {
            int found = own(term, register);
            for (Term operand : Basis.operands(term, scenario.values())) {
                found |= ofTerms[operand.index()];
            }
            ofTerms[term.index()] = found;
        }
    }

    /** Notes a choice under every part of the scenario that it belongs to, and who received a use. */
    private void collect(FactRegister.Fact fact) {
        List<String> address = fact.address().segments();
        boolean weak = Reliance.WEAK.contains(fact.provenance().status());
        if (fact.term().isEmpty() && !fact.descriptive() && weak) {
            for (int length = 1; length <= Math.min(LONGEST_ENTRY, address.size()); length++) {
                List<String> part = List.copyOf(address.subList(0, length));
                choices.put(part, choices(part) | bit(fact.provenance().status()));
            }
        }
        boolean ofUse = address.size() > LONGEST_ENTRY
                && address.get(0).equals("companies")
                && address.get(2).equals("uses");
        if (ofUse && address.get(address.size() - 1).equals("to")) {
            recipients
                    .computeIfAbsent(List.copyOf(address.subList(0, LONGEST_ENTRY)), use -> new HashSet<>())
                    .add(fact.text());
        }
    }

    private int own(Term term, FactRegister register) {
        if (term.operation() == Operation.INPUT) {
            Status status = register.find(term.address())
                    .map(fact -> fact.provenance().status())
                    .orElse(Status.UNSTATED);
            return bit(status) | choices(entry(Address.parse(term.address()).segments()));
        }
        return term.operation().isOverRecords() ? bit(Status.UNSTATED) : 0;
    }

    private int choices(List<String> entry) {
        return choices.getOrDefault(entry, 0);
    }

    private static int bit(Status status) {
        return 1 << ORDER.indexOf(status);
    }

    /** The statuses on which the rate of a program rests. */
    Set<Status> of(CompanyResult company, ProgramResult program) {
        List<String> use = List.of("companies", company.id(), "uses", program.id());
        int bits = ofTerms[program.rate().index()]
                | choices(PROCEEDING)
                | choices(List.of("programs", program.id()))
                | choices(use);
        for (String member : recipients.getOrDefault(use, Set.of())) {
            bits |= choices(List.of("companies", company.id(), "members", member));
        }
        Set<Status> found = EnumSet.noneOf(Status.class);
        for (Status status : ORDER) {
            if ((bits & bit(status)) != 0) {
                found.add(status);
            }
        }
        return found;
    }

    /** The value of a term in the scenario. */
    double value(Term term) {
        return scenario.value(term);
    }

    /** The part of the scenario to which a value belongs: a benchmark, a program, a member, the adjustment. */
    private static List<String> entry(List<String> address) {
        int length = switch (address.get(0)) {
            case "companies" ->
                address.size() > 2
                                && (address.get(2).equals("uses")
                                        || address.get(2).equals("members"))
                        ? LONGEST_ENTRY
                        : 3;
            case "programs", "benchmarks" -> 2;
            default -> 1;
        };
        return address.subList(0, Math.min(length, address.size()));
    }
}
