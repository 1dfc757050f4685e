package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;

/** The slips that can happen to a number, by what it is a number of. */
final class Slips {
    private static final Map<String, String> MASS = factors(
            "2204.62",
            "pounds and metric tons",
            "2.20462",
            "pounds and kilograms",
            "0.907185",
            "short and metric tons");
    private static final Map<String, String> AREA = factors("666.667", "mu and square metres");
    private static final Map<String, String> HEAT = factors("1.05506", "MMBtu and GJ");
    private static final Map<String, String> SCALE = factors("1000", "", "1000000", "", "10000", "", "100", "");
    private static final Map<String, String> INDIAN = factors("100000", "a lakh", "10000000", "a crore");
    private static final Set<String> MASSES = Set.of("t", "kg", "lb", "g");
    private static final Set<String> AREAS = Set.of("m2", "mu");
    private static final Set<String> HEATS = Set.of("GJ", "MMBtu");
    private static final List<BigDecimal> USUAL_VAT =
            List.of(new BigDecimal("0.13"), new BigDecimal("0.16"), new BigDecimal("0.17"));

    /** What is deducted from a gross amount, or added to a bare one. */
    private static final Set<String> NETTED = Set.of(
            "returns",
            "freight",
            "discount",
            "discounts",
            "rebates",
            "fees",
            "fee",
            "deferral-loss",
            "export-taxes",
            "insurance",
            "handling",
            "inland-freight",
            "ocean-freight",
            "freight-paid",
            "charges-included",
            "guarantee-fee",
            "comparable-guarantee-fee",
            "less",
            "premiums",
            "interest-charged",
            "paid");

    private final Set<BigDecimal> vat;
    private final Set<BigDecimal> duty;

    Slips(Calculation calculation) {
        vat = rates(calculation, "vat");
        duty = rates(calculation, "import-duty");
    }

