package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.use;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios.Outcome;

/**
 * A published relation as it was put to the rules.
 *
 * @param done what was run; why nothing was, when there is no result
 * @param tool what the rules gave, in words or percent
 * @param published what was published
 */
record PublishedRun(String done, Optional<String> tool, String published) {
    private static final String DUTIES = "; duties of several kinds, added like programs";

    /** How the two stand to one another. */
    String status(PublishedCheck check) {
        if (tool.isEmpty()) {
            return "not run: " + done;
        }
        if (!agrees()) {
            return "differs";
        }
        if (check.kind().equals("between")) {
            return "within reach: the weights are not public, some give it";
        }
        return check.isIndependent() ? "agrees" : "agrees; one of the numbers was derived from the others";
    }

    boolean agrees() {
        return tool.isEmpty() || tool.get().equals(published);
    }

    /** Puts a check to the rules. */
    static PublishedRun of(PublishedCheck check) {
        return switch (check.kind()) {
            case "sum" -> sum(check);
            case "difference" -> check.what().contains("change") ? change(check) : dropped(check);
            case "simple_average" -> average(check);
            case "equal" -> sole(check);
            case "below", "above" -> compared(check);
            case "between" -> between(check);
            case "max_of" -> largest(check);
            case "floor_offset" -> notRun("the tool computes no antidumping deposit", percent(check.number("deposit")));
            case "straight_line" ->
                notRun(
                        "the European method is not among the rules; a discount rate of 0 % would give the same figure"
                                + " and prove nothing",
                        check.number("per_year") + " %");
            default -> throw new IllegalArgumentException("No rule is known for a check of kind " + check.kind());
        };
    }

    private static PublishedRun notRun(String why, String published) {
        return new PublishedRun(why, Optional.empty(), published);
    }

    private static PublishedRun run(String done, String tool, BigDecimal published) {
        return new PublishedRun(done, Optional.of(tool), percent(published));
    }

    private static PublishedRun sum(PublishedCheck check) {
        List<BigDecimal> terms = check.numbers("terms");
        boolean programs = check.what().contains("program");
        return run(
                "total of the rates " + join(terms) + (programs ? "" : DUTIES),
                percent(programs(terms).run()),
                check.number("result"));
    }

    /** One company with programs of those rates. */
    private static Scenarios programs(List<BigDecimal> rates) {
        Scenarios scenario = Scenarios.review();
        Map<Object, Object> uses = new LinkedHashMap<>();
        for (BigDecimal rate : rates) {
            String id = "p" + uses.size();
            scenario.program(id, "type", "stated", "rate", rate + "%");
            uses.put(id, use());
        }
        return scenario.company("a", "uses", mapping(uses));
    }

    private static SourceNode mapping(Map<Object, Object> entries) {
        List<Object> flat = new ArrayList<>();
        entries.forEach((key, value) -> flat.addAll(List.of(key, value)));
        return SourceNode.mapping(flat.toArray());
    }

    /** The total with the programs, and the published total without them. */
    private static PublishedRun dropped(PublishedCheck check) {
        String with = percent(withPrograms(check, "yes").run());
        String without = percent(withPrograms(check, "no").run());
        String before = percent(check.number("minuend"));
        return new PublishedRun(
                "total with the programs of " + join(check.numbers("subtrahends")) + ", then with applied: no",
                Optional.of(with + " -> " + without),
                before + " -> " + percent(check.number("result")));
    }

    private static Scenarios withPrograms(PublishedCheck check, String applied) {
        Scenarios scenario = Scenarios.review().program("rest", "type", "stated", "rate", check.number("result") + "%");
        Map<Object, Object> uses = new LinkedHashMap<>(Map.of("rest", use()));
        for (BigDecimal rate : check.numbers("subtrahends")) {
            String id = "p" + uses.size();
            scenario.program(id, "type", "facts-available", "rate", rate + "%", "applied", applied);
            uses.put(id, use());
        }
        return scenario.company("a", "uses", mapping(uses));
    }

    /** The totals of two determinations, from their parts where those were published, and what lies between them. */
    private static PublishedRun change(PublishedCheck check) {
        List<BigDecimal> after = check.partsOf(check.number("minuend"));
        List<BigDecimal> before = check.partsOf(check.numbers("subtrahends").get(0));
        BigDecimal change = programs(after)
                .run()
                .percent("companies.a.rate")
                .subtract(programs(before).run().percent("companies.a.rate"));
        return run(
                "total of " + join(after) + " against the earlier total of " + join(before) + DUTIES,
                percent(change),
                check.number("result"));
    }

    private static PublishedRun average(PublishedCheck check) {
        List<BigDecimal> rates = check.numbers("of");
        return run(
                "all-others rate of " + join(rates) + excluding(check.adverse()),
                allOthers(rates, check.adverse()),
                check.number("result"));
    }

    private static String excluding(List<BigDecimal> adverse) {
        return adverse.isEmpty() ? "" : ", with " + join(adverse) + " entirely on facts available";
    }

