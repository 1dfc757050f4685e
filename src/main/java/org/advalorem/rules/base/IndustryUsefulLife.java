package org.advalorem.rules.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.reference.ReferenceTables;

/**
 * The average useful life of an industry's renewable physical assets: 19 CFR 351.524(d)(2)(i).
 *
 * <p>Stated, or that of an asset class in the tables of the Internal Revenue Service.
 *
 * @param years at least 1, whole
 * @param from what the years follow from; empty if they are stated
 */
record IndustryUsefulLife(int years, Optional<From> from) {
    static final Column CLASS = Column.required("class", Column.Type.TEXT, "The asset class.");
    static final Column DESCRIPTION = Column.optional("description", Column.Type.TEXT, "", "What the class holds.")
            .describing();
    static final Column YEARS = Column.required("years", Column.Type.NOT_NEGATIVE, "The class life in years.")
            .withGaps();
    static final Column READ = Column.optional(
                    "read", Column.Type.TEXT, "", "Where the row was read, or that it has to be checked.")
            .describing();
    static final Field<String> ASSET_CLASS =
            Field.required("asset-class", FieldType.text(), "The asset class of the industry: 33.4.");
    static final Field<Records> TABLE = Field.optional(
                    "table",
                    FieldType.records(CLASS, DESCRIPTION, YEARS, READ),
                    "Class lives; the program's own table when left out.")
            .orElse(ReferenceTables.ASSET_CLASS_LIVES.file());
    static final FieldSet FIELDS = FieldSet.of("the class life of an asset class", ASSET_CLASS, TABLE);

    /** The years, or the asset class that has them. */
    static final FieldType<IndustryUsefulLife> TYPE = FieldType.statedOrDerived(
            FieldType.years(),
            years -> new IndustryUsefulLife(years, Optional.empty()),
            FIELDS,
            IndustryUsefulLife::ofClass);

    private static final int LONGEST = 100;

    /** What the program's own table says of a row whose digits are not certain. */
    private static final String SCAN = "made from a scan";

    /**
     * An asset class.
     *
     * @param life as the table has it
     * @param read where the row was read; empty if the table does not say
     * @param table the name of the table
     */
    record From(String assetClass, String description, BigDecimal life, String read, String table) {}

    private static IndustryUsefulLife ofClass(Facts facts) {
        String wanted = facts.get(ASSET_CLASS);
        Records table = facts.get(TABLE);
        List<Integer> rows = IntStream.range(0, table.rows())
                .filter(row -> table.word(row, CLASS).equals(wanted))
                .boxed()
                .toList();
        if (rows.size() != 1) {
            throw facts.problem(
                    Problem.Code.AV210,
                    ASSET_CLASS,
                    rows.isEmpty()
                            ? "(" + wanted + ") is not an asset class of (" + table.name() + ")."
                            : "(" + wanted + ") stands " + rows.size() + " times in (" + table.name() + ").",
                    Nearest.advice(
                            wanted,
                            IntStream.range(0, table.rows())
                                    .mapToObj(row -> table.word(row, CLASS))
                                    .toList()));
        }
        int row = rows.get(0);
        if (table.word(row, READ).contains(SCAN)) {
            facts.context()
                    .warnings()
                    .add(
                            facts.address(),
                            "The class life of asset class " + wanted
                                    + " was read in a copy made from a scan. Check it.");
        }
        if (table.isBlank(row, YEARS)) {
            throw facts.problem(
                    Problem.Code.AV403,
                    ASSET_CLASS,
                    "(" + wanted + ") has no class life in (" + table.name() + ").",
                    "State the years: average-useful-life: 12 years.");
        }
        BigDecimal life = BigDecimal.valueOf(table.number(row, YEARS));
        BigDecimal whole = life.setScale(0, RoundingMode.HALF_UP);
        if (whole.signum() == 0 || whole.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            throw facts.problem(
                    Problem.Code.AV209,
                    ASSET_CLASS,
                    "(" + wanted + ") has a class life of " + life.toPlainString() + " years; it must be from 1 to "
                            + LONGEST + ".",
                    "Check the table.");
        }
        return new IndustryUsefulLife(
                whole.intValueExact(),
                Optional.of(new From(wanted, table.word(row, DESCRIPTION), life, table.word(row, READ), table.name())));
    }

    /** Says which asset class the years are those of, and where its life was read. */
    void write(OutlineBuilder outline) {
        from.ifPresent(of -> {
            String life = of.life().stripTrailingZeros().toPlainString();
            outline.note(
                    "The average useful life is " + years + " years, the class life of asset class " + of.assetClass()
                            + (of.description().isEmpty() ? "" : " (" + of.description() + ")")
                            + (life.equals(Integer.toString(years)) ? "" : ", " + life + " years in whole years")
                            + ". " + ReferenceTables.source(of.table())
                            + (of.read().isEmpty() ? "" : " The row was read in " + of.read() + "."),
                    life.equals(Integer.toString(years))
                            ? Authority.law("19 CFR 351.524(d)(2)(i)")
                            : Assumption.WHOLE_USEFUL_LIFE.under("19 CFR 351.524(d)(2)(i)"));
        });
    }
}
