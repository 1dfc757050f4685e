package org.advalorem.report.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of sheets and of cells: such as every spreadsheet accepts without quotation marks, each once. */
final class SheetNames {
    /** A formula that refers to four other sheets stays short. */
    private static final int LONGEST_SHEET = 14;

    private static final int LONGEST_CELL = 200;

    /** What a spreadsheet takes for a cell, in either of its notations, or for yes and no. */
    private static final Pattern LIKE_A_CELL =
            Pattern.compile("[A-Z]{1,3}[0-9]+|R[0-9]*|C[0-9]*|R[0-9]*C[0-9]*|TRUE|FALSE");

    private final Set<String> taken = new HashSet<>();

    SheetNames(List<String> reserved) {
        reserved.forEach(name -> taken.add(name.toUpperCase(Locale.ROOT)));
    }

    /** A name for a sheet after a text such as the id of a company. */
    String sheet(String text) {
        String plain = plain(text);
        int end = plain.lastIndexOf('_', LONGEST_SHEET);
        return unique(plain.length() > LONGEST_SHEET && end > 0 ? plain.substring(0, end) : plain, LONGEST_SHEET);
    }

    /** A name for the cell of an input after its address. */
    String cell(String address) {
        return unique(plain(address), LONGEST_CELL);
    }

    private static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String capital =
                plain.isEmpty() ? "Sheet" : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
        return Character.isDigit(capital.charAt(0)) ? "N" + capital : capital;
    }

    private String unique(String plain, int longest) {
        String base = plain.substring(0, Math.min(plain.length(), longest));
        if (LIKE_A_CELL.matcher(base.toUpperCase(Locale.ROOT)).matches()) {
            base = base.substring(0, Math.min(base.length(), longest - 1)) + "_";
        }
        String name = base;
        for (int i = 2; !taken.add(name.toUpperCase(Locale.ROOT)); i++) {
            String ending = "_" + i;
            name = base.substring(0, Math.min(base.length(), longest - ending.length())) + ending;
        }
        return name;
    }
}
