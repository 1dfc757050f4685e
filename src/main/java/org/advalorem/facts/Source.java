package org.advalorem.facts;

import org.advalorem.calculation.CalculationBuilder;

/**
 * Where a value comes from: words, and where the record of the proceeding has it (19 CFR 351.303(g)). Each part is empty
 * if it is not stated.
 *
 * @param text the source in words
 * @param exhibit the exhibit of the record, such as {@code GOV-12}
 * @param page the page of the exhibit, or the pages, such as {@code 34-36}
 * @param barcode the number under which ACCESS, the agency's record, has the document, such as {@code 3912345-01}
 */
public record Source(String text, String exhibit, String page, String barcode) {
    /** No source at all. */
    public static final Source UNSTATED = new Source("", "", "", "");

    /** A source in words alone. */
    public static Source of(String text) {
        return new Source(text, "", "", "");
    }

    /** Whether anything is stated. */
    public boolean isStated() {
        return !equals(UNSTATED);
    }

    /** Whether an exhibit of the record is named. */
    public boolean hasExhibit() {
        return !exhibit.isEmpty();
    }

    /**
     * The source as people write it: {@code Exhibit GOV-12 at 34, barcode 3912345-01; quarterly report}. The page belongs to
     * the first of exhibit, barcode and words that is stated. Words alone are left as they are.
     */
    public String words() {
        String inExhibit = exhibit.isEmpty() ? "" : at("Exhibit " + exhibit);
        String underBarcode = barcode.isEmpty() ? "" : "barcode " + barcode;
        String onRecord = inExhibit.isEmpty() ? at(underBarcode) : joined(inExhibit, ", ", underBarcode);
        if (onRecord.isEmpty()) {
            return text.isEmpty() && !page.isEmpty() ? "page " + page : at(text);
        }
        return joined(onRecord, "; ", text);
    }

    /**
     * Notes what cannot be read of the source that is stated beside something other than a value, such as a distribution.
     *
     * @param beside the mapping that may state it
     * @param at the address of that mapping
     * @param problems receives what is wrong
     */
    public static void check(SourceNode.Mapping beside, Address at, Problems problems) {
        SourceNode given = beside.entries().get(SourceType.KEY);
        if (given != null) {
            FactsContext context = FactsContext.of(new CalculationBuilder(), problems, DataFiles.NONE);
            try {
                SourceType.SOURCE.readSilently(new Reading(given, at.child(SourceType.KEY), context, true));
            } catch (UnusableFactsException noted) {
                // it only describes: what it stands beside is read all the same
            }
        }
    }

    private String at(String document) {
        return document.isEmpty() || page.isEmpty() ? document : document + " at " + page;
    }

    private static String joined(String first, String by, String second) {
        return second.isEmpty() ? first : first + by + second;
    }
}
