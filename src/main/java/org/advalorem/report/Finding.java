package org.advalorem.report;

/**
 * What an analysis found, in words: the first lines of its text and the title of its chart.
 *
 * @param headline the answer as a sentence, such as {@code Company Z: 17.14%, not de minimis}
 * @param context what was done to find it; may be empty
 */
public record Finding(String headline, String context) {}
