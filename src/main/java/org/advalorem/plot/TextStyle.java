package org.advalorem.plot;

/** The few kinds of text on a chart. Sizes are in points on a canvas that a page shrinks by about a third. */
enum TextStyle {
    TITLE(true, 17),
    SUBTITLE(false, 12.5f),
    WARNING(true, 11),
    HEADING(true, 12.5f),
    BODY(false, 12),
    STRONG(true, 12),
    SMALL(false, 10.5f);

    private final boolean bold;
    private final float size;

    TextStyle(boolean bold, float size) {
        this.bold = bold;
        this.size = size;
    }

    boolean bold() {
        return bold;
    }

    float size() {
        return size;
    }

    /** From one baseline to the next. */
    double leading() {
        return size * 1.22;
    }

    /** From the top of a line to its baseline. */
    double ascent() {
        return size * 0.905;
    }

    /** From the baseline to the bottom of a line. */
    double descent() {
        return size * 0.212;
    }

    /** From the middle of a line to its baseline. */
    double drop() {
        return size * 0.35;
    }
}
