package org.advalorem.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Small signs that tell lines apart without colour, and those of the scenario itself. */
final class Markers {
    private static final int KINDS = 6;
    private static final double SIZE = 3.6;

    private Markers() {}

    /** The marker of a series by its number. */
    static Shape of(int number, double x, double y) {
        return switch (number % KINDS) {
            case 0 -> dot(x, y, SIZE);
            case 1 -> new Rectangle2D.Double(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 2 -> polygon(x, y, 0, -1.4, 1.3, 1, -1.3, 1);
            case 3 -> diamond(x, y);
            case 4 -> polygon(x, y, 0, 1.4, 1.3, -1, -1.3, -1);
            default -> polygon(x, y, -1.5, -0.5, 1.5, -0.5, 1.5, 0.5, -1.5, 0.5);
        };
    }

    static Shape dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Shape diamond(double x, double y) {
        return polygon(x, y, 0, -1.5, 1.5, 0, 0, 1.5, -1.5, 0);
    }

    static Shape ring(double x, double y) {
        return dot(x, y, SIZE * 1.7);
    }

    private static Shape polygon(double x, double y, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(x + corners[0] * SIZE, y + corners[1] * SIZE);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + corners[i] * SIZE, y + corners[i + 1] * SIZE);
        }
        path.closePath();
        return path;
    }
}
