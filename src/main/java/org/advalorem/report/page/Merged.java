package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The units of all alternatives in one order. A unit that some alternatives have in other words, or not at all, stands beside
 * its other versions and is hidden where it does not belong.
 */
final class Merged {
    /** In no place of an alternative. */
    static final int HIDDEN = -1;

    private final int alternatives;
    private final int base;
    private final Map<List<Integer>, Integer> known = new HashMap<>();
    private final List<List<Integer>> places = new ArrayList<>();
    private final List<int[]> shown = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param alternatives how many there are
     * @param base the scenario as written
     */
    Merged(int alternatives, int base) {
        this.alternatives = alternatives;
        this.base = base;
    }

    /** A unit with the alternatives that show it. */
    private static final class Shared {
        private final Unit unit;
        private String html;
        private final int[] places;

        Shared(Unit unit, int alternatives) {
            this.unit = unit;
            this.html = unit.html();
            this.places = new int[alternatives];
            Arrays.fill(places, HIDDEN);
        }

        boolean is(Unit other) {
            return unit.key().equals(other.key()) && unit.skeleton().equals(other.skeleton());
        }
    }

    /**
     * The HTML of a section.
     *
     * @param units the units of each alternative; none for one that is impossible
     */
    String section(List<List<Unit>> units) {
        List<Shared> merged = new ArrayList<>();
        merge(units.get(base), base, merged);
        for (int i = 0; i < units.size(); i++) {
            if (i != base) {
                merge(units.get(i), i, merged);
            }
        }
        StringBuilder html = new StringBuilder();
        for (Shared one : merged) {
            html.append("<div data-u=\"")
                    .append(shown.size())
                    .append(one.places[base] == HIDDEN ? "\" hidden>" : "\">");
            shown.add(one.places);
            html.append(one.html).append("</div>\n");
        }
        return html.toString();
    }

    private void merge(List<Unit> units, int alternative, List<Shared> merged) {
        int next = 0;
        for (Unit unit : units) {
            int found = find(unit, next, merged);
            if (found < 0) {
                merged.add(next, new Shared(unit, alternatives));
                found = next;
            }
            merged.get(found).places[alternative] = known(unit.places());
            next = found + 1;
        }
    }

    /** The next of the units that is the same, from a place on. */
    private static int find(Unit unit, int from, List<Shared> merged) {
        for (int i = from; i < merged.size(); i++) {
            if (merged.get(i).is(unit)) {
                return i;
            }
        }
        return -1;
    }

    private int known(List<Integer> of) {
        return known.computeIfAbsent(of, absent -> {
            places.add(of);
            return places.size() - 1;
        });
    }

    /** For each unit, in the order of the page, the place of its places in each alternative. */
    List<int[]> shown() {
        return shown;
    }

    /** The places, each list once. */
    List<List<Integer>> places() {
        return places;
    }
}
