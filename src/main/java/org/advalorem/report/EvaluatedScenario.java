package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Part;
import org.advalorem.rules.Scope;

/**
 * A scenario with its determination and the value of every term: what all reports are made from.
 *
 * @param file the scenario's first file, as the user named it
 * @param settings what the command line set, as written
 * @param hash digest of content and data files; none when it was not asked for
 * @param companies the respondents to report, in order; all-others is always made of all
 */
public record EvaluatedScenario(
        String file,
        List<String> settings,
        Optional<String> hash,
        Determination determination,
        Values values,
        List<CompanyResult> companies) {
    /** Copies the lists. */
    public EvaluatedScenario {
        settings = List.copyOf(settings);
        companies = List.copyOf(companies);
    }

    /** All respondents, nothing set on the command line. */
    public static EvaluatedScenario of(String file, Determination determination) {
        return new EvaluatedScenario(
                file,
                List.of(),
                Optional.empty(),
                determination,
                Values.of(determination.calculation()),
                determination.companies());
    }

    /** This with the digest of content and data files. */
    public EvaluatedScenario withHash(String digest) {
        return new EvaluatedScenario(file, settings, Optional.of(digest), determination, values, companies);
    }

    /** Where the results come from: file, settings and, when it was asked for, the digest of the content. */
    public String source() {
        StringBuilder source = new StringBuilder("Scenario: ").append(file);
        settings.forEach(setting -> source.append(" --set ").append(setting));
        hash.ifPresent(digest -> source.append(" (content ").append(digest).append(')'));
        return source.toString();
    }

    /** Whether the determination is negative, and there is no all-others rate. */
    public boolean isNegative() {
        return determination.negative().map(values::holds).orElse(false);
    }

    /** The same of one part of it. */
    boolean isNegative(Part part) {
        return part.negative().map(values::holds).orElse(false);
    }

    /** The all-others rate; none where the determination is negative. */
    public Optional<AllOthersResult> allOthers() {
        return determination.allOthers().filter(result -> !isNegative());
    }

    /** The all-others rate of a part; none where that is negative. */
    Optional<AllOthersResult> allOthers(Part part) {
        return part.allOthers().filter(result -> !isNegative(part));
    }

    /** The parts of the determination, without companies that are not reported. */
    List<Part> parts() {
        List<String> ids = companies.stream().map(CompanyResult::id).toList();
        return determination.parts().stream()
                .map(part -> new Part(
                        part.scope(),
                        part.companies().stream()
                                .filter(company -> ids.contains(company.id()))
                                .toList(),
                        part.negative(),
                        part.allOthers()))
                .toList();
    }

    /** The rates of a company by year and product, where there are several, without those that repeat the whole. */
    List<CompanyResult> otherParts(CompanyResult company) {
        return parts(company).stream().filter(part -> !repeats(part.scope())).toList();
    }

    /** Whether a part repeats the whole or a product of it: the latest year does. */
    boolean repeats(Scope scope) {
        return scope.repeatsTheWhole(determination.proceeding().period());
    }

    /** The rates of a company by year and product, where there are several. */
    List<CompanyResult> parts(CompanyResult company) {
        return parts().stream()
                .flatMap(part -> part.companies().stream())
                .filter(other -> other.id().equals(company.id()))
                .toList();
    }

    double value(Term term) {
        return values.of(term);
    }
}
