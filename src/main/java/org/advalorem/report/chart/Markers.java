package org.advalorem.report.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Small signs by which lines are told apart without colour. */
final class Markers {
    private static final int KINDS = 6;
    private static final double SIZE = 3.6;

    private Markers() {}

    /** The marker of a series by its number. */
    static Shape of(int number, double x, double y) {
        return switch (number % KINDS) {
            case 0 -> new Ellipse2D.Double(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 1 -> new Rectangle2D.Double(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 2 -> polygon(x, y, 0, -SIZE * 1.4, SIZE * 1.3, SIZE, -SIZE * 1.3, SIZE);
            case 3 -> diamond(x, y);
            case 4 -> polygon(x, y, 0, SIZE * 1.4, SIZE * 1.3, -SIZE, -SIZE * 1.3, -SIZE);
            default ->
                polygon(
                        x,
                        y,
                        -SIZE * 1.5,
                        -SIZE / 2,
                        SIZE * 1.5,
                        -SIZE / 2,
                        SIZE * 1.5,
                        SIZE / 2,
                        -SIZE * 1.5,
                        SIZE / 2);
        };
    }

    static Shape diamond(double x, double y) {
        double size = SIZE * 1.5;
        return polygon(x, y, 0, -size, size, 0, 0, size, -size, 0);
    }

    /** The sign for the scenario itself. */
    static Shape ring(double x, double y) {
        double size = SIZE * 1.7;
        return new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
    }

    private static Shape polygon(double x, double y, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(x + corners[0], y + corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + corners[i], y + corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
