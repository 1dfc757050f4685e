package org.advalorem.rules.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.screens.Comparison.Relation;

/**
 * Whether imports are negligible, which ends an investigation: those of the country are less than 3 percent of all imports,
 * and those of all such countries whose investigations began on the same day are together at most 7 percent; 4 and 9 percent
 * for a developing country. In a threat case, imports that could imminently exceed these shares are not negligible.
 *
 * <p>{@code counted = sum of the imports of countries whose own share is below theirs}, 19 U.S.C. 1677(24).
 */
final class Negligibility {
    static final String NAME = "negligibility";

    private static final String LAW = "19 U.S.C. 1677(24)";

    static final Field<Term> TOTAL = Field.required(
            "total",
            FieldType.quantity().within(Domain.POSITIVE),
            "The volume of all imports of the goods in the last twelve months before the petition for which data are"
                    + " available.");
    static final Field<Term> IMPORTS = Field.required(
            "imports", FieldType.quantity().within(Domain.NOT_NEGATIVE), "The volume of those from the country.");
    static final Field<Term> POTENTIAL = Field.optional(
                    "potential-imports",
                    FieldType.quantity().within(Domain.NOT_NEGATIVE),
                    "The volume that imports from the country could imminently reach, in a threat case.")
            .under(LAW + "(A)(iv)");
    static final Field<Term> POTENTIAL_TOTAL = Field.optional(
                    "potential-total",
                    FieldType.quantity().within(Domain.POSITIVE),
                    "The volume that all imports could then reach; as now when left out.")
            .under(LAW + "(A)(iv)");
    static final Field<Boolean> DEVELOPING = Field.optional(
                    "developing", FieldType.flag(), "Whether the other country is a developing one.")
            .under(LAW + "(B)")
            .orElse("no");
    static final FieldSet OTHER_FIELDS =
            FieldSet.of("a country investigated at the same time", IMPORTS, DEVELOPING, POTENTIAL);
    static final Field<Map<String, Facts>> OTHERS = Field.optional(
                    "others",
                    FieldType.named(FieldType.section(OTHER_FIELDS)),
                    "The other countries by name on whose goods investigations were initiated on the same day.")
            .under(LAW + "(A)(ii)");
    static final FieldSet FIELDS =
            FieldSet.of("the volumes of imports", TOTAL, IMPORTS, OTHERS, POTENTIAL, POTENTIAL_TOTAL);

    private final Facts facts;
    private final Proceeding proceeding;
    private final CalculationBuilder builder;
    private final OutlineBuilder above;

    /**
     * A country whose imports are counted together with others if its own share is small.
     *
     * @param below whether its share is below its threshold
     */
    private record Counted(String name, Term imports, Term potential, Term below) {}

    private Negligibility(Facts facts, Proceeding proceeding, CalculationBuilder builder, OutlineBuilder above) {
        this.facts = facts;
        this.proceeding = proceeding;
        this.builder = builder;
        this.above = above;
    }

    /** The screen, and that of a threat where what imports could reach is stated. */
    static List<Screen> of(Facts facts, Proceeding proceeding, CalculationBuilder builder, OutlineBuilder above) {
        return new Negligibility(facts, proceeding, builder, above).screens();
    }

