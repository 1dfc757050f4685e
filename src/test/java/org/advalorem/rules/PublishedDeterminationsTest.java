package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published determinations put to the rules; {@code scenarios/published/README.md} is the table of what came out. */
final class PublishedDeterminationsTest {
    private static final Path TABLE = Path.of("scenarios", "published", "README.md");
    private static final Path FRESH = Path.of("target", "published-README.md");

    @Test
    void everyRelationAgrees() {
        assertThat(PublishedCheck.all())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(PublishedRun.of(check))
                        .as("%s: %s", check.caseId(), check.what())
                        .matches(PublishedRun::agrees));
    }

    @ParameterizedTest
    @CsvSource({
        "sum, result",
        "difference, result",
        "simple_average, result",
        "max_of, result",
        "equal, right",
        "floor_offset, deposit",
        "straight_line, per_year"
    })
    void aChangedNumberIsNoticed(String kind, String result) {
        assertThat(PublishedCheck.all().stream().filter(check -> check.kind().equals(kind)))
                .isNotEmpty()
                .allSatisfy(check -> {
                    Map<Object, Object> facts = new LinkedHashMap<>(check.facts());
                    facts.put(result, check.number(result).add(new BigDecimal("0.01")));
                    assertThat(PublishedRun.of(new PublishedCheck(check.caseId(), facts, check.determination()))
                                    .agrees())
                            .isFalse();
                });
    }

    @Test
    void theTableIsFresh() throws IOException {
        String fresh = table();
        if (!Files.exists(TABLE) || !Files.readString(TABLE).equals(fresh)) {
            Files.createDirectories(FRESH.getParent());
            Files.writeString(FRESH, fresh);
        }
        assertThat(TABLE)
                .as("the table is stale: copy %s over it", FRESH)
                .exists()
                .content()
                .isEqualTo(fresh);
    }

    private static String table() {
        List<PublishedCheck> checks = PublishedCheck.all();
        StringBuilder rows = new StringBuilder();
        for (PublishedCheck check : checks) {
            PublishedRun result = PublishedRun.of(check);
            rows.append("| ")
                    .append(String.join(
                            " | ",
                            check.caseId(),
                            check.kind().replace('_', ' ') + (check.what().isEmpty() ? "" : ": " + check.what()),
                            result.done(),
                            result.tool(),
                            result.published(),
                            result.status(check)))
                    .append(" |\n");
        }
        return """
                # Published determinations

                Relations between published numbers, checked against the rules of this tool. The numbers and their sources are in
                [`published-determinations.yaml`](../../src/test/resources/published/published-determinations.yaml); this table is
                written by `PublishedDeterminationsTest`, which fails when it is stale or when a result differs.

                The data behind a published rate are rarely public, so most rows take rates as stated and test how they are added,
                averaged, excluded, offset, compared and rounded, not how they were derived. Rates are printed with two
                decimals, however they were published.

                """
                + checks.size() + " relations, from "
                + PublishedCheck.determinations().size() + " determinations.\n\n"
                + "| determination | relation | what was run | tool | published | status |\n"
                + "|---|---|---|---|---|---|\n"
                + rows;
    }
}
