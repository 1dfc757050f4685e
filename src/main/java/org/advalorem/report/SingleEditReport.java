package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.advalorem.whatif.SingleEdit;
import org.advalorem.whatif.SingleEdit.Found;
import org.advalorem.whatif.SingleEdit.Made;

/** The section of {@code compare --to} on the single edits that give the disclosed figures. */
final class SingleEditReport {
    /** The largest number of rows that people are shown. */
    private static final int SHOWN = 40;

    private SingleEditReport() {}

    /** Edits of one input or rule that are equally plausible and are made in the same way. */
    private record Alike(List<Found> edits) {
        Found first() {
            return edits.get(0);
        }

        /** The first with its values; of the others, which come to the same figures, what is done. */
        String what() {
            String others = edits.stream()
                    .skip(1)
                    .map(Found::what)
                    .filter(what -> !what.equals(first().what()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return SingleEditReport.what(first()) + (others.isEmpty() ? "" : "; or " + others);
        }

        String made() {
            Found first = first();
            return switch (first.made()) {
                case BY_SETTING ->
                    first.settings().stream()
                            .map(setting -> "--set " + Receipt.quoted(setting))
                            .collect(Collectors.joining(" "));
                case IN_THE_FILE -> first.place().isEmpty() ? "in the data file" : "at " + first.place();
                case REFUSED -> "not in a scenario, which refuses it";
            };
        }
    }

    private static String what(Found edit) {
        boolean changed = !edit.before().isEmpty() && !edit.after().equals(edit.what());
        return edit.what() + (changed ? ", " + edit.before() + " to " + edit.after() : wordChanged(edit));
    }

    private static String wordChanged(Found edit) {
        return edit.before().isEmpty() ? "" : " for " + edit.before();
    }

    /** The answer in a sentence. */
    static String finding(SingleEdit.Result result) {
        List<Found> best = result.best();
        if (best.isEmpty()) {
            return "No single edit gives all disclosed figures; " + Figure.COUNT.text(result.tried())
                    + " were tried."
                    + (result.firstOnly().isEmpty()
                            ? ""
                            : " Some give the first that differs, as if there were more than one error.");
        }
        if (best.size() == 1) {
            Found only = best.get(0);
            return "One edit gives all disclosed figures" + among(result) + ": " + only.address() + ", " + what(only)
                    + ".";
        }
        long places = best.stream().map(Found::address).distinct().count();
        return best.size() + " equally plausible edits"
                + (places == 1 ? " of " + best.get(0).address() : " in " + places + " places")
                + " give all disclosed figures.";
    }

    private static String among(SingleEdit.Result result) {
        return result.all().size() > 1 ? " and is the most plausible" : "";
    }

    static void write(SingleEdit.Result result, Document.Builder document) {
        document.heading(2, "What single edit gives the disclosed figures");
        document.paragraph(Figure.COUNT.text(result.tried())
                + " edits were tried, one at a time, each by the calculation"
                + " above: " + giving(result.all().size()) + " all figures to the decimals printed."
                + (result.more() > 0 ? " " + result.more() + " less plausible ones do too and are not listed." : "")
                + (result.all().size() < 2
                        ? ""
                        : " The first of them are the most plausible; edits of one number are" + " equally so."));
        if (!result.all().isEmpty()) {
            document.view(view("Edits that give all figures", result.all()));
        }
        if (!result.firstOnly().isEmpty()) {
            document.view(view("Edits that give the first differing figure but not all", result.firstOnly()));
        }
        if (result.best().stream().anyMatch(edit -> !edit.kind().isMinisterial())) {
            document.paragraph(
                    "A method or a contested issue is no ministerial error, which is one of arithmetic, copying,"
                            + " duplication and the like (19 CFR 351.224(f)); it is argued in a brief.");
        }
    }

    private static String giving(int count) {
        return count == 0 ? "none gives" : count == 1 ? "one gives" : count + " give";
    }

    private static Listing<Alike> view(String title, List<Found> edits) {
        List<Alike> all = alike(edits);
        List<Alike> shown = all.subList(0, Math.min(SHOWN, all.size()));
        Listing<Alike> listing = ListingType.<Alike>of("edits", "edit", "")
                .shownRight("", alike -> String.valueOf(alike.first().group()))
                .shown(
                        "kind",
                        alike -> alike.edits().stream()
                                .map(edit -> edit.kind().toString())
                                .distinct()
                                .collect(Collectors.joining(", ")))
                .shownLong("what", alike -> alike.first().address() + ": " + alike.what())
                .shownLong("to see it", Alike::made)
                .of(title, shown);
        return shown.size() == all.size()
                ? listing
                : listing.note(
                        (all.size() - shown.size()) + " less plausible rows are left out; --format json has them.");
    }

    private static List<Alike> alike(List<Found> edits) {
        Map<List<Object>, List<Found>> groups = new LinkedHashMap<>();
        for (Found edit : edits) {
            groups.computeIfAbsent(List.of(edit.group(), edit.address(), edit.made()), absent -> new ArrayList<>())
                    .add(edit);
        }
        return groups.values().stream().map(Alike::new).toList();
    }

    static ListingType<Found> type(String name, String doc) {
        return ListingType.<Found>of(name, "edit", doc)
                .number(
                        Figure.COUNT,
                        "group",
                        Found::group,
                        "1 for the most plausible; edits of one group are equally so.")
                .text("kind", edit -> edit.kind().toString(), "The kind of slip.")
                .truth(
                        "ministerial",
                        edit -> edit.kind().isMinisterial(),
                        "Whether slips of this kind can be ministerial errors; a method cannot.")
                .text("address", Found::address, "What is changed.")
                .text("what", Found::what, "What is done to it.")
                .text("before", Found::before, "The value as written; empty for several.")
                .text("after", Found::after, "The value after it; empty for several.")
                .text("made", edit -> made(edit.made()), "How to see it: by --set, in the data file, or refused.")
                .text("place", Found::place, "Where the value is written; empty for a default.")
                .with(ListingType.ofWords("set", "argument", "The arguments of --set that make it."), Found::settings);
    }

    private static String made(Made made) {
        return switch (made) {
            case BY_SETTING -> "set";
            case IN_THE_FILE -> "file";
            case REFUSED -> "refused";
        };
    }

    static ListingType<SingleEdit.Result> search() {
        return ListingType.<SingleEdit.Result>of(
                        "search", "search", "The search for the single edit, if there was one.")
                .number(Figure.COUNT, "tried", SingleEdit.Result::tried, "Number of edits tried.")
                .number(Figure.COUNT, "more", SingleEdit.Result::more, "Number of less plausible ones not listed.");
    }

    /** The most plausible edits, a line each, for a table that has no room for them. */
    static List<String> lines(SingleEdit.Result result) {
        List<String> lines = new ArrayList<>();
        lines.add("Single edit: " + finding(result));
        alike(result.best()).stream()
                .limit(SHOWN)
                .forEach(alike -> lines.add(
                        "Edit: " + alike.first().address() + ": " + alike.what() + " (" + alike.made() + ")"));
        return lines;
    }
}
