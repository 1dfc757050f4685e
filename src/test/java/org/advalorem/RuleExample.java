package org.advalorem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A worked example of a rule, from {@code rules/examples.yaml}.
 *
 * @param row the row of {@code rules/rows.csv} that it shows
 * @param what what happens in it
 * @param figures where its numbers come from
 * @param scenario a scenario laid over {@code rules/example-base.yaml}
 * @param error the beginning of the error it must end with; empty if it must give what it expects
 */
public record RuleExample(String row, String what, String figures, String scenario, String error) {

    /** All of them, in the order of the file. */
    public static List<RuleExample> all() {
        try (InputStream file = RuleExample.class.getResourceAsStream("/rules/examples.yaml")) {
            List<?> all = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            return all.stream().map(one -> of((Map<?, ?>) one)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleExample of(Map<?, ?> given) {
        Object error = given.get("error");
        return new RuleExample(
                text(given, "row"),
                text(given, "what"),
                text(given, "figures"),
                text(given, "scenario"),
                error == null ? "" : error.toString());
    }

    private static String text(Map<?, ?> given, String key) {
        Object text = given.get(key);
        if (text == null) {
            throw new IllegalStateException("An example has no " + key + ": " + given);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return row + " " + what;
    }
}
