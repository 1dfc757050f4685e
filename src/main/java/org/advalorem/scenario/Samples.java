package org.advalorem.scenario;

import java.util.Optional;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Measure;
import org.advalorem.facts.Origin;

/** The samples that {@code empirical(file.csv)} names: the numbers of the file's only column. */
final class Samples {
    private Samples() {}

    static double[] read(String name, Origin origin, Scenario scenario) {
        try {
            DataFiles.Table table = scenario.data().read(name, origin, DataFiles.Options.DETECT);
            if (table.header().size() != 1) {
                throw new UnusableException(
                        origin,
                        "The sample (" + name + ") has " + table.header().size() + " columns.",
                        "Give it one column of numbers with a heading.");
            }
            double[] sample = new double[table.cells().rows()];
            for (int row = 0; row < sample.length; row++) {
                sample[row] = number(table, row);
            }
            return sample;
        } catch (DataFiles.DataFileException e) {
            throw new UnusableException(e.origin(), String.valueOf(e.getMessage()), e.advice());
        }
    }

    private static double number(DataFiles.Table table, int row) {
        String text = table.cells().text(row, 0);
        String point = table.options().decimalComma() ? text.replace(',', '.') : text;
        Optional<Measure> measure =
                Measure.parse(point).filter(read -> read.unit().isEmpty());
        if (measure.isEmpty()) {
            throw new UnusableException(table.origin(row, 0), "(" + text + ") is not a number.", "");
        }
        double number = measure.get().number().doubleValue();
        return measure.get().percent() ? number / 100.0 : number;
    }

    /** A sample that cannot be read. */
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
