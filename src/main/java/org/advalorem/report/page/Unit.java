package org.advalorem.report.page;

import java.util.List;

/**
 * A piece of the page that alternatives may have in the same words.
 *
 * @param key what it is, alike in all alternatives: the titles that lead to it
 * @param skeleton its HTML without numbers
 * @param html its HTML with those of its alternative
 * @param places where the script finds its numbers, in the order of its elements
 */
record Unit(String key, String skeleton, String html, List<Integer> places) {
    static Unit of(String key, Fragment fragment) {
        return new Unit(key, fragment.skeleton(), fragment.html(), fragment.places());
    }
}
