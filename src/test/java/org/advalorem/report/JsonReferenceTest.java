package org.advalorem.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.Keys;
import org.advalorem.Shipped;
import org.advalorem.Snapshots;
import org.advalorem.facts.Problems;
import org.advalorem.facts.TableOptions;
import org.advalorem.receipts.Comparison;
import org.advalorem.receipts.Made;
import org.advalorem.reference.ReferenceTables;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.deposits.FirmName;
import org.advalorem.scenario.InspectedFile;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.AdjustmentComparison;
import org.advalorem.whatif.AllegedError;
import org.advalorem.whatif.DisclosureCheck;
import org.advalorem.whatif.Entries;
import org.advalorem.whatif.Flip;
import org.advalorem.whatif.Goal;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.Markups;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.Portfolio;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.SingleEdit;
import org.advalorem.whatif.SobolAnalysis;
import org.advalorem.whatif.Solution;
import org.advalorem.whatif.Spider;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.Tornado;
import org.advalorem.whatif.UncertainModel;
import org.advalorem.whatif.ValueRange;
import org.advalorem.whatif.VerificationSample;
import org.advalorem.whatif.Waterfall;
import org.junit.jupiter.api.Test;

/**
 * The tables of fields in docs/json.md are those that the reports declare; {@code mvn test -Dtest=JsonReferenceTest
 * -Dsnapshots=write} writes them again.
 */
final class JsonReferenceTest {
    private static final Path DOCUMENT = Path.of("docs/json.md");
    private static final Pattern FIELDS =
            Pattern.compile("<!-- fields: ([a-z -]+) -->\n.*?<!-- end of fields -->", Pattern.DOTALL);
    private static final Path FILE = Path.of("src/test/resources/whatif/contested.yaml");
    private static final String MARKUP = "companies.acme.export-value-adjustment.markup";

    private final Problems problems = new Problems();
    private final Model model =
            Model.of(Shipped.read(FILE), Programs.shipped(), problems).orElseThrow();
    private final EvaluatedScenario scenario = EvaluatedScenario.of("contested.yaml", model.determination());
    private final List<ResultKey> keys = scenario.reported(model.results().keys());

