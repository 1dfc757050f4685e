package org.advalorem.rules.attribution;

import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members that contradict one another are refused, whatever they received. */
final class MemberChecksTest {
    /** Producer p, trading company t, unaffiliated u and v of one group, input supplier i of p; and x. */
    private static List<String> problems(Object... x) {
        List<Object> members = new ArrayList<>(List.of(
                "p", SourceNode.mapping("role", "producer"),
                "t", SourceNode.mapping("role", "trading company"),
                "u", SourceNode.mapping("role", "unaffiliated producer", "group", "n"),
                "v", SourceNode.mapping("role", "unaffiliated producer", "group", "n"),
                "i", SourceNode.mapping("role", "input supplier", "input-to", "p")));
        members.addAll(List.of("x", SourceNode.mapping(x)));
        return Scenarios.investigation()
                .program("aid", "type", "stated", "rate", "3%")
                .company(
                        "g",
                        "members",
                        SourceNode.mapping(members.toArray()),
                        "uses",
                        SourceNode.mapping("aid", use("to", "p")))
                .problems();
    }

    @ParameterizedTest
    @CsvSource({
        "input supplier, input-to, i, '(input-to) of (x) names (i), whose role is input supplier'",
        "input supplier, input-to, x, '(input-to) of (x) names (x), whose role is input supplier'",
        "utility supplier, input-to, t, '(input-to) of (x) names (t), whose role is trading company'",
        "holding, affiliate-of, i, '(affiliate-of) of (x) names (i), whose role is input supplier'",
        "holding, affiliate-of, x, '(affiliate-of) of (x) names (x), whose role is holding'",
        "producer, affiliate-of, u, '(affiliate-of) is stated at (x), whose role is producer'",
        "holding, passes-to, x, 'The money that (x) passes on comes back to (x).'",
        "producer, group, n, '(group) is stated at (x), whose role is producer'",
        "holding, examined, yes, '(examined) is stated at (x), whose role is holding'",
        "producer, share-of-us-exports, 5%, '(share-of-us-exports) is stated at (x), whose role is producer'",
        "holding, us-sales-sourced, 5, '(us-sales-sourced) is stated at (x), whose role is holding'",
        "producer, share-of-output, 5%, '(share-of-output) is stated at (x), whose role is producer'",
        "producer, share-of-supply, 5%, '(share-of-supply) is stated at (x), whose role is producer'",
        "producer, exclude-sales-between, yes, '(exclude-sales-between) is stated at (x), whose role is producer'",
    })
    void aContradictionIsToldWhereItStands(String role, String key, String value, String problem) {
        assertThat(problems("role", role, key, value))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource({"u, v, true", "u, u, true", "u, p, false", "p, t, false"})
    void anInputSupplierStandsOnOneSide(String inputTo, String affiliateOf, boolean fits) {
        assertThat(problems("role", "input supplier", "input-to", inputTo, "affiliate-of", affiliateOf)
                        .isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void allContradictionsAreToldAtOnce() {
        assertThat(problems("role", "holding", "group", "n", "input-to", "i", "affiliate-of", "x"))
                .hasSize(3);
    }
}
