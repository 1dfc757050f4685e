package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.Formulas;
import org.advalorem.report.PageParts;
import org.advalorem.report.PartNames;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.UseResult;
import org.advalorem.rules.attribution.Reconciliation;

/** The sales over which the benefits of each company went, and how they tie to its income statements. */
final class Denominators {
    private final Live live;
    private final EvaluatedScenario scenario;

    private Denominators(Live live) {
        this.live = live;
        this.scenario = live.scenario();
    }

    /** The denominators of an alternative: a unit for each company, and one for each income statement. */
    static List<Unit> of(Live live) {
        Denominators all = new Denominators(live);
        List<Unit> units = new ArrayList<>();
        for (CompanyResult company : live.scenario().companies()) {
            Map<Divisor, Set<String>> divisors = divisors(company);
            if (!divisors.isEmpty()) {
                units.add(Unit.of("denominators/" + company.address(), all.table(company, divisors)));
            }
        }
        for (Reconciliation one : PageParts.reconciliations(live.scenario())) {
            units.add(Unit.of("reconciliations/" + one.address(), all.reconciliation(one)));
        }
        return units;
    }

    /** Sales that are a denominator, under the provision that makes them one. */
    private record Divisor(String label, Term sales, Authority authority) {}

    /** The denominators of a company in the order of their first use, with the names of the programs that they divide. */
    private static Map<Divisor, Set<String>> divisors(CompanyResult company) {
        Map<Divisor, Set<String>> divisors = new LinkedHashMap<>();
        for (ProgramResult program : company.programs()) {
            for (UseResult use : program.uses()) {
                use.denominator()
                        .ifPresent(sales -> divisors.computeIfAbsent(
                                        new Divisor(use.denominatorLabel(), sales, use.authority()),
                                        absent -> new LinkedHashSet<>())
                                .add(program.name()));
            }
        }
        return divisors;
    }

    private Fragment table(CompanyResult company, Map<Divisor, Set<String>> divisors) {
        String name = company.name() + PartNames.of(company.scope(), scenario);
        String title = "Denominators of " + name;
        Fragment to = new Fragment(live)
                .element("h3", name)
                .raw(PageParts.scrolling(title))
                .open("table", "data-table", title)
                .element("caption", title + ", before any export value adjustment")
                .open("thead")
                .open("tr")
                .element("th", "Sales", "scope", "col")
                .element("th", "Amount", "scope", "col", "class", "n")
                .element("th", "Unit", "scope", "col")
                .element("th", "Programs", "scope", "col")
                .element("th", "Authority", "scope", "col")
                .close("tr")
                .close("thead")
                .open("tbody");
        divisors.forEach((divisor, programs) -> to.open("tr")
                .element("th", divisor.label(), "scope", "row")
                .open("td", "class", "n")
                .number(divisor.sales(), Figure.MONEY)
                .close("td")
                .element("td", Figure.unitText(divisor.sales().unit()))
                .element("td", String.join(", ", programs))
                .element("td", Formulas.shortAuthority(divisor.authority()))
                .close("tr"));
        return to.close("tbody").close("table").close("div");
    }

    private Fragment reconciliation(Reconciliation one) {
        String title = "Reconciliation of " + one.name() + ", " + one.year();
        Fragment to = new Fragment(live)
                .raw(PageParts.scrolling(title))
                .open("table", "data-table", title)
                .element("caption", title + ", in " + one.unexplained().unit())
                .open("thead")
                .open("tr")
                .element("th", "Line", "scope", "col")
                .element("th", "Amount", "scope", "col", "class", "n")
                .close("tr")
                .close("thead")
                .open("tbody");
        for (Reconciliation.Line line : one.lines()) {
            to.open("tr")
                    .element("th", line.label(), "scope", "row")
                    .open("td", "class", "n")
                    .number(line.amount(), Figure.MONEY)
                    .close("td")
                    .close("tr");
        }
        return to.close("tbody")
                .close("table")
                .close("div")
                .open("p", "class", "note")
                .text("Unexplained: ")
                .number(
                        one.unexplained(),
                        Figure.MONEY,
                        Figure.unitText(one.unexplained().unit()))
                .text(", ")
                .number(one.share(), Figure.SHORT_RATE)
                .text(" of revenue; within the tolerance of ")
                .number(one.tolerance(), Figure.EXACT_RATE)
                .text(": ")
                .number(one.ties(), Figure.TRUTH)
                .text(".")
                .close("p");
    }
}
