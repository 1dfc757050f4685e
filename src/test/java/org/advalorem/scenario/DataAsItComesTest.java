package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data files as a scenario reads them: by what it states, else by what all rows show; what is left open is refused. */
final class DataAsItComesTest {
    private static final Column DAY = Column.required("day", Column.Type.DATE, "The day.");
    private static final Column AMOUNT = Column.required("amount", Column.Type.NUMBER, "The amount.");
    private static final Column RATE = Column.optional("rate", Column.Type.RATE, "0%", "The rate.");
    private static final Column STATUS = Column.optional("status", Column.Type.TEXT, "private", "The status.")
            .among(List.of("authority", "private"));
    private static final Field<Records> ROWS =
            Field.required("rows", FieldType.records(DAY, AMOUNT, RATE, STATUS), "Rows.");
    private static final FieldSet ROOT = FieldSet.of("a scenario", ROWS);

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();
    private Scenario scenario;

    private Records read(String csv, String options) throws IOException {
        Files.write(folder.resolve("data.csv"), csv.getBytes(StandardCharsets.UTF_8));
        Path file = Toy.write(folder, "scenario.yaml", "rows: {file: data.csv" + options + "}\n");
        scenario = Scenario.read(ROOT, List.of(file), List.of(), problems).orElseThrow();
        FactsContext context = FactsContext.of(new CalculationBuilder(), problems, scenario.data())
                .withCurrency(Unit.of("CNY"));
        return Facts.of(ROOT, context, new Facts.Layer(scenario.tree(), Address.ROOT))
                .get(ROWS);
    }

