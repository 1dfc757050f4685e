package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.advalorem.facts.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for one changed input, method or rule in the scenario on aluminum foil and in small ones. */
final class SingleEditTest {
    private static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");
    private static final String USES = "companies.zhongji.uses.";

    @TempDir
    private Path folder;

    private DisclosureCheck.Result check(Model model, String... lines) throws IOException {
        Path file = folder.resolve("published.csv");
        Files.writeString(file, "address,value\n" + String.join("\n", lines) + "\n");
        Problems problems = new Problems();
        Optional<DisclosureCheck.Result> read = DisclosureCheck.of(model, file, problems, decided -> {});
        assertThat(problems.sorted()).isEmpty();
        return read.orElseThrow();
    }

    private SingleEdit.Result search(Model model, String... lines) throws IOException {
        return SingleEdit.of(model, check(model, lines), 2, Progress.NONE).orElseThrow();
    }

    /** The figures by which the disclosure of one program differs, calculated apart: 17.14 % less or more the difference. */
    private SingleEdit.Result foil(String... lines) throws IOException {
        return search(Model.load(FOIL), lines);
    }

    private static List<String> settings(List<SingleEdit.Found> found) {
        return found.stream().flatMap(of -> of.settings().stream()).toList();
    }

    @Test
    void aGrantKeyedInThousands() throws IOException {
        // 9 million of income tax over 1.8 billion are 0.50 %; 25 % of 90 thousand less 13.5 million are nothing
        SingleEdit.Result result = foil("companies.zhongji.programs.income-tax,0.00%", "companies.zhongji,16.64%");
        assertThat(settings(result.best()))
                .contains(USES + "income-tax.zj.income=90000", USES + "income-tax.zj.income=0");
        assertThat(result.best()).allMatch(of -> of.address().contains("income-tax."));
    }

    @Test
    void anotherDenominatorIsTheOnlyExplanation() throws IOException {
        // 3,540,707 over Z Strip's own sales instead of both producers' 1.8 billion
        Model own = Model.load(FOIL).set(USES + "technology-grant.hf.denominator", "recipient");
        String rate = PlantedEdits.published(own, own)
                .lines()
                .filter(line -> line.contains("technology-grant"))
                .findFirst()
                .orElseThrow();
        String total = PlantedEdits.published(own, own)
                .lines()
                .filter(line -> line.contains("zhongji.rate"))
                .findFirst()
                .orElseThrow();
        SingleEdit.Result result = foil(rate, total);
        assertThat(settings(result.best())).containsExactly(USES + "technology-grant.hf.denominator=recipient");
        assertThat(result.best().get(0).kind()).isEqualTo(EditKind.DENOMINATOR);
    }

    @Test
    void aProgramInTheTotalTwice() throws IOException {
        // the program's own rate stays 3.05 %, the company's rises by it
        SingleEdit.Result result = foil(
                "companies.zhongji.programs.aluminum-ltar,3.05%",
                "companies.zhongji,20.19%", "companies.dingsheng,19.98%");
        assertThat(result.best().stream().map(of -> of.kind() + " " + of.address()))
                .contains("counted twice companies.zhongji.uses.aluminum-ltar");
        assertThat(result.best().get(0).settings()).hasSize(2);
    }

    @Test
    void aProgramLeftOutMayBePrintedAsNothing() throws IOException {
        // 17.14 % less 0.12 %
        SingleEdit.Result result = foil("companies.zhongji.programs.parent-grant,0.00%", "companies.zhongji,17.02%");
        assertThat(settings(result.best())).contains("programs.parent-grant.applied=no");
        assertThat(result.best().get(0).kind()).isIn(EditKind.LEFT_OUT, EditKind.DENOMINATOR, EditKind.ISSUE);
    }

    @Test
    void twoErrorsHaveNoSingleEdit() throws IOException {
        SingleEdit.Result result = foil(
                "companies.zhongji.programs.land,0.00%",
                "companies.zhongji.programs.income-tax,0.00%", "companies.zhongji.programs.policy-loans,1.12%");
        assertThat(result.all()).isEmpty();
        assertThat(result.firstOnly()).isNotEmpty().hasSizeLessThanOrEqualTo(SingleEdit.MOST_PARTIAL);
        assertThat(result.tried()).isGreaterThan(100);
    }

    @Test
    void everySettingNamedGivesTheFigures() throws IOException {
        Model model = Model.load(FOIL);
        DisclosureCheck.Result disclosure = check(model, "companies.zhongji.programs.aluminum-ltar,2.90%");
        SingleEdit.Result result =
                SingleEdit.of(model, disclosure, 2, Progress.NONE).orElseThrow();
        assertThat(result.all()).isNotEmpty();
        for (SingleEdit.Found found : result.all()) {
            if (found.settings().size() == 1) {
                String[] parts = found.settings().get(0).split("=", 2);
                Model changed = model.set(parts[0], parts[1]);
                assertThat(check(changed, "companies.zhongji.programs.aluminum-ltar,2.90%")
                                .first())
                        .as(found.settings().get(0))
                        .isEmpty();
            }
        }
        // in order, and in groups of one rank each
        assertThat(result.all().stream().map(of -> of.kind().rank()).toList()).isSorted();
        assertThat(new TreeSet<>(
                        result.best().stream().map(of -> of.kind().rank()).toList()))
                .hasSize(1);
    }

    @Test
    void aCellOfADataFileIsNamedByItsLine() throws IOException {
        Model model = Model.load(FOIL);
        // LME of January read as 14780: by hand in a copy of the file
        List<SingleEdit.Found> all =
                search(model, "benchmarks.ingot.world.LME.1.price,14780").all();
        assertThat(all).anySatisfy(found -> {
            assertThat(found.made()).isEqualTo(SingleEdit.Made.IN_THE_FILE);
            assertThat(found.place()).endsWith("lme.csv:2");
            assertThat(found.after()).isEqualTo("14780");
        });
    }

    @Test
    void nothingIsSearchedWhereAllMatches() throws IOException {
        Model model = Model.load(FOIL);
        assertThat(SingleEdit.of(model, check(model, "companies.zhongji,17.14%"), 1, Progress.NONE))
                .isEmpty();
    }

    @Test
    void aStoppedSearchIsPartial() throws IOException {
        Model model = Model.load(FOIL);
        SingleEdit.Result result = SingleEdit.of(
                        model, check(model, "companies.zhongji,16.64%"), 1, (what, done, total) -> false)
                .orElseThrow();
        assertThat(result.run().partial()).isTrue();
    }
}
