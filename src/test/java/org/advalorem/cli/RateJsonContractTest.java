package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of {@code rate --format json}, as docs/json.md states it. */
final class RateJsonContractTest {
    private static final double ROUNDING = 1e-14;

    private static JsonNode rate(String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"rate", Run.SMALL, "--format", "json"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return JsonMapper.shared().readTree(Run.of(args).out());
    }

    private static JsonNode company(JsonNode report, String id) {
        return report.get("companies")
                .valueStream()
                .filter(company -> company.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasEveryFieldOfTheContract() {
        JsonNode report = rate();
        assertThat(report.get("format").asString()).isEqualTo("advalorem-rate/2");
        assertThat(report.get("scenario").isObject()).isTrue();
        for (JsonNode company : report.get("companies")) {
            assertThat(company.propertyNames())
                    .contains("id", "name", "rate", "ratePublished", "deMinimis", "programs");
            assertThat(company.get("rate").isNumber()).isTrue();
            assertThat(company.get("ratePublished").isNumber()).isTrue();
            assertThat(company.get("deMinimis").isBoolean()).isTrue();
            for (JsonNode program : company.get("programs")) {
                assertThat(program.propertyNames())
                        .contains("id", "name", "type", "benefit", "denominator", "rate", "ratePublished");
            }
        }
        assertThat(report.get("allOthers").propertyNames()).contains("rate", "ratePublished", "method");
    }

    /** 0.54 % on facts available; 3,309,090.91 + 2,727,272.73 of the grant; 335,000 of resin; 0.12 % + 0.10 %. */
    @Test
    void ratesAreFractionsAndPublishedRatesPercent() {
        JsonNode acme = company(rate(), "acme");
        double grant = (2_800_000 + 8_400_000 * 0.1) / 1.1 + (2_000_000 + 10_000_000 * 0.1) / 1.1;
        double expected = 0.0054 + grant / 1e9 + 0.000335 + 0.0022;
        assertThat(acme.get("rate").asDouble()).isCloseTo(expected, within(ROUNDING));
        assertThat(acme.get("ratePublished").asDouble()).isEqualTo(1.39);
        assertThat(acme.get("ratePublishedOtherwisePercent").asDouble()).isEqualTo(1.40);
        assertThat(acme.get("deMinimis").asBoolean()).isFalse();
        JsonNode technology = acme.get("programs").get(1);
        assertThat(technology.get("benefit").asDouble()).isEqualTo(24e6);
        assertThat(technology.get("slice").asDouble()).isCloseTo(grant, within(1e-8));
        assertThat(technology.get("denominator").asDouble()).isEqualTo(1e9);
    }

    @Test
    void aProgramOfSeveralUsesHasNoOneBenefit() {
        JsonNode parent = company(rate(), "acme").get("programs").get(4);
        assertThat(parent.get("id").asString()).isEqualTo("parent");
        assertThat(parent.get("benefit").isNull()).isTrue();
        assertThat(parent.get("denominator").isNull()).isTrue();
        assertThat(parent.get("uses")).hasSize(2);
    }

    @Test
    void tellsWhenRoundingFlipsTheVerdict() {
        JsonNode border = company(rate(), "border");
        assertThat(border.get("deMinimis").asBoolean()).isTrue();
        assertThat(border.get("ratePublished").asDouble()).isEqualTo(1.00);
        assertThat(border.get("roundingFlipsVerdict").asBoolean()).isTrue();
        assertThat(company(rate(), "acme").get("roundingFlipsVerdict").asBoolean())
                .isFalse();
    }

    @Test
    void allOthersTellsWhoIsLeftOutAndWhy() {
        JsonNode allOthers = rate().get("allOthers");
        assertThat(allOthers.get("ratePublished").asDouble()).isEqualTo(1.39);
        assertThat(allOthers.get("considered").get(0).get("qualifies").asBoolean())
                .isTrue();
        assertThat(allOthers.get("considered").get(1).get("reason").asString()).isEqualTo("de minimis");
        assertThat(allOthers.get("considered").get(2).get("reason").asString())
                .isEqualTo("entirely on facts available");
    }

    /** 0.54 of 1.39 rest on facts available, 0.22 are disputed; everything else has no status, and says so. */
    @Test
    void tellsHowWellTheValuesAreEstablishedInSharesThatAddUpToOne() {
        JsonNode byStatus = company(rate(), "acme").get("reliance").get("byStatus");
        assertThat(byStatus.get(0).get("status").asString()).isEqualTo("not stated");
        assertThat(byStatus.get(0).get("share").asDouble()).isCloseTo(0.63 / 1.39, within(1e-11));
        assertThat(byStatus.get(1).get("status").asString()).isEqualTo("facts available");
        assertThat(byStatus.get(1).get("share").asDouble()).isCloseTo(0.54 / 1.39, within(1e-11));
        assertThat(byStatus.get(2).get("status").asString()).isEqualTo("disputed");
        assertThat(byStatus.get(2).get("share").asDouble()).isCloseTo(0.22 / 1.39, within(1e-11));
        assertThat(byStatus).hasSize(3);
    }

    /** 4 of 10 points rest on an assumed number, 3 on a disputed choice, 2 on an alleged role of the member that received. */
    @Test
    void choicesOfProgramAndMemberCountAsNumbersDo() {
        Run run = Run.of("rate", "src/test/resources/cli/statuses.yaml");
        assertThat(run.out())
                .contains("Status of the values behind the rate: disputed 30.00%, alleged 20.00%, assumed 40.00%,"
                        + " stated 10.00%.");
    }

    @Test
    void settingsAndCompaniesCanBeChosen() {
        JsonNode report =
                rate("--company", "border", "--set", "companies.border.uses.stated.1.rate=2.5%", "--no-expect");
        assertThat(report.get("companies")).hasSize(1);
        assertThat(report.get("companies").get(0).get("ratePublished").asDouble())
                .isEqualTo(2.50);
        assertThat(report.get("scenario").get("settings").get(0).asString())
                .isEqualTo("companies.border.uses.stated.1.rate=2.5%");
    }
}
