package org.advalorem.rules.adverse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;

/**
 * The hierarchy of 19 CFR 351.308(j): the highest rate of the first step that has one.
 *
 * <p>In an investigation: (i) an identical program that a cooperating respondent used in it; (ii) an identical program of
 * another proceeding on the country; (iii) a similar program of any proceeding on it; (iv) any program of such a proceeding
 * that is not company-specific and that the industry could use. In a review: (i) an identical, (ii) a similar program of the
 * same proceeding; (iii) an identical program of another proceeding on the country and, only failing that, a similar one;
 * (iv) as in an investigation, with no threshold. Elsewhere rates below 0.5 percent, which are de minimis, do not count;
 * before the text of 2024 they do count at (i) of an investigation and at (i) and (ii) of a review.
 *
 * <p>The rates found in this segment, for every respondent and year, are rates of the proceeding like those of the
 * catalogues. Those of the company that needs the rate fall only at (i) of an investigation, which speaks of cooperating
 * respondents; those of a company on facts available as a whole always do.
 *
 * <p>The rates of respondents and catalogues are terms, so the rate selected follows them wherever they are varied.
 */
public final class Hierarchy {
    private static final String DE_MINIMIS = "0.005";
    private static final String RATE = "rate";
    private static final String QUALIFIES = "counts";
    private static final String TAKEN = "taken";
    private static final String INAPPROPRIATE = "found inappropriate";
    private static final String NOT_USABLE = "not usable by the industry";
    private static final String COMPANY_SPECIFIC = "company-specific";
    private static final int FEW = 3;

    private final Catalogue catalogue;
    private final Choices choices;
    private final Proceeding proceeding;
    private final CalculationBuilder builder;
    private final List<Catalogue.Row> here;
    private final List<Catalogue.Row> elsewhere;

    /**
     * What a program on facts available is compared with: the names of identical and similar programs, and its kind.
     *
     * @param company the id of the company that needs the rate
     */
    public record Wanted(String company, List<String> identical, List<String> similar, Optional<BenefitKind> kind) {
        /** Copies the lists. */
        public Wanted {
            identical = List.copyOf(identical);
            similar = List.copyOf(similar);
        }
    }

    /**
     * A program's rate as found for a respondent in this segment of the proceeding.
     *
     * @param company the respondent's id
     * @param words the respondent, with the year where the period has several
     * @param names the program's id and name
     * @param companySpecific whether only certain companies could use the program, where the scenario says
     * @param ground how the rate was found
     */
    public record Found(
            String company,
            String words,
            List<String> names,
            Optional<BenefitKind> kind,
            Optional<Boolean> companySpecific,
            Term rate,
            Ground ground) {
        /** Copies the list. */
        public Found {
            names = List.copyOf(names);
        }
    }

    /** How a rate was found for a respondent. */
    public enum Ground {
        /** By calculation. */
        CALCULATED(""),
        /** As stated in the scenario for a company that cooperated. */
        STATED(""),
        /** At least in part on facts available. */
        FACTS_AVAILABLE("not calculated but on facts available"),
        /** For a company whose rate rests on facts available as a whole. */
        NOT_COOPERATING("of a company on facts available as a whole");

        private final String falls;

        Ground(String falls) {
            this.falls = falls;
        }

        private Optional<String> fell() {
            return Optional.of(falls).filter(reason -> !reason.isEmpty());
        }
    }

    /** A step of the hierarchy and the candidates that it considers. */
    private record Stage(Selection.Step step, boolean deMinimisFalls, List<Considered> considered) {}

    /**
     * A candidate of a step.
     *
     * @param assumptions those by which it counts
     */
    private record Considered(
            String name, String source, Term rate, Optional<String> fell, List<Assumption> assumptions) {
        /** Copies the list. */
        Considered {
            assumptions = List.copyOf(assumptions);
        }
    }

    public Hierarchy(Catalogue catalogue, Choices choices, Proceeding proceeding, CalculationBuilder builder) {
        this.catalogue = catalogue;
        this.choices = choices;
        this.proceeding = proceeding;
        this.builder = builder;
        List<Catalogue.Row> ofCountry = catalogue.of(proceeding.country().name());
        this.here = ofCountry.stream().filter(this::isHere).toList();
        this.elsewhere = ofCountry.stream().filter(row -> !isHere(row)).toList();
    }

