package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.advalorem.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entries of an importer through the notices of aluminum foil: 82 FR 37844, 83 FR 17362. RULES 11. */
@Shows("11")
final class ExposureCommandTest {
    private static final String FILE = "src/test/resources/cli/exposure.yaml";

    @TempDir
    private Path folder;

    @Test
    void entryByEntry() {
        String csv =
                Run.of("exposure", FILE, "--format", "csv", "--no-comments").out();
        assertThat(csv.lines())
                .startsWith(
                        "number,line-number,date,exporter,phase,review,line,quantity,value,rate-percent,final-percent,"
                                + "deposit,bill,refund,interest,open")
                .contains(
                        "E-1,,2017-08-13,Acme,before suspension,no review,none,,10000,0.00,0.00,0,0,0,0,false",
                        "E-2,,2017-09-01,Acme,provisional measures,no review,Acme,,10000,17.14,20.00,1714,0,0,0,true",
                        "E-3,,2018-01-15,Acme,gap,no review,none,,10000,0.00,0.00,0,0,0,0,false");
        assertThat(csv).contains("E-4,,2018-04-20,Acme,under the order,no review,Acme,,10000,17.14,20.00,1714,286,0,");
    }

    @Test
    void aWhatIfOnTheFinalRate() {
        assertThat(Run.of("exposure", FILE, "--set", "exposure.final-rates.acme=17.14%")
                        .out())
                .contains("0.00 billed");
        assertThat(Run.of("sweep", FILE, "--vary", "exposure.final-rates.acme=0% to 40% in 5")
                        .exit())
                .isEqualTo(ExitCode.FINE);
        assertThat(Run.of("explain", FILE, "exposure.owed").out()).contains("exposure.owed = 4,691.88 USD");
    }

    @Test
    void aScenarioWithoutEntries() {
        Run run = Run.of("exposure", SampleArguments.CASE);
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("The scenario has no exposure.");
    }

