package org.advalorem.rules.base;

import java.util.Arrays;
import java.util.List;

/**
 * The treatment of a program's benefit, by which programs are similar: 19 CFR 351.308(j)(3)(ii).
 *
 * <p>Reductions of an income tax and exemptions from it are apart from other tax relief, because all those of a company
 * together are worth at most the tax.
 */
public enum BenefitKind {
    GRANT("grant"),
    LOAN("loan"),
    EQUITY("equity"),
    INCOME_TAX("income tax"),
    TAX_CREDIT("tax credit"),
    INDIRECT_TAX("indirect tax"),
    LTAR("LTAR"),
    OTHER("other");

    private final String label;

    BenefitKind(String label) {
        this.label = label;
    }

    /** The words for the kinds, as written in files. */
    public static List<String> words() {
        return Arrays.stream(values()).map(BenefitKind::toString).toList();
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #words()}
     */
    public static BenefitKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("(" + word + ") is no kind of benefit."));
    }

    /** Whether two programs of this kind are similar; what is merely of no other kind is not. */
    public boolean makesSimilar() {
        return this != OTHER;
    }

    /** The word as written in a file. */
    @Override
    public String toString() {
        return label;
    }
}
