package org.advalorem.rules.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.advalorem.Shows;
import org.advalorem.facts.DateRange;
import org.advalorem.facts.Months;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The years of a period, and the days and months in them. */
@Shows("1")
final class PeriodTest {
    private static Period period(String first, String last) {
        return Period.of(new DateRange(LocalDate.parse(first), LocalDate.parse(last)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-01-01 | 2016-12-31 | 2016 | [2016]",
                "2010-04-01 | 2011-03-31 | 2010-04-01 to 2011-03-31 | [2010]",
                "2010-04-01 | 2012-03-31 | 2010-04-01 to 2012-03-31 | [2010, 2011]",
                "2015-11-06 | 2016-12-31 | 2015-11-06 to 2016-12-31 | [2015, 2016]",
                "2015-11-06 | 2016-11-05 | 2015-11-06 to 2016-11-05 | [2015, 2016]",
                "2016-01-01 | 2016-06-30 | 2016-01-01 to 2016-06-30 | [2016]",
                "2019-03-01 | 2020-02-29 | 2019-03-01 to 2020-02-29 | [2019]",
            })
    void yearsOfAPeriod(String first, String last, String text, String years) {
        assertThat(period(first, last)).hasToString(text);
        assertThat(period(first, last).years()).hasToString(years);
    }

    @ParameterizedTest
    @CsvSource({"2010-03-31, 2009", "2010-04-01, 2010", "2011-03-31, 2010", "2011-04-01, 2011"})
    void aDayLiesInTheYearThatBeginsInApril(String day, int year) {
        Period fiscal = period("2010-04-01", "2011-03-31");
        LocalDate date = LocalDate.parse(day);
        assertThat(fiscal.yearOf(date)).isEqualTo(year);
        assertThat(fiscal.yearOfMonth(Months.of(date))).isEqualTo(year);
        assertThat(date).isBetween(fiscal.start(year), fiscal.end(year).minusDays(1));
    }

    @Test
    void aYearIsNamedByItsTwoCalendarYears() {
        assertThat(period("2010-04-01", "2011-03-31").name(2010)).isEqualTo("2010/11");
        assertThat(period("1999-04-01", "2000-03-31").name(1999)).isEqualTo("1999/00");
        assertThat(period("2016-01-01", "2016-12-31").name(2016)).isEqualTo("2016");
    }

    @Test
    void entriesOfAPartOfAYear() {
        Period first = period("2015-11-06", "2016-12-31");
        assertThat(first.firstEntry(2015)).isEqualTo("2015-11-06");
        assertThat(first.lastEntry(2015)).isEqualTo("2015-12-31");
        assertThat(first.firstEntry(2016)).isEqualTo("2016-01-01");
        assertThat(first.coversPartOf(2015)).isTrue();
        assertThat(first.coversPartOf(2016)).isFalse();
    }
}
