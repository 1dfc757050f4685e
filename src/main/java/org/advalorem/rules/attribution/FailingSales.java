package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Column;
import org.advalorem.rules.attribution.ExportValueAdjustment.Criterion;
import org.advalorem.rules.base.Assumption;

/**
 * The sales through the affiliated reseller that fail a criterion of the export value adjustment, in one year.
 *
 * <p>A sale consists of all rows with one invoice, both to and by the reseller. Rows without an invoice form a single
 * sale, so each failing row must say so itself. A criterion answered on any row is judged sale by sale, and a blank
 * answer defaults to the company's; a criterion answered on no row is judged for the company alone.
 */
public final class FailingSales {
    /** No failing sales. */
    static final FailingSales NONE = new FailingSales(Optional.empty(), new TreeMap<>());

    private static final int LISTED = 50;
    private static final String NO = Criterion.NO.toString();

    private final Optional<SalesLedger> ledger;
    private final NavigableMap<Integer, List<String>> criteria;

    private FailingSales(Optional<SalesLedger> ledger, NavigableMap<Integer, List<String>> criteria) {
        this.ledger = ledger;
        this.criteria = criteria;
    }

    /**
     * The failing sales of the year.
     *
     * @param bought selects the reseller's purchases in the year
     * @param resold selects the reseller's resales in the year
     */
    static FailingSales of(
            SalesLedger ledger, IntPredicate bought, IntPredicate resold, ExportValueAdjustment adjustment) {
        int[] rows = ledger.selected(bought.or(resold));
        NavigableMap<Integer, List<String>> criteria = new TreeMap<>();
        for (Column criterion : SalesLedger.FINDINGS) {
            Map<String, String> byInvoice = new HashMap<>();
            boolean answered = false;
            for (int row : rows) {
                String answer = ledger.word(row, criterion);
                if (!answer.isEmpty()) {
                    answered = true;
                    byInvoice.merge(invoice(ledger, row), answer, (known, other) -> known.equals(NO) ? known : other);
                }
            }
            if (!answered) {
                continue;
            }
            String ofCompany = adjustment
                    .finding(criterion.name())
                    .map(Criterion::toString)
                    .orElse("");
            for (int row : rows) {
                if (finding(ledger, row, criterion, byInvoice, ofCompany).equals(NO)) {
                    criteria.computeIfAbsent(row, first -> new ArrayList<>()).add(criterion.name());
                }
            }
        }
        return criteria.isEmpty() ? NONE : new FailingSales(Optional.of(ledger), criteria);
    }

    private static String finding(
            SalesLedger ledger, int row, Column criterion, Map<String, String> byInvoice, String ofCompany) {
        String invoice = invoice(ledger, row);
        String own = ledger.word(row, criterion);
        String answer = invoice.isEmpty() ? own : byInvoice.getOrDefault(invoice, "");
        return answer.isEmpty() ? ofCompany : answer;
    }

    private static String invoice(SalesLedger ledger, int row) {
        return ledger.word(row, SalesLedger.INVOICE);
    }

    boolean isEmpty() {
        return criteria.isEmpty();
    }

    /**
     * The value of sales to the reseller at transfer price, with failing sales at their entered value.
     *
     * @param key a description of these sales
     * @param sold the rows of sales to the reseller
     * @param markUp maps a value at transfer price to the entered value
     */
    Term atEnteredValue(String key, int[] sold, UnaryOperator<Term> markUp) {
        int[] failing = Arrays.stream(sold).filter(criteria::containsKey).toArray();
        return value(key + " passing", passing(sold)).plus(markUp.apply(value(key + " failing", failing)));
    }

