package org.advalorem.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;
import org.advalorem.facts.Address;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Measure;
import org.advalorem.rules.Part;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;
import org.advalorem.rules.UseResult;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.Sha256;
import org.advalorem.whatif.Run;

/**
 * A scenario with its determination and the value of every term, from which all reports are made.
 *
 * @param receipt the information needed to reproduce the output
 * @param companies the respondents to report, in order; the all-others rate always reflects all respondents
 * @param remarks warnings of the command, besides those of the determination
 * @param publicVersion what is shown in brackets; empty unless it is the public version of the scenario
 */
public record EvaluatedScenario(
        Receipt receipt,
        Determination determination,
        Values values,
        List<CompanyResult> companies,
        List<Warnings.Warning> remarks,
        Optional<PublicVersion> publicVersion) {
    /** What the mark of an adjusted rate means. */
    public static final String ADJUSTED =
            "* The rate is not the benefit of the period divided by the denominator, because of an export value adjustment or a"
                    + " weighting";

    /** Copies the lists. */
    public EvaluatedScenario {
        companies = List.copyOf(companies);
        remarks = List.copyOf(remarks);
    }

    /** The evaluated scenario with all respondents and no command-line settings. */
    public static EvaluatedScenario of(String file, Determination determination) {
        return of(
                file,
                List.of(),
                List.of(),
                Optional.empty(),
                determination,
                Values.of(determination.calculation()),
                List.of());
    }

    /**
     * The evaluated scenario as a command sees it.
     *
     * @param file the scenario's first file, as named by the user
     * @param settings the settings given on the command line, as written
     * @param command the command as typed; empty if there was none
     * @param folder the folder in which the command was typed, seen from that of its output; see {@link Receipt}
     * @param companies the ids of the companies to report; empty for all
     */
    public static EvaluatedScenario of(
            String file,
            List<String> settings,
            List<String> command,
            Optional<String> folder,
            Determination determination,
            Values values,
            List<String> companies) {
        return new EvaluatedScenario(
                new Receipt(
                        Header.version(),
                        file,
                        settings,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        folder,
                        command,
                        determination.illustrative(),
                        Optional.empty()),
                determination,
                values,
                determination.companies().stream()
                        .filter(company -> companies.isEmpty() || companies.contains(company.id()))
                        .toList(),
                List.of(),
                Optional.empty());
    }

    /** This scenario with the digests of its content and data files, of its results and of every value. */
    public EvaluatedScenario withHash(Scenario scenario) {
        Scenario.Content content = scenario.content();
        return new EvaluatedScenario(
                receipt.withHashes(
                        content.hash(), resultDigest(), content.fingerprint().digits()),
                determination,
                values,
                companies,
                remarks,
                publicVersion);
    }

    /**
     * The public version of this scenario. Its receipt holds the digest of what is public alone: with any other, whoever knows
     * the rest could try values until it agrees.
     *
     * @param version what is shown of the determination
     * @param command the command as it is shown
     */
    public EvaluatedScenario inPublic(PublicVersion version, Scenario scenario, List<String> command) {
        return new EvaluatedScenario(
                receipt.inPublic(scenario.publicHash(version::isPublic), version::redacted)
                        .typed(command),
                version.determination(),
                version.values(),
                companies,
                remarks,
                Optional.of(version));
    }

    /** This scenario with a determination of its own: an alternative to it. */
    public EvaluatedScenario of(Determination other, Values evaluated) {
        Set<String> reported = companies.stream().map(CompanyResult::id).collect(Collectors.toSet());
        return new EvaluatedScenario(
                receipt,
                other,
                evaluated,
                other.companies().stream()
                        .filter(company -> reported.contains(company.id()))
                        .toList(),
                remarks,
                publicVersion);
    }

    /** This scenario as made by another command. */
    public EvaluatedScenario typed(List<String> command) {
        return new EvaluatedScenario(receipt.typed(command), determination, values, companies, remarks, publicVersion);
    }

    /** The digest of every result, by its address and to the last bit. */
    private String resultDigest() {
        StringBuilder all = new StringBuilder();
        for (ResultKey key : determination.results().keys()) {
            long bits = Double.doubleToLongBits(
                    values.of(determination.results().find(key).orElseThrow()));
            all.append(key).append(' ').append(Long.toHexString(bits)).append('\n');
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** This scenario with more warnings than those of its determination. */
    public EvaluatedScenario remarking(List<Warnings.Warning> more) {
        return new EvaluatedScenario(receipt, determination, values, companies, more, publicVersion);
    }

    /** This scenario with a warning for each address on which no result depends. */
    public EvaluatedScenario unused(List<String> addresses) {
        return remarking(addresses.stream()
                .map(address -> new Warnings.Warning(
                        Address.parse(address),
                        "Nothing depends on " + InputNames.withAddress(this, address) + ".",
                        Optional.empty()))
                .toList());
    }

    /** The warnings of the determination, of ledgers that do not tie, and of the command. */
    List<Warnings.Warning> warnings() {
        return Stream.of(determination.warnings(), ReconciliationText.warnings(this), remarks)
                .flatMap(List::stream)
                .toList();
    }

    /** This scenario under another file name. */
    public EvaluatedScenario named(String file) {
        return new EvaluatedScenario(receipt.of(file), determination, values, companies, remarks, publicVersion);
    }

    /** This scenario as the base of a run. */
    EvaluatedScenario withRun(Run run) {
        return new EvaluatedScenario(receipt.withRun(run), determination, values, companies, remarks, publicVersion);
    }

    /** The scenario's first file, as named by the user. */
    public String file() {
        return receipt.scenario();
    }

    /** The source of the results, as printed below charts. */
    public String source() {
        return receipt.source();
    }

    /** The command that made the results, and the program's version, as printed below charts. */
    public String made() {
        return receipt.made();
    }

    /** Whether the determination is negative, in which case there is no all-others rate but a country-wide one. */
    public boolean isNegative() {
        return determination.negative().map(values::holds).orElse(false);
    }

    /** Whether the given part of the determination is negative. */
    boolean isNegative(Part part) {
        return part.negative().map(values::holds).orElse(false);
    }

    /** Whether a single rate applies to the country. */
    public boolean isCountryWide() {
        return determination.allOthers().filter(AllOthersResult::isCountryWide).isPresent();
    }

    /** The all-others rate; empty if the determination is negative, unless by that rate, which is then country-wide. */
    public Optional<AllOthersResult> allOthers() {
        return determination.allOthers().filter(result -> result.isCountryWide() || !isNegative());
    }

    /** The all-others rate of a part; empty if that part is negative, unless by that rate. */
    Optional<AllOthersResult> allOthers(Part part) {
        return part.allOthers().filter(result -> result.isCountryWide() || !isNegative(part));
    }

    /** The parts of the determination, limited to the companies reported. */
    List<Part> parts() {
        Set<String> ids = companies.stream().map(CompanyResult::id).collect(Collectors.toSet());
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

    /** The rates of a company by year and product, if there are several, except those that repeat the whole. */
    public List<CompanyResult> otherParts(CompanyResult company) {
        return parts(company).stream().filter(part -> !repeats(part.scope())).toList();
    }

    /** Whether a part repeats the whole or one of its products, as the latest year does. */
    public boolean repeats(Scope scope) {
        return scope.repeatsTheWhole(determination.proceeding().period());
    }

    /** The rates of a company by year and product, if there are several. */
    List<CompanyResult> parts(CompanyResult company) {
        return determination.parts().stream()
                .flatMap(part -> part.companies().stream())
                .filter(other -> other.id().equals(company.id()))
                .toList();
    }

    public double value(Term term) {
        return values.of(term);
    }

    /** The name of a subject. */
    public String name(Subject subject) {
        return determination.name(subject);
    }

    /** The name of a result's subject. */
    public String name(ResultKey key) {
        return determination.name(key.subject());
    }

    /** The respondent that a subject is or belongs to; empty for all others and the determination. */
    public Optional<CompanyResult> company(Subject subject) {
        return determination.company(subject.company());
    }

    /**
     * Whether a subject is reported: the companies requested, all others, companies not selected, the determination and what
     * is beyond the rate, each year and product once.
     */
    public boolean isReported(Subject subject) {
        return !subject.scope().repeatsTheWhole(determination.proceeding().period())
                && (subject.company().isEmpty()
                        || subject.level() == Subject.Level.NOT_SELECTED
                        || subject.isBeyondTheRate()
                        || companies.stream().anyMatch(company -> subject.isOf(company.id())));
    }

    /**
     * The results to report: rates and verdicts of subjects, whether the determination is negative, the screens, and, where
     * the scenario states them, deposits and what entries cost.
     *
     * @param results the results to select from
     */
    public List<ResultKey> reported(Collection<ResultKey> results) {
        return reported(results, Set.of(Measure.RATE, Measure.RATE_UNROUNDED, Measure.DE_MINIMIS, Measure.NEGATIVE));
    }

    /**
     * The results to report, without the published rates.
     *
     * @param results the results to select from
     */
    public List<ResultKey> reportedUnrounded(Collection<ResultKey> results) {
        return reported(results, Set.of(Measure.RATE_UNROUNDED, Measure.DE_MINIMIS, Measure.NEGATIVE));
    }

    private List<ResultKey> reported(Collection<ResultKey> results, Set<Measure> measures) {
        return results.stream()
                .filter(key ->
                        (measures.contains(key.measure()) && key.subject().level() != Subject.Level.USE)
                                || followsFromTheRates(key))
                .filter(key -> isReported(key.subject()))
                .toList();
    }

    /**
     * Whether a result is one of those that follow from the rates: what a screen compares, what entries cost, the duty on
     * imports, and cash deposit rates where they differ from the rates of the determination.
     */
    public boolean followsFromTheRates(ResultKey key) {
        return switch (key.subject().level()) {
            case SCREEN ->
                key.measure() == Measure.MET
                        || key.measure() == Measure.NUMBER
                        || key.measure() == Measure.RATE_PER_UNIT;
            case EXPOSURE -> true;
            case IMPORTS -> key.measure() == Measure.DUTY;
            case COMPANY, ALL_OTHERS, ANTIDUMPING ->
                key.measure() == Measure.DEPOSIT && determination.deposits().isStated();
            case PROGRAM, USE, NOT_SELECTED, DETERMINATION -> false;
        };
    }

    /**
     * The results among the given keys that are the given measure of a company or all others.
     *
     * @param keys the results to select from
     * @param measure such as the unrounded rate
     */
    public static List<ResultKey> totals(Collection<ResultKey> keys, Measure measure) {
        return keys.stream()
                .filter(key -> key.measure() == measure && key.subject().isTotal())
                .toList();
    }

    /** Whether a rate was adjusted after the division of the benefit of the period by the denominator. */
    public boolean isAdjusted(UseResult use) {
        return use.slice().isPresent()
                && use.denominator().isPresent()
                && LegalDecimals.compare(
                                value(use.rate()),
                                value(use.slice().get())
                                        / value(use.denominator().get()))
                        != 0;
    }

    /**
     * The results whose variation is analysed: the unrounded rates of companies and of all others, and what is a number but
     * no rate, such as a deposit or an amount owed.
     *
     * @param keys the results to select from
     */
    public static List<ResultKey> analysed(Collection<ResultKey> keys) {
        List<ResultKey> analysed = new ArrayList<>(totals(keys, Measure.RATE_UNROUNDED));
        keys.stream().filter(OtherResults::isOther).forEach(analysed::add);
        return analysed;
    }

    /**
     * The unrounded rate underlying a verdict: the company's or all others'; for a negative determination, the country-wide
     * rate or else the highest company rate, as the last to fall below the threshold. Any other result underlies itself.
     */
    public ResultKey rateBehind(ResultKey key) {
        return switch (key.measure()) {
            case DE_MINIMIS -> key.beside(Measure.RATE_UNROUNDED);
            case NEGATIVE ->
                isCountryWide() ? Subject.allOthers(key.subject().scope()).key(Measure.RATE_UNROUNDED) : highest(key);
            default -> key;
        };
    }

    private ResultKey highest(ResultKey otherwise) {
        return determination.companies().stream()
                .max(Comparator.comparingDouble(company -> value(company.rate())))
                .map(company -> company.subject().key(Measure.RATE_UNROUNDED))
                .orElse(otherwise);
    }
}
