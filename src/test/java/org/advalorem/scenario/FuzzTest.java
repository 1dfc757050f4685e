package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.advalorem.Mutations;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.report.ProblemText;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, the answer is problems and never an exception. The seed of a failure is in its name. */
class FuzzTest {
    private static final int RUNS = 2000;
    private static final String SEED_TEXT = """
            # a scenario
            format: advalorem/1
            title: "Company \\u00c9, \\"quoted\\""
            notes: |
              two
              lines
            benchmarks:
              ingot: {type: price, world: {TDM: {2016-01: 2000}, flat: 1900}, freight: {Maersk: 62 USD/t}}
            companies:
              zhongji:
                markup: {value: 6%, status: verified, source: 'memo'}
                sales: {2015: 1.0 billion, 2016: 12.5 million CNY}
                uses:
                  aluminum: [{to: zj, purchases: aluminum.csv}, {to: hf, purchases: [{month: 2016-01, price: 10}]}]
            expect: {companies.zhongji.rate: "< 20%", b: == 17.14% +- 0.005%}
            set: {companies.zhongji.markup: plus 2%, life: none}
            """;

    @Test
    void brokenScenariosGiveProblems() {
        for (long seed = 0; seed < RUNS; seed++) {
            byte[] bytes = Mutations.ofBytes(SEED_TEXT.getBytes(StandardCharsets.UTF_8), new Random(seed));
            Problems problems = new Problems();
            try {
                Scenario.read(
                                Toy.ROOT,
                                List.of(Path.of("-")),
                                List.of("companies.zhongji.markup=times 2"),
                                new ByteArrayInputStream(bytes),
                                new FilesRead(),
                                problems)
                        .ifPresent(scenario -> Toy.check(scenario, problems));
                assertThat(ProblemText.of(problems.sorted())).doesNotContain("\u001b");
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void brokenArgumentsGiveProblems() {
        String[] good = {
            "companies.zhongji.markup=plus 2%", "benchmarks.'in''got'.world={a: [1, 2]}", "life=\"12 years\""
        };
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            byte[] bytes =
                    Mutations.ofBytes(good[random.nextInt(good.length)].getBytes(StandardCharsets.UTF_8), random);
            String argument = new String(bytes, StandardCharsets.UTF_8);
            Problems problems = new Problems();
            try {
                assertThat(Toy.readInput(SEED_TEXT, problems, argument)).isPresent();
                ProblemText.of(problems.sorted());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void deepNestingIsAProblem() {
        for (String open : List.of("[", "{a: ", "- ", "? ", "{? [")) {
            Problems problems = new Problems();
            Toy.readInput("format: x\ntitle:\n  " + open.repeat(20_000), problems);
            assertThat(problems.sorted()).isNotEmpty();
        }
    }

    @Test
    void hugeFilesAreAProblem() {
        Problems problems = new Problems();
        Toy.readInput("# ".repeat(FileBytes.MOST), problems);
        Toy.readInput("title: [" + "a,".repeat(YamlReader.MOST_VALUES) + "]", problems);
        assertThat(problems.sorted())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder("The file is larger than 5 MB.", "The file has more than 300000 values.");
    }
}
