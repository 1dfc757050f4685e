package org.advalorem.report.workbook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.Shipped;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.InvalidScenarioException;

/** Numbers of inputs as somebody writes them after {@code --set}. */
final class Settings {
    private static final String CORRECTED = "corrected";

    private final List<Path> files;
    private final Map<Term, Optional<Form>> forms = new HashMap<>();

    /** How an input is addressed, and in what its number is written. */
    private record Form(String address, boolean percent, String unit) {
        String of(double number) {
            BigDecimal decimal = new BigDecimal(Double.toString(number));
            return address + "="
                    + (percent ? decimal.movePointRight(2).toPlainString() + "%" : decimal.toPlainString() + unit);
        }
    }

    Settings(List<Path> files) {
        this.files = files;
    }

    /** The argument that gives an input that number; empty if the last bit of it cannot be written, as in a column of percents. */
    Optional<String> of(Term input, double number) {
        Optional<Form> form = forms.computeIfAbsent(input, term -> form(term, number));
        return form.filter(known -> isRead(input, known, number)).map(known -> known.of(number));
    }

    private Optional<Form> form(Term input, double number) {
        for (String address : addresses(input.address())) {
            for (Form form : List.of(
                    new Form(address, input.unit().isFraction(), ""),
                    new Form(address, false, ""),
                    new Form(address, false, " " + input.unit()))) {
                if (isRead(input, form, number)) {
                    return Optional.of(form);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isRead(Term input, Form form, double number) {
        try {
            return Shipped.determination(files, form.of(number))
                    .calculation()
                    .input(input.address())
                    .filter(found -> found.decimal().doubleValue() == number)
                    .isPresent();
        } catch (InvalidScenarioException e) {
            return false;
        }
    }

    /** A cell of a data file is corrected. */
    private static List<String> addresses(String address) {
        List<String> segments = new ArrayList<>(Address.parse(address).segments());
        int row = segments.size() - 2;
        if (row < 1 || !segments.get(row).matches("[0-9]+")) {
            return List.of(address);
        }
        segments.add(row, CORRECTED);
        return List.of(new Address(segments).toString(), address);
    }
}
