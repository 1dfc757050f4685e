package org.advalorem.rules.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Proceeding;

/** The screens that a scenario states, each in a mapping of its own. */
public final class Screens {
    /** The part of the scenario. */
    static final String SECTION = "screens";

    static final Field<Facts> NEGLIGIBILITY =
            section(Negligibility.NAME, Negligibility.FIELDS, "Whether imports are negligible.", "19 U.S.C. 1677(24)");
    static final Field<Facts> INDUSTRY_SUPPORT = section(
            IndustrySupport.NAME,
            IndustrySupport.FIELDS,
            "Whether the industry supports the petition.",
            "19 U.S.C. 1671a(c)(4), 19 CFR 351.203(e)");
    static final Field<Facts> SUSPENSION_AGREEMENT = section(
            SuspensionAgreement.NAME,
            SuspensionAgreement.FIELDS,
            "Whether an agreement may suspend the investigation.",
            "19 U.S.C. 1671c, 19 CFR 351.208");
    static final Field<Facts> CRITICAL_CIRCUMSTANCES = section(
            CriticalCircumstances.NAME,
            CriticalCircumstances.FIELDS,
            "Whether critical circumstances may be found.",
            "19 CFR 351.206");
    static final Field<Facts> MINISTERIAL_ERROR = section(
            MinisterialError.NAME,
            MinisterialError.FIELDS,
            "Whether a ministerial error leads to an amended determination.",
            "19 CFR 351.224");
    static final Field<Facts> DE_MINIMIS = section(
            DeMinimisClass.NAME,
            DeMinimisClass.FIELDS,
            "How far a rate is from de minimis.",
            "19 U.S.C. 1671b(b)(4), 19 CFR 351.106(c)");
    static final Field<Facts> SPECIFIC_RATE = section(
            DeMinimisClass.SPECIFIC,
            DeMinimisClass.SPECIFIC_FIELDS,
            "The same in money per unit of the goods.",
            "19 U.S.C. 1671b(b)(4), 19 CFR 351.106(c)");

    /** The fields of the section. */
    public static final FieldSet FIELDS = FieldSet.of(
            "the screens of a case",
            NEGLIGIBILITY,
            INDUSTRY_SUPPORT,
            SUSPENSION_AGREEMENT,
            CRITICAL_CIRCUMSTANCES,
            MINISTERIAL_ERROR,
            DE_MINIMIS,
            SPECIFIC_RATE);

    /** A kind of screen: the mapping that states it, and how it is made. */
    private record Kind(Field<Facts> field, Function<Facts, List<Screen>> make) {}

    private Screens() {}

    private static Field<Facts> section(String name, FieldSet fields, String description, String law) {
        return Field.optional(name, FieldType.section(fields), description).under(law);
    }

    /** The mappings of the section with their fields, as the format is documented. */
    public static Map<String, FieldSet> parts() {
        Map<String, FieldSet> parts = new LinkedHashMap<>();
        parts.put(SECTION, FIELDS);
        parts.put(in(Negligibility.NAME), Negligibility.FIELDS);
        parts.put(in(Negligibility.NAME) + "." + Negligibility.OTHERS.name(), Negligibility.OTHER_FIELDS);
        parts.put(in(IndustrySupport.NAME), IndustrySupport.FIELDS);
        parts.put(in(SuspensionAgreement.NAME), SuspensionAgreement.FIELDS);
        parts.put(in(CriticalCircumstances.NAME), CriticalCircumstances.FIELDS);
        parts.put(in(MinisterialError.NAME), MinisterialError.FIELDS);
        parts.put(in(DeMinimisClass.NAME), DeMinimisClass.FIELDS);
        parts.put(in(DeMinimisClass.SPECIFIC), DeMinimisClass.SPECIFIC_FIELDS);
        return parts;
    }

    private static String in(String name) {
        return SECTION + "." + name;
    }

    /**
     * The screens that are stated, in the order of the format, written into the outline.
     *
     * @param facts the section
     * @param rateOf the rate of a company by its id
     * @throws org.advalorem.facts.UnusableFactsException if one cannot be made; the problems of all have been noted
     */
    public static List<Screen> of(
            Facts facts,
            Proceeding proceeding,
            Function<String, Optional<ScreenedRate>> rateOf,
            CalculationBuilder builder) {
        OutlineBuilder outline = builder.outline().section("Screens", SECTION);
        RateSource rates = new RateSource(rateOf);
        List<Kind> kinds = List.of(
                new Kind(NEGLIGIBILITY, given -> Negligibility.of(given, proceeding, builder, outline)),
                new Kind(INDUSTRY_SUPPORT, given -> List.of(IndustrySupport.of(given, builder, outline))),
                new Kind(
                        SUSPENSION_AGREEMENT, given -> List.of(SuspensionAgreement.of(given, rates, builder, outline))),
                new Kind(CRITICAL_CIRCUMSTANCES, given -> List.of(CriticalCircumstances.of(given, builder, outline))),
                new Kind(
                        MINISTERIAL_ERROR,
                        given -> List.of(MinisterialError.of(given, proceeding, rates, builder, outline))),
                new Kind(DE_MINIMIS, given -> List.of(DeMinimisClass.of(given, proceeding, rates, builder, outline))),
                new Kind(
                        SPECIFIC_RATE,
                        given -> List.of(DeMinimisClass.specific(given, proceeding, rates, builder, outline))));
        List<Screen> screens = new ArrayList<>();
        Every.check(kinds, kind -> {
            proceeding.jurisdiction().requireWhereStated(LocalRule.SCREENS, kind.field(), facts);
            facts.optional(kind.field()).map(kind.make()).ifPresent(screens::addAll);
        });
        return screens;
    }
}
