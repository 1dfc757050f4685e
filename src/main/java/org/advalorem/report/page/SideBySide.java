package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.NumberText;
import org.advalorem.report.PageParts;
import org.advalorem.report.RateFinding;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;

/** Positions, or the stages of a case, side by side: rates and programs, and what accounts for each step. */
public final class SideBySide {
    private static final String GAP = ": ";

    private final List<EvaluatedScenario> positions;
    private final List<String> names;

    private SideBySide(List<EvaluatedScenario> positions) {
        this.positions = List.copyOf(positions);
        this.names = names(positions);
    }

    /** What each is called: by its title, or where titles are alike by its file, without ending and folders if that tells. */
    public static List<String> names(List<EvaluatedScenario> positions) {
        List<Function<EvaluatedScenario, String>> ways = List.of(
                of -> of.determination().title(),
                of -> of.file().replaceAll(".*[/\\\\]|\\.[^./\\\\]*$", ""),
                EvaluatedScenario::file);
        return ways.stream()
                .map(way -> positions.stream().map(way).toList())
                .filter(names -> Set.copyOf(names).size() == names.size())
                .findFirst()
                .orElseGet(() -> IntStream.rangeClosed(1, positions.size())
                        .mapToObj(i -> "position " + i)
                        .toList());
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
        Set<String> titles =
                positions.stream().map(of -> of.determination().title()).collect(Collectors.toSet());
        String title =
                (titles.size() == 1 ? titles.iterator().next() : positions.size() + " positions") + ", side by side";
        String body = Frame.head(title, String.join("; ", page.names) + ".", page.flags(), "Rates", sections)
                + "<main>\n<section id=\"rates\"><h2>Rates</h2>\n" + page.rates() + page.briefs(steps) + "</section>\n"
                + Frame.sections(sections) + "</main>\n";
        return Frame.page(positions.get(0), title, body, Optional.empty());
    }

    private List<String> flags() {
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (int i = 0; i < positions.size(); i++) {
            for (String flag : PageParts.flags(positions.get(i))) {
                flags.computeIfAbsent(flag, absent -> new ArrayList<>()).add(names.get(i));
            }
        }
        return flags.entrySet().stream()
                .map(flag -> flag.getValue().size() == positions.size()
                        ? flag.getKey()
                        : String.join(", ", flag.getValue()) + ": " + flag.getKey())
                .toList();
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
        return table("Rates", "Company", Subject::isTotal, of -> "");
    }

    private String programs() {
        return table("Programs", "Program", subject -> subject.level() == Subject.Level.PROGRAM, Subject::company);
    }

    /**
     * A table of rates, a column for each position, and for its difference from the one before.
     *
     * @param group what rows have in common that stand together, such as a company's programs
     */
    private String table(String title, String heading, Predicate<Subject> wanted, Function<Subject, String> group) {
        Map<String, Map<Subject, String>> groups = new LinkedHashMap<>();
        for (EvaluatedScenario of : positions) {
            for (ResultKey key : of.reported(of.determination().results().keys())) {
                if (key.measure() == Measure.RATE && wanted.test(key.subject())) {
                    groups.computeIfAbsent(group.apply(key.subject()), absent -> new LinkedHashMap<>())
                            .putIfAbsent(key.subject(), of.name(key.subject()));
                }
            }
        }
        StringBuilder html = new StringBuilder(PageParts.scrolling(title))
                .append("<table><caption>")
                .append(title)
                .append("</caption><thead><tr><th scope=\"col\">")
                .append(heading)
                .append("</th>");
        for (int i = 0; i < names.size(); i++) {
            html.append("<th scope=\"col\" class=\"n\">")
                    .append(PageParts.escaped(names.get(i)))
                    .append("</th>")
                    .append(i > 0 ? "<th scope=\"col\" class=\"n\">difference</th>" : "");
        }
        html.append("</tr></thead>\n");
        groups.values().forEach(rows -> group(rows, html));
        return html.append("</table></div>\n").toString();
    }

    private void group(Map<Subject, String> rows, StringBuilder html) {
        html.append("<tbody>\n");
        String common = common(rows.values());
        if (!common.isEmpty()) {
            html.append("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
                    .append(2 * positions.size())
                    .append("\">")
                    .append(PageParts.escaped(common.substring(0, common.length() - GAP.length())))
                    .append("</th></tr>\n");
        }
        rows.forEach((subject, name) -> {
            html.append("<tr><th scope=\"row\">")
                    .append(PageParts.escaped(name.substring(common.length())))
                    .append("</th>");
            for (int i = 0; i < positions.size(); i++) {
                html.append("<td class=\"n\">")
                        .append(cell(positions.get(i), subject))
                        .append("</td>");
                if (i > 0) {
                    html.append("<td class=\"n\">")
                            .append(difference(positions.get(i - 1), positions.get(i), subject))
                            .append("</td>");
                }
            }
            html.append("</tr>\n");
        });
        html.append("</tbody>\n");
    }

    /** What the names of all rows begin with, up to a colon; empty if there is no such. */
    private static String common(Collection<String> names) {
        String first = names.iterator().next();
        int end = first.indexOf(GAP);
        String start = end < 0 ? "" : first.substring(0, end + GAP.length());
        return names.stream().allMatch(name -> name.startsWith(start)) ? start : "";
    }

    /** The difference of the published rates; a rate that one of the two does not have counts as zero. */
    private static String difference(EvaluatedScenario before, EvaluatedScenario after, Subject subject) {
        double change = published(after, subject) - published(before, subject);
        return change == 0 ? "" : NumberText.points(change) + " pp";
    }

    private static double published(EvaluatedScenario of, Subject subject) {
        return of.determination()
                .results()
                .find(subject.key(Measure.RATE))
                .map(of.values()::of)
                .orElse(0.0);
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
