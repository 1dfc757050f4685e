package org.advalorem.rules.adverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Column;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.Specificity;

/**
 * The programs that the petition alleges.
 *
 * @param programs in the order of the petition
 */
public record Petition(List<Alleged> programs) {
    /** The petition of a scenario that states none. */
    public static final Petition NONE = new Petition(List.of());

    public static final Column PROGRAM = Column.required("program", Column.Type.TEXT, "The program's name.");
    public static final Column KIND = Column.required(
                    "type", Column.Type.TEXT, "The kind of benefit, by which programs are similar.")
            .among(BenefitKind.words());
    static final Column IDENTICAL_TO = Column.optional(
            "identical-to",
            Column.Type.TEXT,
            "",
            "The identical programs of the scenario and its catalogues, separated by semicolons, where their names"
                    + " differ.");
    static final Column SPECIFICITY = Column.optional(
                    "specificity", Column.Type.TEXT, "domestic", "The basis of specificity.")
            .among(Arrays.stream(Specificity.values())
                    .map(Specificity::toString)
                    .toList());

    /** The type of the petition's list of programs. */
    public static final FieldType<Records> TYPE = FieldType.records(PROGRAM, KIND, IDENTICAL_TO, SPECIFICITY);

    /** Copies the list. */
    public Petition {
        programs = List.copyOf(programs);
    }

    /**
     * An alleged program.
     *
     * @param identicalTo the names of identical programs, where they differ from its own
     * @param specificity as written in a scenario
     * @param origin where it is written
     */
    public record Alleged(String name, String kind, List<String> identicalTo, String specificity, Origin origin) {
        /** Copies the list. */
        public Alleged {
            identicalTo = List.copyOf(identicalTo);
        }

        /** Whether it has one of the names. */
        public boolean isOne(String... names) {
            return new ProgramNames(List.of(names)).contain(name);
        }
    }

    /**
     * The programs in the rows.
     *
     * @throws UnusableFactsException if a program is there twice; the problem has been noted
     */
    public static Petition of(Records rows) {
        List<Alleged> programs = new ArrayList<>();
        boolean distinct = true;
        for (int row = 0; row < rows.rows(); row++) {
            String name = rows.word(row, PROGRAM);
            Optional<Alleged> before =
                    programs.stream().filter(alleged -> alleged.isOne(name)).findFirst();
            if (before.isPresent()) {
                distinct = false;
                rows.context()
                        .problems()
                        .add(
                                Problem.Code.AV401,
                                rows.origin(row),
                                "The petition lists (" + name + ") twice.",
                                "Leave one out, or tell them apart by name.");
            }
            programs.add(new Alleged(
                    name,
                    rows.word(row, KIND),
                    Arrays.stream(rows.word(row, IDENTICAL_TO).split(";"))
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .toList(),
                    rows.word(row, SPECIFICITY),
                    rows.origin(row)));
        }
        if (!distinct) {
            throw new UnusableFactsException();
        }
        return new Petition(programs);
    }
}
