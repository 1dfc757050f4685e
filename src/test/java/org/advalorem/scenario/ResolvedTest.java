package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedTest {
    private static final int TREES = 3000;
    private static final String[] PARTS = {
        "a",
        "none",
        "12 years",
        "yes",
        " ",
        "\n",
        "\n\n",
        "#",
        " #",
        ": ",
        ":",
        "- ",
        "-",
        "?",
        "'",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&a",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\t",
        "\r",
        "\\",
        "\u0001",
        "\u0085",
        "\u2028",
        "\ufeff",
        "é",
        "中",
        "\ud83d\ude00",
        "null",
        "~",
        "<<",
        "=",
        "---",
        "...",
        "0x1F",
        "6%",
        "times 2"
    };

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private String readBack(String yaml) {
        String shown = Toy.tree(yaml, problems).map(Toy::show).orElse("nothing");
        assertThat(problems.sorted()).as(yaml).isEmpty();
        return shown;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {value: 6%, status: verified, source: \"p. 12: \\\"x\\\"\", public: no}",
                "a: [{to: zj, on: 2016-01-01}, [1, [2, []], {}], x]\nb: {}\nc: []",
                "notes: |\n  two\n  lines\n\n  three\nmore: |-\n  x\n   y\nlast: >\n  folded\n  text\n",
                "plain: one\n  two\n\n  three\n",
                "\"A.B. Ltd's\": 1\n? \"with: colon\"\n: 2\n",
                "a: 'none'\nb: none\nc: \"null\"\nd: 12:30\ne: http://x.y/z#a\nf: -5%\ng: .5\nh: '- x'",
                "a: \"\"\nb: \" x \"\nc: \"\\n\"\nd: \"x\\n\\n\"\ne: \"\\tx\"\nf: \"\\0\\x1b\\u2028\\U0001F600\"",
            })
    void readsBackToTheSameTree(String yaml) {
        SourceNode tree = Toy.tree(yaml, problems).orElseThrow();
        assertThat(readBack(YamlWriter.write((SourceNode.Mapping) tree))).isEqualTo(Toy.show(tree));
    }

    @Test
    void keepsBlocksOfTextLegible() {
        SourceNode tree = Toy.tree("notes: |\n  two\n  lines\nlist:\n- a: 1\n  b: [x]\n", problems)
                .orElseThrow();
        assertThat(YamlWriter.write((SourceNode.Mapping) tree))
                .isEqualTo("notes: |\n  two\n  lines\nlist:\n  - a: 1\n    b:\n      - x\n");
    }

    @Test
    void readsBackAnyTree() {
        for (long seed = 0; seed < TREES; seed++) {
            SourceNode.Mapping tree = mapping(new Random(seed), 0);
            String yaml = YamlWriter.write(tree);
            assertThat(readBack(yaml)).as("seed " + seed + "\n" + yaml).isEqualTo(Toy.show(tree));
        }
    }

    private static SourceNode.Mapping mapping(Random random, int depth) {
        Map<String, SourceNode> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String key = text(random);
            if (!key.isBlank()) {
                entries.put(key, tree(random, depth + 1));
            }
        }
        return new SourceNode.Mapping(entries, Map.of(), Origin.PROGRAM);
    }

    private static SourceNode tree(Random random, int depth) {
        return switch (depth > 4 ? 9 : random.nextInt(10)) {
            case 0, 1 -> mapping(random, depth);
            case 2 ->
                SourceNode.sequence(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> (Object) tree(random, depth + 1))
                        .toArray());
            default -> new SourceNode.Scalar(text(random), true, Origin.PROGRAM);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    @Test
    void plainTextStaysPlainWhereItCan() {
        for (long seed = 0; seed < TREES; seed++) {
            String text = text(new Random(seed));
            SourceNode.Mapping tree = new SourceNode.Mapping(
                    Map.of("k", new SourceNode.Scalar(text, false, Origin.PROGRAM)), Map.of(), Origin.PROGRAM);
            String back = readBack(YamlWriter.write(tree));
            assertThat(back).as("seed " + seed).isIn("{k: " + text + "}", "{k: \"" + text + "\"}");
        }
        assertThat(readBack("k: a b\n\n  c\n")).isEqualTo("{k: a b\nc}");
    }

    @Test
    void rewritesDataPathsForTheFolderOfTheResult() throws IOException {
        Toy.write(folder, "base/data/lme.csv", "month,price\n2016-01,1\n");
        Toy.write(folder, "base/own.csv", "month,price\n2016-01,1\n");
        Toy.write(
                folder,
                "base/base.yaml",
                Toy.LEAST
                        + "benchmarks:\n  ingot:\n    type: price\n    unit: USD/t\n    world: {LME: data/lme.csv, flat: 1900, TDM: {file: own.csv}}\n");
        Path over = Toy.write(
                folder,
                "over/over.yaml",
                "extends: ../base/base.yaml\ncompanies: {zhongji: {uses: {a: [{to: zj, purchases: mine.csv}]}}}\n");
        Toy.write(folder, "over/mine.csv", "month,price\n2016-01,1\n");
        Scenario scenario = Toy.read(problems, List.of(over)).orElseThrow();
        Path result = Toy.write(folder, "result.yaml", scenario.resolved(folder, problems));
        assertThat(problems.sorted()).isEmpty();
        Scenario again = Toy.read(problems, List.of(result)).orElseThrow();
        Toy.check(again, problems);
        assertThat(problems.sorted()).isEmpty();
        assertThat(Files.readString(result))
                .contains("LME: base/data/lme.csv", "file: base/own.csv", "purchases: over/mine.csv");
        assertThat(again.content().hash()).isEqualTo(scenario.content().hash());
        scenario.resolved(folder.resolve("over"), problems);
        assertThat(problems.sorted()).hasSize(2);
        assertThat(problems.sorted().get(0).message()).contains("is not below the folder");
    }

    @Test
    void theHashIsOfTheContent() {
        Path csv = Toy.write(folder, "a.csv", "month,price\n2016-01,1\n");
        String text = Toy.LEAST + "benchmarks: {ingot: {type: price, world: {LME: a.csv, b: 1}}}\n";
        String hash = hash(text);
        assertThat(hash)
                .hasSize(64)
                .isEqualTo(hash("# remark\nbenchmarks:\n  ingot:\n    world: {b: '1', LME: a.csv}\n    type: price\r\n"
                        + Toy.LEAST))
                .isNotEqualTo(hash(text.replace("b: 1", "b: 2")));
        Toy.write(folder, csv.getFileName().toString(), "month,price\n2016-01,2\n");
        assertThat(hash(text)).isNotEqualTo(hash);
    }

    private String hash(String text) {
        Path file = Toy.write(folder, "s.yaml", text);
        return Toy.read(problems, List.of(file)).orElseThrow().content().hash();
    }
}
