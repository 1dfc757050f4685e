package org.advalorem.tables;

/** The order of day, month and year in a date whose parts are numbers. */
public enum DateForm {
    /** Year, month, day. */
    YEAR_MONTH_DAY("year, month, day", "yMd"),
    /** Month, day, year. */
    MONTH_DAY_YEAR("month, day, year", "Mdy"),
    /** Day, month, year. */
    DAY_MONTH_YEAR("day, month, year", "dMy"),
    /** The days since the end of 1899, as workbooks count them. */
    SERIAL("day numbers of Excel", "");

    private final String words;
    private final String order;

    DateForm(String words, String order) {
        this.words = words;
        this.order = order;
    }

    /** The order in words. */
    public String words() {
        return words;
    }

    /** The pattern by which a scenario states the order, with the separators of a date written in it. */
    public String pattern(String date) {
        StringBuilder pattern = new StringBuilder();
        String text = Cell.plain(date);
        int part = 0;
        for (int i = 0; i < text.length() && part <= order.length(); i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            if (!digit) {
                pattern.append(part < order.length() ? text.substring(i, i + 1) : "");
            } else if (i == 0 || !Character.isDigit(text.charAt(i - 1))) {
                int length = 1;
                while (i + length < text.length() && Character.isDigit(text.charAt(i + length))) {
                    length++;
                }
                char letter = part < order.length() ? order.charAt(part) : ' ';
                pattern.append(letter == 'y' ? "y".repeat(length) : letter == ' ' ? "" : String.valueOf(letter));
                part++;
            }
        }
        return pattern.toString().strip();
    }
}
