package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Inputs made to break a reader: the answer is a result or a problem, soon, without a stack trace and in visible text. */
@Tag("slow")
final class HostileInputsTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String ESCAPE = "\u001b";
    private static final String BASE = """
            format: advalorem/1
            title: Base
            proceeding:
              segment: investigation final
              initiated: 2024-06-01
              country: {name: X, developing: no}
              period: 2023
              average-useful-life: 10 years
            benchmarks:
              resin: {type: price, unit: USD/t, world: {index: 900}}
            programs:
              grant: {type: grant, discount-rate: 5%}
              loan: {type: loan, benchmark-rate: 6%, repayment: equal principal, interest: monthly}
              resin: {type: less-than-adequate-remuneration, benchmark: resin}
            companies:
              acme:
                currency: USD
                sales: sales.csv
                uses:
                  grant: [{received: [{on: 2021-05-01, amount: 3 million}], approval-sales: 90 million}]
                  loan: [{loans: [{loan: L, drawn: 2022-07-01, due: 2024-06-30, principal: 1000000, rate: 3%}]}]
                  resin: [{purchases: [{date: 2023-05-05, status: authority, quantity: 10, price: 800}]}]
            """;
    private static final String SALES = "year,seller,gross\n2021,acme,90000000\n2023,acme,100000000\n";

    @TempDir
    private Path folder;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> inputs() {
        yamlOfAnyShape();
        valuesAtTheEdge();
        datesAndYears();
        names();
        tables();
        files();
        arguments();
        assertThat(tests).hasSizeGreaterThan(100);
        return tests.stream();
    }

    private void yamlOfAnyShape() {
        scenario("empty", "");
        scenario("blank", " \n\n \n");
        scenario("a comment", "# nothing\n");
        scenario("a word", "word");
        scenario("a list", "- a\n- b\n");
        scenario("null", "~");
        scenario("an empty mapping", "{}");
        scenario("several documents", BASE + "---\n" + BASE);
        scenario("a document end in the middle", BASE.replace("programs:", "...\nprograms:"));
        scenario("deep lists", BASE + "notes: " + "[".repeat(50_000));
        scenario("deep mappings", BASE + "notes: " + "{a: ".repeat(50_000));
        scenario("deep closed lists", BASE + "notes: " + "[".repeat(5_000) + "]".repeat(5_000));
        scenario(
                "deep indentation",
                BASE
                        + IntStream.range(0, 2_000)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining()));
        scenario("an alias", BASE + "notes: *a\n");
        scenario("an anchor", BASE.replace("title: Base", "title: &a Base") + "notes: *a\n");
        scenario(
                "laughs",
                "a: &a [x,x,x]\n"
                        + IntStream.range(0, 30)
                                .mapToObj(i -> "b" + i + ": &b" + i + " [*a,*a,*a,*a]\n")
                                .collect(Collectors.joining()));
        scenario("an alias of itself", "a: &a [*a]\n");
        scenario("a merge key", BASE.replace("currency: USD", "<<: {currency: USD}"));
        scenario("a tag", BASE.replace("title: Base", "title: !!java.io.File [/etc/passwd]"));
        scenario("a local tag", BASE.replace("title: Base", "title: !x Base"));
        scenario("a directive", "%YAML 9.9\n---\n" + BASE);
        scenario("a complex key", BASE + "? [a, b]\n: c\n");
        scenario("a key twice", BASE.replace("title: Base", "title: Base\ntitle: Other"));
        scenario("a company twice", BASE + "  acme: {currency: EUR}\n");
        scenario("tabs", BASE.replace("  ", "\t"));
        scenario("an open quote", BASE.replace("title: Base", "title: \"Base"));
        scenario("an open bracket", BASE.replace("index: 900}}", "index: 900"));
        scenario("NUL", BASE.replace("Base", "Ba\u0000se"));
        scenario("escapes", BASE.replace("Base", ESCAPE + "[2J\u0007\u0008"));
        scenario("an escaped NUL", BASE.replace("Base", "\"Ba\\0se\\e[2J\""));
        scenario("a lone surrogate", BASE.replace("Base", "\"\\ud800\""));
        scenario("from right to left", BASE.replace("Base", "\u202eesaB\u202c \u2066x\u2069 \u05d0"));
        scenario("only carriage returns", BASE.replace('\n', '\r'));
        scenario("carriage returns too", BASE.replace("\n", "\r\n"));
        scenario("a byte order mark", "\ufeff" + BASE);
        scenario("two byte order marks", "\ufeff\ufeff" + BASE);
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1", "IBM037")) {
            bytes(charset, BASE.replace("Base", "\u00c9").getBytes(Charset.forName(charset)));
        }
        bytes("bad UTF-8", new byte[] {'t', ':', ' ', (byte) 0xc3, 0x28, (byte) 0xff, (byte) 0xfe});
        byte[] noise = new byte[4_096];
        new Random(1).nextBytes(noise);
        bytes("noise", noise);
        bytes("zeros", new byte[4_096]);
        bytes("a picture", "\u0089PNG\r\n\u001a\n\u0000".getBytes(StandardCharsets.ISO_8859_1));
        scenario("a long line", BASE + "notes: " + "x".repeat(1_000_000));
        scenario("a long key", BASE + "k".repeat(100_000) + ": 1\n");
        scenario(
                "many keys",
                BASE
                        + IntStream.range(0, 20_000)
                                .mapToObj(i -> "k" + i + ": 1\n")
                                .collect(Collectors.joining()));
        scenario("many brackets in one word", BASE.replace("Base", "\"" + "[".repeat(10_000) + "\""));
    }

    private void valuesAtTheEdge() {
        for (String number : List.of(
                "1e308",
                "1e309",
                "-1e308",
                "1e999999999",
                "1e-999999999",
                "4.9e-324",
                "1e-400",
                "0e999999999",
                "-0",
                "NaN",
                ".nan",
                ".inf",
                "Infinity",
                "0x10",
                "0b1",
                "1_000",
                "1,000",
                "\"\"",
                "' '",
                "+-1",
                "1e",
                "e1",
                "1.2.3",
                "9".repeat(10_000),
                "0." + "0".repeat(10_000) + "1",
                "\u0661\u0662",
                "\uff11",
                "\u00bd",
                "1 million million",
                "-3 million",
                "5%",
                "3 USD/t",
                "[3]",
                "{value: 3}",
                "{value: [3]}",
                "{value: {value: 3}}")) {
            scenario("the amount " + brief(number), BASE.replace("amount: 3 million", "amount: " + number));
            scenario("the rate " + brief(number), BASE.replace("rate: 5%", "rate: " + number + "%"));
        }
        scenario("a principal of nearly nothing", BASE.replace("principal: 1000000", "principal: 1e-18"));
        scenario("a principal of everything", BASE.replace("principal: 1000000", "principal: 1e18"));
        scenario("a negative quantity", BASE.replace("quantity: 10,", "quantity: -10,"));
        scenario("a quantity of zero", BASE.replace("quantity: 10,", "quantity: 0,"));
        scenario("a price of nearly nothing", BASE.replace("price: 800", "price: 1e-18"));
        scenario("sales of nearly nothing", BASE, SALES.replace("100000000", "1e-18"));
        scenario("sales of zero", BASE, SALES.replace("100000000", "0"));
        scenario("negative sales", BASE, SALES.replace("100000000", "-5"));
        for (String years : List.of("0", "-1", "1e9", "101", "0.5", "99999999999999999999", "ten", "\u0661\u0660")) {
            scenario("a useful life of " + years, BASE.replace("10 years", years));
        }
        scenario("a discount rate of minus 100 %", BASE.replace("discount-rate: 5%", "discount-rate: -100%"));
        scenario("a discount rate of minus 98.9 %", BASE.replace("discount-rate: 5%", "discount-rate: -98.9%"));
        scenario("a discount rate of a million %", BASE.replace("discount-rate: 5%", "discount-rate: 1000000%"));
    }

    private void datesAndYears() {
        for (String period : List.of(
                "0",
                "0000",
                "-1",
                "9999",
                "10000",
                "99999999999",
                "1899",
                "2201",
                "2023-13",
                "2023-01-01",
                "2023-01-01 to 2022-01-01",
                "2023-02-30 to 2024-01-01",
                "1900-01-01 to 2200-12-31",
                "to",
                "2023 to 2024")) {
            scenario("the period " + period, BASE.replace("period: 2023", "period: " + period));
        }
        for (String day : List.of(
                "9999-12-31",
                "0000-01-01",
                "-2023-01-01",
                "+999999999-12-31",
                "2023-02-29",
                "2023-00-10",
                "2023-1-1",
                "20230101",
                "01/02/2023",
                "2200-12-31",
                "1900-01-01")) {
            scenario("received on " + day, BASE.replace("on: 2021-05-01", "on: " + day));
            scenario("a loan due on " + day, BASE.replace("due: 2024-06-30", "due: " + day));
            scenario("a loan drawn on " + day, BASE.replace("drawn: 2022-07-01", "drawn: " + day));
            scenario("bought on " + day, BASE.replace("date: 2023-05-05", "date: " + day));
        }
        scenario(
                "monthly for three hundred years",
                BASE.replace("drawn: 2022-07-01", "drawn: 1900-01-01").replace("due: 2024-06-30", "due: 2200-12-31"));
    }

    private void names() {
        for (String name : List.of(
                "''",
                "' '",
                "a.b",
                "\"a'b\"",
                "'*'",
                "'[1]'",
                "'1'",
                "'='",
                "'a\u0000b'",
                "\"\\e[2J\"",
                "\u202ea",
                "\u0130\u0131",
                "constructor",
                "'~'",
                "null",
                "yes",
                "\ud83d\ude00",
                "a".repeat(70_000),
                "'a/../../b'",
                "'=cmd|x'")) {
            scenario("a company named " + brief(name), BASE.replace("  acme:", "  " + name + ":"));
            scenario("a program named " + brief(name), BASE.replace("  grant:", "  " + name + ":"));
        }
    }

    private void tables() {
        sales("empty", "");
        sales("only a heading", "year,seller,gross\n");
        sales("only line ends", "\n\n\n");
        sales("an open quote", "year,seller,gross\n2023,\"acme,100\n");
        sales("quotes within", "year,seller,gross\n2023,ac\"me\",1\"00\n");
        sales("ragged rows", "year,seller,gross\n2023\n2023,acme,1,2,3\n2023,acme,100\n");
        sales("a heading twice", "year,gross,gross,seller\n2023,1,2,acme\n");
        sales("blank headings", "year,,gross,,seller\n2023,,100,,acme\n");
        sales("NUL", "year,seller,gross\n2023,ac\u0000me,100\n");
        sales("escapes", "year,seller,gross\n2023," + ESCAPE + "[2Jacme,100\n");
        sales("a hundred thousand columns", "year,seller,gross" + ",x".repeat(100_000) + "\n2023,acme,100\n");
        sales("a hundred thousand cells", "year,seller,gross\n2023,acme,100" + ",1".repeat(100_000) + "\n");
        sales("a long cell", "year,seller,gross\n2023,acme," + "1".repeat(1_000_000) + "\n");
        sales("a long word", "year,seller,gross\n2023," + "a".repeat(1_000_000) + ",1\n");
        sales("numbers at the edge", "year,seller,gross\n2023,acme,1e308\n2023,acme,1e308\n2021,acme,4.9e-324\n");
        sales("not numbers", "year,seller,gross\n2023,acme,NaN\n2023,acme,Infinity\n2023,acme,0x1p3\n2023,acme,1d\n");
        sales("year zero", "year,seller,gross\n0,acme,100\n99999999999,acme,1\n-1,acme,1\n");
        sales("semicolons and commas", "year;seller;gross\n2023;acme;1.000,5\n");
        sales("one column", "year\n2023\n");
        sales("formulas", "year,seller,gross\n2023,=cmd|' /C calc'!A0,@SUM(1)\n");
        sales("noise", new String(new byte[] {1, 2, 3, 4, 5, (byte) 200, (byte) 255}, StandardCharsets.ISO_8859_1));
        sales("yaml", BASE);
    }

    private void files() {
        scenario("a missing data file", BASE.replace("sales.csv", "no-such.csv"));
        scenario("a folder for data", BASE.replace("sales.csv", "."));
        scenario("the scenario as data", BASE.replace("sales.csv", "scenario.yaml"));
        scenario("an absolute path", BASE.replace("sales.csv", "/etc/passwd"));
        scenario("a NUL in a path", BASE.replace("sales.csv", "\"a\\0b\""));
        scenario("a long path", BASE.replace("sales.csv", "a/".repeat(5_000) + "b.csv"));
        scenario("a path of dots", BASE.replace("sales.csv", "../".repeat(500) + "x.csv"));
        scenario("a URL", BASE.replace("sales.csv", "https://localhost/x.csv"));
        scenario("extends itself", "extends: scenario.yaml\n" + BASE);
        scenario("extends a folder", "extends: .\n" + BASE);
        scenario("extends nothing", "extends: no-such.yaml\n" + BASE);
        scenario("extends data", "extends: sales.csv\n" + BASE);
        scenario("extends a list", "extends: [a, b]\n" + BASE);
        scenario("extends the other", "extends: other.yaml\n" + BASE, SALES, "other.yaml", "extends: scenario.yaml\n");
        run("a folder for a scenario", folder -> List.of("rate", folder.toString()));
        run(
                "a folder as overlay",
                folder -> List.of("rate", folder.resolve("scenario.yaml").toString(), folder.toString()));
        run(
                "data for a scenario",
                folder -> List.of("rate", folder.resolve("sales.csv").toString()));
        run("no file", folder -> List.of("rate", folder.resolve("none.yaml").toString()));
        run("a file named by nothing", folder -> List.of("rate", ""));
    }

    private void arguments() {
        for (String set : List.of(
                "",
                "=",
                "==",
                ".",
                "a",
                "=5",
                "title=",
                "title",
                "companies=",
                "companies.acme=",
                "companies..acme=1",
                "companies.acme.uses.grant=[",
                "companies.acme.uses.grant={a: *b}",
                "companies.acme.currency=US",
                "'title=x",
                "companies.'acme.currency=USD",
                "title=\u0000",
                "title=" + ESCAPE,
                "proceeding.period=0000",
                "companies.acme.uses.grant.1.received.1.amount=1e400",
                "companies.acme.uses.grant.0=1",
                "companies.acme.uses.grant.99999999999=1",
                "programs.grant.discount-rate=times 1e308",
                "programs.grant.discount-rate=plus",
                "title=" + "x".repeat(100_000),
                "a.".repeat(20_000) + "b=1",
                "programs.loan.repayment=annuity",
                "companies.acme.uses.loan.1.loans.1.rate=0%",
                "set.a=1",
                "format=advalorem/99")) {
            run(
                    "--set " + brief(set),
                    folder -> List.of("rate", folder.resolve("scenario.yaml").toString(), "--set", set));
        }
        for (String vary : List.of(
                "",
                "=",
                "programs.grant.discount-rate",
                "programs.grant.discount-rate=",
                "programs.grant.discount-rate=normal(",
                "programs.grant.discount-rate=normal(1e308, 1e308)",
                "programs.grant.discount-rate=uniform(5%, 1%)",
                "programs.grant.discount-rate=uniform(-1e18, 1e18)",
                "programs.grant.discount-rate=normal(NaN, 1)",
                "programs.grant.discount-rate=beta(1e-300, 1e-300, 1%, 3%)",
                "programs.grant.discount-rate=" + "(".repeat(50_000),
                "programs.grant.discount-rate=0% to 1e300% step 1e-300%",
                "programs.grant.discount-rate=0% to 5% in 999999999",
                "programs.grant.discount-rate=lognormal(1000, 1000)",
                "companies.acme.uses.loan.1.loans.1.rate=uniform(-5%, 5%)",
                "companies.acme.uses.loan.1.loans.1.principal=times uniform(0, 1e18)",
                "title=a, b")) {
            run(
                    "--vary " + brief(vary),
                    folder -> List.of(
                            "simulate", folder.resolve("scenario.yaml").toString(), "--draws", "64", "--vary", vary));
            run(
                    "sweep --vary " + brief(vary),
                    folder -> List.of("sweep", folder.resolve("scenario.yaml").toString(), "--vary", vary));
        }
        for (String draws : List.of("0", "-1", "1e3", "99999999999999999999", "NaN", "")) {
            run(
                    "--draws " + draws,
                    folder -> List.of(
                            "simulate",
                            folder.resolve("scenario.yaml").toString(),
                            "--draws",
                            draws,
                            "--vary",
                            "programs.grant.discount-rate=uniform(1%, 2%)"));
        }
        for (String address :
                List.of("", ".", "*", "companies.*", "\u0000", "'", "a".repeat(100_000), "companies.acme.rate.x")) {
            run(
                    "explain " + brief(address),
                    folder -> List.of("explain", folder.resolve("scenario.yaml").toString(), address));
        }
        run(
                "an option twice",
                folder -> List.of(
                        "rate", folder.resolve("scenario.yaml").toString(), "--format", "json", "--format", "csv"));
        run(
                "an option of nothing",
                folder -> List.of("rate", folder.resolve("scenario.yaml").toString(), "--\u0000"));
        run("a response file", folder -> List.of("rate", "@" + folder.resolve("scenario.yaml")));
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + " ... " + text.length() : text;
    }

    private void sales(String name, String csv) {
        scenario("a table: " + name, BASE, csv);
    }

    private void scenario(String name, String yaml) {
        scenario(name, yaml, SALES);
    }

    private void scenario(String name, String yaml, String csv, String... more) {
        add(
                name,
                yaml.getBytes(StandardCharsets.UTF_8),
                csv,
                more,
                own -> List.of("rate", own.resolve("scenario.yaml").toString(), "--format", "json"));
    }

    private void bytes(String name, byte[] yaml) {
        add(
                name,
                yaml,
                SALES,
                new String[0],
                own -> List.of("rate", own.resolve("scenario.yaml").toString(), "--format", "json"));
    }

    private interface Arguments {
        List<String> in(Path folder);
    }

    private void run(String name, Arguments arguments) {
        add(name, BASE.getBytes(StandardCharsets.UTF_8), SALES, new String[0], arguments);
    }

    private void add(String name, byte[] yaml, String csv, String[] more, Arguments arguments) {
        int number = tests.size();
        tests.add(DynamicTest.dynamicTest(name.replaceAll("\\p{Cntrl}", "?"), () -> {
            Path own = Files.createDirectory(folder.resolve("case" + number));
            Files.write(own.resolve("scenario.yaml"), yaml);
            Files.writeString(own.resolve("sales.csv"), csv, StandardCharsets.UTF_8);
            for (int i = 0; i + 1 < more.length; i += 2) {
                Files.writeString(own.resolve(more[i]), more[i + 1]);
            }
            List<String> given = arguments.in(own);
            check(assertTimeoutPreemptively(LONGEST, () -> Run.of(given.toArray(String[]::new))));
            check(assertTimeoutPreemptively(
                    LONGEST, () -> Run.of("check", own.resolve("scenario.yaml").toString())));
        }));
    }

    private static void check(Run run) {
        assertThat(run.exit())
                .as(run.err())
                .isIn(ExitCode.FINE, ExitCode.BAD_USAGE_OR_SCENARIO, ExitCode.EXPECTATION_FAILED);
        assertThat(run.err()).doesNotContain("Exception", "\tat ", "unexpected failure", ESCAPE, "\u0000");
        assertThat(run.err().length()).as("length of the messages").isLessThan(200_000);
        if (run.exit() == ExitCode.FINE) {
            assertThat(run.out()).doesNotContain("NaN", "Infinity", ESCAPE, "\u0000");
        } else {
            assertThat(run.err()).isNotBlank();
        }
    }

    /** The scenario that all others are broken from is right itself. */
    @TestFactory
    DynamicTest theBaseIsRight() throws IOException {
        return DynamicTest.dynamicTest("the base", () -> {
            Files.writeString(folder.resolve("scenario.yaml"), BASE);
            Files.writeString(folder.resolve("sales.csv"), SALES);
            Run run = Run.of("rate", folder.resolve("scenario.yaml").toString());
            assertThat(run.exit()).as(run.err()).isZero();
        });
    }
}
