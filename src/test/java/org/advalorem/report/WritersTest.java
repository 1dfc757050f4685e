package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats, with texts that could break them. */
final class WritersTest {
    private static final Table TABLE = Table.titled("Ti|tle", "name", "#money")
            .row(Cell.of("=1+1"), Cell.of(1234.5, Figure.MONEY))
            .row(Cell.of("a, \"b\"\nc"), Cell.of(0.1714, Figure.PUBLISHED))
            .row(Cell.of("\u94dd\u7b94 \u001b[31m"), Cell.of(Double.NaN, Figure.RATE))
            .build();

    @Test
    void csvQuotesAndNeverHoldsAFormula() {
        assertThat(CsvWriter.write(List.of("ILLUSTRATIVE:\nall"), TABLE)).isEqualTo("""
                        # ILLUSTRATIVE: all
                        name,money
                        '=1+1,1234.5
                        "a, ""b""
                        c",17.14
                        \u94dd\u7b94 \u001b[31m,
                        """);
    }

    @Test
    void textAlignsWideCharactersAndShowsControlCharacters() {
        Document document = new Document.Builder().table(TABLE).build();
        assertThat(TextWriter.write(document)).isEqualTo("""
                        Ti|tle
                        name           money
                        ----------  --------
                        =1+1        1,234.50
                        a, "b" c      17.14%
                        \u94dd\u7b94 \u241b[31m       n/a
                        """);
    }

    @Test
    void markdownEscapes() {
        Document document = new Document.Builder()
                .heading(2, "A_b *c*")
                .table(TABLE)
                .add(new Document.Step(3, "Rate <x>", "1%", List.of("a * `b`"), "19 CFR"))
                .build();
        assertThat(MarkdownWriter.write(document)).isEqualTo("""
                        ## A\\_b \\*c\\*

                        **Ti\\|tle**

                        | name | money |
                        | --- | ---: |
                        | \\=1+1 | 1,234.50 |
                        | a, "b" c | 17.14% |
                        | \u94dd\u7b94 \u241b\\[31m | n/a |

                        **\\[3\\] Rate \\<x\\>** = **1%** \s
                        = `a * 'b'` \s
                        *19 CFR*
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "companies.*.rate, companies.acme.rate, true",
        "companies.*.rate, companies.acme.programs.x.rate, true",
        "companies.*.rate, companies.acme.rate-unrounded, false",
        "companies.acme, companies.acme.rate, true",
        "companies.acme, companies.acme, true",
        "companies.acme, companies.acme2.rate, false",
        "*, anything, true",
        "a*b*c, aXbXbc, true",
        "a*b*c, aXbX, false",
        "*aab, aaaab, true"
    })
    void starsStandForAnyCharacters(String pattern, String address, boolean matches) {
        assertThat(AddressPattern.of(pattern).matches(address)).isEqualTo(matches);
    }
}
