package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.PageParts;
import org.advalorem.report.RateFinding;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;

/** Positions, or the stages of a case, side by side: rates and programs, and what accounts for each step. */
public final class SideBySide {
    private final List<EvaluatedScenario> positions;
    private final List<String> names;

    private SideBySide(List<EvaluatedScenario> positions) {
        this.positions = List.copyOf(positions);
        this.names = names(positions);
    }

    /** The titles; with the files where titles are alike. */
    private static List<String> names(List<EvaluatedScenario> positions) {
        Map<String, Long> alike = positions.stream()
                .collect(Collectors.groupingBy(of -> of.determination().title(), Collectors.counting()));
        return positions.stream()
                .map(of -> alike.getOrDefault(of.determination().title(), 0L) > 1
                        ? of.determination().title() + " (" + of.file() + ")"
                        : of.determination().title())
                .toList();
    }

    /**
     * The page.
     *
     * @param positions at least two
     * @param steps the way from each position to the next
     */
    public static String of(List<EvaluatedScenario> positions, List<Still> steps) {
        SideBySide page = new SideBySide(positions);
        List<Frame.Section> sections = new ArrayList<>();
        sections.add(new Frame.Section("programs", "Programs", page.programs()));
        steps.forEach(step -> sections.add(new Frame.Section(step.id(), step.title(), step.html())));
        for (int i = 0; i < positions.size(); i++) {
            EvaluatedScenario of = positions.get(i);
            sections.add(new Frame.Section(
                    "assumptions" + i,
                    "Assumptions: " + page.names.get(i),
                    PageParts.Part.ASSUMPTIONS.html(of, Optional.empty())));
        }
        sections.add(new Frame.Section("receipt", "About these figures", page.receipts()));
        String title = page.names.size() + " positions side by side";
        String body = Frame.head(title, String.join("; ", page.names) + ".", page.flags(), "Rates", sections)
                + "<main>\n<section id=\"rates\"><h2>Rates</h2>\n" + page.rates() + page.briefs(steps) + "</section>\n"
                + Frame.sections(sections) + "</main>\n";
        return Frame.page(positions.get(0), title, body, Optional.empty());
    }

    private List<String> flags() {
        Set<String> flags = new LinkedHashSet<>();
        for (int i = 0; i < positions.size(); i++) {
            for (String flag : PageParts.flags(positions.get(i))) {
                flags.add(names.get(i) + ": " + flag);
            }
        }
        return List.copyOf(flags);
    }

    private String briefs(List<Still> steps) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < positions.size(); i++) {
            html.append("<p><b>")
                    .append(PageParts.escaped(names.get(i)))
                    .append("</b>: ")
                    .append(PageParts.escaped(
                            RateFinding.of(positions.get(i)).finding().headline()))
                    .append(".</p>\n");
        }
        steps.forEach(step -> html.append("<p>").append(step.found()).append("</p>\n"));
        return html.toString();
    }

    private String rates() {
        return table("Rates", "Company", Subject::isTotal);
    }

    private String programs() {
        return table("Programs", "Program", subject -> subject.level() == Subject.Level.PROGRAM);
    }

    private String table(String title, String heading, Predicate<Subject> wanted) {
        Map<Subject, String> rows = new LinkedHashMap<>();
        for (EvaluatedScenario of : positions) {
            for (ResultKey key : of.reported(of.determination().results().keys())) {
                if (key.measure() == Measure.RATE && wanted.test(key.subject())) {
                    rows.putIfAbsent(key.subject(), of.name(key.subject()));
                }
            }
        }
        StringBuilder html = new StringBuilder(PageParts.scrolling(title))
                .append("<table><caption>")
                .append(title)
                .append("</caption><thead><tr><th scope=\"col\">")
                .append(heading)
                .append("</th>");
        names.forEach(name -> html.append("<th scope=\"col\" class=\"n\">")
                .append(PageParts.escaped(name))
                .append("</th>"));
        html.append("</tr></thead><tbody>\n");
        rows.forEach((subject, name) -> {
            html.append("<tr><th scope=\"row\">")
                    .append(PageParts.escaped(name))
                    .append("</th>");
            positions.forEach(of ->
                    html.append("<td class=\"n\">").append(cell(of, subject)).append("</td>"));
            html.append("</tr>\n");
        });
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String cell(EvaluatedScenario of, Subject subject) {
        boolean none = subject.level() == Subject.Level.ALL_OTHERS && of.isNegative() && !of.isCountryWide();
        Optional<Term> rate = of.determination().results().find(subject.key(Measure.RATE));
        if (rate.isEmpty() || none) {
            return none ? "none: negative" : "\u2013";
        }
        Optional<Term> verdict = of.determination().results().find(subject.key(Measure.DE_MINIMIS));
        boolean deMinimis = verdict.filter(of.values()::holds).isPresent();
        return Figure.PUBLISHED.text(of.values().of(rate.get())) + (deMinimis ? ", de minimis" : "");
    }

    private String receipts() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < positions.size(); i++) {
            html.append("<h3>").append(PageParts.escaped(names.get(i))).append("</h3>\n<ul>\n");
            PageParts.about(positions.get(i))
                    .forEach(item ->
                            html.append("<li>").append(PageParts.escaped(item)).append("</li>\n"));
            html.append("</ul>\n");
        }
        return html.toString();
    }
}
