package org.advalorem.rules.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.rules.attribution.ExportValueAdjustment.Destinations;

/**
 * The sales through the affiliated reseller on which the export value adjustment is based, in one year: at the transfer
 * price and at the reseller's price.
 *
 * <p>A sale that fails a criterion is valued on both sides at its entered value, the reseller's price, or at its
 * transfer price if that is higher, so that failing never lowers a rate.
 */
public final class ResellerChannel {
    private final Company company;
    private final int year;
    private final CalculationBuilder builder;
    private final FailingSales failing;

    public ResellerChannel(Company company, int year, CalculationBuilder builder) {
        this.company = company;
        this.year = year;
        this.builder = builder;
        this.failing = company.ledger()
                .flatMap(ledger -> company.adjustment()
                        .map(adjustment -> FailingSales.of(
                                ledger,
                                ledger.inYear(year).and(toReseller(ledger, adjustment)),
                                ledger.inYear(year).and(byReseller(ledger, adjustment)),
                                adjustment)))
                .orElse(FailingSales.NONE);
    }

    /** The sales through the reseller that fail a criterion. */
    public FailingSales failing() {
        return failing;
    }

    private static IntPredicate toReseller(SalesLedger ledger, ExportValueAdjustment adjustment) {
        Set<String> reseller = Set.of(adjustment.through());
        return ledger.boughtBy(reseller).and(ledger.soldBy(reseller).negate());
    }

    private static IntPredicate byReseller(SalesLedger ledger, ExportValueAdjustment adjustment) {
        return ledger.soldBy(Set.of(adjustment.through())).and(ledger.soldOutside());
    }

    /**
     * The reseller channel within a denominator; empty if nothing is adjusted, or if nothing in the denominator is sold
     * through the reseller at a transfer price.
     *
     * @param sellers the members whose sales the denominator holds
     * @param counted the rows of the denominator
     * @param scope the rows for the same goods and destinations, regardless of seller and date
     * @param key a description of the denominator
     */
    Optional<Denominator.Channel> of(
            SalesLedger ledger, Set<String> sellers, IntPredicate counted, IntPredicate scope, String key) {
        return company.adjustment()
                .filter(ExportValueAdjustment::isMade)
                .filter(adjustment -> !sellers.contains(adjustment.through()))
                .flatMap(
                        adjustment -> channel(ledger, adjustment, adjustment.ofMethod(), sellers, counted, scope, key));
    }

    /**
     * The company's sales through the reseller by all sellers, for a rate that has no channel of its own; empty if the
     * stated markup settles the adjustment or the ledger shows no such sales.
     */
    public Optional<Denominator.Channel> ofAllSellers() {
        ExportValueAdjustment adjustment = company.adjustment().orElseThrow();
        if (company.ledger().isEmpty() || (adjustment.markup().isPresent() && failing.isEmpty())) {
            return Optional.empty();
        }
        Set<String> sellers = new TreeSet<>(company.members().keySet());
        sellers.remove(adjustment.through());
        SalesLedger ledger = company.ledger().get();
        return channel(
                ledger,
                adjustment,
                adjustment.ofRatio(),
                sellers,
                ledger.inYear(year).and(ledger.soldBy(sellers)),
                row -> true,
                "of all sellers " + year);
    }

    private Optional<Denominator.Channel> channel(
            SalesLedger ledger,
            ExportValueAdjustment adjustment,
            Destinations destinations,
            Set<String> sellers,
            IntPredicate counted,
            IntPredicate scope,
            String key) {
        IntPredicate bought = counted.and(toReseller(ledger, adjustment));
        if (!ledger.any(bought)) {
            return Optional.empty();
        }
        IntPredicate resold = ledger.inYear(year).and(scope).and(byReseller(ledger, adjustment));
        if (adjustment.markup().isEmpty() && !ledger.any(resold)) {
            throw adjustment.needsMarkup("the ledger (" + ledger.name() + ") has no sales by it to outside customers");
        }
        Part part = part(ledger, adjustment, destinations, bought, resold);
        int[] sold = ledger.selected(bought.and(part.filter()));
        Term raw = ledger.value(key + " through channel" + part.key(), sold).fob();
        Term directToUs = ledger.value(
                        key + " direct to US",
                        counted.and(ledger.toUnitedStates())
                                .and(toReseller(ledger, adjustment).negate()))
                .fob();
        if (adjustment.markup().isPresent()) {
            Term transfer = failing.isEmpty()
                    ? raw
                    : failing.atEnteredValue(key + part.key(), sold, value -> adjustment.markedUp(value, builder));
            return Optional.of(part.channel(transfer, adjustment.markedUp(raw, builder), directToUs));
        }
        checkSellers(
                ledger,
                sellers,
                ledger.inYear(year)
                        .and(scope)
                        .and(toReseller(ledger, adjustment))
                        .and(part.filter()),
                adjustment);
        int[] resales = ledger.selected(resold.and(part.filter()));
        Term transfer = failing.isEmpty() ? raw : failing.atEnteredValue(key + part.key(), sold, resales, adjustment);
        Term resale = ledger.value(key + " resold" + part.key(), resales).fob();
        adjustment.refuseMarkDown(transfer, resale, builder);
        return Optional.of(part.channel(transfer, resale, directToUs));
    }

