package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;

/** The part of a denominator that is sold through the affiliated reseller of the export value adjustment. */
final class ResellerChannel {
    /** The destination of sales to the United States in a ledger. */
    private static final String UNITED_STATES = "United States";

    private final Company company;
    private final CalculationBuilder builder;

    ResellerChannel(Company company, CalculationBuilder builder) {
        this.company = company;
        this.builder = builder;
    }

    /**
     * The channel inside a denominator; none when nothing is adjusted, or nothing in the denominator is sold through the
     * reseller at a transfer price.
     *
     * @param sellers whose sales the denominator holds
     * @param counted the rows of the denominator
     * @param inScope the rows of any seller in the same year and of the same goods and destinations
     * @param key says in words which denominator it is
     */
    Optional<Denominator.Channel> of(
            SalesLedger ledger, Set<String> sellers, IntPredicate counted, IntPredicate inScope, String key) {
        if (company.adjustment().isEmpty()
                || company.adjustment().get().method() == ExportValueAdjustment.Method.NONE) {
            return Optional.empty();
        }
        ExportValueAdjustment adjustment = company.adjustment().get();
        Set<String> reseller = Set.of(adjustment.through());
        IntPredicate throughChannel = counted.and(ledger.boughtBy(reseller));
        if (sellers.contains(adjustment.through()) || !ledger.any(throughChannel)) {
            return Optional.empty();
        }
        IntPredicate toUs = ledger.destinedTo(UNITED_STATES);
        Term transfer = ledger.value(key + " through channel", throughChannel).fob();
        Term transferToUs = ledger.value(key + " through channel to US", throughChannel.and(toUs))
                .fob();
        Term directToUs = ledger.value(
                        key + " direct to US",
                        counted.and(toUs).and(ledger.boughtBy(reseller).negate()))
                .fob();
        if (adjustment.markup().isPresent()) {
            return Optional.of(new Denominator.Channel(
                    transfer,
                    transferToUs,
                    directToUs,
                    adjustment.markedUp(transfer, builder),
                    adjustment.markedUp(transferToUs, builder)));
        }
        IntPredicate resold = inScope.and(ledger.soldBy(reseller))
                .and(ledger.boughtBy(company.members().keySet()).negate());
        checkResale(ledger, sellers, inScope.and(ledger.boughtBy(reseller)), resold, adjustment);
        Term ownSales = ledger.value(key + " resold", resold).fob();
        Term ownToUs = ledger.value(key + " resold to US", resold.and(toUs)).fob();
        adjustment.refuseMarkDown(transfer, ownSales, builder);
        adjustment.refuseMarkDown(transferToUs, ownToUs, builder);
        return Optional.of(new Denominator.Channel(transfer, transferToUs, directToUs, ownSales, ownToUs));
    }

    /** The reseller's own sales are the same goods only when it buys from these sellers alone. */
    private static void checkResale(
            SalesLedger ledger,
            Set<String> sellers,
            IntPredicate bought,
            IntPredicate resold,
            ExportValueAdjustment adjustment) {
        if (!ledger.any(resold)) {
            throw adjustment.needsMarkup("the ledger (" + ledger.name() + ") has no sales by it to anyone outside");
        }
        if (ledger.any(bought.and(ledger.soldBy(sellers).negate()))) {
            throw adjustment.needsMarkup("it also resells what " + String.join(" and ", sellers)
                    + " did not sell to it, so that its own sales cannot be told apart");
        }
    }

    /** Shows what a denominator holds of the channel. */
    void write(String label, Term sales, Denominator.Channel channel, OutlineBuilder outline) {
        company.adjustment()
                .ifPresent(adjustment -> outline.table(
                        "Through the affiliated reseller: " + label,
                        List.of("denominator", "at transfer price", "at resale price"),
                        List.of(List.of(
                                Outline.quantity(sales),
                                Outline.quantity(channel.transfer()),
                                Outline.quantity(channel.resale()))),
                        adjustment.authority()));
    }
}