    private String told(String csv, String options) throws IOException {
        try {
            read(csv, options);
        } catch (RuntimeException noted) {
            // told below
        }
        return problems.sorted().stream()
                .map(problem -> problem.origin().line() + ": " + problem.message() + " " + problem.advice())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "day,amount\\n2024-01-05,\"1,234,567\" > '' > 1234567",
                "Day;Amount (MT)\\n5.1.2024;1.234,5\\n25.1.2024;7 > '' > 1234.5",
                "day;amount\\n2024-01-05;1.000 > , decimal: comma > 1000",
                "day;amount\\n2024-01-05;1.000 > , decimal: point > 1",
                "day|amount\\n2024-01-05|(1,200.00) > '' > -1200",
                "day,amount\\n2024-01-05,€5.50 > '' > 5.5",
                "day,amount\\n2024-01-05,\"$5,000.00\" > , units: {amount: USD} > 5000",
                "sep=;\\nday;amount\\n2024-01-05;12,5 > '' > 12.5",
                "Ledger of 2024\\n\\nday,amount\\n2024-01-05,3\\n,\\n,\\n > '' > 3",
                "day,amount,,\\n2024-01-05,3,, > '' > 3",
                "DAY,Amount\\nJan 5 2024,3 > '' > 3",
                "when,how much\\n2024-01-05,3 > , columns: {day: When, amount: How Much} > 3",
                "day,amount\\n2024-01-05,3\\nTotal,3 > , totals: leave out > 3",
                "x,y\\n1,2\\n3,4\\n\\nday,amount\\n2024-01-05,3 > , range: 5:6 > 3",
                "a,day,amount,b\\n9,2024-01-05,3,8 > , range: B1:C2 > 3",
                "day,amount\\n2024-01-05,1’234.50 > '' > 1234.5",
                "day,amount\\n2024-01-05,1 234.50 > '' > 1234.5",
                "'day','amount'\\n'2024-01-05','3'\\n'2024-01-06','3' > '' > 3",
            })
    void anAmountIsReadAsItsColumnWritesIt(String csv, String options, double amount) throws IOException {
        Records rows = read(csv.replace("\\n", "\n"), options);
        assertThat(problems.sorted()).isEmpty();
        assertThat(rows.number(0, AMOUNT)).isEqualTo(amount);
        assertThat(rows.day(0, DAY)).isEqualTo("2024-01-05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "4.35 > , units: {rate: percent} > 0.0435",
                "0.0435 > , units: {rate: fraction} > 0.0435",
                "4.35% > , units: {rate: fraction} > 0.0435",
                "\"4,35%\" > , decimal: comma > 0.0435",
            })
    void aRateNeedsAPercentSignOrAUnit(String rate, String options, double value) throws IOException {
        assertThat(read("day,amount,rate\n2024-01-05,3," + rate + "\n", options).number(0, RATE))
                .isEqualTo(value);
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void wordsMayBeMapped() throws IOException {
        Records rows = read(
                "day,amount,status\n2024-01-05,3,State-owned\n2024-01-06,-,PRIVATE\n2024-01-06,4,\n",
                ", values: {status: {State-owned: authority}, amount: {\"-\": 0}}");
        assertThat(rows.word(0, STATUS)).isEqualTo("authority");
        assertThat(rows.word(1, STATUS)).isEqualTo("private");
        assertThat(rows.number(1, AMOUNT)).isZero();
        assertThat(rows.word(2, STATUS)).isEqualTo("private");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "day;amount\\n2024-01-05;1.000 > '' > 2: (1.000) in (amount) may be 1.000 or 1000",
                "day,amount\\n2024-01-05,\"1,234\" > '' > 2: (1,234) in (amount) may be 1234 or 1.234",
                "day,amount\\n03/04/2024,3 > '' > Write dates: M/d/yyyy for 2024-03-04, or dates: d/M/yyyy for 2024-04-03.",
                "day,amount\\n3/25/2024,3\\n25/3/2024,3 > '' > 3: The dates of (day) are not all written alike",
                "day;amount\\n2024-01-05;1,5\\n2024-01-06;2.75 > '' > 3: The numbers of (amount) are not all written alike",
                "day,amount\\n2024-01-05,$5 > '' > which several currencies share",
                "day,amount\\n2024-01-05,€5 > , units: {amount: CNY} > but the column is in CNY",
                "day,Amount (kg)\\n2024-01-05,5 > , units: {amount: t} > (units) states t for (amount)",
                "day,amount\\n2024-01-05,3\\nTotal,3 > '' > 3: The row looks like a total.",
                "day,amount\\n2024-01-05,3\\n\\nday,amount\\n2024-01-06,3 > '' > 4: A second table begins here. Say which rows",
                "day,amount\\n2024-01-05,3\\n2024-01-06 > '' > 3: The row has 1 cells",
                "day,amount\\n2024-01-05,100,000 > '' > 2: The row has 3 cells; the line of headings has 2.",
                "day,amount\\n2024-01-05,1,234\\n2024-01-06,2,345 > '' > 2: The row has 3 cells; the line of headings has 2.",
                "day,amount,status\\n2024-01-05,3,Private GmbH > '' > If it stands for one of them, write values: {status",
                "day,amount,rate\\n2024-01-05,3,4.35 > '' > Write units: {rate: percent} if 4.35 is 4.35 percent",
                "day,amount\\n5/2024,3 > , dates: dd/MM/yyyy > (dates) states the pattern dd/MM/yyyy",
                "day,Amount,amount \\n2024-01-05,3,4 > , columns: {amount: AMOUNT} > several columns that may be (amount)",
                "day,amount\\n2024-01-05,3 > , encoding: EBCDIC > (encoding) is (EBCDIC).",
            })
    void whatIsOpenOrWrongIsRefused(String csv, String options, String message) throws IOException {
        assertThat(told(csv.replace("\\n", "\n"), options)).contains(message);
    }

    @Test
    void whatIsDecidedIsAnnouncedOnce() throws IOException {
        read("Ledger\nDay;Amount (t)\n25.1.2024;1.234,5\n26.1.2024;7\n", "");
        assertThat(scenario.data().decided()).hasSize(1);
        assertThat(scenario.data().decided().get(0).sentence())
                .contains(
                        "cells are separated by semicolons",
                        "headings are on line 2; what stands above them is not read (Ledger)",
                        "(amount) is in t, as its heading says",
                        "(Amount (t)) has a decimal comma and points between thousands",
                        "(Day) holds day, month, year, as (25.1.2024) shows");
    }
}
