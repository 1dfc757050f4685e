package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.facts.Column;
import org.advalorem.tables.ColumnProfile;
import org.advalorem.tables.Heading;

/**
 * A mapping by which a scenario can read a file, as a proposal: the field whose columns the file's headings fit best, and
 * which heading is which column.
 *
 * @param field the field, and where it stands
 * @param headings by column the heading that is meant
 * @param missing the required columns that no heading fits
 * @param words by column of choices the words in the file that are not among them
 */
public record ProposedMapping(
        String field, Map<String, String> headings, List<String> missing, Map<String, List<String>> words) {
    /** Other words by which ledgers call our columns. */
    private static final Map<String, List<String>> OTHER_WORDS = Map.ofEntries(
            Map.entry("quantity", List.of("qty", "weight", "volume", "tonnage", "数量")),
            Map.entry("price", List.of("unit-price", "unit-cost", "单价")),
            Map.entry("supplier", List.of("vendor", "seller", "supplier-name", "供应商")),
            Map.entry("gross", List.of("value", "amount", "sales", "gross-value", "revenue", "金额")),
            Map.entry("date", List.of("invoice-date", "posting-date", "day", "month", "日期")),
            Map.entry("month", List.of("date", "period")),
            Map.entry("buyer", List.of("customer")),
            Map.entry("loan", List.of("loan-no", "contract", "loan-number")),
            Map.entry("lender", List.of("bank")),
            Map.entry("drawn", List.of("drawdown", "drawdown-date", "disbursed", "start-date")),
            Map.entry("due", List.of("maturity", "maturity-date", "end-date")),
            Map.entry("principal", List.of("amount", "loan-amount")),
            Map.entry("rate", List.of("interest-rate", "interest")),
            Map.entry("payable", List.of("vat-payable", "tax-payable")));

    /** The mapping that fits best; empty if none fits at least two required columns and half of them. */
    public static Optional<ProposedMapping> of(InspectedFile file, Map<String, List<Column>> tables) {
        ProposedMapping best = null;
        double most = 0;
        for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
            ProposedMapping fitting = fit(file, table.getKey(), table.getValue());
            long required = table.getValue().stream().filter(Column::required).count();
            double share = required == 0 ? 0 : 1 - (double) fitting.missing.size() / required;
            double score = fitting.headings.size() * share * share;
            if (required - fitting.missing.size() >= 2 && share >= 0.5 && score > most) {
                best = fitting;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static ProposedMapping fit(InspectedFile file, String field, List<Column> columns) {
        Map<String, String> headings = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (Column column : columns) {
            Optional<ColumnProfile> found = heading(file, column, headings);
            if (found.isPresent()) {
                headings.put(column.name(), found.get().heading());
                List<String> others = others(found.get(), column);
                if (!others.isEmpty()) {
                    words.put(column.name(), others);
                }
            } else if (column.required()) {
                missing.add(column.name());
            }
        }
        return new ProposedMapping(field, headings, missing, words);
    }

    /** The heading that is the column's name, or is called like it, or has it among its words. */
    private static Optional<ColumnProfile> heading(InspectedFile file, Column column, Map<String, String> taken) {
        List<ColumnProfile> free = file.columns().stream()
                .filter(profile -> !profile.heading().isEmpty() && !taken.containsValue(profile.heading()))
                .filter(profile -> fits(profile, column))
                .toList();
        List<String> others = OTHER_WORDS.getOrDefault(column.name(), List.of());
        return free.stream()
                .filter(profile -> key(profile).equals(column.name()))
                .findFirst()
                .or(() -> free.stream()
                        .filter(profile -> others.contains(key(profile)))
                        .findFirst())
                .or(() -> free.stream()
                        .filter(profile ->
                                Arrays.asList(key(profile).split("-")).contains(column.name()))
                        .findFirst());
    }

    private static boolean fits(ColumnProfile profile, Column column) {
        return switch (column.type()) {
            case NUMBER, NOT_NEGATIVE -> profile.kind() == ColumnProfile.Kind.NUMBER;
            case RATE -> profile.kind() == ColumnProfile.Kind.RATE || profile.kind() == ColumnProfile.Kind.NUMBER;
            case DATE -> profile.kind() == ColumnProfile.Kind.DATE;
            case MONTH -> profile.kind() == ColumnProfile.Kind.DATE || profile.kind() == ColumnProfile.Kind.MONTH;
            case YEAR -> profile.kind() == ColumnProfile.Kind.NUMBER;
            case TEXT -> profile.kind() == ColumnProfile.Kind.TEXT;
        };
    }

    private static String key(ColumnProfile profile) {
        return Heading.of(profile.heading()).key();
    }

    private static List<String> others(ColumnProfile profile, Column column) {
        if (column.choices().isEmpty() || profile.form().isEmpty()) {
            return List.of();
        }
        return Arrays.stream(profile.form().split(", "))
                .filter(word -> column.choices().stream().noneMatch(word::equalsIgnoreCase))
                .toList();
    }

    /** The mapping as it would be written in a scenario, with dots where the user must choose. */
    public List<String> lines(InspectedFile file, Map<String, List<Column>> tables) {
        List<String> lines = new ArrayList<>();
        lines.add(field.split(" ")[0] + ":");
        lines.add("  file: " + quoted(file.name()));
        if (file.sheets().size() > 1) {
            lines.add("  sheet: " + quoted(file.sheet()));
        }
        String columns = headings.entrySet().stream()
                .filter(entry -> !Heading.of(entry.getValue()).key().equals(entry.getKey()))
                .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", "));
        if (!columns.isEmpty() || !missing.isEmpty()) {
            String open = missing.stream().map(column -> column + ": ...").collect(Collectors.joining(", "));
            lines.add("  columns: {" + columns + (columns.isEmpty() || open.isEmpty() ? "" : ", ") + open + "}");
        }
        words.forEach((column, others) -> lines.add("  values: {" + column + ": {"
                + others.stream().map(word -> quoted(word) + ": ...").collect(Collectors.joining(", "))
                + "}}   # each: "
                + choices(column, tables.getOrDefault(field, List.of()))));
        if (!file.layout().totals().isEmpty()) {
            lines.add("  totals: leave out");
        }
        return lines;
    }

    private static String choices(String name, List<Column> columns) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .flatMap(column -> column.choices().stream())
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        boolean plain = text.matches("[\\p{L}][\\p{L}\\p{N} _./()-]*") && !text.endsWith(" ");
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
