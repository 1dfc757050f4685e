package org.advalorem.cli;

import java.util.ArrayList;
import java.util.List;

/** Arguments with which every command of the registry does its work: the tests that run all commands start from them. */
final class SampleArguments {
    static final String CASE = "src/test/resources/whatif/contested.yaml";

    private static final String MARKUP = "companies.acme.export-value-adjustment.markup=0% to 20%";
    private static final String FIRST = "programs.first.applied=yes, no";

    private SampleArguments() {}

    /** The name of the command and arguments; what it says goes to standard output. */
    static List<String> of(Entry entry) {
        return switch (entry) {
            case RATE, MEMO, REPORT, PROJECT, CALENDAR, VERIFY_SAMPLE, ADDRESSES, FLIP, ISSUES, EVA, CHECK, RESOLVE ->
                with(entry, CASE);
            case PORTFOLIO -> with(entry, "src/test/resources/whatif");
            case SCREEN -> with(entry, "scenarios/every-program/scenario.yaml");
            case EXPOSURE -> with(entry, "src/test/resources/cli/exposure.yaml");
            case DEPOSIT -> with(entry, CASE, "--exporter", "Acme");
            case EXPLAIN -> with(entry, CASE, "companies.acme.rate");
            case SWEEP -> with(entry, CASE, "--vary", MARKUP);
            case GRID -> with(entry, CASE, "--vary", MARKUP, "--vary", FIRST);
            case SPIDER -> with(entry, CASE, "--vary", MARKUP);
            case TORNADO -> with(entry, CASE, "--vary", FIRST);
            case SOLVE ->
                with(
                        entry,
                        CASE,
                        "--goal",
                        "companies.acme.rate-unrounded=4%",
                        "--vary",
                        "companies.acme.sales.2.gross=times 1 to 2");
            case SIMULATE -> with(entry, CASE, "--draws", "1000", "--vary", uncertain());
            case SENSITIVITY -> with(entry, CASE, "--draws", "4096", "--vary", uncertain());
            case COMPARE -> with(entry, CASE, "--change", "programs.first.applied=no");
            case INSPECT -> with(entry, "src/test/resources/tables/purchases-excel.csv");
            case IMPORT -> with(entry, workbook(), "--base", CASE);
            case VERIFY -> with(entry, kept());
            case REFERENCE -> with(entry, "asset-class-lives");
            case SET -> with(entry, CASE, "programs.first.applied=no", "--dry-run");
            case SHELL -> with(entry, CASE, "--run", "src/test/resources/cli/nothing.jsh");
            case NEW -> with(entry, "-");
            case SCHEMA, COMPLETION -> with(entry);
        };
    }

    /** A result of the case, kept in the folder of the build. */
    private static String kept() {
        return written("rate", "target/kept-rate.json");
    }

    /** The workbook of the case, kept in the folder of the build. */
    private static String workbook() {
        return written("memo", "target/kept-memo.xlsx");
    }

    private static String written(String command, String file) {
        if (Run.of(command, CASE, "--output", file).exit() != ExitCode.FINE) {
            throw new IllegalStateException("(" + CASE + ") has no result.");
        }
        return file;
    }

    private static String uncertain() {
        return "companies.acme.uses.first.mill.received.2023-02-01.amount=times normal(1, 0.1)";
    }

    private static List<String> with(Entry entry, String... arguments) {
        List<String> all = new ArrayList<>();
        all.add(entry.word());
        all.addAll(List.of(arguments));
        return all;
    }
}
