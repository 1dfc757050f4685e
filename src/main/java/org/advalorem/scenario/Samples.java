package org.advalorem.scenario;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Origin;
import org.advalorem.facts.TableOptions;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.tables.NumberForm;

/**
 * The sample that {@code empirical(file.csv)} names: the numbers in the file's only column, either all in percent or
 * none.
 */
final class Samples {
    private final Origin origin;
    private final Scenario scenario;
    private Optional<Uncertain.Cell> first = Optional.empty();

    /**
     * A reader of the sample that a distribution names.
     *
     * @param origin where the distribution is written
     */
    Samples(Origin origin, Scenario scenario) {
        this.origin = origin;
        this.scenario = scenario;
    }

    /** The first number of the sample other than zero, which needs no percent sign. */
    Optional<Uncertain.Cell> first() {
        return first;
    }

    /**
     * The numbers of the sample, percentages as fractions.
     *
     * @throws UnusableException if the sample cannot be read
     */
    double[] read(String name) {
        try {
            DataTable table = scenario.data().read(name, origin, TableOptions.DETECT, List.of());
            if (table.header().size() != 1) {
                throw new UnusableException(
                        origin,
                        "The sample (" + name + ") has " + table.header().size() + " columns.",
                        "Give it one column of numbers with a heading.");
            }
            NumberForm form = table.numbers(0);
            double[] sample = new double[table.rows()];
            for (int row = 0; row < sample.length; row++) {
                sample[row] = number(table, row, form);
            }
            return sample;
        } catch (DataFiles.DataFileException e) {
            throw new UnusableException(e.origin(), String.valueOf(e.getMessage()), e.advice());
        }
    }

    private double number(DataTable table, int row, NumberForm form) {
        String text = table.text(row, 0);
        Optional<WrittenNumber> measure =
                WrittenNumber.parse(form.plain(text)).filter(read -> read.unit().isEmpty());
        if (measure.isEmpty()) {
            throw new UnusableException(table.origin(row, 0), "(" + text + ") is not a number.", "");
        }
        double number = measure.get().number().doubleValue();
        boolean percent = measure.get().percent();
        if (number != 0.0 && first.isEmpty()) {
            first = Optional.of(new Uncertain.Cell(measure.get(), table.origin(row, 0)));
        } else if (number != 0.0 && percent != first.orElseThrow().written().percent()) {
            throw new UnusableException(
                    table.origin(row, 0),
                    "(" + text + ") has " + (percent ? "a" : "no") + " percent sign, unlike the numbers before it.",
                    "Write it for all numbers of the column or for none.");
        }
        return percent ? number / 100.0 : number;
    }

    /** Thrown when a sample cannot be read. */
    static final class UnusableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Origin origin;
        private final String advice;

        UnusableException(Origin origin, String message, String advice) {
            super(message);
            this.origin = origin;
            this.advice = advice;
        }

        Origin origin() {
            return origin;
        }

        String advice() {
            return advice;
        }
    }
}