    private List<Screen> screens() {
        ScreenWriter writer = new ScreenWriter(NAME, "Negligibility", builder, above);
        boolean developing = proceeding.country().developing();
        Term total = facts.get(TOTAL);
        Term imports = inUnit(total, facts.get(IMPORTS), IMPORTS, facts);
        Comparison country = writer.compare(
                "country",
                "Share of " + proceeding.country().name() + " in all imports",
                imports.dividedBy(total),
                Quality.SHARE,
                Relation.BELOW,
                single(developing, writer),
                Authority.law(LAW + "(A)(i)" + ofClass(developing)));
        List<Counted> all = new ArrayList<>();
        Optional<Term> stated = facts.optional(POTENTIAL).map(amount -> inUnit(total, amount, POTENTIAL, facts));
        all.add(new Counted(proceeding.country().name(), imports, stated.orElse(imports), country.met()));
        facts.optional(OTHERS)
                .orElse(new LinkedHashMap<>())
                .forEach((name, other) -> all.add(other(name, other, total, writer)));
        builder.require(
                builder.sum(all.stream().map(Counted::imports).toList()).atMost(total),
                "The imports of the countries named are more than all imports.",
                facts.address().toString());
        List<Term> counted =
                all.stream().map(of -> counted(of, of.imports(), writer)).toList();
        Comparison together = writer.compare(
                "together",
                "Share of all countries below their thresholds, together",
                builder.sum(counted).dividedBy(total),
                Quality.SHARE,
                Relation.AT_MOST,
                together(developing, writer),
                Assumption.NEGLIGIBLE_TOGETHER.under(LAW + "(A)(ii)" + ofClass(developing)));
        Screen screen = writer.verdict(
                "Imports are negligible",
                country.met().and(together.met()),
                "negligible; the investigation ends for this country",
                "not negligible",
                Authority.law(LAW + "(A)(i), (ii)"));
        return stated.map(potential -> List.of(screen, threat(potential, total, all, developing)))
                .orElse(List.of(screen));
    }

    private Counted other(String name, Facts other, Term total, ScreenWriter writer) {
        boolean developing = other.get(DEVELOPING);
        Term imports = inUnit(total, other.get(IMPORTS), IMPORTS, other);
        Authority law = Authority.law(LAW + "(A)(i)" + ofClass(developing));
        Term share = writer.outline()
                .line("Share of " + name + " in all imports", imports.dividedBy(total), Quality.SHARE, law);
        ScreenWriter.Bound bound = single(developing, writer);
        return new Counted(
                name,
                imports,
                other.optional(POTENTIAL)
                        .map(amount -> inUnit(total, amount, POTENTIAL, other))
                        .orElse(imports),
                writer.outline()
                        .line("Share of " + name + ": less than " + bound.words(), share.less(bound.term()), law));
    }

    /** The volume of a country if its own share is below its threshold, else none. */
    private Term counted(Counted of, Term volume, ScreenWriter writer) {
        return writer.outline()
                .line(
                        "Counted of " + of.name(),
                        of.below().choose(volume, builder.literal(0, volume.unit())),
                        Quality.QUANTITY,
                        Authority.law(LAW + "(A)(ii)"));
    }

    private Screen threat(Term potential, Term present, List<Counted> all, boolean developing) {
        ScreenWriter writer = new ScreenWriter(NAME + "-threat", "Negligibility, threat", builder, above);
        Authority law = Authority.law(LAW + "(A)(iv)" + ofClass(developing));
        Term total = facts.optional(POTENTIAL_TOTAL)
                .map(amount -> inUnit(present, amount, POTENTIAL_TOTAL, facts))
                .orElse(present);
        Comparison country = writer.compare(
                "country",
                "Share that " + proceeding.country().name() + " could reach",
                potential.dividedBy(total),
                Quality.SHARE,
                Relation.ABOVE,
                single(developing, writer),
                law);
        List<Term> counted =
                all.stream().map(of -> counted(of, of.potential(), writer)).toList();
        Comparison together = writer.compare(
                "together",
                "Share that all countries now below their thresholds could reach, together",
                builder.sum(counted).dividedBy(total),
                Quality.SHARE,
                Relation.ABOVE,
                together(developing, writer),
                law);
        return writer.verdict(
                "Imports could imminently be more than negligible",
                country.met().or(together.met()),
                "not negligible where a threat of material injury is examined",
                "negligible also where a threat is examined",
                law);
    }

    private Term inUnit(Term total, Term amount, Field<Term> field, Facts of) {
        return ScreenWriter.inUnitOf(total, TOTAL, amount, field, of);
    }

    private static ScreenWriter.Bound single(boolean developing, ScreenWriter writer) {
        return developing ? writer.percent("0.04", "4 percent") : writer.percent("0.03", "3 percent");
    }

    private static ScreenWriter.Bound together(boolean developing, ScreenWriter writer) {
        return developing ? writer.percent("0.09", "9 percent") : writer.percent("0.07", "7 percent");
    }

    private static String ofClass(boolean developing) {
        return developing ? ", (B)" : "";
    }
}
