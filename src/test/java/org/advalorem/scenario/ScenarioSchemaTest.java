package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Schema and reader agree. The validator is needed here only. */
class ScenarioSchemaTest {
    private static final String TEXT = ScenarioSchema.of(Toy.ROOT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private boolean readerAccepts(String yaml) {
        Path file = Toy.write(folder, "s.yaml", yaml);
        Toy.write(folder, "a.csv", "month,price,quantity\n2016-01,1,2\n");
        Toy.write(folder, "base.yaml", Toy.LEAST);
        Toy.read(problems, List.of(file)).ifPresent(scenario -> Toy.check(scenario, problems));
        return problems.isEmpty();
    }

    private static boolean schemaAccepts(String yaml) {
        SourceNode tree = Toy.tree(yaml, new Problems()).orElseThrow();
        return SCHEMA.validate(JsonMapper.shared().writeValueAsString(json(tree)), InputFormat.JSON)
                .isEmpty();
    }

    /** The tree with the types that YAML 1.2 gives to plain text. */
    static Object json(SourceNode given) {
        if (given instanceof SourceNode.Scalar scalar) {
            if (scalar.quoted() || !scalar.text().matches("true|false|[-+]?[0-9]+(\\.[0-9]+)?")) {
                return scalar.text();
            }
            return switch (scalar.text()) {
                case "true" -> true;
                case "false" -> false;
                default ->
                    scalar.text().contains(".") ? Double.valueOf(scalar.text()) : (Object) Long.valueOf(scalar.text());
            };
        }
        if (given instanceof SourceNode.Sequence list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(json(item)));
            return items;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        ((SourceNode.Mapping) given).entries().forEach((key, value) -> map.put(key, json(value)));
        return map;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: x\nlife: 12 years",
                "title: 2016\nlife: 12",
                "segments: a",
                "segments: [a, b]",
                "benchmarks: {i: {type: price, unit: USD/t, world: {LME: a.csv, b: 1900, c: {2016-01: 2000}, d: {file: a.csv}}}}",
                "benchmarks: {i: {type: price, unit: USD/t, world: {b: {value: 1900, status: assumed}}, freight: {m: 62 USD/t}, since: 2016-01-01}}",
                "benchmarks: {i: {type: loan, rate: 4.35%}, j: {type: loan, rate: {value: 4 percent, source: x, public: no}}}",
                "benchmarks: {i: {type: loan, rate: 0}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, source: {text: x, exhibit: GOV-12, page: 34-36, barcode: 3912345-01}}}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, source: {exhibit: 12, page: 3, barcode: 3912345}}}}",
                "set: {companies.zhongji.markup: plus 1%, companies.zhongji.uses: none}",
                "issues: {a: {b: {c: d}}}",
                "expect: {companies.zhongji.rate: '< 20%', a: 5, b: yes}",
            })
    void bothAccept(String more) {
        assertThat(readerAccepts(Toy.LEAST + more + "\n"))
                .as("%s", problems.sorted())
                .isTrue();
        assertThat(schemaAccepts(Toy.LEAST + more + "\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  b: {markup: 6%, listed: yes, method: ratio, sales: {2016: 12.5 million CNY, 2015: 3}}",
                "  b: {uses: {a: [{to: zj, purchases: a.csv, amount: {value: 5, status: verified}}]}}",
                "  b: {uses: {a: [{to: zj, purchases: {file: a.csv, change: {price: {scale: 1.05}}}}]}}",
                "  b: {uses: {a: [{to: zj, purchases: [{month: 2016-01, price: 5, quantity: 1}]}]}}",
                "  b: {uses: {a: [{to: zj, purchases: {file: a.csv, source: {exhibit: GOV-12}}}]}}",
            })
    void bothAcceptInCompanies(String company) {
        assertThat(readerAccepts(Toy.LEAST + company + "\n"))
                .as("%s", problems.sorted())
                .isTrue();
        assertThat(schemaAccepts(Toy.LEAST + company + "\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "titel: x",
                "life: [12]",
                "life: {years: 12}",
                "segments: {a: b}",
                "benchmarks: {i: {type: price, rate: 4%}}",
                "benchmarks: {i: {type: loan}}",
                "benchmarks: {i: {type: prices}}",
                "benchmarks: {i: {unit: USD}}",
                "benchmarks: {i: {type: loan, rate: 4.35}}",
                "benchmarks: {i: {type: loan, rate: '4.35'}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, note: x}}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, status: certain}}}",
                "benchmarks: {i: {type: loan, rate: {status: verified}}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, source: {}}}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, source: {exhibits: GOV-12}}}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, source: {barcode: 391-01}}}}",
                "benchmarks: {i: {type: loan, rate: {value: 4%, source: [x]}}}",
                "benchmarks: {i: {type: price, since: 2016}}",
                "benchmarks: {i: {type: price, world: {b: {2016: 5}}}}",
                "benchmarks: [i]",
                "  b: {method: no}",
                "  b: {listed: maybe}",
                "  b: {sales: {16: 5}}",
                "  b: {sales: [5]}",
                "  b: {uses: {a: {to: zj}}}",
                "  b: {uses: {a: [{purchases: a.csv}]}}",
                "  b: {uses: {a: [{to: zj, purchases: {files: a.csv}}]}}",
                "  b: {uses: {a: [{to: zj, purchases: [{month: 2016-01}]}]}}",
                "  b: {uses: {a: [{to: zj, purchases: [{month: 2016-01, price: 5, colour: red}]}]}}",
                "expect: [a]",
                "set: [a]",
            })
    void bothRefuse(String more) {
        assertThat(schemaAccepts(Toy.LEAST + more + "\n")).isFalse();
        assertThat(readerAccepts(Toy.LEAST + more + "\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: over",
                "companies: {zhongji: {currency: none, markup: 6%}, b: {uses: {a: [{to: zj}]}}}",
                "benchmarks: none",
                "set: {companies.zhongji.markup: plus 1%}",
            })
    void aFileThatExtendsNeedNotBeComplete(String yaml) {
        String overlay = "extends: base.yaml\n" + yaml + "\n";
        assertThat(schemaAccepts(overlay)).isTrue();
        assertThat(schemaAccepts(yaml + "\n")).isFalse();
        assertThat(schemaAccepts(overlay + "titel: x\n")).isFalse();
    }

    @Test
    void theTextIsTheSameEveryTime() {
        assertThat(ScenarioSchema.of(Toy.ROOT))
                .isEqualTo(TEXT)
                .startsWith("{\n  \"$schema\": \"https://json-schema.org/");
    }
}
