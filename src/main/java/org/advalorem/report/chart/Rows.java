package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Labels in a column on the left, each in as many lines as it needs, and the rows beside them. */
final class Rows {
    private static final double SHARE = 0.36;
    private static final double LEAST = 22;
    private static final double AIR = 8;
    private static final double GAP = 10;

    private final Sheet sheet;
    private final List<List<String>> labels = new ArrayList<>();
    private final double right;

    /** Rows with those labels in a column that is as wide as they need. */
    Rows(Sheet sheet, List<String> texts) {
        this(sheet, texts, width(sheet, texts));
    }

    /** Rows with those labels in a column of that width. */
    Rows(Sheet sheet, List<String> texts, double width) {
        this.sheet = sheet;
        texts.forEach(text -> labels.add(sheet.lettering().wrap(text, TextStyle.BODY, width)));
        right = Frame.MARGIN + width;
    }

    /** The width of a column for those labels: at most a good third of the sheet. */
    static double width(Sheet sheet, List<String> texts) {
        double widest = texts.stream()
                .mapToDouble(text -> sheet.length(text, TextStyle.BODY))
                .max()
                .orElse(0);
        return Math.min((Frame.WIDTH - 2 * Frame.MARGIN) * SHARE, widest + 0.5);
    }

    /** Where the rows may begin on the left. */
    double left() {
        return right + GAP;
    }

    double height(int row) {
        return Math.max(LEAST, labels.get(row).size() * TextStyle.BODY.leading() + AIR);
    }

    double height() {
        double sum = 0;
        for (int row = 0; row < labels.size(); row++) {
            sum += height(row);
        }
        return sum;
    }

    /** Writes the label beside a row whose middle is there. */
    void label(int row, double middle, TextStyle style) {
        List<String> lines = labels.get(row);
        double y = middle - lines.size() * TextStyle.BODY.leading() / 2;
        for (String line : lines) {
            sheet.right(line, right, y + baseline(), style, Palette.INK);
            y += TextStyle.BODY.leading();
        }
    }

    /** From the top of a line to the baseline of a text that stands in the middle of it. */
    static double baseline() {
        return TextStyle.BODY.leading() / 2 + TextStyle.BODY.size() * 0.35;
    }

    /** The baseline of text in the middle of a row. */
    static double baseline(double middle) {
        return middle + TextStyle.BODY.size() * 0.35;
    }
}
