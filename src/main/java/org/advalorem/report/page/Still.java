package org.advalorem.report.page;

import org.advalorem.report.PageParts;

/**
 * A part of the page that stays as it was made.
 *
 * @param id in links
 * @param brief what it found, in a sentence for the first screen; empty for none
 * @param html its content
 * @param proprietary whether it stands in brackets, because the public version leaves it out
 */
public record Still(String id, String title, String brief, String html, boolean proprietary) {
    /** A part that no public version leaves out. */
    public Still(String id, String title, String brief, String html) {
        this(id, title, brief, html, false);
    }

    /** This part of a proprietary version, which the public one leaves out. */
    public Still inBrackets() {
        return new Still(id, title, brief, html, true);
    }

    /** What it found, with a link to it. */
    String found() {
        String found = "<a href=\"#" + id + "\">" + PageParts.escaped(title) + "</a>: " + PageParts.escaped(brief);
        return proprietary ? "[" + found + "]" : found;
    }

    /** Content that the public version leaves out, in brackets as a whole. */
    static String inBrackets(String html) {
        return "<div class=\"proprietary\">\n<p class=\"note\"><span class=\"bracket\">[</span> Not in the public version,"
                + " down to the closing bracket.</p>\n" + html + "<p class=\"bracket\">]</p>\n</div>\n";
    }

    /**
     * A chart as a figure of the page, with links that save its data and, where no script does that, the chart.
     *
     * @param name what its files are called
     * @param title what it shows
     * @param svg the chart as SVG
     * @param csv its data
     * @param scripted whether the page has a script
     */
    public static String figure(String name, String title, String svg, String csv, boolean scripted) {
        return Frame.figure(name, title, svg, csv, scripted);
    }
}
