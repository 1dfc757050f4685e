package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.WrittenNumber;

/** The numbers of a model, and its series and columns, with the slips that can happen to each. */
final class NumberSlots {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
    private static final Pattern ROW = Pattern.compile("\\d+");
    private static final Pattern DIGITS = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final String CHANGE = "change";
    private static final String BENCHMARKS = "benchmarks";

    /** The number of amounts of a column up to which any may be taken for any other; of more, only the next. */
    private static final int FEW = 24;

    private final Model model;
    private final Predicate<Term> matters;
    private final Slips slips;

    /** Inputs whose addresses differ in one segment only, such as the months of a series. */
    private final Map<List<String>, List<Term>> families = new HashMap<>();

    private NumberSlots(Model model, Predicate<Term> matters) {
        this.model = model;
        this.matters = matters;
        this.slips = new Slips(model.determination().calculation());
    }

    /**
     * The slots of a model.
     *
     * @param matters whether the figures sought depend on an input; those on which they do not are left out
     */
    static List<NumberSlot> of(Model model, Predicate<Term> matters) {
        return new NumberSlots(model, matters).slots();
    }

    private List<NumberSlot> slots() {
        Map<String, Term> inputs = model.determination().calculation().inputs();
        inputs.forEach((name, input) -> families(Address.parse(name))
                .forEach(family -> families.computeIfAbsent(family, absent -> new ArrayList<>())
                        .add(input)));
        List<NumberSlot> found = new ArrayList<>();
        List<Term> mattering = inputs.values().stream().filter(matters).toList();
        mattering.forEach(input -> single(Address.parse(input.address()), input).ifPresent(found::add));
        for (Address whole : wholes(mattering)) {
            List<Term> moved = NumberSlot.scaled(whole, model);
            if (moved.stream().anyMatch(matters)) {
                found.add(whole(whole, moved));
            }
        }
        return found;
    }

    private Optional<NumberSlot> single(Address address, Term input) {
        if (isChange(address)) {
            return Optional.empty();
        }
        Optional<FactRegister.Fact> fact = model.determination().register().find(address.toString());
        Optional<WrittenNumber> written =
                fact.flatMap(of -> WrittenNumber.parse(of.text())).or(() -> Optional.of(plain(input)));
        List<Slip> all = new ArrayList<>(slips.of(address, input.unit()));
        others(address, input, all);
        if (input.decimal().signum() != 0) {
            Matcher digits = DIGITS.matcher(fact.map(FactRegister.Fact::text).orElse(""));
            if (digits.lookingAt()) {
                all.addAll(Slips.ofDigits(digits.group()));
            }
        }
        return Optional.of(new NumberSlot(address, List.of(input), written, all));
    }

    private static WrittenNumber plain(Term input) {
        return new WrittenNumber(input.decimal(), false, "");
    }

    private static boolean isChange(Address address) {
        List<String> segments = address.segments();
        return segments.size() > 2 && segments.get(segments.size() - 3).equals(CHANGE);
    }

    private NumberSlot whole(Address address, List<Term> moved) {
        boolean cells = moved.stream().noneMatch(input -> isChange(Address.parse(input.address())));
        Unit unit = cells ? moved.get(0).unit() : ofColumn(address).orElse(Unit.FRACTION);
        List<Slip> all = slips.of(address, unit).stream()
                .filter(slip -> slip.scales() || cells)
                .toList();
        return new NumberSlot(address, moved, Optional.empty(), all);
    }

    /** The unit of a column of many records: that of the shift beside its scale, or what its prices are per. */
    private Optional<Unit> ofColumn(Address column) {
        List<String> segments = column.segments();
        Address change = new Address(segments.subList(0, segments.size() - 1)).child(CHANGE);
        String name = segments.get(segments.size() - 1);
        return shift(change, name)
                .or(() -> name.equals("quantity") ? shift(change, "price").flatMap(Unit::priced) : Optional.empty());
    }

    private Optional<Unit> shift(Address change, String column) {
        return model.determination()
                .calculation()
                .input(change.child(column).child("shift").toString())
                .map(Term::unit);
    }

    /** The addresses of series and columns, as {@code --set} scales them. */
    private static Set<Address> wholes(List<Term> inputs) {
        Set<Address> wholes = new LinkedHashSet<>();
        for (Term input : inputs) {
            List<String> segments = Address.parse(input.address()).segments();
            int end = segments.size();
            String last = segments.get(end - 1);
            if (end > 3 && segments.get(end - 3).equals(CHANGE)) {
                wholes.add(new Address(segments.subList(0, end - 3)).child(segments.get(end - 2)));
            } else if (end > 2 && ROW.matcher(segments.get(end - 2)).matches()) {
                wholes.add(new Address(segments.subList(0, end - 2)).child(last));
            } else if (MONTH.matcher(last).matches() || YEAR.matcher(last).matches()) {
                wholes.add(new Address(segments.subList(0, end - 1)));
            }
        }
        return wholes;
    }

    /** The address with one segment left open, for each segment that may stand for another. */
    private static Map<Integer, List<String>> open(Address address) {
        Map<Integer, List<String>> open = new LinkedHashMap<>();
        List<String> segments = address.segments();
        boolean benchmark = segments.contains(BENCHMARKS);
        for (int i = 1; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean dated =
                    MONTH.matcher(segment).matches() || ROW.matcher(segment).matches();
            boolean named = benchmark && i > segments.indexOf(BENCHMARKS) + (segments.indexOf(BENCHMARKS) == 0 ? 1 : 0);
            if (dated || named) {
                List<String> family = new ArrayList<>(segments);
                family.set(i, "*");
                open.put(i, family);
            }
        }
        return open;
    }

    private static List<List<String>> families(Address address) {
        return isChange(address) ? List.of() : List.copyOf(open(address).values());
    }

    private void others(Address address, Term input, List<Slip> all) {
        open(address).forEach((place, family) -> {
            List<Term> siblings = families.getOrDefault(family, List.of());
            String own = address.segments().get(place);
            boolean few = siblings.size() <= FEW || Slips.isRateOrPrice(input);
            for (Term other : siblings) {
                String name = Address.parse(other.address()).segments().get(place);
                if (alike(other.unit(), input.unit()) && (few || isNext(own, name))) {
                    all.add(Slip.to(EditKind.OTHER_VALUE, "that of " + word(name), other.decimal()));
                }
            }
        });
    }

    /** Whether a number of one unit may be taken for one of the other: also the rate of another currency. */
    private static boolean alike(Unit one, Unit other) {
        return one.equals(other) || (Slips.isExchange(one) && Slips.isExchange(other));
    }

    private static boolean isNext(String own, String other) {
        return ROW.matcher(own).matches()
                && ROW.matcher(other).matches()
                && Math.abs(Long.parseLong(own) - Long.parseLong(other)) == 1;
    }

    private static String word(String name) {
        return ROW.matcher(name).matches() && !YEAR.matcher(name).matches() ? "row " + name : name;
    }
}
