package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An item of a list may be addressed by its name or by its place, wherever an address is taken. */
final class AddressFormsTest {
    private static final String SCENARIO = SampleArguments.CASE;
    private static final String USE = "companies.acme.uses.second.";
    private static final String NAMED = USE + "mill.received.2023-02-01.amount";
    private static final String PLACED = USE + "1.received.1.amount";
    private static final String OTHER = "companies.acme.export-value-adjustment.markup";
    private static final String RANGE = "=1 million to 4 million in 3";
    private static final String UNIFORM = "=uniform(1 million, 4 million)";

    /** The address by place, as long as that by name: what follows it in a line is then in the same column. */
    private static final String AS_LONG = PLACED + " ".repeat(NAMED.length() - PLACED.length());

    @TempDir
    private Path folder;

    /** Arguments with which the command takes the address; empty if it takes none. */
    private List<String> arguments(Entry entry, String address) throws IOException {
        return switch (entry) {
            case RATE, MEMO, PROJECT, CALENDAR, SCREEN, VERIFY_SAMPLE, CHECK, EVA, RESOLVE ->
                of(entry, "--set", address + "=1 million");
            case DEPOSIT -> of(entry, "--exporter", "Acme", "--set", address + "=1 million");
            case ADDRESSES, EXPLAIN -> of(entry, address.strip());
            case SWEEP, SPIDER, TORNADO -> of(entry, "--vary", address + RANGE);
            case GRID -> of(entry, "--vary", address + RANGE, "--vary", OTHER + "=0% to 20% in 2");
            case SOLVE -> of(entry, "--vary", address + RANGE, "--goal", "companies.acme.rate-unrounded=4%");
            case REPORT -> of(entry, "--draws=1000", "--adjust", address + RANGE);
            case FLIP -> of(entry, "--vary", address + UNIFORM);
            case SIMULATE -> of(entry, "--draws=1000", "--vary", address + UNIFORM);
            case SENSITIVITY -> of(entry, "--draws=4096", "--vary", address + UNIFORM);
            case COMPARE -> of(entry, "--change", address + "=1 million");
            case ISSUES ->
                of(
                        entry,
                        overlay("issues: {size: {low: {" + address + ": 1 million}, high: {" + address
                                + ": 4 million}}}"),
                        "--issue=size");
            case SET -> of(entry, address + "=1 million", "--dry-run");
            case EXPOSURE, PORTFOLIO, SHELL, NEW, VERIFY, INSPECT, IMPORT, REFERENCE, SCHEMA, COMPLETION -> List.of();
        };
    }

    private static List<String> of(Entry entry, String... arguments) {
        return Stream.concat(Stream.of(entry.word(), SCENARIO), Stream.of(arguments))
                .toList();
    }

