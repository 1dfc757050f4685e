package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order of exhibits and pages. */
final class ExhibitOrderTest {
    @Test
    void numbersCountAsNumbers() {
        List<String> inOrder =
                List.of("", "2", "10", "10-12", "GOV-2", "GOV-2A", "GOV-10", "PET-1", "PET-1.9", "PET-1.10");
        List<String> mixed = new ArrayList<>(inOrder);
        Collections.shuffle(mixed, new Random(15));
        mixed.sort(ExhibitOrder::compare);
        assertThat(mixed).isEqualTo(inOrder);
    }

    @Test
    void onlyTheSameTextIsEqual() {
        assertThat(ExhibitOrder.compare("GOV-02", "GOV-2")).isNotZero();
        assertThat(ExhibitOrder.compare("gov-2", "GOV-2")).isNotZero();
        assertThat(ExhibitOrder.compare("GOV-2", "GOV-2")).isZero();
    }
}
