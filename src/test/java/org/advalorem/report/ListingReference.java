package org.advalorem.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.advalorem.report.ListingType.ColumnOf;
import org.advalorem.report.ListingType.Within;

/** The tables of fields in docs/json.md, made from the listings that reports declare. */
final class ListingReference {
    private static final int SHOWN = 2;

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Set<String>> told = new HashMap<>();

    private ListingReference() {}

    /** A table for each listing that programs read, nested ones after those they are in; what repeats is written once. */
    static String of(Report report) {
        ListingReference reference = new ListingReference();
        for (Document.Block block : report.listings().blocks()) {
            if (block instanceof Document.Listed listed && listed.isForPrograms()) {
                reference.table(listed.listing().type(), "", listed.single());
            }
        }
        return reference.text.toString().stripTrailing();
    }

    private <R> void table(ListingType<R> type, String path, boolean single) {
        String name = path + "`" + type.name() + "`";
        Set<String> known = told.getOrDefault(type.doc(), Set.of());
        Set<String> own = new TreeSet<>(known);
        text.append("| ")
                .append(single ? "" : "each of ")
                .append(name)
                .append(" | ")
                .append(cell(type.doc()));
        text.append(known.isEmpty() ? "" : " The fields above, and:").append(" |\n|---|---|\n");
        List<ColumnOf<R>> columns = type.isBare() ? List.of() : type.columnsForPrograms();
        for (int i = 0; i < columns.size(); i++) {
            String doc = columns.get(i).column().doc();
            List<String> same = new ArrayList<>(List.of(columns.get(i).column().field()));
            while (i + 1 < columns.size() && columns.get(i + 1).column().doc().equals(doc)) {
                same.add(columns.get(++i).column().field());
            }
            own.addAll(same);
            same.removeAll(known);
            if (!same.isEmpty()) {
                boolean many = same.size() > SHOWN;
                text.append("| `").append(String.join("`, `", many ? same.subList(0, SHOWN) : same));
                text.append(many ? "`, ..." : "`")
                        .append(" | ")
                        .append(cell(doc))
                        .append(" |\n");
            }
        }
        List<Within<R, ?>> within = new ArrayList<>(type.within());
        within.removeIf(inner -> known.contains(inner.type().name())
                || path.contains(inner.type().name()));
        for (Within<R, ?> inner : within) {
            own.add(inner.type().name());
            text.append("| `").append(inner.type().name()).append("` | ");
            text.append(inner.type().isBare() ? cell(inner.type().doc()) : "see below")
                    .append(" |\n");
        }
        text.append('\n');
        told.put(type.doc(), own);
        for (Within<R, ?> inner : within) {
            if (!inner.type().isBare()) {
                table(inner.type(), name + " > ", inner.single());
            }
        }
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
