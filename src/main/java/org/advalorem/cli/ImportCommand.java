package org.advalorem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.InputNames;
import org.advalorem.report.workbook.TypedInputs;
import org.advalorem.rules.Determination;
import org.advalorem.scenario.Scenario;
import org.advalorem.tables.TableException;
import org.advalorem.tables.Workbook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code import}: the inputs changed in a workbook, as an overlay. */
final class ImportCommand implements Command {
    private static final String BASE = "--base";
    private static final FileKind OVERLAY = new FileKind("an overlay", List.of(".yaml", ".yml"), false);
    /** What stands before the row of a cell of a data file that is corrected. */
    private static final String CORRECTED = "corrected";

    private static final int START = 4;

    private static final String PLAIN_KEY = "[A-Za-z][A-Za-z0-9._-]*";

    /** A change as the overlay sets it. */
    private record Written(String address, String value) {}

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Reads a workbook that memo --format xlsx wrote and somebody changed, names every changed input on"
                                + " standard error, and writes them as an overlay of the scenario. Refuses the workbook of"
                                + " another scenario, and one in which anything but inputs was changed.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem import memo.xlsx --base case.yaml --output client.yaml",
                        "  advalorem import memo.xlsx --base case.yaml --base remand.yaml");
        CommonOptions.files(spec, "FILE", "The workbook (.xlsx).");
        spec.addOption(OptionSpec.builder(BASE)
                .paramLabel(CommonOptions.PATH)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .required(true)
                .description("The scenario from which the workbook was made; several files as for memo.")
                .build());
        CommonOptions.set(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> names = CommonOptions.positionals(given);
        if (names.size() > 1) {
            throw new UsageException("import takes one workbook. Import (" + names.get(1) + ") in a run of its own.");
        }
        Path file = PathArgument.ofFile(names.get(0));
        List<String> base = given.matchedOptionValue(BASE, List.of());
        List<String> sets = CommonOptions.set(given);
        Output output = Output.of(given, OVERLAY, session);
        if (!isWorkbook(file)) {
            throw UsageException.of(
                    names.get(0) + " is no .xlsx workbook.",
                    "Name one that memo --format xlsx wrote, and somebody changed.");
        }
        session.files().read().add(file, "the workbook (" + names.get(0) + ")");
        Loaded loaded =
                Loaded.of(base, sets, List.of(), Expecting.NOTHING, session).withHash();
        TypedInputs typed = read(file, names.get(0), loaded.evaluated());
        refuse(typed, names.get(0));
        Map<String, String> written = new LinkedHashMap<>();
        List<String> told = new ArrayList<>();
        for (TypedInputs.Change change : typed.changes()) {
            String address = change.input().address();
            Written as = spelled(names.get(0), change, loaded, base, sets, session);
            written.put(as.address(), as.value());
            told.add(change.cell() + ": " + InputNames.of(loaded.evaluated(), address) + " (" + address + ") "
                    + text(change, change.before()) + " -> " + text(change, change.after()));
        }
        if (!sets.isEmpty()) {
            session.console().tell("note: the overlay is of the scenario without --set; give those again with it.");
        }
        output.write(overlay(names.get(0), base, written, output.folder()));
        // not before: an overlay that cannot be written has changed nothing
        told.forEach(session.console()::tell);
        return ExitCode.FINE;
    }

    /** Whether a file begins as a workbook does; one that cannot be read is told later. */
    private static boolean isWorkbook(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(START);
            // a workbook with a password begins as an old one does
            return Workbook.isOldWorkbook(start) || Workbook.isWorkbook(start);
        }
    }

    private static TypedInputs read(Path file, String name, EvaluatedScenario base) {
        try {
            return TypedInputs.read(file, base);
        } catch (TableException e) {
            throw UsageException.of(name + ": " + e.getMessage(), e.advice());
        }
    }

    private static void refuse(TypedInputs typed, String name) {
        Problems problems = new Problems();
        for (TypedInputs.Wrong wrong : typed.wrong()) {
            problems.add(
                    Problem.Code.AV303,
                    Origin.of(name + ", " + wrong.cell(), 0, 0, ""),
                    wrong.message(),
                    wrong.advice());
        }
        problems.throwIfAny();
    }

    private static String text(TypedInputs.Change change, BigDecimal number) {
        return change.input().unit().isFraction()
                ? plain(number.movePointRight(2)) + "%"
                : Figure.grouped(new BigDecimal(plain(number))) + " "
                        + change.input().unit();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * A changed number as the scenario reads it back to the last digit: in percent, plain, or with its unit, whichever the
     * field takes.
     */
    private static Written spelled(
            String workbook,
            TypedInputs.Change change,
            Loaded loaded,
            List<String> base,
            List<String> sets,
            Session session) {
        String number = plain(change.after());
        List<String> spellings = new ArrayList<>(
                change.input().unit().isFraction()
                        ? List.of(plain(change.after().movePointRight(2)) + "%", number)
                        : List.of(number, number + " " + change.input().unit()));
        boolean percent = loaded.evaluated()
                .determination()
                .register()
                .find(change.input().address())
                .map(FactRegister.Fact::text)
                .filter(text -> text.contains("%") || text.contains("percent"))
                .isPresent();
        if (change.input().unit().isFraction() && !percent) {
            Collections.reverse(spellings);
        }
        Problems reasons = new Problems();
        for (String address : addresses(change.input().address())) {
            for (String spelling : spellings) {
                Written as = new Written(address, spelling);
                if (isReadAs(change, as, base, sets, session, reasons)) {
                    return as;
                }
            }
        }
        String reason = reasons.sorted().stream()
                .findFirst()
                .map(problem -> " " + problem.message())
                .orElse("");
        throw new UsageException(workbook + ", " + change.cell() + ": " + text(change, change.after())
                + " cannot be written to (" + change.input().address() + ")." + reason
                + " Change the cell, or the scenario.");
    }

    /** The address itself and, of a cell of a data file, that under which it is corrected. */
    private static List<String> addresses(String address) {
        List<String> segments = new ArrayList<>(Address.parse(address).segments());
        int row = segments.size() - 2;
        if (row < 1 || !segments.get(row).matches("[0-9]+")) {
            return List.of(address);
        }
        segments.add(row, CORRECTED);
        return List.of(new Address(segments).toString(), address);
    }

    private static boolean isReadAs(
            TypedInputs.Change change,
            Written as,
            List<String> base,
            List<String> sets,
            Session session,
            Problems reasons) {
        Problems problems = new Problems();
        List<String> all = new ArrayList<>(sets);
        all.add(as.address() + "=" + as.value());
        Optional<Scenario> scenario = Loaded.read(base, all, session, problems);
        Optional<Determination> read = problems.isEmpty()
                ? scenario.flatMap(found -> Determination.of(found.tree(), found.data(), session.programs(), problems))
                : Optional.empty();
        if (reasons.isEmpty()) {
            reasons.addAll(problems.sorted());
        }
        return problems.isEmpty()
                && read.flatMap(found ->
                                found.calculation().input(change.input().address()))
                        .filter(input ->
                                input.decimal().doubleValue() == change.after().doubleValue())
                        .isPresent();
    }

    private static String overlay(String workbook, List<String> base, Map<String, String> written, Path folder) {
        StringBuilder text =
                new StringBuilder("# Inputs changed in ").append(workbook).append('\n');
        if (base.size() > 1) {
            text.append("# Read after ").append(String.join(" ", base)).append("\nformat: advalorem/1\n");
        } else {
            text.append("format: advalorem/1\nextends: ")
                    .append(quoted(seenFrom(folder, Path.of(base.get(0)))))
                    .append('\n');
        }
        text.append(written.isEmpty() ? "set: {}   # no input was changed\n" : "set:\n");
        written.forEach((address, value) -> text.append("  ")
                .append(address.matches(PLAIN_KEY) ? address : quoted(address))
                .append(": ")
                .append(value)
                .append('\n'));
        return text.toString();
    }

    private static String seenFrom(Path folder, Path file) {
        Path from = folder.toAbsolutePath().normalize();
        return from.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
