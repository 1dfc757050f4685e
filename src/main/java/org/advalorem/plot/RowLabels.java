package org.advalorem.plot;

import java.util.List;

/** Labels in a column on the left, each in as many lines as it needs, with the heights of the rows beside them. */
final class RowLabels {
    /** Of the width between the margins. */
    static final double MOST = (Canvas.WIDTH - 2 * Canvas.MARGIN) * 0.36;

    private static final double AIR = 8;
    private static final double GAP = 10;

    private final Canvas canvas;
    private final List<List<String>> labels;
    private final double right;

    /** Those labels, in a column as wide as they need up to {@code most}. */
    RowLabels(Canvas canvas, List<String> texts, double most) {
        this.canvas = canvas;
        double width = Math.min(most, canvas.longest(texts, TextStyle.BODY) + 0.5);
        labels = texts.stream()
                .map(text -> canvas.fonts().wrap(text, TextStyle.BODY, width))
                .toList();
        right = Canvas.MARGIN + width;
    }

    /** The right edge of the labels. */
    double right() {
        return right;
    }

    /** Where the rows may begin. */
    double left() {
        return right + GAP;
    }

    /** The height of a row whose label is the taller part. */
    double height(int row) {
        return height(row, 0);
    }

    /** The height of a row with something that high beside its label. */
    double height(int row, double beside) {
        return Math.max(beside, labels.get(row).size() * TextStyle.BODY.leading()) + AIR;
    }

    void draw(int row, double middle) {
        canvas.block(labels.get(row), right, middle, TextStyle.BODY, Palette.INK, Canvas.Anchor.END);
    }
}
