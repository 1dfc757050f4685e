package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code flip}: what it prints is typed back, and the truth turns there and not before. */
final class FlipCommandTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final String EVERY = "scenarios/every-program/scenario.yaml";
    private static final String LINE = "src/test/resources/whatif/line.yaml";
    private static final List<String> GAS = List.of(
            "--vary=benchmarks.gas.world.Hub=times normal(1, 0.1)",
            "--vary=companies.central.uses.gas-ltar.1.purchases.price=times normal(1, 0.05)",
            "--vary=programs.duty-deferral.benchmark-rate=pert(3%, 5.5%, 9%)",
            "--vary=companies.western.uses.duty-deferral.west.deferred=times lognormal(1, 1.1)");
    /** Relative to the larger of value and base: printed values lie a billionth behind the place at most. */
    private static final double JUST = 1e-8;

    /** Every program as written, flipped once for all tests. */
    private static final class Flipped {
        static final JsonNode EVERY_TURN = json("flip", EVERY).get("turns");
    }

    private static JsonNode json(String... args) {
        Run run = Run.of(
                Stream.concat(Stream.of(args), Stream.of("--format", "json")).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    /** In how many places a truth is that one: of the verdicts of a company, or of all steps of that label. */
    private static long count(JsonNode turn, String scenario, List<String> sets) {
        boolean becomes = turn.get("becomes").asBoolean();
        List<String> args = new ArrayList<>(List.of(turn.get("verdict").asBoolean() ? "rate" : "memo", scenario));
        sets.forEach(set -> args.add("--set=" + set));
        args.add("--no-expect");
        JsonNode report = json(args.toArray(String[]::new));
        if (turn.get("verdict").asBoolean()) {
            return report.get("companies")
                    .valueStream()
                    .filter(company -> turn.get("about")
                            .asString()
                            .equals("companies." + company.get("id").asString()))
                    .filter(company -> company.get("deMinimis").asBoolean() == becomes)
                    .count();
        }
        return steps(report.get("outline"), turn.get("test").asString(), becomes);
    }

    private static long steps(JsonNode items, String label, boolean value) {
        long count = 0;
        for (JsonNode item : items) {
            count += switch (item.get("kind").asString()) {
                case "section" -> steps(item.get("items"), label, value);
                case "line" -> is(item, label, value) ? 1 : 0;
                case "worksheet" -> cells(item, label, value);
                default -> 0;
            };
        }
        return count;
    }

    private static boolean is(JsonNode step, String label, boolean value) {
        return step.get("label").asString().equals(label)
                && step.get("value").isBoolean()
                && step.get("value").asBoolean() == value;
    }

    private static long cells(JsonNode table, String label, boolean value) {
        long count = 0;
        for (JsonNode row : table.get("rows")) {
            String first = "";
            for (int i = 0; i < row.size(); i++) {
                JsonNode cell = row.get(i);
                if (first.isEmpty() && cell.isString()) {
                    first = cell.asString();
                }
                String name = table.get("title").asString() + ", " + first + ": "
                        + table.get("columns").get(i).get("name").asString();
                if (name.equals(label) && cell.isBoolean() && cell.asBoolean() == value) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The value nearer to the base by a little, as one would write it. */
    private static String justBefore(JsonNode turn) {
        String text = turn.get("value").asString();
        double number = turn.get("number").asDouble();
        double base = turn.get("baseline").asDouble();
        double step = JUST * Math.max(Math.abs(number), Math.abs(base)) * (text.contains("%") ? 100 : 1);
        int end = 0;
        while (end < text.length() && "-.0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        BigDecimal before = new BigDecimal(text.substring(0, end))
                .subtract(new BigDecimal(number > base ? step : -step), MathContext.DECIMAL64);
        return before.toPlainString() + text.substring(end);
    }

    private static void turnsThereAndNotBefore(JsonNode turn, String scenario) {
        String address = turn.get("address").asString();
        String value = turn.get("value").asString();
        long there = count(turn, scenario, List.of(address + "=" + value));
        long before = count(turn, scenario, List.of(address + "=" + justBefore(turn)));
        assertThat(there).as(address + "=" + value).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {FOIL, EVERY})
    void everyVerdictTurnsAtTheValuePrintedAndNotBefore(String scenario) {
        JsonNode all = scenario.equals(EVERY)
                ? Flipped.EVERY_TURN
                : json("flip", scenario).get("turns");
        List<JsonNode> turns = all.valueStream()
                .filter(turn -> turn.get("verdict").asBoolean())
                .toList();
        assertThat(turns).hasSizeGreaterThan(1);
        turns.forEach(turn -> turnsThereAndNotBefore(turn, scenario));
    }

    @Test
    void everyTestWithinTheCalculationTurnsAtTheValuePrintedAndNotBefore() {
        List<JsonNode> turns = json("flip", FOIL)
                .get("turns")
                .valueStream()
                .filter(turn -> !turn.get("verdict").asBoolean())
                .toList();
        assertThat(turns).hasSizeGreaterThan(10);
        assertThat(turns)
                .extracting(turn -> turn.get("test").asString())
                .contains("The 0.5 percent test, 2014: below 0.5 percent");
        turns.forEach(turn -> turnsThereAndNotBefore(turn, FOIL));
    }

    /** All values of a joint move together turn the truth; without its first input they do not. */
    @Test
    void everyJointMoveTurnsItsTruth() {
        List<String> args = new ArrayList<>(List.of("flip", EVERY));
        args.addAll(GAS);
        JsonNode joint = json(args.toArray(String[]::new)).get("joint");
        assertThat(joint.get("moves").size()).isGreaterThan(3);
        for (JsonNode move : joint.get("moves")) {
            List<String> sets = move.get("inputs")
                    .valueStream()
                    .map(input -> input.get("address").asString() + "="
                            + input.get("value").asString())
                    .toList();
            assertThat(sets).hasSizeGreaterThan(1);
            long baseline = count(move, EVERY, List.of());
            assertThat(count(move, EVERY, sets)).as(sets.toString()).isGreaterThan(baseline);
            assertThat(count(move, EVERY, sets.subList(1, sets.size()))).isEqualTo(baseline);
        }
    }

    /** Of the plant grant approved in 2014 and the rest of an approval: the joint move to the 0.5 percent test. */
    @Test
    void aJointMoveTurnsAnInternalTest() {
        JsonNode moves = json(
                        "flip",
                        FOIL,
                        "--vary=companies.zhongji.uses.technology-grant.hf.approved.amount=normal(24 million, 4 million)",
                        "--vary=companies.zhongji.sales.gross=times normal(1, 0.5)")
                .get("joint")
                .get("moves");
        JsonNode move = moves.valueStream()
                .filter(of -> of.get("test").asString().equals("The 0.5 percent test, 2014: below 0.5 percent"))
                .findFirst()
                .orElseThrow();
        List<String> sets = move.get("inputs")
                .valueStream()
                .map(input -> input.get("address").asString() + "="
                        + input.get("value").asString())
                .toList();
        assertThat(sets).hasSize(2);
        assertThat(count(move, FOIL, sets)).isEqualTo(count(move, FOIL, List.of()) + 1);
    }

    /** A stated rate of 3 % is 2 points from the threshold; a grant of 3 million over sales of 100 million 2 million. */
    @Test
    void distancesAreInTheUnitOfTheInput() {
        String contested = "src/test/resources/whatif/contested.yaml";
        JsonNode turns =
                json("flip", contested, "--set=programs.first.applied=no").get("turns");
        JsonNode rate = of(turns, "companies.beta.uses.stated.1.rate");
        assertThat(rate.get("unit").asString()).isEqualTo("%");
        assertThat(rate.get("distance").asDouble()).isCloseTo(-0.02, within(1e-9));
        JsonNode grant = of(turns, "companies.acme.uses.second.mill.received.2023-02-01.amount");
        assertThat(grant.get("unit").asString()).isEqualTo("USD");
        assertThat(grant.get("distance").asDouble()).isEqualTo(-2e6);
        assertThat(Run.of("flip", contested, "--set=programs.first.applied=no").out())
                .contains(" -2 pp ")
                .contains(" below 1000000 ")
                .contains(" -2,000,000 USD ");
    }

    private static JsonNode of(JsonNode turns, String address) {
        return turns.valueStream()
                .filter(turn -> turn.get("address").asString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static final String CONTESTED = "src/test/resources/whatif/contested.yaml";

    /** Acme's grants of 2 and 3 million over 100 million: neither alone takes the rate below 1 %, both do. */
    @Test
    void theSmallestSetOfProgramsTurnsTheVerdictAndNoneOfItsProgramsAloneDoes() {
        JsonNode report = json("flip", CONTESTED, "--set=programs.first.applied=yes");
        JsonNode set = report.get("programSets")
                .valueStream()
                .filter(of -> of.get("about").asString().equals("companies.acme"))
                .findFirst()
                .orElseThrow();
        assertThat(set.get("basis").asString()).isEqualTo("proven");
        List<String> sets = set.get("programs")
                .valueStream()
                .map(program -> program.get("address").asString() + "="
                        + program.get("value").asString())
                .toList();
        assertThat(sets).containsExactlyInAnyOrder("programs.first.applied=no", "programs.second.applied=no");
        assertThat(verdict("companies.acme", sets)).isTrue();
        assertThat(verdict("companies.acme", sets.subList(0, 1))).isFalse();
        assertThat(verdict("companies.acme", sets.subList(1, 2))).isFalse();
    }

    @Test
    void aSingleChoiceTurnsTheVerdict() {
        JsonNode choices = json("flip", CONTESTED).get("choices");
        assertThat(choices.valueStream()
                        .map(choice -> choice.get("about").asString() + " "
                                + choice.get("address").asString() + "="
                                + choice.get("value").asString()))
                .contains("companies.beta programs.stated.applied=no");
        for (JsonNode choice : choices) {
            String set =
                    choice.get("address").asString() + "=" + choice.get("value").asString();
            if (choice.get("about").asString().startsWith("companies.")) {
                assertThat(verdict(choice.get("about").asString(), List.of(set)))
                        .as(set)
                        .isEqualTo(choice.get("becomes").asBoolean());
            }
        }
    }

    /** A program not applied is tried applied: a credit of 1 % takes a rate of nothing to the threshold. */
    @Test
    void aProgramNotAppliedIsTriedApplied() {
        JsonNode choices = json(
                        "flip", CONTESTED, "--set=programs.first.applied=no", "--set=programs.second.applied=no")
                .get("choices");
        assertThat(choices.valueStream()
                        .filter(choice -> choice.get("about").asString().equals("companies.acme"))
                        .map(choice -> choice.get("address").asString() + "="
                                + choice.get("value").asString()))
                .contains("programs.first.applied=yes", "programs.second.applied=yes", "programs.credit.applied=yes");
    }

    private static boolean verdict(String company, List<String> sets) {
        List<String> args = new ArrayList<>(List.of("rate", CONTESTED, "--no-expect"));
        sets.forEach(set -> args.add("--set=" + set));
        return json(args.toArray(String[]::new))
                .get("companies")
                .valueStream()
                .filter(of -> company.equals("companies." + of.get("id").asString()))
                .findFirst()
                .orElseThrow()
                .get("deMinimis")
                .asBoolean();
    }

    @Test
    void headingsGiveNamesAndBothOutcomes() {
        assertThat(Run.of("flip", CONTESTED, "--set=companies.beta.uses.stated.1.rate=0.5%")
                        .out())
                .contains("\nBeta: now de minimis; turns to not de minimis\n");
        assertThat(Run.of("flip", FOIL).out())
                .contains(
                        "\nLoften: now not de minimis; turns to de minimis\n",
                        "\nSmall grants (Z Foil): The 0.5 percent test, 2016: below 0.5 percent: now yes; turns to no\n");
    }

    /** A stated rate moves nothing but itself; a zeroed sum of records over prices is beyond the bounds. */
    @Test
    void aMoveSaysWhetherItIsProvenSmallest() {
        JsonNode turns = json("flip", CONTESTED).get("turns");
        assertThat(of(turns, "companies.beta.uses.stated.1.rate").get("basis").asString())
                .isEqualTo("proven");
        assertThat(Flipped.EVERY_TURN
                        .valueStream()
                        .map(turn -> turn.get("basis").asString()))
                .contains("proven", "found");
    }

    @Test
    void aJointMoveOfOneInputIsProvenAndOfSeveralFound() {
        String rate = "--vary=companies.acme.uses.stated.1.rate=normal(3%, 0.5%)";
        String grant =
                "--vary=companies.acme.uses.yearly.mill.received.2023-02-01.amount=normal(10 million, 2 million)";
        assertThat(json(
                                "flip",
                                LINE,
                                "--set=companies.acme.uses.yearly.mill.received.2023-02-01.amount=1 million",
                                rate)
                        .get("joint")
                        .get("moves")
                        .valueStream()
                        .map(move -> move.get("basis").asString()))
                .isNotEmpty()
                .containsOnly("proven");
        assertThat(json("flip", LINE, rate, grant)
                        .get("joint")
                        .get("moves")
                        .valueStream()
                        .map(move -> move.get("basis").asString()))
                .isNotEmpty()
                .containsOnly("found");
    }

    @ParameterizedTest
    @CsvSource({"text, txt", "json, json", "csv, csv", "markdown, md"})
    void flipLooksSo(String format, String ending) throws IOException {
        Run run = Run.of(
                "flip",
                LINE,
                "--vary=companies.acme.uses.yearly.mill.received.2023-02-01.amount=normal(10 million, 2 million)",
                "--vary=companies.acme.uses.stated.1.rate=normal(3%, 0.5%)",
                "--vary=issues.grant=discrete(kept: 60%, dropped: 40%)",
                "--format",
                format);
        assertThat(run.err()).isEmpty();
        Snapshots.compare("whatif/flip." + ending, run.out());
    }

    @Test
    void helpLooksSo() throws IOException {
        Snapshots.compare("whatif/help-flip.txt", Run.of("flip", "--help").out());
    }
}
