package org.advalorem.rules.base;

/** A tax on an input that a benchmark price may include and a program may relieve. */
public enum InputTax {
    VAT("VAT"),
    IMPORT_DUTY("import duty");

    private final String label;

    InputTax(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
