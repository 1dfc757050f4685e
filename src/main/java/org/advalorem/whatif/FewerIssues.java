package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Measure;
import org.advalorem.scenario.Issue;

/**
 * Advice on which contested issues to choose when all have too many combinations: those that alone move a rate most.
 */
final class FewerIssues {
    private FewerIssues() {}

    /**
     * The options that choose as many issues as can be calculated, and the names of the issues left out.
     *
     * @param issues the issues with their base positions
     * @param positions the positions of each issue, one for each of its names
     * @param most the largest number of combinations
     */
    static String advice(
            Model model, List<IssueTable.Contested> issues, List<List<Issue.Position>> positions, long most) {
        List<Integer> byEffect = IntStream.range(0, issues.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -effect(model, issues.get(i), positions.get(i))))
                .toList();
        List<Integer> chosen = new ArrayList<>();
        long combinations = 1;
        for (int issue : byEffect) {
            int size = issues.get(issue).positions().size();
            if (combinations * size <= most) {
                combinations *= size;
                chosen.add(issue);
            }
        }
        String options = chosen.stream()
                .sorted()
                .map(issue -> "--issue " + issues.get(issue).name())
                .collect(Collectors.joining(" "));
        String left = IntStream.range(0, issues.size())
                .filter(issue -> !chosen.contains(issue))
                .mapToObj(issue -> issues.get(issue).name())
                .collect(Collectors.joining(", "));
        return "Select some; the others stay as written. Those that move a rate most on their own, without (" + left
                + "), have " + combinations + ": " + options + ".";
    }

    /** The largest change of a rate by a position of that issue while the others stay; 0 if none is possible alone. */
    private static double effect(Model model, IssueTable.Contested issue, List<Issue.Position> positions) {
        ResultFrame before = ResultFrame.ofRates(model);
        return IntStream.range(0, positions.size())
                .filter(i -> i != issue.base())
                .mapToObj(i -> model.with(positions.get(i).settings(), new Problems()))
                .flatMap(Optional::stream)
                .map(ResultFrame::ofRates)
                .flatMapToDouble(after -> before.totals().stream()
                        .map(subject -> subject.key(Measure.RATE_UNROUNDED))
                        .mapToDouble(key -> Math.abs(after.number(key, 0) - before.number(key, 0))))
                .filter(Double::isFinite)
                .max()
                .orElse(0.0);
    }
}
