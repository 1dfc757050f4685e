package org.advalorem.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Measure;
import org.advalorem.rules.Part;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Run;

/**
 * A scenario with its determination and the value of every term: what all reports are made from.
 *
 * @param receipt what it takes to get the same again
 * @param companies the respondents to report, in order; all-others is always made of all
 */
public record EvaluatedScenario(
        Receipt receipt, Determination determination, Values values, List<CompanyResult> companies) {
    /** Copies the list. */
    public EvaluatedScenario {
        companies = List.copyOf(companies);
    }

    /** All respondents, nothing set on the command line. */
    public static EvaluatedScenario of(String file, Determination determination) {
        return of(file, List.of(), List.of(), determination, Values.of(determination.calculation()), List.of());
    }

    /**
     * A scenario evaluated.
     *
     * @param file the scenario's first file, as the user named it
     * @param settings what the command line set, as written
     * @param command as typed; empty when there was none
     * @param companies the ids of those to report; empty for all
     */
    public static EvaluatedScenario of(
            String file,
            List<String> settings,
            List<String> command,
            Determination determination,
            Values values,
            List<String> companies) {
        return new EvaluatedScenario(
                new Receipt(
                        Header.version(),
                        file,
                        settings,
                        Optional.empty(),
                        command,
                        determination.illustrative(),
                        Optional.empty()),
                determination,
                values,
                determination.companies().stream()
                        .filter(company -> companies.isEmpty() || companies.contains(company.id()))
                        .toList());
    }

    /** This with the digest of content and data files. */
    public EvaluatedScenario withHash(String digest) {
        return new EvaluatedScenario(receipt.withHash(digest), determination, values, companies);
    }

    /** This under another name for its file. */
    public EvaluatedScenario named(String file) {
        return new EvaluatedScenario(receipt.of(file), determination, values, companies);
    }

    /** This as the base of a run. */
    EvaluatedScenario withRun(Run run) {
        return new EvaluatedScenario(receipt.withRun(run), determination, values, companies);
    }

    /** The scenario's first file, as the user named it. */
    public String file() {
        return receipt.scenario();
    }

    /** Where the results come from, as charts say below them. */
    public String source() {
        return receipt.source();
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

    /** What a subject is called. */
    public String name(Subject subject) {
        return determination.name(subject);
    }

    /** What the subject of a result is called. */
    public String name(ResultKey key) {
        return determination.name(key.subject());
    }

    /** The respondent that a subject is, or belongs to; none for all others and the determination. */
    public Optional<CompanyResult> company(Subject subject) {
        return determination.company(subject.company());
    }

    /** Whether a subject is reported: companies asked for, all others and the determination, every year and product once. */
    public boolean isReported(Subject subject) {
        return !subject.scope().repeatsTheWhole(determination.proceeding().period())
                && (subject.company().isEmpty() || companies.stream().anyMatch(company -> subject.isOf(company.id())));
    }

    /** The results to be reported: rates and verdicts of subjects, and whether the determination is negative. */
    public List<ResultKey> reported(Collection<ResultKey> results) {
        return reported(results, Set.of(Measure.RATE, Measure.RATE_UNROUNDED, Measure.DE_MINIMIS, Measure.NEGATIVE));
    }

    /** The same without the rates as published. */
    public List<ResultKey> reportedUnrounded(Collection<ResultKey> results) {
        return reported(results, Set.of(Measure.RATE_UNROUNDED, Measure.DE_MINIMIS, Measure.NEGATIVE));
    }

    private List<ResultKey> reported(Collection<ResultKey> results, Set<Measure> measures) {
        return results.stream()
                .filter(key -> measures.contains(key.measure()) && key.subject().level() != Subject.Level.USE)
                .filter(key -> isReported(key.subject()))
                .toList();
    }

    /** The unrounded rates of companies and all others among some results. */
    public static List<ResultKey> totals(Collection<ResultKey> keys, Measure measure) {
        return keys.stream()
                .filter(key -> key.measure() == measure && key.subject().isTotal())
                .toList();
    }

    /**
     * The unrounded rate that a verdict rests on: the company's or all others'; of a negative determination the highest one
     * of a company, as the last to fall below the threshold. Any other result rests on itself.
     */
    public ResultKey rateBehind(ResultKey key) {
        return switch (key.measure()) {
            case DE_MINIMIS -> key.beside(Measure.RATE_UNROUNDED);
            case NEGATIVE ->
                determination.companies().stream()
                        .max(Comparator.comparingDouble(company -> value(company.rate())))
                        .map(company -> company.subject().key(Measure.RATE_UNROUNDED))
                        .orElse(key);
            default -> key;
        };
    }
}
