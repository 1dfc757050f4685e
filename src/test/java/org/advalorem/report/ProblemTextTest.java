package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static String text(Origin origin, String message, String advice) {
        return ProblemText.of(List.of(new Problem(Problem.Code.AV205, origin, message, advice)));
    }

    @Test
    void showsPositionLineCaretAdviceAndWhatWasOverridden() {
        Origin base = Origin.of("base.yaml", 3, 9, "markup: 5%");
        Origin origin = Origin.of("a.yaml", 17, 13, "    markup: 6").overriding(base);
        assertThat(text(origin, "(markup) is a rate without a percent sign: 6.", "Write 6%."))
                .isEqualTo("""
                    a.yaml:17:13: AV205 (markup) is a rate without a percent sign: 6.
                      17 |     markup: 6
                         |             ^
                      help: Write 6%.
                      overrides base.yaml:3:9

                    1 problem
                    """);
    }

    @Test
    void countsProblemsAndIsEmptyWithoutAny() {
        Problem problem = new Problem(Problem.Code.AV101, Origin.of("a.yaml", 0, 0, ""), "There is no file.", "");
        assertThat(ProblemText.of(List.of(problem, problem)))
                .isEqualTo("a.yaml: AV101 There is no file.\n  2 times\n\n2 problems\n");
        assertThat(ProblemText.of(List.of())).isEmpty();
    }

    @Test
    void putsTheCaretUnderTabsAndWideCharacters() {
        assertThat(text(Origin.of("a", 1, 3, "\ta: 1"), "m", "")).contains(" |     a: 1\n     |      ^\n");
        assertThat(text(Origin.of("a", 1, 5, "中国e\u0301: 1"), "m", "")).contains("     |      ^\n");
    }

    @Test
    void makesControlsVisibleInLineAndMessage() {
        String text = text(Origin.of("a", 1, 4, "a\u001b[31m\u202eb\u0085"), "(\u001b[2J\n) is wrong.", "");
        assertThat(text).contains("(␛[2J␊) is wrong.").contains(" | a␛[31m<U+202E>b<U+0085>\n");
    }

    @Test
    void cutsLongLinesAroundTheColumn() {
        String line = "x".repeat(300) + "HERE" + "y".repeat(300);
        List<String> lines = text(Origin.of("a", 1, 301, line), "m", "").lines().toList();
        assertThat(lines.get(1)).startsWith("   1 | ...xxx").endsWith("yyy...").hasSizeLessThan(120);
        assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('H');
    }

    @Test
    void cutsLongMessages() {
        assertThat(text(Origin.PROGRAM, "z".repeat(1_000_000), ""))
                .hasSizeLessThan(1000)
                .contains("... (cut)");
    }
}
