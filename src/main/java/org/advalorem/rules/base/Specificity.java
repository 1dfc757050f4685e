package org.advalorem.rules.base;

import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.OutlineBuilder;

/** The basis on which a subsidy is specific: a finding, and one of the factors that determine its denominator. */
public enum Specificity {
    /** Specific in law or in fact, by enterprise, industry or region. */
    DOMESTIC("domestic", Optional.empty()),
    /** Contingent upon export performance. */
    EXPORT("export", Optional.of("19 U.S.C. 1677(5A)(A), (B)")),
    /** Contingent upon the use of domestic goods over imported goods. */
    IMPORT_SUBSTITUTION("import substitution", Optional.of("19 U.S.C. 1677(5A)(A), (C)"));

    private final String label;
    private final Optional<String> perSe;

    Specificity(String label, Optional<String> perSe) {
        this.label = label;
        this.perSe = perSe;
    }

    /** Writes that the subsidy is specific per se, if it is. */
    public void write(OutlineBuilder outline) {
        perSe.ifPresent(
                citation -> outline.note("Specific per se: an " + label + " subsidy.", Authority.law(citation)));
    }

    @Override
    public String toString() {
        return label;
    }
}