    private static Map<String, String> factors(String... pairs) {
        Map<String, String> factors = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            factors.put(pairs[i], pairs[i + 1]);
        }
        return factors;
    }

    private static Set<BigDecimal> rates(Calculation calculation, String name) {
        Set<BigDecimal> rates = new TreeSet<>();
        calculation.inputs().forEach((address, term) -> {
            if (Address.parse(address).segments().contains(name)
                    && term.decimal().signum() > 0) {
                rates.add(term.decimal().stripTrailingZeros());
            }
        });
        return rates;
    }

    /**
     * The slips with a number, except those that take another's.
     *
     * @param address where it is, which says whether it is netted or a tax
     */
    List<Slip> of(Address address, Unit unit) {
        List<Slip> slips = new ArrayList<>();
        if (isDays(unit)) {
            basis(slips);
        }
        units(unit, slips);
        periods(slips);
        taxes(address, unit, slips);
        exchange(unit, slips);
        zero(address, slips);
        return slips;
    }

    private static boolean isDays(Unit unit) {
        return unit.toString().equals("day");
    }

    private static void basis(List<Slip> slips) {
        for (String days : List.of("360", "364", "365", "366")) {
            slips.add(Slip.to(EditKind.PERIOD, days + " days", new BigDecimal(days)));
        }
    }

    private static void units(Unit unit, List<Slip> slips) {
        SCALE.forEach((factor, why) -> both(
                EditKind.UNIT,
                factor,
                unit.isFraction() && factor.equals("100") ? "a percentage for a fraction" : why,
                slips));
        if (unit.exponents().containsKey("INR")) {
            INDIAN.forEach((factor, why) -> both(EditKind.UNIT, factor, why, slips));
        }
        ofMeasure(unit, MASSES, MASS, slips);
        ofMeasure(unit, AREAS, AREA, slips);
        ofMeasure(unit, HEATS, HEAT, slips);
    }

    private static void ofMeasure(Unit unit, Set<String> measures, Map<String, String> factors, List<Slip> slips) {
        if (unit.exponents().keySet().stream().anyMatch(measures::contains)) {
            factors.forEach((factor, why) -> both(EditKind.UNIT, factor, why, slips));
        }
    }

    private static void both(EditKind kind, String factor, String why, List<Slip> slips) {
        BigDecimal number = new BigDecimal(factor);
        String reason = why.isEmpty() ? "" : " (" + why + ")";
        slips.add(Slip.over(kind, "divided by " + grouped(number) + reason, number));
        slips.add(Slip.times(kind, "times " + grouped(number) + reason, number));
    }

    private static String grouped(BigDecimal number) {
        String text = number.toPlainString();
        return number.scale() > 0 ? text : text.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    private static void periods(List<Slip> slips) {
        both(EditKind.PERIOD, "12", "a month for a year", slips);
        both(EditKind.PERIOD, "4", "a quarter for a year", slips);
        BigDecimal year = new BigDecimal("365");
        BigDecimal banker = new BigDecimal("360");
        slips.add(Slip.of(EditKind.PERIOD, "times 365/360", number -> scaled(number, year, banker)));
        slips.add(Slip.of(EditKind.PERIOD, "times 360/365", number -> scaled(number, banker, year)));
    }

    private static BigDecimal scaled(BigDecimal number, BigDecimal times, BigDecimal over) {
        return Slip.over(EditKind.PERIOD, "", over).change().apply(number.multiply(times));
    }

    private void taxes(Address address, Unit unit, List<Slip> slips) {
        if (unit.isPrice() || unit.isMoney()) {
            (vat.isEmpty() ? USUAL_VAT : vat).forEach(rate -> tax("VAT", rate, slips));
            duty.stream().filter(rate -> !vat.contains(rate)).forEach(rate -> tax("import duty", rate, slips));
        }
        if (unit.isFraction() && (has(address, "vat") || has(address, "import-duty"))) {
            slips.add(Slip.of(
                    EditKind.TAX,
                    "applied twice",
                    rate -> rate.add(BigDecimal.ONE).pow(2).subtract(BigDecimal.ONE)));
        }
    }

    private static void tax(String name, BigDecimal rate, List<Slip> slips) {
        BigDecimal factor = rate.add(BigDecimal.ONE);
        String percent = rate.movePointRight(2).stripTrailingZeros().toPlainString() + "% " + name;
        slips.add(Slip.times(EditKind.TAX, percent + " added", factor));
        slips.add(Slip.over(EditKind.TAX, percent + " taken off", factor));
    }

    private static void exchange(Unit unit, List<Slip> slips) {
        if (isExchange(unit)) {
            slips.add(Slip.of(EditKind.EXCHANGE, "turned round", Slip::reciprocal));
            slips.add(Slip.of(EditKind.EXCHANGE, "applied twice", rate -> rate.multiply(rate)));
            slips.add(Slip.to(EditKind.EXCHANGE, "not applied", BigDecimal.ONE));
        }
    }

    /** Whether this is one currency per another. */
    static boolean isExchange(Unit unit) {
        return unit.exponents().size() == 2
                && unit.exponents().keySet().stream().allMatch(Unit::isCurrency)
                && unit.exponents().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        == 0;
    }

    private static void zero(Address address, List<Slip> slips) {
        boolean netted = address.segments().stream().anyMatch(NETTED::contains);
        slips.add(new Slip(
                netted ? EditKind.GROSS_FOR_NET : EditKind.ZERO,
                netted ? "left out" : "left at zero",
                number -> BigDecimal.ZERO,
                true));
        if (netted) {
            slips.add(new Slip(EditKind.GROSS_FOR_NET, "with the opposite sign", BigDecimal::negate, true));
        }
    }

    private static boolean has(Address address, String segment) {
        return address.segments().contains(segment);
    }

    /**
     * The digits of a number as written, mistyped.
     *
     * @param digits the number as written, without scale word, percent sign and unit
     */
    static List<Slip> ofDigits(String digits) {
        Set<String> seen = new LinkedHashSet<>(List.of(digits));
        List<Slip> slips = new ArrayList<>();
        BigDecimal written = new BigDecimal(digits);
        for (int i = 0; i < digits.length(); i++) {
            int next = i + 1 < digits.length() && digits.charAt(i + 1) == '.' ? i + 2 : i + 1;
            if (!Character.isDigit(digits.charAt(i))) {
                continue;
            }
            if (next < digits.length() && Character.isDigit(digits.charAt(next))) {
                StringBuilder swapped = new StringBuilder(digits);
                swapped.setCharAt(i, digits.charAt(next));
                swapped.setCharAt(next, digits.charAt(i));
                add(swapped.toString(), "digits transposed", written, seen, slips);
            }
            add(digits.substring(0, i) + digits.substring(i + 1), "a digit dropped", written, seen, slips);
            add(digits.substring(0, i + 1) + digits.substring(i), "a digit repeated", written, seen, slips);
        }
        slips.add(Slip.times(EditKind.DIGITS, "the decimal point one place to the right", BigDecimal.TEN));
        slips.add(Slip.over(EditKind.DIGITS, "the decimal point one place to the left", BigDecimal.TEN));
        return slips;
    }

    private static void add(String typed, String what, BigDecimal written, Set<String> seen, List<Slip> slips) {
        boolean number = typed.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
        if (number && seen.add(typed)) {
            BigDecimal wrong = new BigDecimal(typed);
            if (wrong.compareTo(written) != 0) {
                // in proportion, since the scale word and percent sign that follow stay as they are
                slips.add(Slip.of(
                        EditKind.DIGITS,
                        what,
                        number15 ->
                                Slip.over(EditKind.DIGITS, "", written).change().apply(number15.multiply(wrong))));
            }
        }
    }

    /** Whether a column or series is a price, rate or exchange rate, of which any row may be taken for any other. */
    static boolean isRateOrPrice(Term input) {
        return input.unit().isFraction() || input.unit().isPrice() || isExchange(input.unit());
    }
}
