package org.advalorem.whatif;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.Address;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Part;

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
        for (Part part : model.determination().withParts()) {
            for (CompanyResult company : part.companies()) {
                rates.put(
                        company.address().toString(),
                        new Rate(
                                model.values().of(company.published()),
                                model.values().of(company.rate()),
                                Optional.of(model.values().holds(company.deMinimis()))));
            }
            part.allOthers()
                    .ifPresent(result -> rates.put(
                            allOthers(part),
                            new Rate(
                                    model.values().of(result.published()),
                                    model.values().of(result.rate()),
                                    result.deMinimis().map(model.values()::holds),
                                    part.negative().map(model.values()::holds).orElse(false))));
        }
        return new Rates(rates, model.determination().negative().map(model.values()::holds));
    }

    /** The names of those that the rates of a model apply to, by address. */
    public static Map<String, String> names(Model model) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Part part : model.determination().withParts()) {
            String words = part.scope().words(model.determination().proceeding().period());
            part.companies().forEach(company -> names.put(company.address().toString(), company.name() + words));
            part.allOthers().ifPresent(result -> names.put(allOthers(part), "All others" + words));
        }
        return names;
    }

    private static String allOthers(Part part) {
        return part.scope().below(Address.ROOT.child(ALL_OTHERS)).toString();
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
