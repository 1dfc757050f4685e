package org.advalorem.rules.base;

/** The basis on which a subsidy is specific: a finding, and one of the factors that determine its denominator. */
public enum Specificity {
    DOMESTIC("domestic"),
    EXPORT("export"),
    IMPORT_SUBSTITUTION("import substitution");

    private final String label;

    Specificity(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
