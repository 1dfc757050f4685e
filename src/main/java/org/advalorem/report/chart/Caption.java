package org.advalorem.report.chart;

/**
 * The words around a chart.
 *
 * @param title the finding, as a sentence: {@code zhongji: 17.14%, of which Export Buyer's Credit is 61%}
 * @param subtitle what is shown: {@code Net subsidy rate by markup}; may be empty
 * @param warning the scenario's watermark, such as {@code ILLUSTRATIVE: ...}; may be empty
 * @param source where the numbers come from: scenario, settings, draws, seed
 */
public record Caption(String title, String subtitle, String warning, String source) {
    /** A title is needed. */
    public Caption {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A chart has a title.");
        }
    }

    /** Title, subtitle and source. */
    public static Caption of(String title, String subtitle, String source) {
        return new Caption(title, subtitle, "", source);
    }
}
