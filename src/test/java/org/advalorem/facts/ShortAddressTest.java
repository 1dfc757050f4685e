package org.advalorem.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShortAddressTest {
    private static final List<Address> ALL = Stream.of(
                    "programs.a.applied",
                    "programs.b.applied",
                    "companies.x.uses.a.mill.applied",
                    "companies.x.adjustment.markup",
                    "companies.x.rate",
                    "companies.x.programs.a.rate",
                    "companies.'A.B. Ltd'.rate")
            .map(Address::parse)
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "markup | companies.x.adjustment.markup",
                "adjustment.markup | companies.x.adjustment.markup",
                // parts in order, the last one last
                "x.markup | companies.x.adjustment.markup",
                // an end in one piece goes before parts in order
                "x.rate | companies.x.rate",
                "'A.B. Ltd'.rate | companies.'A.B. Ltd'.rate",
                "rate | companies.x.rate companies.x.programs.a.rate companies.'A.B. Ltd'.rate",
                "markup.x | ",
                "adjustment | ",
                // a star within a part first
                "programs.*.applied | programs.a.applied programs.b.applied",
                "companies.*.rate | companies.x.rate companies.'A.B. Ltd'.rate",
                "*.applied | programs.a.applied programs.b.applied companies.x.uses.a.mill.applied",
                "companies.*.applied | companies.x.uses.a.mill.applied",
                "mark* | companies.x.adjustment.markup",
                "nosuch.* | "
            })
    void theEndOfAnAddressStandsForIt(String written, String meant) {
        assertThat(String.join(
                        " ",
                        ShortAddress.meant(Address.parse(written), ALL).stream()
                                .map(Address::toString)
                                .toList()))
                .isEqualTo(meant == null ? "" : meant);
    }
}
