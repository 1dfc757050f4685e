package org.advalorem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.advalorem.calculation.Term;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Part;
import org.advalorem.rules.base.Assumption;

/** The numbered assumptions on which the reported rates rest: those of the steps from which the rates were computed. */
public final class UsedAssumptions {
    private UsedAssumptions() {}

    /** The assumptions by number, in numerical order. */
    public static Map<String, String> of(EvaluatedScenario scenario) {
        Set<String> numbers = new TreeSet<>(
                Comparator.comparingInt(UsedAssumptions::position).thenComparing(Comparator.naturalOrder()));
        UsedAuthorities.of(scenario, results(scenario))
                .forEach(authority -> authority.assumption().ifPresent(numbers::add));
        Map<String, String> used = new LinkedHashMap<>();
        numbers.forEach(number -> used.put(number, statement(number)));
        return used;
    }

    /** The assumptions as a listing. */
    static Listing<Map.Entry<String, String>> listing(EvaluatedScenario scenario) {
        return ListingType.<Map.Entry<String, String>>of(
                        "assumptions", "assumption", "The numbered assumptions that the rates rest on.")
                .text("number", Map.Entry::getKey, "Its number in docs/assumptions.md.")
                .text("statement", Map.Entry::getValue, "What is assumed.")
                .of(List.copyOf(of(scenario).entrySet()));
    }

    /** The terms of everything reported. */
    static List<Term> results(EvaluatedScenario scenario) {
        List<Term> results = new ArrayList<>();
        List<CompanyResult> companies = new ArrayList<>(scenario.companies());
        scenario.parts().forEach(part -> companies.addAll(part.companies()));
        for (CompanyResult company : companies) {
            results.add(company.published());
            results.add(company.deMinimis());
            company.programs().forEach(program -> results.add(program.countedRounded()));
        }
        for (Part part : scenario.determination().withParts()) {
            part.negative().ifPresent(results::add);
            part.allOthers().ifPresent(allOthers -> {
                results.add(allOthers.published());
                allOthers.deMinimis().ifPresent(results::add);
                allOthers.impliedWeight().ifPresent(results::add);
                allOthers.notSelected().forEach(own -> results.add(own.published()));
            });
        }
        return results;
    }

    private static int position(String number) {
        Assumption[] all = Assumption.values();
        for (int i = 0; i < all.length; i++) {
            if (all[i].number().equals(number)) {
                return i;
            }
        }
        return all.length;
    }

    /** The sentence of an assumption. */
    static String statement(String number) {
        return Arrays.stream(Assumption.values())
                .filter(assumption -> assumption.number().equals(number))
                .map(Assumption::statement)
                .findFirst()
                .orElse("");
    }
}