    private String overlay(String text) throws IOException {
        return Files.write(folder.resolve("overlay.yaml"), (text + "\n").getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A run without what repeats its arguments: the command, and the scenario with its settings and digest. */
    private static Run run(List<String> arguments) {
        Run run = Run.of(arguments.toArray(String[]::new)).withoutCommand();
        String out = run.out()
                .replaceAll("(?m)^- Scenario: .*\n(  .*\n)*", "")
                .replaceAll("(?s)Second scenario: .*?\\)\\.\n", "")
                .replaceAll("<li>Command: .*</li>", "")
                .replaceAll("(?s)<figure.*?</figure>", "");
        return new Run(run.exit(), out, run.err());
    }

    @ParameterizedTest
    @EnumSource(Entry.class)
    void everyCommandTakesBothForms(Entry entry) throws IOException {
        List<String> byName = arguments(entry, NAMED);
        if (byName.isEmpty()) {
            return;
        }
        Run named = run(byName);
        Run placed = run(arguments(entry, AS_LONG));
        assertThat(named.exit()).isZero();
        assertThat(placed).isEqualTo(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uncertain: {%s: 'uniform(1 million, 4 million)'}",
                "set: {%s: 1 million}\nuncertain: {companies.acme.uses.first.mill.applied: bernoulli(50%%)}",
                "uncertain: {companies.acme.export-value-adjustment.markup: 'uniform(1%%, 3%%)', %1$s: 'uniform(1 million,"
                        + " 4 million)'}\n"
                        + "correlations: [{of: [companies.acme.export-value-adjustment.markup, %1$s], rank: 0.5}]"
            })
    void aScenarioTakesBothForms(String text) throws IOException {
        for (String command : List.of("check", "simulate", "tornado")) {
            List<Run> runs = new ArrayList<>();
            for (String address : List.of(NAMED, AS_LONG)) {
                runs.add(run(
                        command.equals("simulate")
                                ? List.of(command, SCENARIO, overlay(String.format(text, address)), "--draws=1000")
                                : List.of(command, SCENARIO, overlay(String.format(text, address)))));
            }
            assertThat(runs.get(0).exit()).as(runs.get(0).err()).isZero();
            assertThat(runs.get(1)).isEqualTo(runs.get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "grid"})
    void aValueGivenInBothFormsVariesTwice(String command) {
        refusedTwice(command, SCENARIO, "--vary=" + NAMED + RANGE, "--vary=" + PLACED + RANGE);
    }

    @Test
    void anUncertainValueGivenInBothFormsVariesTwice() throws IOException {
        String uncertain = "uncertain: {" + NAMED + ": 'uniform(1 million, 2 million)', " + PLACED + ": ";
        refusedTwice("simulate", SCENARIO, overlay(uncertain + "'uniform(1 million, 3 million)'}"));
        refusedTwice("check", SCENARIO, overlay(uncertain + "'discrete(1 million: 50%, 2 million: 50%)'}"));
    }

    private static void refusedTwice(String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.err()).contains("AV502 (" + NAMED + ") varies twice.");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    /** {@code --vary} replaces the scenario's own distribution of a value. */
    @Test
    void aDistributionIsReplacedInEitherForm() throws IOException {
        String own = overlay("uncertain: {" + NAMED + ": 'uniform(1 million, 2 million)'}");
        Run placed = run(List.of("simulate", SCENARIO, own, "--draws=1000", "--vary=" + AS_LONG + UNIFORM));
        assertThat(placed.exit()).isZero();
        assertThat(placed)
                .isEqualTo(run(List.of("simulate", SCENARIO, own, "--draws=1000", "--vary=" + NAMED + UNIFORM)));
    }

    @Test
    void issuesContradictEachOtherInEitherForm() throws IOException {
        String issues = overlay("issues:\n"
                + "  one: {low: {" + NAMED + ": 1 million}, high: {" + NAMED + ": 3 million}}\n"
                + "  two: {low: {" + PLACED + ": 2 million}, high: {" + PLACED + ": 3 million}}");
        assertThat(Run.of("issues", SCENARIO, issues, "--issue=one", "--issue=two")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("(one) and (two) set different values for (" + NAMED + ")");
    }

    @Test
    void addressesListsBothForms() {
        String all = Run.of("addresses", SCENARIO, "--format=csv").out();
        assertThat(all.lines().filter(line -> line.startsWith(NAMED + ",")))
                .singleElement()
                .asString()
                .endsWith("," + PLACED);
        assertThat(Run.of("addresses", SCENARIO, "*.uses.second.1.received*").out())
                .contains(NAMED)
                .contains(PLACED);
    }

    @ParameterizedTest
    @ValueSource(strings = {NAMED + ".value", PLACED + ".value", "companies.'acme'.uses.second.mill.received.1.amount"})
    void otherSpellingsMeanTheSame(String address) {
        assertThat(run(List.of("explain", SCENARIO, address))).isEqualTo(run(List.of("explain", SCENARIO, NAMED)));
        assertThat(run(List.of("sweep", SCENARIO, "--vary=" + address + RANGE)))
                .isEqualTo(run(List.of("sweep", SCENARIO, "--vary=" + NAMED + RANGE)));
    }

    @Test
    void aMalformedAddressIsRefused() {
        Run run = Run.of("explain", SCENARIO, "companies..rate");
        assertThat(run.err())
                .isEqualTo("advalorem: The address (companies..rate) has an empty part. To list addresses:"
                        + " advalorem addresses FILE.\n");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aPlaceBeyondTheListIsRefusedForThatReason() {
        Run run = Run.of("simulate", SCENARIO, "--vary=" + USE + "2.received.1.amount" + UNIFORM);
        assertThat(run.err()).contains("There is no (2) in (companies.acme.uses.second)");
        assertThat(run.exit()).isEqualTo(2);
    }
}
