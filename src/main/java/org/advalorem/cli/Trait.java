package org.advalorem.cli;

/** What the launchers, the documentation and the tests need to know about a command. */
enum Trait {
    /** May run for a long time: the launchers give it the optimizing compiler and the parallel collector. */
    LONG,
    /** Draws a chart: {@code --chart}. */
    CHART,
    /** Writes its draws to a file: {@code --draws-to}. */
    DRAWS
}
