package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/** Whose a result is, by its address: a company, a program of it, all others, or the determination. */
public final class Subject {
    private static final String ALL_OTHERS = "all-others";
    private static final String DETERMINATION = "determination";
    private static final String YEAR = "year";
    private static final String PRODUCT = "product";

    private Subject() {}

    /** What the addresses of a company's results begin with. */
    static String prefix(String company) {
        return Address.ROOT.child("companies").child(company) + ".";
    }

    /** Whether the result is a company's or all others', of a year or product or the whole, and not a program's. */
    public static boolean isTotal(String address) {
        List<String> segments = Address.parse(address).segments();
        return segments.size() - owner(segments) <= 1;
    }

    /** How many parts of the address name whose result it is, the year and the product with them. */
    private static int owner(List<String> segments) {
        int length = first(segments);
        for (String part : List.of(YEAR, PRODUCT)) {
            if (segments.size() > length + 2 && segments.get(length).equals(part)) {
                length += 2;
            }
        }
        return length;
    }

    /** How many name the owner alone: a company stands among others. */
    private static int first(List<String> segments) {
        return List.of(ALL_OTHERS, DETERMINATION).contains(segments.get(0)) ? 1 : 2;
    }

    /** Whether the result is of the latest year by name, which the rate of the whole says already. */
    static boolean repeatsTheWhole(String address, EvaluatedScenario scenario) {
        List<String> segments = Address.parse(address).segments();
        int whose = segments.get(0).equals("companies") ? 2 : 1;
        int latest = scenario.determination().proceeding().period().latest();
        return owner(segments) > whose
                && segments.get(whose).equals(YEAR)
                && segments.get(whose + 1).equals(Integer.toString(latest));
    }

    /** Whether those whom rates apply to are reported: companies asked for and all others, of every year and product once. */
    static boolean isReported(String whom, EvaluatedScenario scenario) {
        String rate = whom + "." + ResultAddresses.PUBLISHED;
        return !repeatsTheWhole(rate, scenario)
                && (rate.startsWith(ResultAddresses.ALL_OTHERS)
                        || scenario.companies().stream().anyMatch(company -> rate.startsWith(prefix(company.id()))));
    }

    /** The year and the product in words: {@code , 2016, plate}. */
    private static String part(List<String> segments, EvaluatedScenario scenario) {
        List<String> words = new ArrayList<>();
        for (int i = first(segments); i < owner(segments); i += 2) {
            String value = segments.get(i + 1);
            words.add(
                    segments.get(i).equals(YEAR)
                            ? scenario.determination().proceeding().period().name(Integer.parseInt(value))
                            : value);
        }
        return words.isEmpty() ? "" : ", " + String.join(", ", words);
    }

    /** The name of the company, of the program behind it, or all others. */
    public static String name(String address, EvaluatedScenario scenario) {
        List<String> segments = Address.parse(address).segments();
        String part = part(segments, scenario);
        if (segments.get(0).equals(ALL_OTHERS)) {
            return "All others" + part;
        }
        if (segments.get(0).equals(DETERMINATION)) {
            return "Determination" + part;
        }
        String id = segments.get(1);
        String company = scenario.determination().companies().stream()
                .filter(known -> known.id().equals(id))
                .map(CompanyResult::name)
                .findFirst()
                .orElse(id);
        return isTotal(address)
                ? company + part
                : company + part + ": " + program(id, segments.get(owner(segments) + 1), scenario);
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
