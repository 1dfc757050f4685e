package org.advalorem.whatif;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.Address;
import org.advalorem.rules.CompanyResult;

/**
 * The rates of a model by whom they apply to: {@code companies.zhongji}, {@code all-others}.
 *
 * @param byWhom in the order of the scenario, all others last
 * @param negative whether the determination is negative; none where it cannot be
 */
public record Rates(Map<String, Rate> byWhom, Optional<Boolean> negative) {
    /** Of what cannot be calculated. */
    static final Rates NONE = new Rates(Map.of(), Optional.empty());

    /** Whom the all-others rate applies to. */
    public static final String ALL_OTHERS = "all-others";

    /** Copies the map. */
    public Rates {
        byWhom = Collections.unmodifiableMap(new LinkedHashMap<>(byWhom));
    }

    /**
     * A rate.
     *
     * @param published a fraction of two decimals of a percent
     * @param unrounded a fraction
     * @param deMinimis the verdict; none for all others of an investigation
     * @param none whether there is no such rate, and it stands at zero, as the determination is negative
     */
    public record Rate(double published, double unrounded, Optional<Boolean> deMinimis, boolean none) {
        /** A rate that there is. */
        public Rate(double published, double unrounded, Optional<Boolean> deMinimis) {
            this(published, unrounded, deMinimis, false);
        }

        /** Published before unrounded, which is how two rates are told apart. */
        int compareTo(Rate other) {
            int order = Double.compare(published, other.published);
            return order == 0 ? LegalDecimals.compare(unrounded, other.unrounded) : order;
        }
    }

    /** The rates of a model. */
    public static Rates of(Model model) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        for (CompanyResult company : model.determination().companies()) {
            rates.put(
                    address(company),
                    new Rate(
                            model.values().of(company.published()),
                            model.values().of(company.rate()),
                            Optional.of(model.values().holds(company.deMinimis()))));
        }
        Optional<Boolean> negative = model.determination().negative().map(model.values()::holds);
        model.determination()
                .allOthers()
                .ifPresent(result -> rates.put(
                        ALL_OTHERS,
                        new Rate(
                                model.values().of(result.published()),
                                model.values().of(result.rate()),
                                result.deMinimis().map(model.values()::holds),
                                negative.orElse(false))));
        return new Rates(rates, negative);
    }

    /** The names of those that the rates of a model apply to, by address. */
    public static Map<String, String> names(Model model) {
        Map<String, String> names = new LinkedHashMap<>();
        model.determination().companies().forEach(company -> names.put(address(company), company.name()));
        model.determination().allOthers().ifPresent(result -> names.put(ALL_OTHERS, "All others"));
        return names;
    }

    private static String address(CompanyResult company) {
        return Address.ROOT.child("companies").child(company.id()).toString();
    }

    /** The rate of that company or of all others. */
    public Optional<Rate> of(String whom) {
        return Optional.ofNullable(byWhom.get(whom));
    }

    /**
     * The rate of that company or of all others.
     *
     * @throws IllegalArgumentException when there is none
     */
    Rate get(String whom) {
        return of(whom).orElseThrow(() -> new IllegalArgumentException("(" + whom + ") has no rate."));
    }
}
