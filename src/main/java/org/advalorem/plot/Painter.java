package org.advalorem.plot;

/** What draws a kind of chart; created before the words above the drawing are set, so that it can widen the canvas. */
interface Painter {
    /**
     * Draws the chart below that height.
     *
     * @return the bottom of the drawing
     */
    double paint(double top);
}
