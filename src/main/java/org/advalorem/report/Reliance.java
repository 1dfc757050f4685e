package org.advalorem.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance.Status;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/**
 * The extent to which a company's rate rests on values that are assumed or disputed.
 *
 * <p>The share is that of the published program rates of programs with at least one such value: a number from which the
 * rate was computed, or a choice made for the program, its use, the member that received it, a benchmark it uses or the
 * proceeding. The statuses assumed, disputed, alleged and illustrative count; in a scenario marked illustrative, so
 * does every number without a stated status.
 *
 * @param share the share of the sum of published program rates; 0 if that sum is 0
 * @param byStatus the share of programs with at least one value of each status; a program may count more than once
 */
record Reliance(BigDecimal share, Map<Status, BigDecimal> byStatus) {
    /** The definition, as the output words it. */
    static final String DEFINITION =
            "The share of the published program rates that comes from programs with at least one number or choice that is"
                    + " assumed, disputed, alleged or illustrative; in a scenario marked illustrative, numbers without a stated"
                    + " status count as assumed.";

    private static final MathContext DIGITS = new MathContext(12);
    private static final Set<Status> WEAK =
            EnumSet.of(Status.ASSUMED, Status.DISPUTED, Status.ALLEGED, Status.ILLUSTRATIVE);

    static Reliance of(EvaluatedScenario scenario, CompanyResult company) {
        Set<Status> counted = EnumSet.copyOf(WEAK);
        if (scenario.determination().illustrative().isPresent()) {
            counted.add(Status.UNSTATED);
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal weak = BigDecimal.ZERO;
        Map<Status, BigDecimal> byStatus = new EnumMap<>(Status.class);
        for (ProgramResult program : company.programs()) {
            BigDecimal rate = rate(scenario, program);
            total = total.add(rate);
            if (rate.signum() == 0) {
                continue;
            }
            Set<Status> found = statuses(scenario, company, program);
            found.retainAll(counted);
            found.forEach(status -> byStatus.merge(status, rate, BigDecimal::add));
            weak = found.isEmpty() ? weak : weak.add(rate);
        }
        BigDecimal whole = total;
        byStatus.replaceAll((status, rate) -> share(rate, whole));
        return new Reliance(share(weak, whole), byStatus);
    }

    /** The listing type of the shares. */
    static ListingType<Reliance> type(String name, String row) {
        ListingType<Map.Entry<Status, BigDecimal>> byStatus = ListingType.<Map.Entry<Status, BigDecimal>>of(
                        "byStatus", "status", "The share of programs with at least one value of that status.")
                .text("status", share -> share.getKey().label(), "The status.")
                .number(Figure.SHARE, "share", share -> share.getValue().doubleValue(), "The share.");
        return ListingType.<Reliance>of(name, row, DEFINITION)
                .number(
                        Figure.SHARE,
                        "assumed-or-disputed-share",
                        reliance -> reliance.share().doubleValue(),
                        "The share of the published rate.")
                .text("definition", reliance -> DEFINITION, "How the share is defined.")
                .with(byStatus, reliance -> List.copyOf(reliance.byStatus().entrySet()));
    }

    /** The shares by status in words; empty if nothing is assumed or disputed. */
    String parts() {
        return byStatus.entrySet().stream()
                .map(entry -> entry.getKey().label() + " "
                        + Figure.PUBLISHED.text(entry.getValue().doubleValue()))
                .collect(Collectors.joining(", "));
    }

    private static BigDecimal rate(EvaluatedScenario scenario, ProgramResult program) {
        double rate = scenario.value(program.countedRounded());
        return Double.isFinite(rate) ? LegalDecimals.decimal(rate) : BigDecimal.ZERO;
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : part.divide(whole, DIGITS).stripTrailingZeros();
    }

    private static Set<Status> statuses(EvaluatedScenario scenario, CompanyResult company, ProgramResult program) {
        Set<Status> found = EnumSet.noneOf(Status.class);
        Set<List<String>> entries = new HashSet<>();
        entries.add(List.of("proceeding"));
        entries.add(List.of("programs", program.id()));
        List<String> use = List.of("companies", company.id(), "uses", program.id());
        entries.add(use);
        FactRegister register = scenario.determination().register();
        Basis basis = Basis.of(scenario.values(), List.of(program.rate()));
        for (Term term : scenario.determination().calculation().terms()) {
            if (!basis.contains(term)) {
                continue;
            }
            if (term.operation() == Operation.INPUT) {
                found.add(register.find(term.address())
                        .map(fact -> fact.provenance().status())
                        .orElse(Status.UNSTATED));
                entries.add(entry(Address.parse(term.address()).segments()));
            } else if (term.operation().isOverRecords()) {
                found.add(Status.UNSTATED);
            }
        }
        for (FactRegister.Fact fact : register.all()) {
            List<String> address = fact.address().segments();
            if (startsWith(address, use) && address.get(address.size() - 1).equals("to")) {
                entries.add(List.of("companies", company.id(), "members", fact.text()));
            }
        }
        for (FactRegister.Fact fact : register.all()) {
            boolean isChoice = fact.term().isEmpty() && !fact.descriptive();
            if (isChoice && WEAK.contains(fact.provenance().status())) {
                List<String> address = fact.address().segments();
                if (entries.stream().anyMatch(entry -> startsWith(address, entry))) {
                    found.add(fact.provenance().status());
                }
            }
        }
        return found;
    }

    /** The part of the scenario to which a value belongs: a benchmark, a program, a member, the adjustment. */
    private static List<String> entry(List<String> address) {
        int length = switch (address.get(0)) {
            case "companies" ->
                address.size() > 2
                                && (address.get(2).equals("uses")
                                        || address.get(2).equals("members"))
                        ? 4
                        : 3;
            case "programs", "benchmarks" -> 2;
            default -> 1;
        };
        return address.subList(0, Math.min(length, address.size()));
    }

    private static boolean startsWith(List<String> address, List<String> beginning) {
        return address.size() >= beginning.size()
                && address.subList(0, beginning.size()).equals(beginning);
    }
}
