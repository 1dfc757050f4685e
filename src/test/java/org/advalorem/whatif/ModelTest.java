package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.SetArgument;
import org.junit.jupiter.api.Test;

final class ModelTest {
    private static final Model WRITTEN = Line.model(Line.FILE);

    private static List<Assignment> setting(String argument) {
        return List.of(SetArgument.parse(argument, new Problems()).orElseThrow());
    }

    @Test
    void theSameChangeIsCalculatedOnceIfModelsAreKept() {
        Model keeping = WRITTEN.keeping();
        List<Assignment> change = setting(Line.STATED + "=4%");
        Optional<Model> first = keeping.with(change, new Problems());
        assertThat(keeping.with(change, new Problems()).orElseThrow()).isSameAs(first.orElseThrow());
        assertThat(WRITTEN.with(change, new Problems()).orElseThrow()).isNotSameAs(first.orElseThrow());
        assertThat(keeping.with(setting(Line.STATED + "=5%"), new Problems()).flatMap(model -> model.result(Line.RATE)))
                .isNotEqualTo(first.flatMap(model -> model.result(Line.RATE)));
    }

    @Test
    void theReasonIsToldEachTime() {
        Model keeping = WRITTEN.keeping();
        List<Assignment> change = setting(Line.STATED + "=-4%");
        for (int i = 0; i < 2; i++) {
            Problems told = new Problems();
            assertThat(keeping.with(change, told)).isEmpty();
            assertThat(told.sorted()).extracting(Problem::code).containsExactly(Problem.Code.AV209);
        }
    }
}
