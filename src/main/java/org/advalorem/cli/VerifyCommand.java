package org.advalorem.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.advalorem.receipts.Comparison;
import org.advalorem.receipts.KeptDraws;
import org.advalorem.receipts.KeptResult;
import org.advalorem.receipts.Made;
import org.advalorem.receipts.NoReceiptException;
import org.advalorem.report.ChangedInputs;
import org.advalorem.report.Format;
import org.advalorem.report.VerificationReport;
import org.advalorem.scenario.ProgramVersion;
import org.advalorem.scenario.RuleChanges;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code verify}: whether a kept result is the same when it is made again. */
final class VerifyCommand implements Command {
    /** The largest report in bytes; tables of draws are read row by row and may have any size. */
    private static final long MOST = 256_000_000;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Reads how a result in JSON, CSV, Parquet, Markdown or text was made, runs that command again and compares"
                                + " every value, and the digest of all results to the last bit. Says whether the scenario"
                                + " and its data files are the same, and which value differs first.",
                        "Files that the command names are looked for where it was typed, as seen from the result; scenario"
                                + " files given after the result take their place. Nothing is written, whatever the"
                                + " command says.")
                .footer(
                        "",
                        "Exit code 3 if anything differs.",
                        "",
                        "Examples:",
                        "  advalorem rate case.yaml --output rates.json",
                        "  advalorem verify rates.json",
                        "  advalorem verify rates.json elsewhere/case.yaml");
        CommonOptions.files(
                spec, "RESULT", "The kept result; then, if they are not where they were, the scenario files.");
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        ReportOutput output = ReportOutput.of(given, session);
        List<String> files = CommonOptions.positionals(given);
        Path path = PathArgument.of(files.get(0));
        session.files().read().add(path, "the kept result");
        VerificationReport.Verified verified;
        try {
            verified = verified(path, files.subList(1, files.size()), session);
        } catch (IOException e) {
            throw new UsageException("(" + path + ") cannot be verified: " + e.getMessage() + ".");
        } catch (NoReceiptException e) {
            throw new UsageException("(" + path + ") cannot be verified. " + e.getMessage());
        } catch (RunAgain.NotRunException e) {
            session.console().tellAll(String.valueOf(e.getMessage()));
            throw new UsageException("The command of (" + path + ") does not run any more, for the reason above.");
        }
        output.write(VerificationReport.of(verified));
        return verified.isEqual() ? ExitCode.FINE : ExitCode.EXPECTATION_FAILED;
    }

    private static VerificationReport.Verified verified(Path path, List<String> files, Session session)
            throws IOException, NoReceiptException {
        if (!Files.isRegularFile(path)) {
            throw new UsageException("There is no file (" + path + ").");
        }
        Optional<KeptDraws> draws = KeptDraws.of(path);
        if (draws.isPresent()) {
            return table(draws.get(), files, session);
        }
        String name = String.valueOf(path.getFileName());
        KeptResult kept = KeptResult.read(name, text(path));
        RunAgain again = RunAgain.of(path, kept, files, session);
        KeptResult made = KeptResult.read(name, again.output());
        Comparison comparison = Comparison.of(kept.values(), made.values(), again::asKept);
        return verified(path, kept.made(), made.made(), comparison, again, session);
    }

    private static VerificationReport.Verified table(KeptDraws kept, List<String> files, Session session)
            throws IOException, NoReceiptException {
        Path folder = Files.createTempDirectory("advalorem");
        Path file = folder.resolve("again" + kept.ending());
        try {
            RunAgain again = RunAgain.of(kept, file, files, session);
            return verified(
                    kept.file(),
                    kept.made(),
                    KeptDraws.of(file).orElseThrow().made(),
                    kept.compare(file),
                    again,
                    session);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static VerificationReport.Verified verified(
            Path path, Made kept, Made made, Comparison comparison, RunAgain again, Session session) {
        return new VerificationReport.Verified(
                path.toString(),
                kept,
                made,
                comparison,
                ChangedInputs.of(kept, made, () -> again.fingerprint(session)),
                ProgramVersion.parse(kept.version()).map(RuleChanges::since).orElse(List.of()));
    }

    private static String text(Path path) throws IOException {
        if (Files.size(path) > MOST) {
            throw new UsageException("(" + path + ") is larger than " + MOST / 1_000_000
                    + " MB, and no report is. Draws in CSV begin with the column (draw).");
        }
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new UsageException(
                    "(" + path + ") is no text. verify reads " + String.join(", ", Format.endings()) + ".");
        }
    }
}
