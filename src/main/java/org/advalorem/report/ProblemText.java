package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.VisibleText;

/**
 * Problems as text for a terminal: position, code and message, the source line with a caret, and what to write instead.
 *
 * <pre>
 * base.yaml:17:9: AV205 (companies.zhongji.markup) is a rate without a percent sign: 6.
 *   17 |     markup: 6
 *      |             ^
 *   help: Write 6% or, if 6 is a fraction, 600%.
 * </pre>
 */
public final class ProblemText {
    private static final int MOST = 100;
    private static final int LONGEST_MESSAGE = 500;
    private static final int SHORTEST_NUMBER = 4;

    private ProblemText() {}

    /**
     * The problems in the order given, of very many the first, followed by their number; empty if there are none.
     * Problems of one file that differ only in a day, month, year or row are told once, where the first of them is.
     */
    public static String of(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        List<List<Problem>> groups = List.copyOf(LikeSentences.groups(problems, ProblemText::identity));
        int shown = 0;
        for (List<Problem> alike : groups.subList(0, Math.min(MOST, groups.size()))) {
            write(alike, text);
            text.append('\n');
            shown += alike.size();
        }
        if (!problems.isEmpty()) {
            text.append(problems.size()).append(problems.size() == 1 ? " problem" : " problems");
            text.append(
                    problems.size() > shown
                            ? ", of which the first " + shown
                                    + " are shown. To list all: advalorem check FILE --format json\n"
                            : "\n");
        }
        return text.toString();
    }

    private static String identity(Problem problem) {
        return String.join(
                "\n", problem.origin().place(), problem.code().toString(), problem.message(), problem.advice());
    }

    private static void write(List<Problem> alike, StringBuilder text) {
        Problem problem = alike.get(0);
        Origin origin = problem.origin();
        if (!origin.place().isEmpty()) {
            text.append(VisibleText.of(origin.toString())).append(": ");
        }
        text.append(problem.code())
                .append(' ')
                .append(message(LikeSentences.merged(
                        alike.stream().map(Problem::message).toList())))
                .append('\n');
        if (!origin.text().isBlank()) {
            source(origin, text);
        }
        if (!problem.advice().isEmpty()) {
            text.append("  help: ").append(message(problem.advice())).append('\n');
        }
        if (alike.size() > 1) {
            text.append("  ")
                    .append(alike.size())
                    .append(" times")
                    .append(lines(alike))
                    .append('\n');
        }
        Optional<Origin> overridden = origin.overridden();
        while (overridden.isPresent()) {
            text.append("  overrides ")
                    .append(VisibleText.of(overridden.get().toString()))
                    .append('\n');
            overridden = overridden.get().overridden();
        }
    }

    /** The lines of several problems; empty if all are in one. */
    private static String lines(List<Problem> alike) {
        TreeMap<Long, String> lines = new TreeMap<>();
        alike.forEach(problem -> lines.put(
                (long) problem.origin().line(),
                Integer.toString(problem.origin().line())));
        return lines.size() < 2 ? "" : ", in lines " + LikeSentences.runs(lines);
    }

    private static void source(Origin origin, StringBuilder text) {
        String number = origin.line() > 0 ? Integer.toString(origin.line()) : "";
        String gutter = " ".repeat(Math.max(0, SHORTEST_NUMBER - number.length())) + number;
        VisibleText.Excerpt excerpt = VisibleText.around(origin.text(), origin.column());
        text.append(gutter).append(" | ").append(excerpt.text()).append('\n');
        if (origin.column() > 0) {
            text.append(" ".repeat(gutter.length()))
                    .append(" | ")
                    .append(" ".repeat(excerpt.before()))
                    .append("^\n");
        }
    }

    private static String message(String message) {
        String visible = VisibleText.of(message);
        return visible.length() <= LONGEST_MESSAGE
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_MESSAGE / 2)) + " ... (cut)";
    }
}
