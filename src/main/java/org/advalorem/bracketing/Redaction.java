package org.advalorem.bracketing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Transactions;
import org.advalorem.calculation.Withheld;
import org.advalorem.calculation.Worksheet;
import org.advalorem.facts.Column;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance.Publication;
import org.advalorem.facts.Sheet;

/** What is told of a calculation in words, without what is confidential. */
final class Redaction {
    /** Shorter words stand in brackets only where they are the whole of a cell: they are parts of other words. */
    private static final int SHORTEST = 4;

    /** The market that every proceeding is about; as a destination it is no secret. */
    private static final String MARKET = "United States";

    /** A representative share of rows: at least one percent (19 CFR 351.304(c)(1)). */
    private static final int ONE_IN = 100;

    private static final Pattern MONTH = Pattern.compile("\\d{4}(-\\d{2})?");

    private static final String KEY = "public-version.key";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Disclosed disclosed;
    private final Ranges ranges;
    private final Numbers numbers;
    private boolean ofRecords;
    private final Set<String> words = new LinkedHashSet<>();
    private final Map<String, Pattern> names = new LinkedHashMap<>();

    Redaction(Disclosed disclosed, Ranges ranges) {
        this.disclosed = disclosed;
        this.ranges = ranges;
        this.numbers = Numbers.of(disclosed);
        Set<String> publicWords = new HashSet<>(Set.of(MARKET));
        for (FactRegister.Fact fact : disclosed.complete().register().all()) {
            boolean hidden = disclosed.confidential().publication(fact) != Publication.PUBLIC;
            boolean whole = disclosed.confidential().isSheet(fact.address().toString());
            if (fact.term().isEmpty() && !whole) {
                (hidden ? words : publicWords).add(fact.text());
            }
        }
        disclosed.confidential().sheets().forEach(this::addWords);
        words.removeAll(publicWords);
        words.removeIf(String::isBlank);
        // the key is one even where something public is the same
        disclosed.bracketing().key().ifPresent(key -> names.put(key, standing(key)));
        words.stream()
                .filter(Redaction::isName)
                .filter(word -> publicWords.stream().noneMatch(known -> known.contains(word)))
                .forEach(word -> names.put(word, standing(word)));
    }

    /** Adds the words and days of a table whose rows are confidential. */
    private void addWords(Sheet sheet) {
        for (Column column : sheet.columns()) {
            for (int row = 0; row < sheet.rows().rows(); row++) {
                if (column.type() == Column.Type.TEXT) {
                    words.add(sheet.rows().word(row, column));
                } else if (column.type() == Column.Type.DATE && !sheet.rows().isBlank(row, column)) {
                    words.add(sheet.rows().day(row, column).toString());
                }
            }
        }
    }

    /** Whether a text is more than a common word or a number: a name of some length, or a mark such as D-2. */
    private static boolean isName(String word) {
        boolean digit = word.chars().anyMatch(Character::isDigit);
        boolean letter = word.chars().anyMatch(Character::isLetter);
        boolean usual = word.chars().allMatch(sign -> (sign >= 'a' && sign <= 'z') || sign == ' ' || sign == '-');
        if (MONTH.matcher(word).matches()) {
            return false;
        }
        return DAY.matcher(word).matches()
                || (digit && letter)
                || (letter && !usual && word.length() >= SHORTEST)
                || (digit && word.length() > SHORTEST);
    }

    /** A word where it is not part of another. */
    private static Pattern standing(String word) {
        return Pattern.compile("(?<![\\p{L}\\p{Nd}])" + Pattern.quote(word) + "(?![\\p{L}\\p{Nd}])");
    }

    /**
     * Tells of every confidential number and name in a line.
     *
     * @param leak told what is written there
     */
    void find(String line, Consumer<String> leak) {
        numbers.find(line, leak);
        names.forEach((name, pattern) -> {
            if (line.contains(name) && pattern.matcher(line).find()) {
                leak.accept(name);
            }
        });
    }

    /** A text with brackets in place of confidential words and numbers. */
    String of(String text) {
        if (words.contains(text)) {
            return Withheld.BRACKETS;
        }
        String told = text;
        for (Map.Entry<String, Pattern> name : names.entrySet()) {
            if (told.contains(name.getKey())) {
                told = name.getValue().matcher(told).replaceAll(Withheld.BRACKETS);
            }
        }
        if (ofRecords) {
            told = DAY.matcher(told).replaceAll(Withheld.BRACKETS);
        }
        return numbers.redacted(told);
    }