    /**
     * The value of sales to the reseller at transfer price, with failing sales at the value of their resales.
     *
     * @param key a description of these sales
     * @param sold the rows of sales to the reseller
     * @param resales the rows of sales by the reseller
     */
    Term atEnteredValue(String key, int[] sold, int[] resales, ExportValueAdjustment adjustment) {
        Map<String, int[]> failingSold = byInvoice(sold);
        Map<String, int[]> failingResales = byInvoice(resales);
        Set<String> invoices = new LinkedHashSet<>(failingSold.keySet());
        invoices.addAll(failingResales.keySet());
        Term entered = value(key + " passing", passing(sold));
        for (String invoice : invoices) {
            if (!failingSold.containsKey(invoice) || !failingResales.containsKey(invoice)) {
                throw adjustment.oneSideFails(invoice, failingResales.containsKey(invoice));
            }
            Term transfer = value(key + " failing " + invoice, failingSold.get(invoice));
            Term resale = value(key + " failing, resold " + invoice, failingResales.get(invoice));
            entered = entered.plus(resale.larger(transfer));
        }
        return entered;
    }

    private int[] passing(int[] rows) {
        return Arrays.stream(rows).filter(row -> !criteria.containsKey(row)).toArray();
    }

    private Map<String, int[]> byInvoice(int[] rows) {
        Map<String, List<Integer>> sales = new LinkedHashMap<>();
        for (int row : rows) {
            if (criteria.containsKey(row)) {
                sales.computeIfAbsent(invoice(ledger.orElseThrow(), row), first -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<String, int[]> found = new LinkedHashMap<>();
        sales.forEach((invoice, of) ->
                found.put(invoice, of.stream().mapToInt(Integer::intValue).toArray()));
        return found;
    }

    private Term value(String key, int[] rows) {
        return ledger.orElseThrow().shown(key, rows).fob();
    }

    /** All failing sales, in ledger order. */
    public List<FailingSale> all() {
        return criteria.entrySet().stream()
                .map(entry -> sale(entry.getKey(), entry.getValue()))
                .toList();
    }

    private FailingSale sale(int row, List<String> of) {
        SalesLedger from = ledger.orElseThrow();
        return new FailingSale(
                row + 1,
                from.seller(row),
                from.word(row, SalesLedger.BUYER),
                from.word(row, SalesLedger.DESTINATION),
                invoice(from, row),
                of,
                value("row " + (row + 1), new int[] {row}));
    }

    /** Writes the list of failing sales. */
    public void write(ExportValueAdjustment adjustment, OutlineBuilder outline) {
        if (isEmpty()) {
            return;
        }
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (FailingSale sale : all()) {
            if (rows.size() == LISTED) {
                break;
            }
            rows.add(List.of(
                    Outline.words("row " + sale.row()),
                    Outline.words(sale.seller() + " to " + (sale.buyer().isEmpty() ? "others" : sale.buyer()) + ", "
                            + sale.destination()),
                    Outline.words(sale.invoice().isEmpty() ? "no invoice" : "invoice " + sale.invoice()),
                    Outline.words(String.join(", ", sale.criteria())),
                    Outline.quantity(sale.value())));
        }
        outline.sheet(
                "Sales that fail a criterion, left at their entered value"
                        + (criteria.size() > LISTED ? ": the first " + LISTED + " rows of " + criteria.size() : ""),
                List.of(
                        SheetColumn.key("row"),
                        SheetColumn.text("sale"),
                        SheetColumn.text("invoice"),
                        SheetColumn.text("criterion"),
                        SheetColumn.of("f.o.b.", Quality.MONEY)),
                rows,
                Assumption.FAILING_SALES.under(ExportValueAdjustment.ZHONGJI));
        Assumption.SALE_BY_SALE.note(outline);
    }

    /** Warns of failing sales where the adjustment is made. */
    public void warn(ExportValueAdjustment adjustment) {
        if (isEmpty() || !adjustment.isMade()) {
            return;
        }
        String which = criteria.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " in " + entry.getValue())
                .collect(Collectors.joining(", "));
        adjustment
                .facts()
                .context()
                .warnings()
                .add(
                        adjustment.facts().address(),
                        criteria.size() + " rows of sales through " + adjustment.through()
                                + " fail a criterion of the export value adjustment (" + which
                                + ") and keep their entered value; memo and eva list them.");
    }
}