    /** Checks that the reseller buys from these sellers alone; otherwise its own sales are not of the same goods. */
    private static void checkSellers(
            SalesLedger ledger, Set<String> sellers, IntPredicate bought, ExportValueAdjustment adjustment) {
        if (ledger.any(bought.and(ledger.soldBy(sellers).negate()))) {
            throw adjustment.needsMarkup("it also resells goods that " + String.join(" and ", sellers)
                    + " did not sell to it, so its own sales cannot be told apart");
        }
    }

    /** The sales to and by the reseller that are compared, by destination. */
    private record Part(String destinations, boolean named, String key, IntPredicate filter) {
        static final Part ALL = new Part(Destinations.ALL.toString(), true, "", row -> true);

        Denominator.Channel channel(Term transfer, Term resale, Term directToUs) {
            return new Denominator.Channel(destinations, named, transfer, resale, directToUs);
        }
    }

    private Part part(
            SalesLedger ledger,
            ExportValueAdjustment adjustment,
            Destinations destinations,
            IntPredicate bought,
            IntPredicate resold) {
        boolean markup = adjustment.markup().isPresent();
        if (destinations == Destinations.ALL) {
            return Part.ALL;
        }
        if (markup && failing.isEmpty() && adjustment.method() == ExportValueAdjustment.Method.RATIO) {
            return new Part("all, at the stated markup", true, "", row -> true);
        }
        IntPredicate toUs = ledger.toUnitedStates();
        Part unitedStates = new Part(destinations.toString(), true, " to US", toUs);
        boolean purchasesTold = tells(ledger, toReseller(ledger, adjustment));
        boolean resalesTold = markup ? purchasesTold : tells(ledger, byReseller(ledger, adjustment));
        if (!purchasesTold && !resalesTold) {
            return new Part("all; the ledger names none", false, "", row -> true);
        }
        if ((!purchasesTold && !ledger.any(resold.and(toUs.negate())))
                || (!resalesTold && !ledger.any(bought.and(toUs.negate())))) {
            return new Part(destinations.toString(), true, "", row -> true);
        }
        if (!markup && ledger.any(bought.and(toUs)) != ledger.any(resold.and(toUs))) {
            throw adjustment.oneSideToUs(ledger.name(), ledger.any(resold.and(toUs)));
        }
        return unitedStates;
    }

    /** Whether any of the year's sales among these states a destination other than the placeholder for none. */
    private boolean tells(SalesLedger ledger, IntPredicate sales) {
        return ledger.any(ledger.inYear(year).and(sales).and(ledger.exported()));
    }

    /** Writes the portion of a denominator that passes through the channel. */
    void write(String label, Term sales, Denominator.Channel channel, OutlineBuilder outline) {
        company.adjustment()
                .ifPresent(adjustment -> outline.sheet(
                        "Through the affiliated reseller: " + label,
                        List.of(
                                SheetColumn.of("denominator", Quality.MONEY),
                                SheetColumn.text("destinations"),
                                SheetColumn.of("at transfer price", Quality.MONEY),
                                SheetColumn.of("at resale price", Quality.MONEY)),
                        List.of(List.of(
                                Outline.quantity(sales),
                                Outline.words(channel.destinations()),
                                Outline.quantity(channel.transfer()),
                                Outline.quantity(channel.resale()))),
                        adjustment.authority(channel)));
    }
}
