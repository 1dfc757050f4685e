package org.advalorem.api;

/** An {@link Analysis} that also has a chart. */
public abstract sealed class Charted extends Analysis
        permits Comparison, Grid, Issues, Rates, Screening, Sensitivity, Simulation, Spider, Sweep, Tornado {
    private final Drawing drawing;

    Charted(Report report, Drawing drawing) {
        super(report);
        this.drawing = drawing;
    }

    /** The chart that the command of the same name draws with {@code --chart}. */
    public final Drawing drawing() {
        return drawing;
    }
}
