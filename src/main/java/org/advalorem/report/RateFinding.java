package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/** What a calculation found: the rate of each company, the verdicts and the largest program. */
public final class RateFinding {
    /** The most companies named. */
    private static final int FEW = 3;

    private final EvaluatedScenario scenario;

    private RateFinding(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    /** The finding of a calculation. */
    public static RateFinding of(EvaluatedScenario scenario) {
        return new RateFinding(scenario);
    }

    /** The finding in words. */
    public Finding finding() {
        Optional<AllOthersResult> allOthers = scenario.allOthers();
        return new Finding(
                (scenario.isNegative() ? "Negative determination: " : "") + headline(),
                allOthers.isPresent() ? rate(allOthers.get()) : "");
    }

    /** The rate of all others; a country-wide one with its verdict, which is that of the determination. */
    private String rate(AllOthersResult allOthers) {
        String rate = NumberText.percent(value(allOthers.published()));
        return allOthers.isCountryWide()
                ? "Country-wide " + rate + ", " + Verdict.words(scenario, allOthers)
                : "All others " + rate;
    }

    private String headline() {
        List<CompanyResult> companies = scenario.companies();
        CompanyResult most = companies.get(0);
        if (companies.size() == 1) {
            return most.name() + ": " + rate(most) + ", " + verdict(most) + share(most, "it");
        }
        CompanyResult lowest = most;
        CompanyResult highest = most;
        List<String> rates = new ArrayList<>();
        int programs = 0;
        int below = 0;
        for (CompanyResult company : companies) {
            lowest = value(company.published()) < value(lowest.published()) ? company : lowest;
            highest = value(company.published()) >= value(highest.published()) ? company : highest;
            below += scenario.values().holds(company.deMinimis()) ? 1 : 0;
            int counted = programs(company).size();
            most = counted > programs ? company : most;
            programs = Math.max(programs, counted);
            if (companies.size() <= FEW) {
                rates.add(company.name() + " " + rate(company));
            }
        }
        String all = companies.size() <= FEW
                ? String.join(", ", rates)
                : companies.size() + " companies from " + rate(lowest) + " (" + lowest.name() + ") to " + rate(highest)
                        + " (" + highest.name() + ")";
        String verdicts = below == 0
                ? "none is de minimis"
                : below == companies.size() ? "all are de minimis" : below + " of " + companies.size() + " de minimis";
        return all + "; " + verdicts + share(most, "the rate of " + most.name());
    }

    /** The published rate of a company. */
    public String rate(CompanyResult company) {
        return NumberText.percent(value(company.published()));
    }

    /** The share of the largest program, in words; empty unless there are several. */
    private String share(CompanyResult company, String of) {
        double all = value(company.published());
        List<ProgramResult> programs = programs(company);
        return programs.size() < 2 || all <= 0
                ? ""
                : "; " + programs.get(0).name() + " is "
                        + Math.round(value(programs.get(0).countedRounded()) / all * 100) + "% of " + of;
    }

    /** The verdict on a company, in words. */
    public String verdict(CompanyResult company) {
        return Verdict.words(scenario.values().holds(company.deMinimis()));
    }

    /** The programs of a company that count, the largest first. */
    public List<ProgramResult> programs(CompanyResult company) {
        List<ProgramResult> programs = new ArrayList<>();
        for (ProgramResult program : company.programs()) {
            if (scenario.values().holds(program.measurable())) {
                programs.add(program);
            }
        }
        programs.sort(Comparator.comparingDouble((ProgramResult program) -> value(program.countedRounded()))
                .reversed());
        return programs;
    }

    private double value(Term term) {
        return scenario.values().of(term);
    }
}
