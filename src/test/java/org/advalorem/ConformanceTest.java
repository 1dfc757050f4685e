package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.engine.ExactOracle;
import org.advalorem.engine.Values;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Determination;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.Programs;
import org.advalorem.rules.UseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every program type, shown on the scenario that uses them all, and on every other shipped one. */
class ConformanceTest {
    private static final Path EVERY_PROGRAM = Path.of("scenarios/every-program/scenario.yaml");

    @Test
    void everyTypeIsUsed() {
        Determination determination = Shipped.determination(EVERY_PROGRAM);
        Set<String> used = determination.companies().stream()
                .flatMap(company -> company.programs().stream())
                .map(ProgramResult::type)
                .collect(Collectors.toSet());
        assertThat(used).containsAll(Programs.shipped().types().keySet());
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void valueAgreesWithTheExactOracle(Path file) {
        ExactOracle.assertAgrees(Shipped.determination(file).calculation());
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void ratesStayWhenAllMoneyIsScaled(Path file) {
        Determination determination = Shipped.determination(file);
        Values before = Values.of(determination.calculation());
        for (CompanyResult company : determination.companies()) {
            Map<String, Double> scaled = DoubledMoney.of(
                    determination.calculation(), before, company.currency().toString());
            Values after = Values.of(determination.calculation(), scaled);
            for (ProgramResult program : company.programs()) {
                double rate = before.of(program.rate());
                assertThat(after.of(program.rate()))
                        .as("%s of %s", program.id(), company.id())
                        .isCloseTo(rate, within(1e-12 * Math.abs(rate)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void slicesAndDenominatorsHaveTheirSigns(Path file) {
        Determination determination = Shipped.determination(file);
        Values values = Values.of(determination.calculation());
        for (CompanyResult company : determination.companies()) {
            for (ProgramResult program : company.programs()) {
                for (UseResult use : program.uses()) {
                    if (use.slice().isEmpty() || use.denominator().isEmpty()) {
                        continue;
                    }
                    Term slice = use.slice().get();
                    Term denominator = use.denominator().get();
                    assertThat(values.of(slice)).as(program.id()).isNotNegative();
                    assertThat(values.of(denominator)).as(program.id()).isPositive();
                }
            }
        }
    }

    @Test
    void everyInputIsRegisteredWithItsOrigin() {
        Determination determination = Shipped.determination(EVERY_PROGRAM);
        determination
                .calculation()
                .inputs()
                .keySet()
                .forEach(address -> assertThat(determination.register().find(address))
                        .as(address)
                        .isPresent());
    }

    /** A reader of the outline finds a company and a program by address, whatever their sections are called. */
    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void sectionsSayWhatTheyAreAbout(Path file) {
        Determination determination = Shipped.determination(file);
        List<String> about = new ArrayList<>();
        collect(determination.calculation().outline(), "", about);
        for (CompanyResult company : determination.companies()) {
            assertThat(about).containsOnlyOnce(company.address().toString());
            for (ProgramResult program : company.programs()) {
                assertThat(about).containsOnlyOnce(company.address(program).toString());
            }
        }
        assertThat(about.contains("all-others"))
                .isEqualTo(determination.allOthers().isPresent());
    }

    private static void collect(Outline.Section section, String around, List<String> about) {
        if (!section.about().equals(around)) {
            about.add(section.about());
        }
        for (Outline.Item item : section.items()) {
            if (item instanceof Outline.Section inner) {
                collect(inner, section.about(), about);
            }
        }
    }
}
