package org.advalorem.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateAdviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/12/2016 | Write 2016-12-31.",
                "12/31/2016 | Write 2016-12-31.",
                "31.12.2016 | Write 2016-12-31.",
                "03/04/2016 | Write 2016-03-04 or 2016-04-03, whichever is meant.",
                "04/04/2016 | Write 2016-04-04.",
                "2016/3/1 | Write 2016-03-01.",
                "20160301 | Write 2016-03-01.",
                "2016-03-01 00:00 | Write 2016-03-01.",
                "2016年3月1日 | Write 2016-03-01.",
                "1 March 2016 | Write 2016-03-01.",
                "1-Mar-2016 | Write 2016-03-01.",
                "March 1, 2016 | Write 2016-03-01.",
                "2016-02-30 | Write year, month and day: 2016-06-30.",
                "31/31/2016 | Write year, month and day: 2016-06-30.",
                "31/12/1016 | Write year, month and day: 2016-06-30.",
                "soon | Write year, month and day: 2016-06-30."
            })
    void theSameDayIsProposed(String written, String advice) {
        assertThat(DateAdvice.ofDay(written))
                .isEqualTo(
                        advice
                                + " Days in a scenario are written yyyy-MM-dd; (dates) states another pattern for a data file.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016/1 | Write 2016-01.",
                "Jan-24 | Write 2024-01.",
                "January 2016 | Write 2016-01.",
                "1/2016 | Write 2016-01.",
                "2016年3月 | Write 2016-03.",
                "2016-03-01 | Write 2016-03.",
                "2016-13 | Write a year between 1900 and 2200 and a month from 01 to 12."
            })
    void theSameMonthIsProposed(String written, String advice) {
        assertThat(DateAdvice.ofMonth(written)).startsWith(advice + " Months in a scenario are written yyyy-MM;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/1/2016 to 31/12/2016 | Write 2016-01-01 to 2016-12-31.",
                "2016-04-01 - 2017-03-31 | Write 2016-04-01 to 2017-03-31.",
                "1/4/2016 to 31/3/2017 | Write 2016, or 2010-04-01 to 2011-03-31: days are written yyyy-MM-dd.",
                "FY2016 | Write 2016, or 2010-04-01 to 2011-03-31: days are written yyyy-MM-dd."
            })
    void theSamePeriodIsProposed(String written, String advice) {
        assertThat(DateAdvice.ofRange(written)).isEqualTo(advice);
    }
}
