package org.advalorem.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The type of the constants of an enum. */
final class ChoiceType<E extends Enum<E>> extends ScalarType<E> {
    private final List<E> constants;
    private final Function<E, String> label;

    ChoiceType(Class<E> type) {
        this(type, Object::toString, constant -> true);
    }

    ChoiceType(Class<E> type, Function<E, String> label, Predicate<E> writable) {
        this.constants = Arrays.stream(type.getEnumConstants()).filter(writable).toList();
        this.label = label;
    }

    @Override
    E parse(SourceNode.Scalar scalar, Reading reading) {
        return constant(scalar)
                .orElseThrow(() -> unexpected(
                        Problem.Code.AV208,
                        scalar,
                        reading,
                        Nearest.to(scalar.text(), labels())
                                .map(near -> "Did you mean (" + near + ")?")
                                .orElse("")));
    }

    private Optional<E> constant(SourceNode.Scalar scalar) {
        return constants.stream()
                .filter(constant ->
                        YesNo.same(label.apply(constant), scalar.text().strip()))
                .findFirst();
    }

    @Override
    public Optional<String> written(String text) {
        return constants.stream()
                .map(label)
                .filter(word -> YesNo.same(word, text.strip()))
                .findFirst();
    }

    @Override
    String inWords(SourceNode.Scalar scalar) {
        return constant(scalar).map(label).orElse(scalar.text());
    }

    private List<String> labels() {
        return constants.stream().map(label).toList();
    }

    @Override
    public boolean takes(String word) {
        return labels().contains(word);
    }

    @Override
    public List<String> words() {
        return labels();
    }

    @Override
    Map<String, Object> valueSchema() {
        List<Object> written = new ArrayList<>(labels());
        // a label of digits is a number to YAML and JSON
        labels().stream()
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .forEach(written::add);
        // so are yes and no to older readers of YAML
        labels().stream().flatMap(text -> YesNo.parse(text).stream()).forEach(written::add);
        return Map.of("enum", written);
    }

    @Override
    public String expected() {
        return "one of: " + String.join(", ", labels());
    }
}
