package org.advalorem.cli;

/** What the launchers, the documentation and the tests need to know about a command. */
enum Trait {
    /** May run for a long time, and can be stopped: the launchers give it the optimizing compiler and the parallel collector. */
    LONG,
    /**
     * Long, but it builds many calculations and repeats none often enough for the optimizing compiler to pay: the launchers
     * start it as they do the short ones.
     */
    BUILDS,
    /** Draws a chart: {@code --chart}. */
    CHART,
    /** Writes its draws to a file: {@code --draws-to}. */
    DRAWS
}
