package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.advalorem.facts.Address;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;

/**
 * The part of a determination to which a rate applies: one year of the period, one product, or the whole, which is the
 * latest year and all products.
 *
 * @param year a year of the period; empty for the latest
 * @param product a class of merchandise with a rate of its own; empty for all products
 */
public record Scope(OptionalInt year, Optional<String> product) {
    /** The latest year and all products: the rate that sets the cash deposit. */
    public static final Scope WHOLE = new Scope(OptionalInt.empty(), Optional.empty());

    private static final String YEAR = "year";
    private static final String PRODUCT = "product";

    /** The scope of one year and all products. */
    public static Scope of(int year) {
        return new Scope(OptionalInt.of(year), Optional.empty());
    }

    /** The scope of one product in the same year. */
    public Scope of(String name) {
        return new Scope(year, Optional.of(name));
    }

    /** The years to compute, starting with the latest, which stands for the whole. */
    static List<Scope> years(Period period) {
        List<Scope> years = new ArrayList<>(List.of(WHOLE));
        period.years().stream()
                .filter(year -> year != period.latest())
                .map(Scope::of)
                .forEach(years::add);
        return years;
    }

    /**
     * The parts of a determination that have rates of their own, other than the whole; the products of the whole come
     * first.
     */
    static List<Scope> parts(Proceeding proceeding) {
        List<Scope> parts = new ArrayList<>();
        proceeding.products().forEach(product -> parts.add(WHOLE.of(product)));
        List<Integer> years = proceeding.period().years();
        for (int year : years.size() > 1 ? years : List.<Integer>of()) {
            parts.add(of(year));
            proceeding.products().forEach(product -> parts.add(of(year).of(product)));
        }
        return parts;
    }

    /** The same product in the latest year, which stands for the whole. */
    Scope ofLatestYear() {
        return new Scope(OptionalInt.empty(), product);
    }

    /** Whether the scope is the latest year and all products. */
    public boolean isWhole() {
        return year.isEmpty() && product.isEmpty();
    }

    /** Whether the scope names the latest year explicitly and so repeats the whole or one of its products. */
    public boolean repeatsTheWhole(Period period) {
        return year.equals(OptionalInt.of(period.latest()));
    }

    /** The address of this part below another address, such as {@code companies.a.year.2016.product.plate}. */
    public Address below(Address owner) {
        Address ofYear = year.isPresent() ? owner.child(YEAR).child(Integer.toString(year.getAsInt())) : owner;
        return product.map(name -> ofYear.child(PRODUCT).child(name)).orElse(ofYear);
    }

    /** The scope that the leading segments name, as written by {@link #below}; the whole if they name none. */
    static Scope leading(List<String> segments) {
        boolean ofYear = segments.size() >= 2
                && segments.get(0).equals(YEAR)
                && segments.get(1).matches("[0-9]{4}");
        Scope scope = ofYear ? of(Integer.parseInt(segments.get(1))) : WHOLE;
        int next = scope.segments();
        boolean ofProduct = segments.size() >= next + 2 && segments.get(next).equals(PRODUCT);
        return ofProduct ? scope.of(segments.get(next + 1)) : scope;
    }

    /** The number of address segments that name this scope. */
    int segments() {
        return (year.isPresent() ? 2 : 0) + (product.isPresent() ? 2 : 0);
    }

    /** The year of the period to which the rates of this scope apply. */
    public int yearIn(Period period) {
        return year.orElse(period.latest());
    }

    /** The words that follow a name, such as {@code , 2016, plate}; empty for the whole. */
    public String words(Period period) {
        return (year.isPresent() ? ", " + period.name(year.getAsInt()) : "")
                + product.map(name -> ", " + name).orElse("");
    }
}
