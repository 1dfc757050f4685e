package org.advalorem.rules.calendar;

/** The agency that acts on a date, or with which a party files. */
public enum Agency {
    COMMERCE("Commerce"),
    ITC("ITC"),
    CBP("CBP");

    private final String label;

    Agency(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
