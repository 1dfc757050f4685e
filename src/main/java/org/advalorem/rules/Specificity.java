package org.advalorem.rules;

/** What makes a subsidy specific: a finding, and one of the things that decide its denominator. */
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
