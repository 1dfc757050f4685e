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
 * @param done what was run
 * @param tool what the rules gave, in words or percent
 * @param published what was published
 */
record PublishedRun(String done, String tool, String published) {
    private static final String DUTIES = "; duties of several kinds, added like programs";

    /** How the two stand to one another. */
    String status(PublishedCheck check) {
        if (!agrees()) {
            return "differs";
        }
        if (check.kind().equals("between")) {
            return "within reach: the weights are not public, some give it";
        }
        return check.isIndependent() ? "agrees" : "agrees; one of the numbers was derived from the others";
    }

    boolean agrees() {
        return tool.equals(published);
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
            case "floor_offset" -> antidumpingDeposit(check);
            case "straight_line" -> straightLine(check);
            default -> throw new IllegalArgumentException("No rule is known for a check of kind " + check.kind());
        };
    }

    private static PublishedRun run(String done, String tool, BigDecimal published) {
        return new PublishedRun(done, tool, percent(published));
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
        return programs(Scenarios.review(), rates);
    }

    private static Scenarios programs(Scenarios scenario, List<BigDecimal> rates) {
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
                with + " -> " + without,
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
                allOthers(check, rates, check.adverse()),
                check.number("result"));
    }

    private static String excluding(List<BigDecimal> adverse) {
        return adverse.isEmpty() ? "" : ", with " + join(adverse) + " entirely on facts available";
    }

    private static String allOthers(
            PublishedCheck check, List<BigDecimal> calculated, List<BigDecimal> adverse, Object... method) {
        Scenarios scenario = investigation(check);
        int place = 0;
        for (BigDecimal rate : calculated) {
            scenario.respondent("c" + place++, rate + "%");
        }
        for (BigDecimal rate : adverse) {
            scenario.adverse("c" + place++, rate + "%");
        }
        return scenario.allOthers(method).run().allOthers() + " %";
    }

    /** An investigation under the law that governed the determination, as far as the rules know that law. */
    private static Scenarios investigation(PublishedCheck check) {
        return check.isEuropean()
                ? Scenarios.investigation().withoutProceeding("regulation").proceeding("jurisdiction", "EU")
                : Scenarios.investigation();
    }

    private static PublishedRun sole(PublishedCheck check) {
        BigDecimal published = check.number("right");
        if (check.what().contains("cash deposit")) {
            return changedProgram(check);
        }
        boolean margins = check.what().contains("excludes AFA");
        List<BigDecimal> calculated = margins ? List.of(check.number("left")) : check.calculated();
        List<BigDecimal> adverse = margins ? adverseMargins(check) : check.adverse();
        return run(
                "all-others rate of " + join(calculated) + excluding(adverse) + (margins ? "; dumping margins" : ""),
                allOthers(check, calculated, adverse),
                published);
    }

    /** The rate and the deposit where a program falls to a de minimis rate between the period and the preliminary. */
    private static PublishedRun changedProgram(PublishedCheck check) {
        BigDecimal rate = check.totals().get(0);
        Outcome outcome = programs(Scenarios.investigation(), List.of(rate))
                .with(
                        "deposits",
                        SourceNode.mapping(
                                "preliminary",
                                "2017-06-01",
                                "program-wide-changes",
                                SourceNode.sequence(SourceNode.mapping(
                                        "program", "p0", "on", "2017-02-01", "rates", mapping(Map.of("a", "0.99%"))))))
                .run();
        return new PublishedRun(
                "a program of " + percent(rate) + " cut to 0.99 %, which is de minimis, after the period",
                verdict(outcome.deMinimis("a")) + ", deposit " + percent(outcome.percent("companies.a.deposit")),
                verdict(false) + ", deposit " + percent(check.number("right")));
    }

    private static String verdict(boolean deMinimis) {
        return deMinimis ? "negative" : "affirmative";
    }

    /**
     * The deposit of a margin less the export subsidies in the firm's countervailing rate. The rest of that rate is a
     * domestic program, so that an offset by the whole rate would show. A firm entirely on facts available has no
     * export subsidies of its own, but those of the respondent whose rate was calculated.
     */
    private static PublishedRun antidumpingDeposit(PublishedCheck check) {
        BigDecimal margin = check.number("margin");
        BigDecimal offset = check.number("offset");
        Optional<BigDecimal> adverse = check.adverse().stream()
                .filter(rate -> check.isMarginOf(margin, rate))
                .findFirst();
        BigDecimal total = countervailing(check, margin).orElse(offset);
        Scenarios scenario = Scenarios.investigation()
                .program("export", "type", "stated", "rate", offset + "%", "specificity", "export")
                .program("domestic", "type", "stated", "rate", total.subtract(offset) + "%")
                .company("found", "uses", SourceNode.mapping("export", use(), "domestic", use()));
        adverse.ifPresent(rate -> scenario.adverse("adverse", rate + "%"));
        String firm = adverse.isPresent() ? "adverse" : "found";
        Outcome outcome = scenario.with(
                        "deposits",
                        SourceNode.mapping(
                                "antidumping",
                                SourceNode.mapping(
                                        "rates",
                                        SourceNode.sequence(
                                                SourceNode.mapping("company", firm, "margin", margin + "%")))))
                .run();
        return run(
                "antidumping deposit at a margin of " + percent(margin) + "; export subsidies of " + percent(offset)
                        + " in a countervailing rate of " + percent(total)
                        + adverse.map(rate -> ", the firm itself at " + percent(rate) + " on facts available")
                                .orElse(""),
                percent(outcome.percent("antidumping." + firm + ".deposit")),
                check.number("deposit"));
    }

    /** The calculated countervailing rate that goes with a margin. */
    private static Optional<BigDecimal> countervailing(PublishedCheck check, BigDecimal margin) {
        if (check.caseId().equals("US-AAM-AD-PRELIM-2025")) {
            // that of the countervailing case on the same goods, which the file keeps apart
            return Optional.of(new BigDecimal("6.55"));
        }
        return check.totals().stream()
                .filter(rate ->
                        check.isMarginOf(margin, rate) && !check.adverse().contains(rate))
                .findFirst()
                .or(() -> check.calculated().stream().findFirst());
    }

    /** The part of a grant that falls into each year in the European Union, before the interest that is added to it. */
    private static PublishedRun straightLine(PublishedCheck check) {
        BigDecimal amount = check.number("amount");
        BigDecimal years = check.number("years");
        Outcome outcome = investigation(check)
                .proceeding("commercial-interest", "8%", "average-useful-life", years + " years")
                .program("grant", "type", "grant")
                .company(
                        "a",
                        "uses",
                        SourceNode.mapping("grant", Scenarios.grant("2016-03-01", amount + "", "over", 1000)))
                .run();
        String row = outcome.table("Equal parts over " + years + " years, with interest")
                .get(0);
        BigDecimal part = new BigDecimal(row.split(" \\| ", -1)[2]);
        return run(
                "part of a grant of " + amount + " in each of " + years + " years, under the law of the European Union",
                percent(part.movePointRight(2).divide(amount)),
                check.number("per_year"));
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
                    outcome.deMinimis("a") ? "below" : "above",
                    published);
        }
        CalculationBuilder builder = new CalculationBuilder();
        Term less = rate(builder, "value", value).less(rate(builder, "threshold", threshold));
        Term more = rate(builder, "threshold", threshold).less(rate(builder, "value", value));
        Values values = Values.of(builder.build());
        String relation = values.holds(less) ? "below" : values.holds(more) ? "above" : "equal";
        return new PublishedRun(
                percent(value) + " and " + percent(threshold) + " compared as legal decimals", relation, published);
    }

    private static Term rate(CalculationBuilder builder, String name, BigDecimal percent) {
        return builder.input(name, percent.movePointLeft(2), Unit.FRACTION);
    }

    /** The weights are not public: those that give the published average are searched for. */
    private static PublishedRun between(PublishedCheck check) {
        BigDecimal low = check.number("low");
        BigDecimal high = check.number("high");
        Outcome outcome = investigation(check)
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
        List<BigDecimal> rates = check.numbers("of");
        return run(
                "residual duty over the rates " + join(rates) + ", under the law of the European Union",
                allOthers(check, rates, List.of(), "method", "highest"),
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
