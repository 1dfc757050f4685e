package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.RegimeDifference;
import org.advalorem.scenario.RuleChanges;
import org.advalorem.scenario.ScenarioSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files that are made from the declared fields are up to date; {@code mvn test -Dtest=GeneratedFilesTest
 * -Dsnapshots=write} writes them anew.
 */
class GeneratedFilesTest {
    private static final String FIELDS_FOLLOW = "## Fields\n\n";
    private static final ScenarioFields FIELDS = new ScenarioFields(Programs.shipped());

    @Test
    void theFormatIsDocumentedFieldByField() throws IOException {
        Path document = Path.of("docs/scenario-format.md");
        Snapshots.compare(document, head(document, FIELDS_FOLLOW) + FieldReference.of(FIELDS.parts()));
    }

    @Test
    void theTextsOfTheRegulationAreComparedDifferenceByDifference() throws IOException {
        Path document = Path.of("docs/regimes.md");
        Snapshots.compare(
                document,
                head(document, "## Differences\n\n") + RegimeReference.of(List.of(RegimeDifference.values())));
    }

    @Test
    void theLawsOfOtherJurisdictionsAreComparedTopicByTopic() throws IOException {
        Path document = Path.of("docs/jurisdictions.md");
        Snapshots.compare(
                document,
                head(document, "## Differences\n\n")
                        + JurisdictionReference.of(List.of(Jurisdiction.values()), List.of(LocalRule.values())));
    }

    @Test
    void upgradeNotesTellEveryRuleThatChanged() throws IOException {
        Path document = Path.of("docs/upgrading.md");
        Snapshots.compare(document, head(document, "rule-changes.yaml`.\n\n") + UpgradeNotes.of(RuleChanges.shipped()));
    }

    /** What is written by hand, up to those words. */
    private static String head(Path document, String end) throws IOException {
        String written = Files.readString(document, StandardCharsets.UTF_8);
        return written.substring(0, written.indexOf(end) + end.length());
    }

    @Test
    void theSchemaIsThatOfTheFields() throws IOException {
        Snapshots.compare(Path.of("scenarios/advalorem.schema.json"), ScenarioSchema.of(FIELDS.fields()) + "\n");
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void shippedScenariosNameTheSchema(Path file) throws IOException {
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .startsWith("# yaml-language-server: $schema=../advalorem.schema.json\n");
    }
}