    @Test
    void everythingWrongWithTheRowsIsToldAtOnce() throws IOException {
        Path file = Files.write(
                folder.resolve("bad.yaml"),
                Files.readString(Path.of(FILE), StandardCharsets.UTF_8)
                        .replace("number: E-2", "number: E-1")
                        .replace(
                                "date: 2018-01-15, exporter: Acme, value: 10000",
                                "date: 2018-01-15, exporter: Acme, value: -1")
                        .getBytes(StandardCharsets.UTF_8));
        Run run = Run.of("exposure", file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("The entry (E-1) is there twice, first in row 1.")
                .contains("The entry (E-3) has a negative value.")
                .contains("bad.yaml:");
    }

    @Test
    void daysOutOfOrderAreRefused() throws IOException {
        Path file = Files.write(
                folder.resolve("bad.yaml"),
                Files.readString(Path.of(FILE), StandardCharsets.UTF_8)
                        .replace("order: 2018-04-19", "order: 2018-04-09")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(Run.of("exposure", file.toString()).err())
                .contains("(order) is 2018-04-09, before (commission-notice), 2018-04-16.");
    }

    private Run changed(String from, String to) throws IOException {
        String text = Files.readString(Path.of(FILE), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Path file = Files.write(
                folder.resolve("changed.yaml"), text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return Run.of("exposure", file.toString());
    }

    @Shows("20.35")
    @Test
    void anEntryLiquidatedWhileSuspendedIsNamedWithItsLastDayOfProtest() throws IOException {
        Run run = changed(
                "date: 2017-09-01, exporter: Acme,", "date: 2017-09-01, exporter: Acme, liquidated: 2017-12-20,");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Liquidated on 2017-12-20 while liquidation was suspended: E-2. The last day to protest is"
                        + " 2018-06-18 (19 U.S.C. 1514(c)(3)).");
    }

    @Shows("20.34")
    @Test
    void withoutACertificateOnlyAntidumpingDutiesAreDoubled() throws IOException {
        Run run = changed("  as-of: 2019", "  non-reimbursement-certificate: no\n  as-of: 2019");
        assertThat(run.exit()).isEqualTo(ExitCode.FINE);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Only a countervailing duty is at issue here, and it is not doubled.");
    }

    @Test
    void anEntryOnSeveralLines() throws IOException {
        Run twice = changed("{number: E-2, date", "{number: E-1, line: 1, date");
        assertThat(twice.exit()).isEqualTo(ExitCode.FINE);
        assertThat(changed("{number: E-2, date", "{number: E-1, date").err())
                .contains("The entry (E-1) is there twice, first in row 1.");
    }

    @Test
    void anEntryThatIsLiquidatedBeforeItIsMade() throws IOException {
        Run run = changed(
                "date: 2018-04-20, exporter: Acme,", "date: 2018-04-20, exporter: Acme, liquidated: 2018-04-01,");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("The entry (E-4) of 2018-04-20 was liquidated before, on 2018-04-01.");
    }

    @Test
    void finalRatesOfFirmsThatAreNotThereAreRefused() throws IOException {
        assertThat(changed("final-rates: {acme: 20%", "final-rates: {acmee: 20%")
                        .err())
                .contains("changed.yaml:16:3: AV402 There is no company (acmee) to have a final rate.");
        String review = "  reviews: {a: {from: 2018-01-01, to: 2018-12-31, final-rates: {acmee: 3%}},"
                + " b: {from: 2019-12-31, to: 2019-11-01, final-rates: {acme: 3%}}}\n  as-of: 2019";
        assertThat(changed("  as-of: 2019", review).err())
                .contains("There is no company (acmee) to have a final rate.")
                .contains("(to) is 2019-11-01, before (from), 2019-12-31.");
    }

    @Test
    void reviewsThatCoverTheSameDaysAreRefused() throws IOException {
        String reviews = "  reviews: {a: {from: 2018-01-01, to: 2018-12-31, final-rates: {acme: 3%}},"
                + " b: {from: 2018-12-31, to: 2019-11-01, final-rates: {acme: 3%}}}\n  as-of: 2019";
        assertThat(changed("  as-of: 2019", reviews).err()).contains("The reviews (a) and (b) cover the same days.");
    }

    @Test
    void moneySweepsAndSimulates() {
        String uncertain = "exposure.final-rates.acme=uniform(0%, 40%)";
        assertThat(Run.of("simulate", FILE, "--vary", uncertain, "--draws", "2000")
                        .out())
                .contains("What follows from the rates")
                .containsPattern("Exposure, owed \\(USD\\) +4,691\\.88")
                .containsPattern("Exposure, entries billed \\(count\\) +1 ");
        assertThat(Run.of("sweep", FILE, "--vary", "exposure.final-rates.acme=0% to 40% in 5")
                        .out())
                .containsPattern("10% +0\\.00 +2,142\\.00 +0\\.00 +87\\.76 +2,912\\.24 +0 +3");
        assertThat(Run.of(
                                "grid",
                                FILE,
                                "--vary",
                                "exposure.final-rates.acme=0% to 40% in 3",
                                "--vary",
                                "exposure.final-rates.all-others=0% to 20% in 3")
                        .out())
                .contains("Exposure, owed (USD); across: exposure, final rates, all others");
    }

    @Test
    void importStatisticsAlone() {
        String text = Run.of("exposure", "scenarios/active-anode-material/scenario.yaml")
                .out();
        assertThat(text)
                .containsPattern("2023 +84,290,400 +kg +347,108,288\\.00 +4\\.118005 +-18\\.57%")
                .containsPattern("2023 +all-others +22,735,592\\.86")
                .containsPattern("2023 +antidumping +324,546,249\\.28");
        assertThat(Run.of("exposure", "scenarios/active-anode-material/scenario.yaml", "--chart", "x.svg")
                        .err())
                .contains("Without entries there is no cash over time to chart.");
    }

    @Test
    void whatIsPaidWhen() {
        String text = Run.of("exposure", FILE).out();
        assertThat(text).containsPattern("2017-09 +1,714\\.00 +0\\.00 +0\\.00 +1,714\\.00");
        assertThat(text).contains("3 entries are open; their interest is counted up to 2019-09-01.");
        assertThat(Run.of(
                                "exposure",
                                FILE,
                                "--chart",
                                folder.resolve("cash.svg").toString())
                        .exit())
                .isEqualTo(ExitCode.FINE);
        assertThat(folder.resolve("cash.svg"))
                .content()
                .contains("The entries cost 4,692 USD in the end")
                .containsPattern("\\(content\\s");
    }

    @Test
    void aNameThatIsNearlyListedIsRefused() throws IOException {
        Run run = changed("exporter: Other Mills", "exporter: Acme Steel");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("(Acme Steel) has no rate, but resembles: Acme.");
        assertThat(changed("  as-of: 2019", "  unlisted: [Acme Steel]\n  as-of: 2019")
                        .exit())
                .isEqualTo(ExitCode.FINE);
    }
}
