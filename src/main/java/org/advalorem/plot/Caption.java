package org.advalorem.plot;

/**
 * The words around a chart.
 *
 * @param title the finding, as a sentence: {@code zhongji: 17.14%, of which Export Buyer's Credit is 61%}
 * @param subtitle what is shown: {@code Net subsidy rate by markup}; may be empty
 * @param warning what the reader must not miss, in bold: {@code ILLUSTRATIVE: ...}; may be empty
 * @param source where the numbers come from; may be empty
 */
public record Caption(String title, String subtitle, String warning, String source) {
    /**
     * The words, checked.
     *
     * @throws IllegalArgumentException if the title is blank
     */
    public Caption {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A chart needs a title.");
        }
    }
}
