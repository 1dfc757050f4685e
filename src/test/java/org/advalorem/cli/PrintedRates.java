package org.advalorem.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code rate --format json} prints: published rates as fractions, verdicts as one or zero, by the address of the result. */
public final class PrintedRates {
    private final Map<String, BigDecimal> printed = new TreeMap<>();

    private PrintedRates() {}

    /**
     * Runs the command as a user does.
     *
     * @param files the scenario and its overlays
     * @param sets arguments of {@code --set}
     * @throws IllegalArgumentException with what the command says, if it refuses
     */
    public static Map<String, BigDecimal> of(List<Path> files, List<String> sets) {
        List<String> arguments = new ArrayList<>(List.of("rate", "--format", "json", "--no-expect"));
        files.forEach(file -> arguments.add(file.toString()));
        for (String set : sets) {
            arguments.add("--set");
            arguments.add(set);
        }
        Run run = Run.of(arguments.toArray(String[]::new));
        if (run.exit() != ExitCode.FINE) {
            throw new IllegalArgumentException(arguments + "\n" + run.err());
        }
        PrintedRates rates = new PrintedRates();
        JsonNode report = JsonMapper.shared().readTree(run.out());
        rates.verdict("determination.negative", report.get("negative"));
        report.get("companies").forEach(rates::company);
        JsonNode others = report.get("allOthers");
        if (others.isObject()) {
            rates.percent("all-others.rate", others.get("ratePublished"));
        }
        return rates.printed;
    }

    private void company(JsonNode company) {
        String address = "companies." + company.get("id").asString();
        percent(address + ".rate", company.get("ratePublished"));
        percent(address + ".rate-otherwise-rounded", company.get("ratePublishedOtherwisePercent"));
        verdict(address + ".de-minimis", company.get("deMinimis"));
        for (JsonNode program : company.get("programs")) {
            percent(address + ".programs." + program.get("id").asString() + ".rate", program.get("ratePublished"));
        }
    }

    private void percent(String address, JsonNode number) {
        if (number.isNumber()) {
            printed.put(address, number.decimalValue().movePointLeft(2));
        }
    }

    private void verdict(String address, JsonNode holds) {
        if (holds.isBoolean()) {
            printed.put(address, holds.asBoolean() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
    }
}