    private static String allOthers(List<BigDecimal> calculated, List<BigDecimal> adverse) {
        Scenarios scenario = Scenarios.investigation();
        int place = 0;
        for (BigDecimal rate : calculated) {
            scenario.respondent("c" + place++, rate + "%");
        }
        for (BigDecimal rate : adverse) {
            scenario.adverse("c" + place++, rate + "%");
        }
        return scenario.allOthers().run().allOthers() + " %";
    }

    private static PublishedRun sole(PublishedCheck check) {
        BigDecimal published = check.number("left");
        if (check.what().contains("cash deposit")) {
            return notRun("the tool has no change of a program after the period (19 CFR 351.526)", percent(published));
        }
        boolean margins = check.what().contains("excludes AFA");
        List<BigDecimal> calculated = margins ? List.of(published) : check.calculated();
        List<BigDecimal> adverse = margins ? adverseMargins(check) : check.adverse();
        return run(
                "all-others rate of " + join(calculated) + excluding(adverse) + (margins ? "; dumping margins" : ""),
                allOthers(calculated, adverse),
                published);
    }

    /** Dumping margins of the same country on facts available: the file names them in words only. */
    private static List<BigDecimal> adverseMargins(PublishedCheck check) {
        return switch (check.caseId()) {
            case "US-BIODIESEL-INDONESIA-FINAL-2017" -> List.of(new BigDecimal("276.65"));
            case "US-AD-ALLOTHERS-ANALOGS" -> List.of(new BigDecimal("28.34"));
            default -> throw new IllegalArgumentException("No margins are known for " + check.caseId());
        };
    }

    private static PublishedRun compared(PublishedCheck check) {
        BigDecimal value = check.number("value");
        BigDecimal threshold = check.number("threshold");
        boolean below = check.kind().equals("below");
        String published = below ? "below" : "above";
        if (threshold.compareTo(BigDecimal.valueOf(2)) == 0) {
            Outcome outcome = Scenarios.investigation()
                    .proceeding("country", SourceNode.mapping("name", "Freedonia", "developing", "yes"))
                    .respondent("a", value + "%")
                    .run();
            return new PublishedRun(
                    "de minimis verdict on " + percent(value) + " at a threshold of 2 %",
                    Optional.of(outcome.deMinimis("a") ? "below" : "above"),
                    published);
        }
        CalculationBuilder builder = new CalculationBuilder();
        Term less = rate(builder, "value", value).less(rate(builder, "threshold", threshold));
        Term more = rate(builder, "threshold", threshold).less(rate(builder, "value", value));
        Values values = Values.of(builder.build());
        String relation = values.holds(less) ? "below" : values.holds(more) ? "above" : "equal";
        return new PublishedRun(
                percent(value) + " and " + percent(threshold) + " compared as legal decimals",
                Optional.of(relation),
                published);
    }

    private static Term rate(CalculationBuilder builder, String name, BigDecimal percent) {
        return builder.input(name, percent.movePointLeft(2), Unit.FRACTION);
    }

    /** The weights are not public: those that give the published average are searched for. */
    private static PublishedRun between(PublishedCheck check) {
        BigDecimal low = check.number("low");
        BigDecimal high = check.number("high");
        Outcome outcome = Scenarios.investigation()
                .respondent("low", low + "%", "exports-to-us", "1")
                .respondent("high", high + "%", "exports-to-us", "1")
                .allOthers("method", "weighted")
                .run();
        Term published = outcome.term("all-others.rate");
        double wanted = check.number("value").movePointLeft(2).doubleValue();
        double min = 0;
        double most = 1;
        while (most - min > 1e-9) {
            double weight = (min + most) / 2;
            Values values = Values.of(
                    outcome.determination().calculation(),
                    Map.of("companies.high.exports-to-us", weight, "companies.low.exports-to-us", 1 - weight));
            if (values.of(published) == wanted) {
                String share = BigDecimal.valueOf(weight)
                        .setScale(2, java.math.RoundingMode.HALF_UP)
                        .toPlainString();
                return run(
                        "weighted all-others rate of " + percent(low) + " and " + percent(high)
                                + ", the weight of the higher found by search: about " + share,
                        percent(check.number("value")),
                        check.number("value"));
            }
            if (values.of(published) < wanted) {
                min = weight;
            } else {
                most = weight;
            }
        }
        return run("weighted all-others rate: no weight gives it", "none", check.number("value"));
    }

    private static PublishedRun largest(PublishedCheck check) {
        CalculationBuilder builder = new CalculationBuilder();
        List<BigDecimal> rates = check.numbers("of");
        Term largest = rate(builder, "0", rates.get(0));
        for (int i = 1; i < rates.size(); i++) {
            largest = largest.larger(rate(builder, Integer.toString(i), rates.get(i)));
        }
        Term published = largest.rounded(4);
        BigDecimal result = BigDecimal.valueOf(Values.of(builder.build()).of(published));
        return run(
                "the largest of " + join(rates)
                        + " by a step of the calculation; the European residual is no rule here",
                percent(result.movePointRight(2)),
                check.number("result"));
    }

    private static String percent(Outcome outcome) {
        return outcome.published("a") + " %";
    }

    private static String percent(BigDecimal rate) {
        return rate.setScale(2).toPlainString() + " %";
    }

    private static String join(List<BigDecimal> rates) {
        return String.join(", ", rates.stream().map(PublishedRun::percent).toList());
    }
}
