package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.advalorem.facts.Problems;
import org.advalorem.rules.calendar.CalendarDate;
import org.advalorem.rules.screens.ErrorStandard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The difference from a disclosure, alleged at each stage; expected outcomes are those of 19 CFR 351.224(g). */
final class AllegedErrorTest {
    @TempDir
    private Path folder;

    /** The allegation for a disclosed rate of Company Z, of which ours is 17.14 %. */
    private AllegedError at(String segment, String disclosed) throws IOException {
        return of(
                Model.load(Path.of("scenarios/aluminum-foil/scenario.yaml")).set("proceeding.segment", segment),
                "companies.zhongji," + disclosed);
    }

    private AllegedError of(Model model, String line) throws IOException {
        Path file = folder.resolve("published.csv");
        Files.writeString(file, "address,value\n" + line + "\n");
        return AllegedError.of(
                        model,
                        DisclosureCheck.of(model, file, new Problems(), decided -> {})
                                .orElseThrow())
                .orElseThrow();
    }

    @Test
    void theStageDecidesWhatIsAsked() throws IOException {
        assertThat(at("investigation preliminary", "12.00%").standard()).isEqualTo(ErrorStandard.SIGNIFICANT);
        assertThat(at("investigation final", "12.00%").standard()).isEqualTo(ErrorStandard.ANY);
        assertThat(at("review preliminary", "12.00%").standard()).isEqualTo(ErrorStandard.CASE_BRIEF);
    }

    @Test
    void atThePreliminaryTheChangeMustBeSignificant() throws IOException {
        // 5.14 points, 42.8 percent of 12.00
        assertThat(at("investigation preliminary", "12.00%").tests().get(0).met())
                .isTrue();
        // 4.14 points
        assertThat(at("investigation preliminary", "13.00%").tests().get(0).met())
                .isFalse();
        // 12.86 points, and 42.9 percent of 30.00
        assertThat(at("investigation preliminary", "30.00%").tests().get(0).met())
                .isTrue();
        // 5.86 points, but 25.5 percent of 23.00: significant; 5.36 points and 23.8 percent of 22.50: not
        assertThat(at("investigation preliminary", "23.00%").tests().get(0).met())
                .isTrue();
        assertThat(at("investigation preliminary", "22.50%").tests().get(0).met())
                .isFalse();
    }

    @Test
    void atTheFinalAnyErrorIsCorrected() throws IOException {
        assertThat(at("investigation final", "17.13%").tests().get(0).met()).isTrue();
        assertThat(at("review preliminary", "12.00%").tests().get(0).met()).isFalse();
    }

    @Test
    void aCaseWithACalendarKnowsTheDay() throws IOException {
        Model model = Model.load(Path.of("scenarios/active-anode-material/scenario.yaml"))
                .set("calendar.preliminary-disclosed", "2025-05-22");
        AllegedError error = of(model, "companies.panasonic,6.20%");
        // five days after Thursday 22 May are Tuesday 27 May, the day after Memorial Day
        assertThat(error.due().map(CalendarDate::date)).hasValue(LocalDate.of(2025, 5, 27));
        assertThat(error.replies()).isEmpty();
        assertThat(error.tests())
                .singleElement()
                .satisfies(test -> assertThat(test.met()).isFalse());
    }
}
