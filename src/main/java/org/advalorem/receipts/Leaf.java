package org.advalorem.receipts;

/**
 * A value of a result.
 *
 * @param path where it stands, in words: {@code companies[0].rate}, {@code row 3, rate-percent}, {@code line 12}
 * @param text as written
 */
public record Leaf(String path, String text) {}
