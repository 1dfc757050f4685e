package org.advalorem.rules.adverse;

import java.util.List;
import java.util.stream.Stream;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;

/**
 * What a scenario says about the selection of adverse rates.
 *
 * @param usesDoubtful whether rows are used whose source does not show that they qualify
 * @param aboveDeMinimis whether the first step of an investigation and the first two of a review, too, take only rates
 *     above de minimis
 * @param inappropriate names of programs, or citations, of rates found inappropriate
 * @param notUsable names of programs, or citations, that the industry could not have used
 */
public record Choices(
        boolean usesDoubtful, boolean aboveDeMinimis, ProgramNames inappropriate, ProgramNames notUsable) {
    static final Field<Doubtful> DOUBTFUL = Field.optional(
                    "doubtful-rates",
                    FieldType.choice(Doubtful.class),
                    "What becomes of rates not read in a source, not known to be calculated, or of programs not known to be"
                            + " open to other companies; where they are used, every output says so.")
            .orElse("leave out");
    static final Field<Threshold> IDENTICAL = Field.optional(
                    "identical-threshold",
                    FieldType.choice(Threshold.class),
                    "Which rates of the proceeding itself count at the first step of an investigation and the first two of a"
                            + " review: above zero by default before the text of 2024, above de minimis since.")
            .under("19 CFR 351.308(j)(1)(i), (2)(i), (ii)");
    static final Field<List<String>> INAPPROPRIATE = Field.optional(
                    "inappropriate",
                    FieldType.oneOrMore(FieldType.text()),
                    "Programs of the scenario or the catalogues, or citations of these, whose rates are found inappropriate.")
            .under("19 CFR 351.308(j)(3)(iii)");
    static final Field<List<String>> NOT_USABLE = Field.optional(
                    "not-usable",
                    FieldType.oneOrMore(FieldType.text()),
                    "Programs of the scenario or the catalogues, or citations of these, that the industry could not use, for the"
                            + " last step.")
            .under("19 CFR 351.308(j)(1)(iv), (2)(iv)");

    /** The fields of the section. */
    public static final FieldSet FIELDS =
            FieldSet.of("the selection of adverse rates", DOUBTFUL, IDENTICAL, INAPPROPRIATE, NOT_USABLE);

    /** What becomes of rows that may not qualify. */
    enum Doubtful {
        LEAVE_OUT("leave out"),
        USE("use");

        private final String label;

        Doubtful(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** The rates that count at the first step. */
    enum Threshold {
        ABOVE_ZERO("above zero"),
        ABOVE_DE_MINIMIS("above de minimis");

        private final String label;

        Threshold(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * The choices stated.
     *
     * @param programs the ids and names of the scenario's programs
     * @throws org.advalorem.facts.UnusableFactsException if they contradict the governing text, or name what neither the
     *     scenario nor a catalogue has; the problem has been noted
     */
    public static Choices of(Facts facts, Proceeding proceeding, Catalogue catalogue, List<String> programs) {
        List<String> known = Stream.concat(programs.stream(), catalogue.programsAndCitations().stream())
                .toList();
        boolean later = proceeding.follows(difference(proceeding));
        Threshold threshold =
                facts.optional(IDENTICAL).orElse(later ? Threshold.ABOVE_DE_MINIMIS : Threshold.ABOVE_ZERO);
        if (later && threshold == Threshold.ABOVE_ZERO) {
            throw facts.problem(
                    Problem.Code.AV402,
                    IDENTICAL,
                    "(identical-threshold) is (above zero), but the text of " + proceeding.regime()
                            + " takes only rates above de minimis.",
                    "Leave it out.");
        }
        return new Choices(
                facts.get(DOUBTFUL) == Doubtful.USE,
                threshold == Threshold.ABOVE_DE_MINIMIS,
                names(INAPPROPRIATE, facts, known),
                names(NOT_USABLE, facts, known));
    }

    private static ProgramNames names(Field<List<String>> field, Facts facts, List<String> known) {
        List<String> names = facts.optional(field).orElse(List.of());
        ProgramNames all = new ProgramNames(known);
        for (String name : names) {
            if (!all.contain(name)) {
                throw facts.problem(
                        Problem.Code.AV210,
                        field,
                        "(" + field.name() + ") names (" + name
                                + "), which is neither a program of the scenario nor a program"
                                + " or citation of its catalogues.",
                        Nearest.to(name, known)
                                .map(near -> "Did you mean (" + near + ")?")
                                .orElse(""));
            }
        }
        return new ProgramNames(names);
    }

    /** The choices where nothing is stated. */
    public static Choices none(Proceeding proceeding) {
        ProgramNames none = new ProgramNames(List.of());
        return new Choices(false, proceeding.follows(difference(proceeding)), none, none);
    }

    /** The point on which the text of 2024 differs from the practice before it, for the segment. */
    static RegimeDifference difference(Proceeding proceeding) {
        return proceeding.segment().isInvestigation()
                ? RegimeDifference.ADVERSE_FACTS_IN_AN_INVESTIGATION
                : RegimeDifference.ADVERSE_FACTS_IN_A_REVIEW;
    }

    boolean isInappropriate(List<String> names) {
        return names.stream().anyMatch(inappropriate::contain);
    }

    boolean isNotUsable(List<String> names) {
        return names.stream().anyMatch(notUsable::contain);
    }
}
