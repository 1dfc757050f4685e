package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.rules.base.Assumption;

/**
 * The classes of merchandise that have rates of their own, and each one's share of a company's sales.
 *
 * <p>An untied subsidy counts in the rate of every product, a tied one in the rates of the products to which it is
 * tied. In the rate of all products, a tied subsidy counts in proportion to its products' share:
 * {@code rate * sales of its products / sales of all of them}, so that the rate of all products is the sales-weighted
 * average of the product rates.
 */
public final class Products {
    private final List<String> names;
    private final Attribution attribution;
    private final CalculationBuilder builder;
    private final Map<String, Term> sales = new LinkedHashMap<>();

    public Products(List<String> names, Attribution attribution, CalculationBuilder builder) {
        this.names = List.copyOf(names);
        this.attribution = attribution;
        this.builder = builder;
    }

    /** The products with rates of their own; empty if one rate covers all. */
    public List<String> names() {
        return names;
    }

    /** The products among these to which a use is tied; empty if it is untied or one rate covers all. */
    public Optional<List<String>> tied(Facts use) {
        return names.isEmpty()
                ? Optional.empty()
                : Attribution.tiedProducts(use)
                        .map(tied -> names.stream().filter(tied::contains).toList());
    }

    /** A rate over the sales of some products, restated over the sales of all. */
    public Term ofAll(Term rate, Collection<String> tied, Facts use) {
        List<Term> all = new ArrayList<>();
        List<Term> own = new ArrayList<>();
        for (String name : names) {
            Term value = sales.computeIfAbsent(name, product -> attribution.salesOf(product, use));
            all.add(value);
            if (tied.contains(name)) {
                own.add(value);
            }
        }
        Term total = builder.sum(all);
        builder.require(
                builder.literal(0, total.unit()).less(total),
                "The ledger has no sales of any of the products (" + String.join(", ", names)
                        + ") to outside customers, by which their rates are weighted.",
                use.address().toString());
        return rate.times(builder.sum(own, total.unit()).dividedBy(total));
    }

    /** Writes the sales by which the products are weighted, if any are. */
    public void write(OutlineBuilder outline) {
        if (!sales.isEmpty()) {
            List<List<Outline.Cell>> rows = new ArrayList<>();
            sales.forEach((name, value) -> rows.add(List.of(Outline.words(name), Outline.quantity(value))));
            outline.sheet(
                    "Sales by which the products are weighted",
                    List.of(SheetColumn.key("product"), SheetColumn.of("sales", Quality.MONEY)),
                    rows,
                    Assumption.PRODUCT_WEIGHTS.under("19 CFR 351.525(b)(5)"));
        }
    }
}
