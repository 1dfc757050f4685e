package org.advalorem.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.advalorem.engine.Values;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.InputNames;
import org.advalorem.report.PageParts;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Model;

/**
 * What moves a rate: each control alone at the ends of its range, or at each of its positions, with everything else as
 * written. The script works the same out anew from wherever the reader has moved the rest.
 */
final class Swings {
    private static final double PERCENT = 100;

    private final EvaluatedScenario scenario;
    private final Model model;
    private final Controls controls;
    private final List<ResultKey> keys;

    /**
     * The rates at the ends of a control.
     *
     * @param control its number: quantities first, then choices
     * @param lowest in words, what gives the lowest rate
     * @param highest what gives the highest
     */
    private record Swing(int control, String name, String lowest, double low, String highest, double high) {
        double width() {
            return high - low;
        }
    }

    Swings(EvaluatedScenario scenario, Model model, Controls controls, List<ResultKey> keys) {
        this.scenario = scenario;
        this.model = model;
        this.controls = controls;
        this.keys = keys;
    }

    /** Whether there is something to show. */
    boolean isEmpty() {
        return keys.isEmpty()
                || (controls.quantities().isEmpty() && controls.choices().isEmpty());
    }

    /** The rate that moves most. */
    int key() {
        int most = 0;
        double widest = -1;
        for (int key = 0; key < keys.size(); key++) {
            double width = of(keys.get(key)).stream()
                    .mapToDouble(Swing::width)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            if (width > widest) {
                most = key;
                widest = width;
            }
        }
        return most;
    }

    /** The section. */
    String html() {
        int key = key();
        List<Swing> swings = new ArrayList<>(of(keys.get(key)));
        swings.sort(Comparator.comparingDouble((Swing swing) -> -swing.width()));
        double least = swings.stream().mapToDouble(Swing::low).min().orElse(0);
        double most = swings.stream().mapToDouble(Swing::high).max().orElse(0);
        StringBuilder html =
                new StringBuilder("<p><label for=\"swing-rate\">Rate</label> <select id=\"swing-rate\" disabled>");
        for (int i = 0; i < keys.size(); i++) {
            html.append("<option value=\"")
                    .append(i)
                    .append('"')
                    .append(i == key ? " selected>" : ">")
                    .append(PageParts.escaped(scenario.name(keys.get(i))))
                    .append("</option>");
        }
        html.append(
                        "</select></p>\n<p class=\"note\">Each value alone at the ends of its range, or each position alone, with")
                .append(" everything else where it stands; unrounded rates.</p>\n")
                .append(PageParts.scrolling("What moves the rate"))
                .append("<table class=\"chart\" id=\"swings\" data-chart=\"What moves the rate\">")
                .append("<caption>What moves the rate</caption><thead><tr><th scope=\"col\">Value</th>")
                .append("<th scope=\"col\">Lowest at</th><th scope=\"col\" class=\"n\">Rate</th>")
                .append("<th scope=\"col\" class=\"bar\">Bar</th><th scope=\"col\" class=\"n\">Rate</th>")
                .append("<th scope=\"col\">Highest at</th></tr></thead><tbody>\n");
        for (Swing swing : swings) {
            html.append("<tr data-s=\"")
                    .append(swing.control())
                    .append("\"><th scope=\"row\">")
                    .append(PageParts.escaped(swing.name()))
                    .append("</th><td>")
                    .append(PageParts.escaped(swing.lowest()))
                    .append("</td><td class=\"n\">")
                    .append(Figure.SHORT_RATE.text(swing.low()))
                    .append("</td><td class=\"bar\">")
                    .append(bar(swing, least, most))
                    .append("</td><td class=\"n\">")
                    .append(Figure.SHORT_RATE.text(swing.high()))
                    .append("</td><td>")
                    .append(PageParts.escaped(swing.highest()))
                    .append("</td></tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String bar(Swing swing, double least, double most) {
        double span = most > least ? most - least : 1;
        return "<svg class=\"bar\" aria-hidden=\"true\"><rect height=\"100%\" x=\""
                + percent((swing.low() - least) / span) + "\" width=\"" + percent(swing.width() / span) + "\"/></svg>";
    }

    private static String percent(double share) {
        return Figure.PLAIN.text(Math.round(share * PERCENT * PERCENT) / PERCENT) + "%";
    }

    private List<Swing> of(ResultKey key) {
        List<Swing> swings = new ArrayList<>();
        for (int i = 0; i < controls.quantities().size(); i++) {
            Controls.Quantity quantity = controls.quantities().get(i);
            swings.add(swing(
                    i,
                    quantity.address(),
                    List.of(text(quantity, quantity.least()), text(quantity, quantity.most())),
                    List.of(at(quantity, quantity.least(), key), at(quantity, quantity.most(), key))));
        }
        int first = controls.quantities().size();
        int stride = controls.alternatives().size();
        for (int i = 0; i < controls.choices().size(); i++) {
            Controls.Choice choice = controls.choices().get(i);
            stride /= choice.positions().size();
            List<String> names = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            for (int position = 0; position < choice.positions().size(); position++) {
                int place = controls.base() + (position - choice.base()) * stride;
                Optional<Double> rate =
                        controls.alternatives().get(place).model().flatMap(of -> of.result(key));
                if (rate.isPresent()) {
                    names.add(choice.positions().get(position));
                    rates.add(rate.get());
                }
            }
            swings.add(swing(first + i, choice.name(), names, rates));
        }
        return swings;
    }

    private String text(Controls.Quantity quantity, BigDecimal number) {
        return quantity.perturbation().text(number, model);
    }

    private Swing swing(int control, String address, List<String> names, List<Double> rates) {
        int low = 0;
        int high = 0;
        for (int i = 1; i < rates.size(); i++) {
            low = rates.get(i) < rates.get(low) ? i : low;
            high = rates.get(i) >= rates.get(high) ? i : high;
        }
        return new Swing(
                control,
                InputNames.of(scenario, address),
                names.get(low),
                rates.get(low),
                names.get(high),
                rates.get(high));
    }

    private double at(Controls.Quantity quantity, BigDecimal number, ResultKey key) {
        return Values.of(
                        model.determination().calculation(),
                        quantity.at(number, model.determination().calculation().inputs()))
                .of(model.results().find(key).orElseThrow());
    }
}
