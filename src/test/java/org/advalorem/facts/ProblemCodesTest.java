package org.advalorem.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCodesTest {
    private static final Path DOCUMENT = Path.of("docs/errors.md");

    @Test
    void everyCodeIsDocumentedUnderItsTitleAndNoOther() throws IOException {
        List<String> headings = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
        List<String> codes = Arrays.stream(Problem.Code.values())
                .map(code -> code + " " + code.title())
                .toList();
        assertThat(headings).containsExactlyElementsOf(codes);
    }

    @Test
    void everySectionSaysWhatToWrite() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("### ")) {
                assertThat(lines.get(i + 1)).as(lines.get(i)).endsWith(".");
                assertThat(lines.get(i + 2)).as(lines.get(i)).contains(": ");
            }
        }
    }
}