    @Test
    void everyFieldIsDocumented() throws IOException {
        Map<String, Report> reports = reports();
        String written = Files.readString(DOCUMENT, StandardCharsets.UTF_8);
        Matcher matcher = FIELDS.matcher(written);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String fields = ListingReference.of(
                    Optional.ofNullable(reports.remove(name)).orElseThrow());
            matcher.appendReplacement(
                    text,
                    Matcher.quoteReplacement(
                            "<!-- fields: " + name + " -->\n" + fields + "\n\n<!-- end of fields -->"));
        }
        matcher.appendTail(text);
        org.assertj.core.api.Assertions.assertThat(reports.keySet()).isEmpty();
        Snapshots.compare(DOCUMENT, text.toString());
    }

    private Map<String, Report> reports() {
        Map<String, Report> reports = new LinkedHashMap<>();
        reports.put("rate", RateReport.of(scenario));
        reports.put("exhibits", ExhibitsReport.of(scenario));
        reports.put(
                "addresses",
                AddressesReport.of(model.scenario(), scenario, Optional.empty()).orElseThrow());
        reports.put("problems", ProblemsReport.of(List.of()));
        reports.put("check", CheckReport.of(scenario, List.of(), 0, List.of()));
        reports.put(
                "deposit",
                DepositReport.of(
                        scenario,
                        new DepositReport.Asked(
                                FirmName.of("Acme"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        EvaluatedScenario importer = EvaluatedScenario.of(
                "exposure.yaml", Shipped.determination(Path.of("src/test/resources/cli/exposure.yaml")));
        reports.put(
                "exposure",
                ExposureReport.of(importer, importer.determination().exposure().orElseThrow()));
        reports.put("verify-sample", SampleReport.of(scenario, VerificationSample.of(model, 5, 5, 1)));
        Model corrected = model.set("programs.first.applied", "no");
        reports.put(
                "verify-sample corrections",
                CorrectionsReport.of(
                        scenario,
                        EvaluatedScenario.of("contested.yaml", corrected.determination()),
                        Waterfall.of(model, corrected, 1, 1, Progress.NONE)));
        reports.put("project", ProjectionReport.of(scenario, OptionalInt.empty()));
        reports.put("screen", ScreensReport.of(scenario));
        reports.put("calendar", CalendarReport.of(scenario));
        reports.put("portfolio", PortfolioReport.of(new Portfolio.Result(0, 0, List.of(), List.of()), List.of()));
        reports.put("verify", verified());
        reports.put("inspect", inspected());
        reports.put("reference", ReferenceReport.of(ReferenceTables.ASSET_CLASS_LIVES, Optional.empty()));
        ValueRange range = range(MARKUP + "=0% to 20% in 3");
        Sweep.Result sweep = Sweep.together(model, List.of(range), keys, Progress.NONE, problems);
        reports.put("sweep", SweepReport.of(scenario, sweep, false));
        reports.put("sweep tidy", SweepReport.of(scenario, sweep, true));
        reports.put(
                "spider",
                SpiderReport.of(scenario, Spider.of(model, List.of(), List.of(range), keys, Progress.NONE, problems)));
        reports.put(
                "tornado",
                TornadoReport.of(
                        scenario, Tornado.of(model, List.of(), List.of(range), keys, Progress.NONE, problems)));
        ResultKey goal = Keys.of("companies.acme.rate-unrounded");
        reports.put(
                "solve",
                SolutionReport.of(
                        scenario, Solution.of(model, range, Goal.reaching(goal, 0.05), goal, Progress.NONE, problems)));
        Entries entries = Entries.read("1000000", problems, decided -> {}).orElseThrow();
        reports.put(
                "issues",
                IssuesReport.of(
                        scenario,
                        IssueTable.of(model, List.of(), 1, Progress.NONE, problems)
                                .orElseThrow(),
                        Optional.of(entries)));
        reports.put(
                "eva",
                AdjustmentReport.of(
                        scenario,
                        AdjustmentComparison.of(model, List.of("acme"), Markups.USUAL, 1, Progress.NONE, problems),
                        Optional.of(entries)));
        reports.put("compare", CompareReport.of(scenario, scenario, Waterfall.of(model, model, 1, 1, Progress.NONE)));
        Path published = Path.of("src/test/resources/whatif/published.csv");
        DisclosureCheck.Result disclosed =
                DisclosureCheck.of(model, published, problems, decided -> {}).orElseThrow();
        reports.put(
                "disclosure",
                DisclosureReport.of(
                        scenario,
                        disclosed,
                        SingleEdit.of(model, disclosed, 1, Progress.NONE),
                        AllegedError.of(model, disclosed)));
        uncertain(reports);
        return reports;
    }

    private static Report verified() {
        Made made = new Made(
                "advalorem 0.1.0",
                List.of("advalorem", "rate", "case.yaml"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return VerificationReport.of(new VerificationReport.Verified(
                "rate.json",
                made,
                made,
                new Comparison("value", 1, 0, 0, Optional.empty()),
                new ChangedInputs(List.of(), List.of()),
                List.of()));
    }

    private static Report inspected() {
        try {
            Path file = Path.of("src/test/resources/tables/purchases-excel.csv");
            return InspectReport.of(InspectedFile.read(file, TableOptions.DETECT), Map.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void uncertain(Map<String, Report> reports) {
        UncertainModel uncertain = UncertainModel.of(
                        model,
                        Uncertain.read(model.scenario(), List.of(MARKUP + "=uniform(2%, 10%)"), problems),
                        List.of(),
                        problems)
                .orElseThrow();
        reports.put("flip", FlipReport.of(scenario, Flip.of(uncertain, 2, Progress.NONE)));
        Sampling sampling = new Sampling(Sampling.Kind.MONTE_CARLO, 1, 100);
        Simulation.Settings settings =
                new Simulation.Settings(sampling, OptionalDouble.empty(), 1, Simulation.SHARES, false);
        reports.put(
                "simulate",
                SimulationReport.of(scenario, uncertain, Simulation.run(uncertain, keys, settings, Progress.NONE)));
        reports.put(
                "sobol",
                SobolReport.of(
                        scenario,
                        SobolAnalysis.run(
                                uncertain, keys, new SobolAnalysis.Settings(1, 1, 1, 0, false), Progress.NONE)));
        reports.put(
                "morris",
                MorrisReport.of(
                        scenario,
                        MorrisScreening.run(uncertain, keys, new MorrisScreening.Settings(1, 2, 1), Progress.NONE)));
    }

    private ValueRange range(String argument) {
        return ValueRange.read(model.scenario(), List.of(argument), problems).get(0);
    }
}
