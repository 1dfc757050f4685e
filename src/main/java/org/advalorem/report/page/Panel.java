package org.advalorem.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.report.NumberText;
import org.advalorem.report.PageParts;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Model;

/** The panel with a slider and a field for every quantity, and a list of positions for every choice. */
final class Panel {
    private final EvaluatedScenario scenario;
    private final Controls controls;
    private final StringBuilder html = new StringBuilder();

    private Panel(EvaluatedScenario scenario, Controls controls) {
        this.scenario = scenario;
        this.controls = controls;
    }

    /** The panel; empty if nothing can be moved. */
    static String of(EvaluatedScenario scenario, Controls controls) {
        Panel panel = new Panel(scenario, controls);
        panel.write();
        return panel.html.toString();
    }

    private void write() {
        boolean movable =
                !controls.quantities().isEmpty() || !controls.choices().isEmpty();
        if (movable) {
            html.append("<div id=\"controls\" hidden>\n");
            for (int i = 0; i < controls.choices().size(); i++) {
                choice(controls.choices().get(i), i);
            }
            for (int i = 0; i < controls.quantities().size(); i++) {
                quantity(controls.quantities().get(i), i);
            }
            html.append("<p class=\"buttons\"><button type=\"button\" id=\"reset\">As written</button> ")
                    .append("<button type=\"button\" id=\"copy\">Copy the --set arguments</button></p>\n")
                    .append("<p><label for=\"arguments\">Arguments that give the same</label> ")
                    .append("<textarea id=\"arguments\" readonly rows=\"2\"></textarea></p>\n")
                    .append("<p class=\"flag\" id=\"problem\" hidden></p>\n</div>\n")
                    .append("<p class=\"note\" id=\"unscripted\">With scripts switched on, ")
                    .append(NumberText.count(
                            controls.quantities().size() + controls.choices().size(), "value"))
                    .append(" can be moved here, and every number follows.</p>\n");
        } else {
            html.append("<p class=\"note\">Nothing in this scenario is uncertain, contested or adjustable."
                    + " With --adjust ADDRESS, a value can be moved here.</p>\n");
        }
        if (!controls.refused().isEmpty()) {
            html.append("<details><summary>Not adjustable here</summary><ul>");
            for (Controls.Refused refused : controls.refused()) {
                html.append("<li>")
                        .append(PageParts.escaped(
                                InputNames.withAddress(scenario, refused.address()) + ": " + refused.why()))
                        .append("</li>");
            }
            html.append("</ul></details>\n");
        }
    }

    private void choice(Controls.Choice choice, int i) {
        String id = "choice" + i;
        String name = choice.issue() ? choice.name().replace('-', ' ') : InputNames.of(scenario, choice.name());
        html.append("<p class=\"control\"><label for=\"")
                .append(id)
                .append("\">")
                .append(PageParts.escaped(name))
                .append(choice.issue() ? " <small>contested</small>" : "")
                .append("</label> <select id=\"")
                .append(id)
                .append("\">");
        for (int position = 0; position < choice.positions().size(); position++) {
            html.append("<option value=\"")
                    .append(position)
                    .append('"')
                    .append(position == choice.base() ? " selected>" : ">")
                    .append(PageParts.escaped(choice.positions().get(position)))
                    .append("</option>");
        }
        html.append("</select></p>\n");
    }

    private void quantity(Controls.Quantity quantity, int i) {
        String name = PageParts.escaped(InputNames.of(scenario, quantity.address()));
        String id = "quantity" + i;
        html.append("<p class=\"control\"><label for=\"")
                .append(id)
                .append("\">")
                .append(name)
                .append(" <small>")
                .append(PageParts.escaped(quantity.address()))
                .append("</small></label> ")
                .append("<input type=\"range\" id=\"")
                .append(id)
                .append("\" min=\"0\" max=\"")
                .append(steps(quantity, quantity.most()))
                .append("\" step=\"1\" value=\"")
                .append(steps(quantity, quantity.start().orElse(quantity.least())))
                .append("\"> <input type=\"text\" inputmode=\"decimal\" id=\"")
                .append(id)
                .append("-value\" aria-label=\"")
                .append(name)
                .append(", exact\"> <span class=\"unit\" id=\"")
                .append(id)
                .append("-unit\"></span></p>\n");
    }

    /** The steps from the least number, rounded. */
    private static int steps(Controls.Quantity quantity, BigDecimal number) {
        return number.subtract(quantity.least())
                .divide(quantity.step(), 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .intValue();
    }

    /** How a number of the quantity is written: what stands before its digits, and after them. */
    record Form(String before, String after, boolean percent) {
        static Form of(Controls.Quantity quantity, Model model) {
            boolean percent =
                    quantity.perturbation().text(BigDecimal.ONE, model).contains("100%");
            String digits = percent ? "100" : "1";
            String text = quantity.perturbation().text(BigDecimal.ONE, model);
            int at = text.indexOf(digits);
            return new Form(text.substring(0, at), text.substring(at + digits.length()), percent);
        }
    }
}
