package org.advalorem.receipts;

import java.util.ArrayList;
import java.util.List;

/** The values of a result while it is read, up to a size: a small file can be made of which the paths fill any memory. */
final class Leaves {
    /** The most characters of all paths and texts; the largest reports have a hundredth of it. */
    private static final long MOST = 200_000_000;

    private final List<Leaf> all = new ArrayList<>();
    private long characters;

    void add(String path, String text) throws NoReceiptException {
        characters += path.length() + text.length();
        if (characters > MOST) {
            throw new NoReceiptException("It is larger than any result.");
        }
        all.add(new Leaf(path, text));
    }

    List<Leaf> all() {
        return all;
    }
}
