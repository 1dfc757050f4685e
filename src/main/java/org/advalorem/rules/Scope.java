package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.advalorem.facts.Address;

/**
 * What part of a determination a rate is of: one year of the period, one product, or the whole, which is the latest year and
 * all products.
 *
 * @param year of the period; none for the latest
 * @param product a class of merchandise with a rate of its own; none for all of them
 */
public record Scope(OptionalInt year, Optional<String> product) {
    /** The latest year and all products: the rate that is deposited. */
    public static final Scope WHOLE = new Scope(OptionalInt.empty(), Optional.empty());

    private static final String YEAR = "year";
    private static final String PRODUCT = "product";

    /** One year, all products. */
    public static Scope of(int year) {
        return new Scope(OptionalInt.of(year), Optional.empty());
    }

    /** One product in the same year. */
    public Scope of(String name) {
        return new Scope(year, Optional.of(name));
    }

    /** The years to be computed, the latest first, which is that of the whole. */
    static List<Scope> years(Period period) {
        List<Scope> years = new ArrayList<>(List.of(WHOLE));
        period.years().stream()
                .filter(year -> year != period.latest())
                .map(Scope::of)
                .forEach(years::add);
        return years;
    }

    /** The parts of a determination that have rates of their own, the whole excepted; products of the whole first. */
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

    /** The same product in the latest year, which is that of the whole. */
    Scope ofLatestYear() {
        return new Scope(OptionalInt.empty(), product);
    }

    /** Whether it is the latest year and all products. */
    public boolean isWhole() {
        return year.isEmpty() && product.isEmpty();
    }

    /** Whether it is of the latest year, by name, and so repeats the whole or a product of it. */
    public boolean repeatsTheWhole(Period period) {
        return year.equals(OptionalInt.of(period.latest()));
    }

    /** The address of that part of what stands at another: {@code companies.a.year.2016.product.plate}. */
    public Address below(Address owner) {
        Address ofYear = year.isPresent() ? owner.child(YEAR).child(Integer.toString(year.getAsInt())) : owner;
        return product.map(name -> ofYear.child(PRODUCT).child(name)).orElse(ofYear);
    }

    /** The scope that the first segments name, as {@link #below} writes them; the whole when they name none. */
    static Scope leading(List<String> segments) {
        boolean ofYear = segments.size() >= 2
                && segments.get(0).equals(YEAR)
                && segments.get(1).matches("[0-9]{4}");
        Scope scope = ofYear ? of(Integer.parseInt(segments.get(1))) : WHOLE;
        int next = scope.segments();
        boolean ofProduct = segments.size() >= next + 2 && segments.get(next).equals(PRODUCT);
        return ofProduct ? scope.of(segments.get(next + 1)) : scope;
    }

    /** How many segments of an address name it. */
    int segments() {
        return (year.isPresent() ? 2 : 0) + (product.isPresent() ? 2 : 0);
    }

    /** The year of the period that the rates of this scope are of. */
    public int yearIn(Period period) {
        return year.orElse(period.latest());
    }

    /** In words behind a name: {@code , 2016, plate}; empty for the whole. */
    public String words(Period period) {
        return (year.isPresent() ? ", " + period.name(year.getAsInt()) : "")
                + product.map(name -> ", " + name).orElse("");
    }
}
