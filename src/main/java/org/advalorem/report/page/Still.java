package org.advalorem.report.page;

/**
 * A part of the page that stays as it was made.
 *
 * @param id in links
 * @param brief what it found, in a sentence for the first screen; empty for none
 * @param html its content
 */
public record Still(String id, String title, String brief, String html) {
    /**
     * A chart as a figure of the page.
     *
     * @param title what it shows
     * @param svg the chart as SVG
     */
    public static String figure(String title, String svg) {
        return Frame.figure(title, svg);
    }
}
