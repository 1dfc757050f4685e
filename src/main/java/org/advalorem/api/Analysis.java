package org.advalorem.api;

/**
 * The answer to a question put to a {@link Scenario}: as a table for programs and as a report for people. It is computed
 * once; the table and the report are made when they are asked for.
 */
public abstract sealed class Analysis permits Charted, Explanation {
    private final Report report;
    private final Lazy<Table> table;

    Analysis(Report report) {
        this.report = report;
        this.table = new Lazy<>(report::table);
    }

    /** The table that the command of the same name writes as CSV. */
    public final Table table() {
        return table.get();
    }

    /** The report that the command of the same name writes. */
    public final Report report() {
        return report;
    }

    /** The report as text. */
    @Override
    public final String toString() {
        return report.text();
    }
}
