package org.advalorem.rules.loans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days on which payments fall under a contract: back from the due date in whole months. */
final class PaymentDatesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # due before the first payment: one payment
            2023-07-23, 2023-09-30, 3, 2023-09-30
            2023-07-23, 2023-07-24, 1, 2023-07-24
            # a whole number of intervals: anniversaries of the drawdown
            2023-03-15, 2024-03-15, 3, 2023-06-15 2023-09-15 2023-12-15 2024-03-15
            # the first interval is short
            2023-07-23, 2024-03-31, 3, 2023-09-30 2023-12-31 2024-03-31
            2023-02-10, 2023-08-20, 3, 2023-02-20 2023-05-20 2023-08-20
            # the last day of every month, through a leap year and a common one
            2023-11-30, 2024-04-30, 1, 2023-12-31 2024-01-31 2024-02-29 2024-03-31 2024-04-30
            2022-11-30, 2023-02-28, 1, 2022-12-31 2023-01-31 2023-02-28
            2024-02-29, 2025-02-28, 6, 2024-08-31 2025-02-28
            # a day that a short month lacks
            2022-12-30, 2023-02-28, 1, 2023-01-30 2023-02-28
            2023-12-30, 2024-02-29, 1, 2024-01-30 2024-02-29
            2023-01-29, 2023-04-29, 1, 2023-02-28 2023-03-29 2023-04-29
            2024-02-28, 2025-02-28, 12, 2025-02-28
            # a year
            2020-06-30, 2022-06-30, 12, 2021-06-30 2022-06-30
            """)
    void ofALoan(LocalDate drawn, LocalDate due, int months, String days) {
        assertThat(PaymentDates.of(drawn, due, months))
                .extracting(LocalDate::toString)
                .containsExactly(days.split(" "));
    }

    @Test
    void noIntervalIsLongerThanAgreedNorIsAnyButTheFirstShorter() {
        Random random = new Random(17);
        for (int run = 0; run < 5_000; run++) {
            LocalDate drawn = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1_500));
            LocalDate due = drawn.plusDays(1 + random.nextInt(2_000));
            int months = List.of(1, 3, 6, 12).get(random.nextInt(4));
            List<LocalDate> days = PaymentDates.of(drawn, due, months);
            assertThat(days.get(0)).isAfter(drawn);
            assertThat(days.get(days.size() - 1)).isEqualTo(due);
            assertThat(days.get(0).toEpochDay() - drawn.toEpochDay()).isLessThanOrEqualTo(31L * months);
            for (int k = 1; k < days.size(); k++) {
                LocalDate earlier = days.get(k - 1).withDayOfMonth(1);
                assertThat(days.get(k).withDayOfMonth(1)).isEqualTo(earlier.plusMonths(months));
            }
        }
    }
}
