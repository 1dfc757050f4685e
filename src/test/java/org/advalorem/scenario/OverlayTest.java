package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
    private static final String BASE = """
            format: advalorem/1
            title: base
            life: 12 years
            benchmarks:
              ingot:
                type: price
                world: {LME: lme.csv, TDM: {2016-01: 2000, 2016-02: 2100}, flat: 1900}
                freight: {Maersk: 62 USD/t, Xeneta: 55 USD/t}
            companies:
              zhongji:
                currency: CNY
                markup: {value: 6%, status: verified, source: memo}
                method: ratio
                sales: {2015: 1.0 billion, 2016: 12.5 million CNY}
                uses:
                  aluminum:
                    - {to: zj, purchases: aluminum.csv, amount: 3}
                    - {to: hf, purchases: [{month: 2016-01, price: 10}, {month: 2016-02, price: 20}]}
            """;

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @BeforeEach
    void base() {
        Toy.write(folder, "base.yaml", BASE);
    }

    private Scenario read(List<String> names, String... sets) {
        return Toy.read(problems, names.stream().map(folder::resolve).toList(), sets)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    private SourceNode at(Scenario scenario, String... path) {
        SourceNode given = scenario.tree();
        for (String key : path) {
            given = given instanceof SourceNode.Mapping mapping
                    ? mapping.entries().get(key)
                    : ((SourceNode.Sequence) given).items().get(Integer.parseInt(key));
        }
        return given;
    }

    private List<String> messages() {
        return problems.sorted().stream()
                .map(problem -> problem.code() + " " + problem.message() + " | " + problem.advice())
                .toList();
    }

    @Test
    void laysMappingsOverEachOtherAndReplacesTheRest() {
        Toy.write(folder, "over.yaml", """
                extends: base.yaml
                title: over
                benchmarks: {ingot: {freight: {Maersk: 70 USD/t}, world: {TDM: none}}}
                companies:
                  zhongji: {markup: 7%, sales: {2017: 5}, uses: {aluminum: [{to: zj}]}}
                """);
        Scenario scenario = read(List.of("over.yaml"));
        assertThat(messages()).isEmpty();
        assertThat(Toy.show(scenario.tree()))
                .isEqualTo(
                        "{format: advalorem/1, title: over, life: 12 years, benchmarks: {ingot: {type: price, "
                                + "world: {LME: lme.csv, flat: 1900}, freight: {Maersk: 70 USD/t, Xeneta: 55 USD/t}}}, "
                                + "companies: {zhongji: {currency: CNY, markup: 7%, method: ratio, "
                                + "sales: {2015: 1.0 billion, 2016: 12.5 million CNY, 2017: 5}, uses: {aluminum: [{to: zj}]}}}}");
        SourceNode title = at(scenario, "title");
        assertThat(title.origin().toString()).endsWith("over.yaml:2:8");
        assertThat(title.origin().text()).isEqualTo("title: over");
        assertThat(title.origin().overridden().orElseThrow().toString()).endsWith("base.yaml:2:8");
    }

    @Test
    void removesOnlyWhereTheWordIsNoValue() {
        Toy.write(folder, "over.yaml", """
                life: none
                companies: {zhongji: {method: none, markup: none}}
                """);
        Scenario scenario = read(List.of("base.yaml", "over.yaml"));
        assertThat(scenario.tree().entries()).doesNotContainKey("life");
        assertThat(Toy.show(at(scenario, "companies", "zhongji", "method"))).isEqualTo("none");
        assertThat(((SourceNode.Mapping) at(scenario, "companies", "zhongji")).entries())
                .doesNotContainKey("markup");
    }

    @Test
    void appliesWhatFilesSetAfterTheirKeysAndArgumentsLast() {
        Toy.write(folder, "a.yaml", "extends: base.yaml\nset: {companies.zhongji.markup: 7%, life: 13 years}\n");
        Toy.write(folder, "b.yaml", "set: {companies.zhongji.markup: 8%}\n");
        Scenario scenario = read(List.of("a.yaml", "b.yaml"), "companies.zhongji.markup=9%");
        SourceNode markup = at(scenario, "companies", "zhongji", "markup");
        assertThat(Toy.show(markup)).isEqualTo("{value: 9%, status: verified, source: memo}");
        SourceNode value = at(scenario, "companies", "zhongji", "markup", "value");
        assertThat(value.origin().toString()).isEqualTo("--set argument");
        assertThat(value.origin().overridden().orElseThrow().toString()).endsWith("b.yaml:1:33");
        assertThat(Toy.show(at(scenario, "life"))).isEqualTo("13 years");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "companies.zhongji.sales.2016=times 1.05 | companies.zhongji.sales | {2015: 1.0 billion, 2016: 13.125 million CNY}",
                "companies.zhongji.sales.2016=plus 10 | companies.zhongji.sales | {2015: 1.0 billion, 2016: 12500010 CNY}",
                "companies.zhongji.sales=times 2 | companies.zhongji.sales | {2015: 2 billion, 2016: 25 million CNY}",
                "companies.zhongji.sales.2018=5 | companies.zhongji.sales | {2015: 1.0 billion, 2016: 12.5 million CNY, 2018: 5}",
                "companies.zhongji.markup=plus 2% | companies.zhongji.markup | {value: 8%, status: verified, source: memo}",
                "companies.zhongji.markup.value=1% | companies.zhongji.markup | {value: 1%, status: verified, source: memo}",
                "companies.zhongji.markup={value: 1%, status: assumed} | companies.zhongji.markup | {value: 1%, status: assumed}",
                "companies.zhongji.markup.status=disputed | companies.zhongji.markup | {value: 6%, status: disputed, source: memo}",
                "companies.zhongji.currency.source=books | companies.zhongji.currency | {value: CNY, source: books}",
                "companies.zhongji.listed=yes | companies.zhongji.listed | yes",
                "companies.zhongji.currency=\"plus 5\" | companies.zhongji.currency | \"plus 5\"",
                "benchmarks.ingot.freight=times 2 | benchmarks.ingot.freight | {Maersk: 124 USD/t, Xeneta: 110 USD/t}",
                "benchmarks.ingot.freight.Maersk=plus -2 USD/t | benchmarks.ingot.freight.Maersk | 60 USD/t",
                "benchmarks.ingot.world.TDM=plus 1 | benchmarks.ingot.world.TDM | {2016-01: 2001, 2016-02: 2101}",
                "benchmarks.ingot.world.TDM.2016-03=5 | benchmarks.ingot.world.TDM | {2016-01: 2000, 2016-02: 2100, 2016-03: 5}",
                "benchmarks.ingot.world.LME=times 1.05 | benchmarks.ingot.world.LME | {file: lme.csv, change: {price: {scale: 1.05}}}",
                "benchmarks.ingot.world=times 1.1 | benchmarks.ingot.world | {LME: {file: lme.csv, change: {price: {scale: 1.1}}}, TDM: {2016-01: 2200, 2016-02: 2310}, flat: 2090}",
                "companies.zhongji.uses.aluminum.zj.amount=4 | companies.zhongji.uses.aluminum.0.amount | 4",
                "companies.zhongji.uses.aluminum.1.amount=4 | companies.zhongji.uses.aluminum.0.amount | 4",
                "companies.zhongji.uses.aluminum.zj.purchases.change.price.scale=1.05 | companies.zhongji.uses.aluminum.0.purchases | {file: aluminum.csv, change: {price: {scale: 1.05}}}",
                "companies.zhongji.uses.aluminum.zj.purchases.price=plus 3 | companies.zhongji.uses.aluminum.0.purchases | {file: aluminum.csv, change: {price: {shift: 3}}}",
                "companies.zhongji.uses.aluminum.zj.purchases=times 1.05 | companies.zhongji.uses.aluminum.0.purchases | {file: aluminum.csv, change: {price: {scale: 1.05}}}",
                "companies.zhongji.uses.aluminum.hf.purchases.price=times 2 | companies.zhongji.uses.aluminum.1.purchases | [{month: 2016-01, price: 20}, {month: 2016-02, price: 40}]",
                "companies.zhongji.uses.aluminum.hf.purchases.2.price=7 | companies.zhongji.uses.aluminum.1.purchases.1.price | 7",
                "companies.zhongji.uses.aluminum.hf=none | companies.zhongji.uses.aluminum | [{to: zj, purchases: aluminum.csv, amount: 3}]",
                "companies.zhongji.uses.steel=[{to: zj}] | companies.zhongji.uses.steel | [{to: zj}]",
                "benchmarks.ingot.freight.Maersk=none | benchmarks.ingot.freight | {Xeneta: 55 USD/t}",
                "companies.other={currency: USD} | companies.other | {currency: USD}",
            })
    void setsOneAddress(String set, String where, String expected) {
        Scenario scenario = read(List.of("base.yaml"), set);
        assertThat(messages()).isEmpty();
        assertThat(Toy.show(at(scenario, where.split("\\.")))).isEqualTo(expected);
    }

    @Test
    void changesOfAColumnAddUp() {
        Scenario scenario = read(
                List.of("base.yaml"),
                "companies.zhongji.uses.aluminum.zj.purchases=plus 10",
                "companies.zhongji.uses.aluminum.zj.purchases=times 2",
                "companies.zhongji.uses.aluminum.zj.purchases.price=plus 1");
        assertThat(Toy.show(at(scenario, "companies", "zhongji", "uses", "aluminum", "0", "purchases")))
                .isEqualTo("{file: aluminum.csv, change: {price: {shift: 21, scale: 2}}}");
    }

    @Test
    void aDefaultCanBeScaled() {
        Scenario scenario =
                read(List.of("base.yaml"), "companies.zhongji.markup=none", "companies.zhongji.markup=times 2");
        assertThat(Toy.show(at(scenario, "companies", "zhongji", "markup"))).isEqualTo("10%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "companies.zhongi.markup=1% | AV211 There is no (zhongi) in (companies). | Did you mean (companies.zhongji.markup)?",
                "companies.zhongji.markpu=1% | AV211 There is no (markpu) in (companies.zhongji). | Did you mean (companies.zhongji.markup)?",
                "companies.zhongji.uses.aluminum.zx.amount=1 | AV211 There is no (zx) in (companies.zhongji.uses.aluminum). | Did you mean (companies.zhongji.uses.aluminum.zj.amount)?",
                "companies.zhongji.uses.aluminum.9.amount=1 | AV211 There is no (9) in (companies.zhongji.uses.aluminum). | Did you mean (companies.zhongji.uses.aluminum.hf.amount)?",
                "companies.zhongji.currency.code=1 | AV211 (companies.zhongji.currency) is the single value (CNY); it has no (code). | ",
                "benchmarks.ingot.world.LMA=5 | AV211 There is no (LMA) in (benchmarks.ingot.world). | Did you mean (benchmarks.ingot.world.LME)?",
                "companies.zhongji.sales.16=5 | AV211 There is no (16) in (companies.zhongji.sales). | Did you mean (companies.zhongji.sales.2016)?",
                "benchmarks.ingot.world.LME.1.price=5 | AV211 There is no (1) in (benchmarks.ingot.world.LME). | Correct a cell of the data file: benchmarks.ingot.world.LME.corrected.1.price=95; or change a whole column: benchmarks.ingot.world.LME.price=times 1.05.",
                "companies.zhongji.method=times 2 | AV212 (companies.zhongji.method) is not a quantity, and cannot be scaled or added to. | Write the new value itself; put text that begins with times or plus in quotes.",
                "companies.zhongji=times 2 | AV212 (companies.zhongji) holds several fields, which cannot"
                        + " be scaled or added to together. | Name one of them: currency, markup, method, sales,"
                        + " uses.",
                "companies.zhongji.sales.2016=plus 2% | AV212 A percentage cannot be added to (12.5 million CNY). | Write times 1.02 to raise it by 2%.",
                "companies.zhongji.markup=plus 2 | AV212 (2) without a percent sign cannot be added to the rate (6%). | Write plus 2% for percentage points.",
                "companies.zhongji.sales.2016=plus 2 USD | AV212 (USD) cannot be added to (12.5 million CNY). | Write both in the same unit.",
                "companies.zhongji.sales.2016=times 1.2.3 | AV212 (times 1.2.3) is not a change. | Write"
                        + " times 1.05, plus 10 or plus 2%; put text that begins with times or plus in quotes.",
                "companies.zhongji.sales.2019=times 2 | AV212 There is no value at"
                        + " (companies.zhongji.sales.2019) to scale or add to. | Write the value itself.",
                "companies.zhongji.uses.aluminum.zj.purchases.price=5 | AV212 A whole column can be scaled,"
                        + " or shifted by a number without a unit. | Write times 1.05 or plus 10; for rates, plus"
                        + " 0.5%.",
                "companies.zhongji.markup | AV212 (companies.zhongji.markup) sets nothing: it has no equals sign. | Write address=value, such as programs.NAME.applied=no; (advalorem addresses FILE) lists the addresses of a scenario.",
                "companies..markup=1 | AV211 The address (companies..markup) has an empty part. | Write address=value, such as programs.NAME.applied=no; (advalorem addresses FILE) lists the addresses of a scenario.",
                "'companies=1 | AV212 ('companies=1) sets nothing: it has no equals sign. | Write address=value, such as programs.NAME.applied=no; (advalorem addresses FILE) lists the addresses of a scenario.",
                "life= | AV109 No value is given for (life). | Write a value after the equals sign; none"
                        + " removes what is there.",
                "life=null | AV109 No value is given for (life). | Write a value after the equals sign;"
                        + " none removes what is there.",
                "life=[1 | AV102 The list is not closed, or a comma is missing. | Write [one, two]; put"
                        + " text that contains brackets or commas in quotes.",
            })
    void refusesAddressesAndChangesWithAdvice(String set, String message, String advice) {
        read(List.of("base.yaml"), set);
        assertThat(messages()).containsExactly(message + " | " + (advice == null ? "" : advice));
    }

    @Test
    void aNameWithDotsAndQuotesIsQuotedInAddresses() {
        Toy.write(folder, "odd.yaml", "companies: {\"A.B. Ltd's\": {currency: CNY}}\n");
        Scenario scenario = read(List.of("base.yaml", "odd.yaml"), "companies.'A.B. Ltd''s'.currency=EUR");
        assertThat(messages()).isEmpty();
        assertThat(Toy.show(at(scenario, "companies", "A.B. Ltd's", "currency")))
                .isEqualTo("EUR");
    }

    @Test
    void tellsCirclesWithTheirChain() {
        Toy.write(folder, "a.yaml", "extends: b.yaml\n");
        Toy.write(folder, "b.yaml", "extends: sub/c.yaml\n");
        Toy.write(folder, "sub/c.yaml", "extends: ../a.yaml\n");
        assertThat(Toy.read(problems, List.of(folder.resolve("a.yaml")))).isEmpty();
        assertThat(messages())
                .containsExactly(
                        "AV107 The files extend each other in a circle: a.yaml -> b.yaml -> c.yaml -> a.yaml. |"
                                + " Remove extends from one of them.");
        assertThat(problems.sorted().get(0).origin().toString()).endsWith("sub/c.yaml:1:10");
    }

    @Test
    void tellsMissingBasesWhereTheyAreNamed() {
        Toy.write(folder, "a.yaml", "title: a\nextends: bas.yaml\n");
        assertThat(Toy.read(problems, List.of(folder.resolve("a.yaml")))).isEmpty();
        Problem problem = problems.sorted().get(0);
        assertThat(problem.code()).isEqualTo(Problem.Code.AV107);
        assertThat(problem.origin().toString()).endsWith("a.yaml:2:10");
        assertThat(problem.advice()).isEqualTo("Did you mean (base.yaml)?");
    }

    @Test
    void readsStandardInputOnce() {
        Scenario scenario = Toy.readInput(Toy.LEAST, problems).orElseThrow();
        assertThat(scenario.name()).isEqualTo("-");
        assertThat(scenario.tree().entries().get("companies").origin().toString())
                .isEqualTo("-:3:3");
    }

    @Test
    void whatHasNothingBehindItIsToldOnce() {
        Toy.write(folder, "over.yaml", "companies:\n");
        Scenario scenario = read(List.of("base.yaml", "over.yaml"));
        Toy.check(scenario, problems);
        assertThat(messages())
                .filteredOn(message -> message.contains("(companies)"))
                .containsExactly("AV109 No value is given for (companies). | Write a value, or leave it out.");
    }
}