    private boolean isHere(Catalogue.Row row) {
        return proceeding.caseName().map(row::isOf).orElse(false);
    }

    /**
     * The rate selected.
     *
     * @param respondents the rates found for respondents in every year of this segment, those of the company itself among
     *     them
     * @param use the use that needs the rate
     * @param outline where the candidates are written
     * @throws UnusableFactsException if no candidate qualifies whatever its rate, or a name is unknown; the problem has been
     *     noted
     */
    public Selection select(Wanted wanted, List<Found> respondents, Facts use, OutlineBuilder outline) {
        List<Stage> stages = proceeding.segment().isInvestigation()
                ? investigation(wanted, respondents)
                : review(wanted, respondents);
        warnOfDoubtful(use);
        return selected(stages, use, outline);
    }

    /**
     * Checks names that are stated, rather than taken from the program itself.
     *
     * @param names the names stated
     * @param programs the ids and names of the scenario's programs
     */
    public void checkNames(List<String> names, List<String> programs, Field<?> field, Facts use) {
        List<String> known =
                Stream.concat(programs.stream(), catalogue.programs().stream()).toList();
        ProgramNames all = new ProgramNames(known);
        for (String name : names) {
            if (!all.contain(name)) {
                throw use.problem(
                        Problem.Code.AV210,
                        field,
                        "(" + field.name() + ") of (" + use.address() + ") names (" + name
                                + "), which is neither a program of the scenario nor of its catalogues.",
                        Nearest.to(name, known)
                                .map(near -> "Did you mean (" + near + ")?")
                                .orElse(""));
            }
        }
    }

    private List<Stage> investigation(Wanted wanted, List<Found> respondents) {
        return List.of(
                new Stage(
                        Selection.Step.IDENTICAL_IN_THE_INVESTIGATION,
                        choices.aboveDeMinimis(),
                        both(
                                respondents(
                                        respondents,
                                        of -> !of.company().equals(wanted.company()) && isIdentical(of, wanted)),
                                rows(here, row -> isIdentical(row, wanted)))),
                new Stage(
                        Selection.Step.IDENTICAL_IN_ANOTHER_PROCEEDING,
                        true,
                        rows(elsewhere, row -> isIdentical(row, wanted))),
                new Stage(
                        Selection.Step.SIMILAR_IN_ANY_PROCEEDING,
                        true,
                        both(
                                respondents(respondents, of -> isSimilar(of, wanted)),
                                rows(all(), row -> isSimilar(row, wanted)))),
                new Stage(Selection.Step.ANY_PROGRAM, true, open(respondents)));
    }