    /** A fact as it is told; none if it is left out. Confidential ones are entered in the index. */
    Optional<FactRegister.Fact> of(FactRegister.Fact fact, List<PublicVersion.Entry> index) {
        Publication publication = disclosed.confidential().publication(fact);
        if (fact.address().toString().equals(KEY)) {
            return Optional.empty();
        }
        if (publication == Publication.PUBLIC) {
            return Optional.of(fact);
        }
        String shown = Withheld.BRACKETS;
        if (publication == Publication.RANGED && fact.term().isPresent()) {
            BigDecimal number = fact.term().get().decimal();
            boolean rate = fact.text().strip().endsWith("%");
            shown = ranges.of(fact.address().toString(), rate ? number.movePointRight(2) : number)
                    .map(range -> "[" + grouped(range) + (rate ? "%" : "") + "]")
                    .orElse(Withheld.BRACKETS);
        }
        if (!fact.descriptive()) {
            index.add(new PublicVersion.Entry(
                    fact.address().toString(), publication, shown.equals(Withheld.BRACKETS) ? "" : shown));
        }
        return publication == Publication.LEFT_OUT
                ? Optional.empty()
                : Optional.of(new FactRegister.Fact(
                        fact.address(), shown, fact.origin(), fact.provenance(), fact.descriptive(), fact.term()));
    }

    private static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    /** An outline as it is told. */
    Outline.Section of(Outline.Section section) {
        boolean before = ofRecords;
        ofRecords |= !section.about().isEmpty()
                && disclosed.confidential().sheets().stream().anyMatch(sheet -> isFrom(sheet, section.about()));
        Outline.Section told = new Outline.Section(
                of(section.title()),
                section.about(),
                section.items().stream().flatMap(this::of).toList());
        ofRecords = before;
        return told;
    }

    /** Whether a use is computed from a table, and so may tell days that follow from its days. */
    private static boolean isFrom(Sheet sheet, String use) {
        String uses = use.replace(".programs.", ".uses.");
        return uses.contains(".uses.") && (sheet.rows().address() + ".").startsWith(uses + ".");
    }

    private Stream<Outline.Item> of(Outline.Item item) {
        if (item instanceof Outline.Section section) {
            return Stream.of(of(section));
        }
        if (item instanceof Outline.Line line) {
            return Stream.of(
                    new Outline.Line(of(line.label()), line.term(), line.quality(), line.authority(), line.when()));
        }
        if (item instanceof Outline.Note note) {
            return Stream.of(new Outline.Note(of(note.text()), note.authority(), note.general(), note.when()));
        }
        if (item instanceof Transactions transactions) {
            return disclosed.confidential().isSheet(transactions.records())
                    ? Stream.of(leftOut(transactions))
                    : Stream.of(item);
        }
        Worksheet sheet = (Worksheet) item;
        return Stream.of(new Worksheet(
                of(sheet.title()),
                sheet.columns(),
                sheet.rows().stream().map(this::cells).toList(),
                sheet.totals(),
                sheet.authority(),
                sheet.when()));
    }

    /** The cells of a row; of one that stands for a confidential record also without days and numbers of days. */
    private List<Outline.Cell> cells(List<Outline.Cell> row) {
        boolean ofRecord =
                row.stream().anyMatch(cell -> cell instanceof Outline.Words text && words.contains(text.text()));
        List<Outline.Cell> cells = new ArrayList<>();
        for (Outline.Cell cell : row) {
            if (cell instanceof Outline.Words text) {
                boolean day = ofRecord && DAY.matcher(text.text()).matches();
                cells.add(Outline.words(day ? Withheld.BRACKETS : of(text.text())));
            } else {
                boolean counted = ofRecord
                        && (cell instanceof Outline.Count
                                || (cell instanceof Outline.Quantity quantity
                                        && quantity.term().operation() == Operation.LITERAL));
                cells.add(counted ? Outline.words(Withheld.BRACKETS) : cell);
            }
        }
        return cells;
    }

    /** The sentence in place of transactions, with a share of them in ranges where the scenario says so. */
    private Outline.Item leftOut(Transactions transactions) {
        Sheet sheet = disclosed.confidential().sheets().stream()
                .filter(of -> of.rows().address().toString().equals(transactions.records()))
                .findFirst()
                .orElseThrow();
        int count = sheet.rows().rows();
        StringBuilder text = new StringBuilder(transactions.title() + ": " + count + " transactions are left out.");
        if (disclosed.bracketing().of(sheet) == Publication.RANGED) {
            text.append(" A share of them, each figure within ten percent:");
            for (int row = 0; row < count; row += ONE_IN) {
                text.append(row == 0 ? " " : "; ")
                        .append("row ")
                        .append(row + 1)
                        .append(": ")
                        .append(ranged(sheet, row));
            }
            text.append('.');
        }
        return new Outline.Note(text.toString(), Optional.empty(), false, Optional.empty());
    }

    private String ranged(Sheet sheet, int row) {
        List<String> figures = new ArrayList<>();
        for (Column column : sheet.columns()) {
            boolean number = column.type() == Column.Type.NUMBER || column.type() == Column.Type.NOT_NEGATIVE;
            if (number && !sheet.rows().isBlank(row, column)) {
                String address = sheet.rows().address() + "." + (row + 1) + "." + column.name();
                ranges.of(address, BigDecimal.valueOf(sheet.rows().number(row, column)))
                        .ifPresent(range -> figures.add(column.name() + " [" + grouped(range) + "]"));
            }
        }
        return String.join(", ", figures);
    }
}
