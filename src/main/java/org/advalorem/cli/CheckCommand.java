package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Problems;
import org.advalorem.report.CheckReport;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Format;
import org.advalorem.report.ProblemsReport;
import org.advalorem.report.ReconciliationText;
import org.advalorem.rules.DoubtfulFacts;
import org.advalorem.whatif.StatedUncertainty;
import org.advalorem.whatif.UncertainModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: whether a scenario is valid and meets its expectations. */
final class CheckCommand implements Command {
    private static final String STRICT = "--strict";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Also checks what is uncertain or contested, points at facts that look wrong, and compares"
                                + " results with what the scenario expects.",
                        "With --format json the result on a bad scenario is the list of all its problems.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem check case.yaml",
                        "  advalorem check case.yaml --strict      fails on assumptions and warnings");
        CommonOptions.files(spec);
        spec.addOption(OptionSpec.builder(STRICT)
                .description("Also fails, with exit code 2, if a rule rests on an assumption and not on a text that was"
                        + " checked, or if anything is warned of; lists such rules and the warnings.")
                .build());
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        CommonOptions.expect(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        ReportOutput output = ReportOutput.of(given, session);
        try {
            return run(given, session, output);
        } catch (InvalidScenarioException e) {
            if (output.format() == Format.JSON) {
                output.write(ProblemsReport.of(e.problems()));
            }
            throw e;
        }
    }

    private static int run(ParseResult given, Session session, ReportOutput output) throws IOException {
        Loaded loaded = Loaded.of(
                CommonOptions.positionals(given),
                CommonOptions.set(given),
                List.of(),
                CommonOptions.expecting(given),
                session,
                StatedUncertainty::read);
        Problems problems = new Problems();
        Optional<UncertainModel> uncertainty = StatedUncertainty.check(Models.of(loaded, session), problems);
        ReconciliationText.check(loaded.evaluated(), problems);
        problems.throwIfAny();
        uncertainty
                .flatMap(CheckReport::repaired)
                .ifPresent(words -> session.console().tell("note: " + words));
        EvaluatedScenario checked =
                loaded.evaluated().remarking(DoubtfulFacts.of(loaded.evaluated().determination(), session.programs()));
        if (given.hasMatchedOption(STRICT)) {
            String assumed = CheckReport.strict(checked);
            if (!assumed.isEmpty()) {
                session.console().tellAll(assumed);
                return ExitCode.BAD_USAGE_OR_SCENARIO;
            }
        }
        boolean met = loaded.outcomes().stream().allMatch(outcome -> outcome.met());
        if (met) {
            output.write(CheckReport.of(
                    checked,
                    loaded.outcomes(),
                    loaded.unchecked(),
                    loaded.scenario().data().decided()));
        } else {
            session.console().tellAll(CheckReport.warnings(checked));
        }
        return ReportRun.expectations(loaded, session.console());
    }
}