    private List<Stage> review(Wanted wanted, List<Found> respondents) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(
                Selection.Step.IDENTICAL_IN_THE_PROCEEDING,
                choices.aboveDeMinimis(),
                both(
                        respondents(respondents, of -> isIdentical(of, wanted)),
                        rows(here, row -> isIdentical(row, wanted)))));
        stages.add(new Stage(
                Selection.Step.SIMILAR_IN_THE_PROCEEDING,
                choices.aboveDeMinimis(),
                both(
                        respondents(respondents, of -> isSimilar(of, wanted)),
                        rows(here, row -> isSimilar(row, wanted)))));
        if (proceeding.follows(RegimeDifference.ADVERSE_FACTS_IN_A_REVIEW)) {
            stages.add(new Stage(
                    Selection.Step.IDENTICAL_ELSEWHERE, true, rows(elsewhere, row -> isIdentical(row, wanted))));
            stages.add(
                    new Stage(Selection.Step.SIMILAR_ELSEWHERE, true, rows(elsewhere, row -> isSimilar(row, wanted))));
        } else {
            stages.add(new Stage(
                    Selection.Step.IDENTICAL_OR_SIMILAR_ELSEWHERE,
                    true,
                    rows(elsewhere, row -> isIdentical(row, wanted) || isSimilar(row, wanted))));
        }
        stages.add(new Stage(Selection.Step.ANY_PROGRAM, false, open(respondents)));
        return stages;
    }

    private List<Catalogue.Row> all() {
        return Stream.concat(here.stream(), elsewhere.stream()).toList();
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static boolean isIdentical(Found of, Wanted wanted) {
        ProgramNames names = new ProgramNames(wanted.identical());
        return of.names().stream().anyMatch(names::contain);
    }

    private static boolean isIdentical(Catalogue.Row row, Wanted wanted) {
        return new ProgramNames(wanted.identical()).contain(row.program());
    }

    /** Similar are the programs named; where none is, those of the same kind of benefit. */
    private static boolean isSimilar(Found of, Wanted wanted) {
        ProgramNames similar = new ProgramNames(wanted.similar());
        boolean alike = similar.isEmpty()
                ? isSameKind(of.kind(), wanted)
                : of.names().stream().anyMatch(similar::contain);
        return alike && !isIdentical(of, wanted);
    }

    private static boolean isSimilar(Catalogue.Row row, Wanted wanted) {
        ProgramNames similar = new ProgramNames(wanted.similar());
        boolean alike =
                similar.isEmpty() ? isSameKind(Optional.of(row.kind()), wanted) : similar.contain(row.program());
        return alike && !isIdentical(row, wanted);
    }

    private static boolean isSameKind(Optional<BenefitKind> kind, Wanted wanted) {
        return wanted.kind().filter(BenefitKind::makesSimilar).isPresent()
                && wanted.kind().equals(kind);
    }

    private List<Considered> respondents(List<Found> respondents, Predicate<Found> considered) {
        return respondents.stream()
                .filter(considered)
                .map(of -> considered(of, fell(of), List.of()))
                .toList();
    }

    private static Considered considered(Found of, Optional<String> fell, List<Assumption> more) {
        List<Assumption> assumptions = new ArrayList<>(more);
        if (of.ground() == Ground.STATED) {
            assumptions.add(Assumption.STATED_RATES);
        }
        return new Considered(
                of.names().get(of.names().size() - 1) + ", " + of.words(),
                "calculated in this segment",
                of.rate(),
                fell,
                assumptions);
    }

    private List<Considered> rows(List<Catalogue.Row> from, Predicate<Catalogue.Row> considered) {
        return from.stream()
                .filter(considered)
                .map(row -> considered(row, fell(row)))
                .toList();
    }

    private static Considered considered(Catalogue.Row row, Optional<String> fell) {
        return new Considered(row.words(), row.source(), row.rate(), fell, List.of());
    }

    private List<Considered> open(List<Found> respondents) {
        return both(
                respondents.stream()
                        .map(of -> considered(
                                of,
                                fell(of).or(() -> notOpen(of)),
                                of.companySpecific().isPresent()
                                        ? List.of()
                                        : List.of(Assumption.NOT_COMPANY_SPECIFIC)))
                        .toList(),
                all().stream()
                        .map(row -> considered(row, fell(row).or(() -> notOpen(row))))
                        .toList());
    }

    private Optional<String> fell(Found of) {
        return choices.isInappropriate(of.names())
                ? Optional.of(INAPPROPRIATE)
                : of.ground().fell();
    }

    private Optional<String> notOpen(Found of) {
        if (choices.isNotUsable(of.names())) {
            return Optional.of(NOT_USABLE);
        }
        return of.companySpecific().filter(specific -> specific).map(specific -> COMPANY_SPECIFIC);
    }

    private Optional<String> fell(Catalogue.Row row) {
        if (choices.isInappropriate(row.names())) {
            return Optional.of(INAPPROPRIATE);
        }
        if (row.basis().endsWith("facts available")) {
            return Optional.of("not calculated but on " + row.basis());
        }
        return choices.usesDoubtful() ? Optional.empty() : doubt(row);
    }

    private static Optional<String> doubt(Catalogue.Row row) {
        if (!row.wasRead()) {
            return Optional.of("not read in a source");
        }
        return row.basis().equals("unknown") ? Optional.of("not known to be calculated") : Optional.empty();
    }

    private Optional<String> notOpen(Catalogue.Row row) {
        if (choices.isNotUsable(row.names())) {
            return Optional.of(NOT_USABLE);
        }
        return switch (row.companySpecific()) {
            case "yes" -> Optional.of(COMPANY_SPECIFIC);
            case "no" -> Optional.empty();
            default ->
                choices.usesDoubtful() ? Optional.empty() : Optional.of("not known to be open to other companies");
        };
    }

    private void warnOfDoubtful(Facts use) {
        List<String> doubtful = all().stream()
                .filter(row -> choices.usesDoubtful()
                        && !choices.isInappropriate(row.names())
                        && !row.basis().endsWith("facts available")
                        && (doubt(row).isPresent() || row.companySpecific().equals("unknown")))
                .map(row -> "(" + row.program() + ")")
                .toList();
        if (!doubtful.isEmpty()) {
            use.context()
                    .warnings()
                    .add(
                            Address.ROOT.child("adverse-facts").child(Choices.DOUBTFUL.name()),
                            "Adverse rates are selected also from rows that may not qualify, because their sources do not"
                                    + " show that they are calculated or open to other companies: "
                                    + String.join(", ", doubtful.subList(0, Math.min(FEW, doubtful.size())))
                                    + (doubtful.size() > FEW ? " and " + (doubtful.size() - FEW) + " more" : "") + ".");
        }
    }

    private Selection selected(List<Stage> stages, Facts use, OutlineBuilder outline) {
        List<Stage> possible = stages.stream()
                .filter(stage ->
                        stage.considered().stream().anyMatch(of -> of.fell().isEmpty()))
                .toList();
        if (possible.isEmpty()) {
            throw nothing(stages, use);
        }
        Map<Stage, Term> highest = new LinkedHashMap<>();
        Map<Stage, Term> found = new LinkedHashMap<>();
        Term zero = builder.fraction("0");
        for (Stage stage : possible) {
            Term most = stage.considered().stream()
                    .filter(of -> of.fell().isEmpty())
                    .map(of -> qualifies(of.rate(), stage).choose(of.rate(), zero))
                    .reduce(Term::larger)
                    .orElse(zero);
            highest.put(stage, most);
            found.put(stage, zero.less(most));
        }
        Term rate = zero;
        for (int i = possible.size() - 1; i >= 0; i--) {
            Term most = highest.getOrDefault(possible.get(i), zero);
            rate = i == possible.size() - 1
                    ? most
                    : found.getOrDefault(possible.get(i), zero).choose(most, rate);
        }
        builder.require(
                zero.less(rate),
                "No rate that the hierarchy considers for (" + use.address()
                        + ") is high enough; state a rate, or add rates to a catalogue.",
                use.address().toString());
        List<Selection.Candidate> candidates = candidates(stages, highest, found);
        write(candidates, outline);
        noteAssumptions(candidates, outline);
        possible.forEach(stage -> outline.line(
                "Highest rate that counts, " + stage.step(), highest.getOrDefault(stage, zero), hierarchy()));
        return new Selection(
                candidates, outline.line("Rate selected, that of the first step that has one", rate, authority()));
    }

    private Term qualifies(Term rate, Stage stage) {
        return stage.deMinimisFalls()
                ? builder.fraction(DE_MINIMIS).atMost(rate)
                : builder.fraction("0").less(rate);
    }

    private List<Selection.Candidate> candidates(List<Stage> stages, Map<Stage, Term> highest, Map<Stage, Term> found) {
        List<Selection.Candidate> candidates = new ArrayList<>();
        Optional<Term> before = Optional.empty();
        for (Stage stage : stages) {
            Optional<Term> reached = before.map(Term::not);
            for (Considered of : stage.considered()) {
                Optional<Term> qualifies =
                        of.fell().isEmpty() ? Optional.of(qualifies(of.rate(), stage)) : Optional.empty();
                Optional<Term> taken = qualifies.map(holds -> {
                    Term best = holds.and(Optional.ofNullable(highest.get(stage))
                            .orElse(of.rate())
                            .atMost(of.rate()));
                    return reached.map(best::and).orElse(best);
                });
                candidates.add(new Selection.Candidate(
                        stage.step(),
                        of.name(),
                        of.source(),
                        of.rate(),
                        of.fell(),
                        qualifies,
                        taken,
                        of.assumptions()));
            }
            Optional<Term> now = Optional.ofNullable(found.get(stage));
            Optional<Term> earlier = before;
            before = now.map(holds -> earlier.map(holds::or).orElse(holds)).or(() -> earlier);
        }
        return candidates;
    }

    private void write(List<Selection.Candidate> candidates, OutlineBuilder outline) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        Map<String, Integer> fell = new LinkedHashMap<>();
        int number = 0;
        for (Selection.Candidate candidate : candidates) {
            // of any program, those that fall are only counted: they are most of a catalogue
            if (candidate.fell().isPresent() && candidate.step() == Selection.Step.ANY_PROGRAM) {
                fell.merge(candidate.fell().get(), 1, Integer::sum);
                continue;
            }
            number++;
            rows.add(List.of(
                    Outline.words("no. " + number),
                    Outline.words(candidate.step().toString()),
                    Outline.words(candidate.name()),
                    Outline.words(candidate.source()),
                    Outline.quantity(candidate.rate()),
                    candidate.qualifies().map(Outline::quantity).orElse(Outline.nothing()),
                    candidate.taken().map(Outline::quantity).orElse(Outline.nothing()),
                    Outline.words(candidate.fell().orElse(""))));
        }
        outline.sheet(
                "Rates considered",
                List.of(
                        SheetColumn.key("candidate"),
                        SheetColumn.text("step"),
                        SheetColumn.text("program"),
                        SheetColumn.text("source"),
                        SheetColumn.of(RATE, Quality.RATE),
                        SheetColumn.of(QUALIFIES, Quality.TRUTH, RATE),
                        SheetColumn.of(TAKEN, Quality.TRUTH, QUALIFIES, RATE),
                        SheetColumn.text("not considered")),
                rows,
                hierarchy());
        if (!fell.isEmpty()) {
            List<String> reasons = new ArrayList<>();
            fell.forEach((reason, count) -> reasons.add(count + " " + reason));
            outline.note("Step (iv) leaves out rates of this country: " + String.join("; ", reasons) + ".");
        }
    }

    /** Notes what the rate rests on where it is that of a candidate which counts by assumption. */
    private static void noteAssumptions(List<Selection.Candidate> candidates, OutlineBuilder outline) {
        Map<Assumption, Term> taken = new EnumMap<>(Assumption.class);
        for (Selection.Candidate candidate : candidates) {
            candidate
                    .taken()
                    .ifPresent(truth ->
                            candidate.assumptions().forEach(assumption -> taken.merge(assumption, truth, Term::or)));
        }
        taken.forEach((assumption, truth) -> assumption.note(outline, truth));
    }

    private Authority hierarchy() {
        RegimeDifference difference = Choices.difference(proceeding);
        if (proceeding.follows(difference)) {
            return Authority.law(difference.citation());
        }
        return (proceeding.segment().isInvestigation()
                        ? Assumption.ADVERSE_FACTS_IN_AN_INVESTIGATION
                        : Assumption.ADVERSE_FACTS_IN_A_REVIEW)
                .under("19 U.S.C. 1677e(d)");
    }

    private static Authority authority() {
        return Authority.law("19 U.S.C. 1677e(d)");
    }

    private UnusableFactsException nothing(List<Stage> stages, Facts use) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        stages.stream()
                .flatMap(stage -> stage.considered().stream())
                .forEach(of -> reasons.merge(of.fell().orElse(""), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        reasons.forEach((reason, count) -> words.add(count + " " + reason));
        String why = !words.isEmpty()
                ? "all rates considered fall: " + String.join("; ", words)
                : catalogue.isEmpty()
                        ? "the scenario names no catalogue of program rates"
                        : "no rate of the catalogues is for "
                                + proceeding.country().name() + ", the country of the proceeding";
        return use.problem(
                Problem.Code.AV401,
                "No rate can be selected for (" + use.address() + "): " + why + ".",
                catalogue.isEmpty()
                        ? "Write catalogues: {published: reference:program-rates}, or rate: with its source."
                        : choices.usesDoubtful() || words.isEmpty()
                                ? "Add rates to a catalogue, or write rate: with its source."
                                : "Add rates to a catalogue, write rate: with its source, or adverse-facts:"
                                        + " {doubtful-rates: use}.");
    }
}
