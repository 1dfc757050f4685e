package org.advalorem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.advalorem.facts.Nearest;
import org.advalorem.rules.CompanyResult;

/** The companies that a user names, by key or by the name that the scenario states. */
final class CompanyNames {
    private final List<CompanyResult> companies;

    CompanyNames(List<CompanyResult> companies) {
        this.companies = companies;
    }

    /**
     * The keys of the companies named, each once.
     *
     * @throws UsageException if a name is that of no company, or of several
     */
    List<String> keys(List<String> named) {
        return named.stream().map(this::key).distinct().toList();
    }

    private String key(String named) {
        List<Predicate<CompanyResult>> readings = List.of(
                company -> company.id().equals(named),
                company -> company.name().equals(named),
                company -> plain(company.id()).equals(plain(named))
                        || plain(company.name()).equals(plain(named)));
        for (Predicate<CompanyResult> reading : readings) {
            List<CompanyResult> found = companies.stream().filter(reading).toList();
            if (found.size() > 1) {
                throw new UsageException("(" + named + ") is the name of " + found.size() + " companies: " + list(found)
                        + ". Write the key of one of them.");
            }
            if (found.size() == 1) {
                return found.get(0).id();
            }
        }
        throw unknown(named);
    }

    private UsageException unknown(String named) {
        List<CompanyResult> like = companies.stream()
                .filter(company -> !plain(named).isEmpty()
                        && (plain(company.name()).contains(plain(named))
                                || plain(company.id()).contains(plain(named))))
                .toList();
        if (like.isEmpty()) {
            List<String> all = new ArrayList<>();
            companies.forEach(company -> all.add(company.id()));
            companies.forEach(company -> all.add(company.name()));
            like = Nearest.to(named, all).stream()
                    .flatMap(near -> companies.stream()
                            .filter(company ->
                                    company.id().equals(near) || company.name().equals(near)))
                    .toList();
        }
        return UsageException.of(
                "There is no company (" + named + ").",
                like.isEmpty() ? "Known here: " + list(companies) + "." : "Did you mean " + list(like) + "?");
    }

    /** The keys, each followed by the name if that is another. */
    private static String list(List<CompanyResult> companies) {
        return companies.stream()
                .map(company ->
                        "(" + company.id() + ")" + (company.name().equals(company.id()) ? "" : " " + company.name()))
                .collect(Collectors.joining(", "));
    }

    /** In lower case, letters and digits only: {@code hongdapipecoltd}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
