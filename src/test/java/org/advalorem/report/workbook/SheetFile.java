package org.advalorem.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook file read and changed as the text that it is, without a library. */
public final class SheetFile {
    private static final Pattern CELL = Pattern.compile("<c ([^>]*?)(?:/>|>(.*?)</c>)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("<v>(.*?)</v>", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("<t[^>]*>(.*?)</t>", Pattern.DOTALL);
    private static final Pattern FORMULA = Pattern.compile("<f[^>]*>(.*?)</f>|<f[^>]*/>", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\br=\"([A-Z]+[0-9]+)\"");
    private static final Pattern TYPE = Pattern.compile("\\bt=\"([a-zA-Z]+)\"");

    private static final Pattern LEAN = Pattern.compile(
            "<(legacyDrawing|drawing|Override[^>]*comments)[^>]*/>|<(dataValidations|hyperlinks|mergeCells).*?</\\2>",
            Pattern.DOTALL);

    private final Map<String, byte[]> parts;
    private final Map<Integer, Map<String, Cell>> read = new HashMap<>();

    private SheetFile(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    public static SheetFile of(byte[] archive) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SheetFile(parts);
    }

    /**
     * A cell as it is in the file.
     *
     * @param formula empty if it has none
     * @param type of the value: {@code n} a number, {@code b} yes or no, {@code str} text of a formula, {@code e} an error
     */
    public record Cell(String formula, String type, String value) {}

    /** The names of the parts. */
    Set<String> parts() {
        return parts.keySet();
    }

    byte[] content(String part) {
        return parts.get(part);
    }

    /** This file with a part replaced. */
    SheetFile with(String part, UnaryOperator<String> change) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, change.apply(text(part)).getBytes(StandardCharsets.UTF_8));
        return new SheetFile(changed);
    }

    /** This file without a part. */
    SheetFile without(String part) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.remove(part);
        return new SheetFile(changed);
    }

    public String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    /** The cells of a sheet, by their places. */
    public Map<String, Cell> cells(int sheet) {
        return read.computeIfAbsent(sheet, this::readCells);
    }

    private Map<String, Cell> readCells(int sheet) {
        Map<String, Cell> cells = new HashMap<>();
        Matcher matcher = CELL.matcher(text(part(sheet)));
        while (matcher.find()) {
            String inside = matcher.group(2) == null ? "" : matcher.group(2);
            cells.put(
                    first(PLACE, matcher.group(1), ""),
                    new Cell(
                            first(FORMULA, inside, ""),
                            first(TYPE, matcher.group(1), "n"),
                            first(VALUE, inside, first(INLINE, inside, ""))));
        }
        return cells;
    }

    private static String part(int sheet) {
        return "xl/worksheets/sheet" + (sheet + 1) + ".xml";
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() && matcher.group(1) != null ? matcher.group(1) : otherwise;
    }

    /** This file with another value kept with every formula, so that nothing passes by being read back. */
    SheetFile forgetting(String value) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.replaceAll((name, content) -> name.startsWith("xl/worksheets/sheet")
                ? CELL.matcher(new String(content, StandardCharsets.UTF_8))
                        .replaceAll(cell -> Matcher.quoteReplacement(
                                cell.group().contains("<f>") ? forgotten(cell.group(), value) : cell.group()))
                        .getBytes(StandardCharsets.UTF_8)
                : content);
        return new SheetFile(changed);
    }

    private static String forgotten(String cell, String value) {
        int end = cell.indexOf('>');
        return cell.substring(0, end).replaceAll(" t=\"[a-z]+\"", "")
                + VALUE.matcher(cell.substring(end)).replaceAll("<v>" + value + "</v>");
    }

    /** This file without what computes nothing: comments, what may be typed, links; a spreadsheet opens it sooner. */
    SheetFile lean() {
        Map<String, byte[]> lean = new LinkedHashMap<>(parts);
        lean.keySet().removeIf(name -> name.matches("xl/(comments|drawings/|worksheets/_rels/).*"));
        lean.replaceAll((name, content) -> name.startsWith("xl/worksheets/") || name.equals("[Content_Types].xml")
                ? LEAN.matcher(new String(content, StandardCharsets.UTF_8))
                        .replaceAll("")
                        .getBytes(StandardCharsets.UTF_8)
                : content);
        return new SheetFile(lean);
    }

    /** This file with words in a cell in place of its number. */
    public SheetFile saying(int sheet, String place, String words) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        String text = CELL.matcher(text(part(sheet)))
                .replaceAll(cell -> Matcher.quoteReplacement(
                        first(PLACE, cell.group(1), "").equals(place)
                                ? "<c r=\"" + place + "\" t=\"str\"><v>" + words + "</v></c>"
                                : cell.group()));
        changed.put(part(sheet), text.getBytes(StandardCharsets.UTF_8));
        return new SheetFile(changed);
    }

    /** The texts of all parts. */
    public String all() {
        StringBuilder all = new StringBuilder();
        parts.forEach((name, content) ->
                all.append(new String(content, StandardCharsets.UTF_8)).append('\n'));
        return all.toString();
    }

    /** This file with other numbers typed into cells of a sheet. */
    public SheetFile typing(int sheet, Map<String, Double> typed) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        String text = CELL.matcher(text(part(sheet))).replaceAll(cell -> {
            Double number = typed.get(first(PLACE, cell.group(1), ""));
            return Matcher.quoteReplacement(
                    number == null ? cell.group() : VALUE.matcher(cell.group()).replaceAll("<v>" + number + "</v>"));
        });
        changed.put(part(sheet), text.getBytes(StandardCharsets.UTF_8));
        return new SheetFile(changed);
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
