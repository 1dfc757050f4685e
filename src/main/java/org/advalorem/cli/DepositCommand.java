package org.advalorem.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.report.DepositReport;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.FirmName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code deposit}: what an entry deposits. */
final class DepositCommand implements Command {
    private static final String EXPORTER = "--exporter";
    private static final String PRODUCER = "--producer";
    private static final String SUPPLIED_BY = "--supplied-by";
    private static final String VALUE = "--value";
    private static final String ON = "--on";
    private static final String UNLISTED = "--unlisted";
    private static final String USD = "USD";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Shows the cash deposit of an entry: which line of the countervailing and the antidumping rates"
                                + " serves its exporter and producer, why the others do not, and what is owed in all.",
                        "Names are compared without regard to case, punctuation and legal form. A name that is nearly that"
                                + " of a listed firm is never guessed.",
                        "Without " + ON
                                + " the rates are those announced in the determination, which no entry deposits.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem deposit case.yaml --exporter \"SK On\" --producer \"BTR New Material Group\" --on"
                                + " 2025-08-01",
                        "  advalorem deposit case.yaml --exporter \"SK On\" --value \"1 million\"");
        CommonOptions.files(spec);
        spec.addOption(text(EXPORTER, "NAME", "The exporter.").required(true).build());
        spec.addOption(text(PRODUCER, "NAME", "The producer; leave it out where the entry does not name it.")
                .build());
        spec.addOption(text(SUPPLIED_BY, "NAME", "The exporter that supplied a reseller in a third country.")
                .build());
        spec.addOption(text(VALUE, "AMOUNT", "The entered value in USD.").build());
        spec.addOption(text(ON, "DATE", "The day of entry, or of withdrawal from warehouse.")
                .build());
        spec.addOption(OptionSpec.builder(UNLISTED)
                .description("Names that no table lists are other firms, even if they resemble a listed one.")
                .build());
        CommonOptions.set(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    private static OptionSpec.Builder text(String name, String label, String description) {
        return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description);
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> wrong = new ArrayList<>();
        Optional<LocalDate> day = text(given, ON).flatMap(written -> day(written, wrong));
        Optional<BigDecimal> value = text(given, VALUE).flatMap(written -> value(written, wrong));
        Optional<FirmName> exporter = firm(given, EXPORTER, wrong);
        Optional<FirmName> producer = firm(given, PRODUCER, wrong);
        Optional<FirmName> supplier = firm(given, SUPPLIED_BY, wrong);
        if (!wrong.isEmpty()) {
            throw new UsageException(String.join(" ", wrong));
        }
        return ReportRun.of(given, session, loaded -> {
            Deposits deposits = loaded.evaluated().determination().deposits();
            if (!given.hasMatchedOption(UNLISTED)) {
                refuseNearMisses(deposits, List.of(exporter, producer, supplier));
            }
            return DepositReport.of(
                    loaded.evaluated(),
                    new DepositReport.Asked(exporter.orElseThrow(), producer, supplier, day, value));
        });
    }

    private static Optional<String> text(ParseResult given, String option) {
        return Optional.ofNullable(given.<String>matchedOptionValue(option, null));
    }

    private static Optional<FirmName> firm(ParseResult given, String option, List<String> wrong) {
        Optional<String> written = text(given, option);
        if (written.filter(String::isBlank).isPresent()) {
            wrong.add(option + " names no firm. Write its name, or leave the option out.");
        }
        return written.map(FirmName::of);
    }

    private static Optional<LocalDate> day(String written, List<String> wrong) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException e) {
            wrong.add("(" + written + ") is not a day. Write " + ON + " 2025-08-01.");
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> value(String written, List<String> wrong) {
        Optional<BigDecimal> value = WrittenNumber.parse(written.replace(",", ""))
                .filter(amount -> !amount.percent() && amount.number().signum() >= 0)
                .filter(amount -> amount.unit().isEmpty() || amount.unit().equals(USD))
                .map(WrittenNumber::number);
        if (value.isEmpty()) {
            wrong.add("(" + written + ") is not an entered value. Write " + VALUE + " 1000000, or \"1 million\".");
        }
        return value;
    }

    private static void refuseNearMisses(Deposits deposits, List<Optional<FirmName>> names) {
        List<String> messages = new ArrayList<>();
        names.stream().flatMap(Optional::stream).forEach(name -> {
            List<String> resembling = deposits.resembling(name);
            if (!resembling.isEmpty()) {
                messages.add("(" + name + ") is not listed, but resembles: " + String.join("; ", resembling)
                        + ". Write the name as listed, or add " + UNLISTED + " if it is another firm.");
            }
        });
        if (!messages.isEmpty()) {
            throw new UsageException(String.join(" ", messages));
        }
    }
}
