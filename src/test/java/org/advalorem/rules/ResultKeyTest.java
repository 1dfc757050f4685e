package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.Keys;
import org.advalorem.Shipped;
import org.advalorem.facts.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of results and their addresses, there and back. */
final class ResultKeyTest {
    /** Names that also mean something in an address, or have to be quoted in one. */
    private static final List<String> NAMES = List.of(
            "acme",
            "companies",
            "programs",
            "uses",
            "year",
            "product",
            "2016",
            "1",
            "rate",
            "de-minimis",
            "all-others",
            "determination",
            "A.B. Ltd",
            "it's",
            "a=b");

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyKeyOfAScenarioIsFoundByItsAddress(List<Path> files) {
        Results results = Shipped.determination(files).results();
        assertThat(results.keys()).isNotEmpty().doesNotHaveDuplicates().hasSameSizeAs(results.terms());
        assertThat(results.addresses()).doesNotHaveDuplicates();
        for (ResultKey key : results.keys()) {
            Address written = Address.parse(key.toString());
            assertThat(written).isEqualTo(key.address());
            assertThat(ResultKey.of(written)).contains(key);
            assertThat(results.key(written)).contains(key);
        }
    }

    @Test
    void anyNamesComeBack() {
        for (String name : NAMES) {
            comesBack(Subject.beyondTheRate(Subject.Level.ANTIDUMPING, name));
            comesBack(Subject.beyondTheRate(Subject.Level.SCREEN, name));
            comesBack(Subject.beyondTheRate(Subject.Level.EXPOSURE, name));
            for (Scope scope : scopes(name)) {
                comesBack(Subject.allOthers(scope));
                comesBack(Subject.determination(scope));
                for (String company : NAMES) {
                    Subject subject = Subject.company(scope, company);
                    comesBack(subject);
                    for (String program : NAMES) {
                        comesBack(subject.program(program));
                        comesBack(subject.program(program).use(1));
                        comesBack(subject.program(program).use(120));
                    }
                }
            }
        }
    }

    private static List<Scope> scopes(String product) {
        return List.of(
                Scope.WHOLE,
                Scope.of(2016),
                Scope.WHOLE.of(product),
                Scope.of(2016).of(product));
    }

    private static void comesBack(Subject subject) {
        Stream.of(Measure.values())
                .map(subject::key)
                .forEach(key -> assertThat(ResultKey.of(Address.parse(key.toString())))
                        .as(key.toString())
                        .contains(key));
    }

    @ParameterizedTest
    @CsvSource({
        "companies.acme.rate, COMPANY, acme, '', ''",
        "companies.year.rate, COMPANY, year, '', ''",
        "companies.year.year.2016.rate, COMPANY, year, '', ' in 2016'",
        "companies.acme.year.2016.product.plate.rate, COMPANY, acme, '', ' in 2016 of plate'",
        "companies.acme.product.year.rate, COMPANY, acme, '', ' of year'",
        "companies.acme.product.2016.programs.programs.rate, PROGRAM, acme, programs, ' of 2016'",
        "companies.programs.programs.year.uses.2.rate, USE, programs, year, ''",
        "all-others.year.2016.rate, ALL_OTHERS, '', '', ' in 2016'",
        "determination.product.plate.negative, DETERMINATION, '', '', ' of plate'"
    })
    void theSubjectIsRead(String address, Subject.Level level, String company, String program, String scope) {
        Subject subject = Keys.of(address).subject();
        assertThat(subject.level()).isEqualTo(level);
        assertThat(subject.company()).isEqualTo(company);
        assertThat(subject.program()).isEqualTo(program);
        String year = subject.scope().year().isPresent()
                ? " in " + subject.scope().year().getAsInt()
                : "";
        assertThat(year + subject.scope().product().map(name -> " of " + name).orElse(""))
                .isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate",
                "companies",
                "companies.rate",
                "companies.acme",
                "companies.acme.rates",
                "companies.acme.name",
                "companies.acme.programs.rate",
                "companies.acme.programs.grant",
                "companies.acme.programs.grant.uses.rate",
                "companies.acme.programs.grant.uses.0.rate",
                "companies.acme.programs.grant.uses.01.rate",
                "companies.acme.programs.grant.uses.mill.rate",
                "companies.acme.programs.grant.uses.1.2.rate",
                "companies.acme.uses.grant.rate",
                "companies.acme.year.rate",
                "companies.acme.year.16.rate",
                "companies.acme.product.plate.year.2016.rate",
                "companies.acme.programs.grant.year.2016.rate",
                "all-others",
                "all-others.acme.rate",
                "all-others.year.2016.programs.grant.rate",
                "determination.acme.negative",
                "programs.grant.rate",
                "benchmarks.resin.import-duty"
            })
    void whatHasNoSuchFormIsNoKey(String address) {
        assertThat(ResultKey.of(Address.parse(address))).isEmpty();
    }

    @Test
    void theRootIsNoKey() {
        assertThat(ResultKey.of(Address.ROOT)).isEmpty();
    }

    /** The form is right, but the scenario has no such company. */
    @Test
    void aKeyThatTheScenarioDoesNotHaveIsNotFound() {
        Results results = Shipped.determination(Path.of("scenarios/aluminum-foil/scenario.yaml"))
                .results();
        Address nobody = Address.parse("companies.nobody.rate");
        assertThat(ResultKey.of(nobody)).isPresent();
        assertThat(results.key(nobody)).isEmpty();
        assertThat(results.find(Keys.of("companies.nobody.rate"))).isEmpty();
        assertThat(results.find(Keys.of("companies.zhongji.rate"))).isPresent();
    }

    @Test
    void anotherMeasureIsBeside() {
        assertThat(Keys.of("companies.acme.year.2016.de-minimis").beside(Measure.RATE_UNROUNDED))
                .isEqualTo(Keys.of("companies.acme.year.2016.rate-unrounded"));
    }
}
