package org.advalorem.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Unit;

/**
 * The checked view of one mapping: every field read, every problem noted, every quantity an input of the calculation.
 *
 * <p>A mapping may consist of layers: what a use of a program states takes precedence over what the program itself
 * states.
 */
public final class Facts {
    private final FieldSet fields;
    private final FactsContext context;
    private final List<Layer> layers;
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> unusable = new HashSet<>();
    private final List<Sheet> sheets = new ArrayList<>();

    /** One mapping and its address. */
    public record Layer(SourceNode.Mapping mapping, Address address) {}

    private Facts(FieldSet fields, FactsContext context, List<Layer> layers) {
        this.fields = fields;
        this.context = context;
        this.layers = List.copyOf(layers);
    }

    /**
     * The facts of one mapping; unknown keys and unreadable values are noted as problems.
     *
     * @param fields the fields of the mapping
     * @param context what the facts are read with
     * @param layer the mapping and its address
     */
    public static Facts of(FieldSet fields, FactsContext context, Layer layer) {
        return layered(fields, context, List.of(layer), fields);
    }

    /**
     * The facts of several layers, earlier ones taking precedence over later ones.
     *
     * @param fields the fields of the mapping
     * @param context what the facts are read with
     * @param layers the mappings and their addresses, at least one
     * @param firstLayer the fields that the first layer may state; the other layers have already been checked
     */
    public static Facts layered(FieldSet fields, FactsContext context, List<Layer> layers, FieldSet firstLayer) {
        Facts facts = new Facts(fields, context, layers);
        facts.checkKeys(firstLayer);
        for (Field<?> field : fields.fields()) {
            facts.read(field);
        }
        return facts;
    }

    /**
     * The mappings of a list kept as written, each with its address.
     *
     * @param list the list as written
     * @param address the address of the list
     * @param context what the facts are read with
     * @param id the key that names an item
     * @throws UnusableFactsException if it is not a list of mappings; the problem has been noted
     */
    public static List<Layer> items(SourceNode list, Address address, FactsContext context, String id) {
        return ListType.items(new Reading(list, address, context, false), id, "a list of mappings");
    }

    private void checkKeys(FieldSet allowed) {
        SourceNode.Mapping first = layers.get(0).mapping();
        List<String> names = allowed.fields().stream().map(Field::name).toList();
        KnownKeys.check(first, names, "in " + place(), context.problems());
    }

    private String place() {
        String address = address().toString();
        return address.isEmpty() ? "a scenario" : "(" + address + ")";
    }

    private void read(Field<?> field) {
        for (Layer layer : layers) {
            SourceNode given = layer.mapping().entries().get(field.name());
            if (given != null) {
                read(field, given, layer.address().child(field.name()));
                return;
            }
        }
        if (field.defaultText().isPresent()) {
            Origin origin = new Origin("", 0, 0, "", Optional.empty());
            read(
                    field,
                    new SourceNode.Scalar(field.defaultText().get(), false, origin),
                    address().child(field.name()));
        } else if (field.required()) {
            if (!written(field)) {
                missing(field);
            }
            unusable.add(field.name());
        }
    }

    /** Whether the key is written but has no usable value: the reason was reported when the file was read. */
    private boolean written(Field<?> field) {
        return layers.stream().anyMatch(layer -> layer.mapping().keys().containsKey(field.name()));
    }

    private void read(Field<?> field, SourceNode given, Address address) {
        try {
            Reading reading = new Reading(given, address, context, field.descriptive());
            checkNotANumber(field.type(), reading);
            Object value = field.type().read(reading);
            values.put(field.name(), value);
            context.sheets().add(value, address);
            if (value instanceof Records rows) {
                Sheet sheet = new Sheet(rows, field.type().recordColumns());
                sheets.add(sheet);
                context.sheets().add(sheet);
            }
        } catch (UnusableFactsException noted) {
            unusable.add(field.name());
        }
    }

    /** Refuses a number where rows are expected: it would be taken for the name of their file. */
    private static void checkNotANumber(FieldType<?> type, Reading reading) {
        if (!type.isQuantity()
                && reading.given() instanceof SourceNode.Scalar scalar
                && type.isFileName(scalar.text())
                && WrittenNumber.parse(scalar.text())
                        .filter(number -> number.unit().isEmpty()
                                || Unit.parse(number.unit()).isPresent())
                        .isPresent()) {
            throw reading.problem(
                    Problem.Code.AV203,
                    "(" + reading.address() + ") is the number (" + scalar.text() + "); expected " + type.expected()
                            + ".",
                    type.numberColumns().stream()
                            .findFirst()
                            .map(column -> reading.line(
                                    "[{" + column + ": " + scalar.text().strip() + ", ...}]"))
                            .orElse(""));
        }
    }

    private void missing(Field<?> field) {
        String near = layers.get(0).mapping().entries().keySet().stream()
                .filter(key -> fields.find(key).isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        keys -> Nearest.to(field.name(), keys)
                                .map(key -> "(" + key + ") may be a misspelling of it. ")
                                .orElse("")));
        context.problems()
                .add(
                        Problem.Code.AV202,
                        origin(),
                        "(" + field.name() + ") is missing in " + place() + ": " + lower(field.description()),
                        near + "Write " + field.name() + ": " + field.type().expected() + ".");
    }

    private static String lower(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /**
     * The value of a field.
     *
     * @param <T> the type of the value
     * @throws UnusableFactsException if it is missing or cannot be read; the reason has been noted
     */
    public <T> T get(Field<T> field) {
        return optional(field).orElseThrow(() -> {
            if (!unusable.contains(field.name())) {
                missing(field);
            }
            return new UnusableFactsException();
        });
    }

    /**
     * The value of a field that has no default or, where it is not stated, what a text is read as. A default is read whether
     * it is needed or not; this text only if it is.
     *
     * @throws UnusableFactsException if the value was not usable, after noting the problem
     */
    public <T> T orRead(Field<T> field, String text) {
        return optional(field)
                .orElseGet(() -> field.type()
                        .read(new Reading(
                                SourceNode.scalar(text), address().child(field.name()), context, field.descriptive())));
    }

    /**
     * The value of a field, if it is given or has a default.
     *
     * @param <T> the type of the value
     * @throws UnusableFactsException if it is given but cannot be read; the reason has been noted
     */
    @SuppressWarnings("unchecked") // values were read by the type of the field of the same name
    public <T> Optional<T> optional(Field<T> field) {
        if (unusable.contains(field.name())) {
            throw new UnusableFactsException();
        }
        return Optional.ofNullable((T) values.get(field.name()));
    }

    /** The records among the values. */
    public List<Sheet> sheets() {
        return Collections.unmodifiableList(sheets);
    }

    /** Whether a field is written, not merely a default. */
    public boolean has(Field<?> field) {
        return layers.stream().anyMatch(layer -> layer.mapping().entries().containsKey(field.name()));
    }

    /** The origin of a field; if it is not written, that of the first mapping. */
    public Origin origin(Field<?> field) {
        for (Layer layer : layers) {
            if (layer.mapping().entries().containsKey(field.name())) {
                return layer.mapping().keyOrigin(field.name());
            }
        }
        return origin();
    }

    /** The origin of the first mapping. */
    public Origin origin() {
        return layers.get(0).mapping().origin();
    }

    /** The address of the first mapping. */
    public Address address() {
        return layers.get(0).address();
    }

    /** The first mapping with its address. */
    public Layer layer() {
        return layers.get(0);
    }

    /** The context with which the facts were read. */
    public FactsContext context() {
        return context;
    }

    /**
     * Notes a problem at a field and returns the exception to throw.
     *
     * @param code the kind of problem
     * @param field the field
     * @param message what was found and what was expected
     * @param advice what to write instead; empty if there is nothing to add
     */
    public UnusableFactsException problem(Problem.Code code, Field<?> field, String message, String advice) {
        context.problems().add(code, origin(field), message, advice);
        return new UnusableFactsException();
    }

    /**
     * Notes a problem at the mapping and returns the exception to throw.
     *
     * @param code the kind of problem
     * @param message what was found and what was expected
     * @param advice what to write instead; empty if there is nothing to add
     */
    public UnusableFactsException problem(Problem.Code code, String message, String advice) {
        context.problems().add(code, origin(), message, advice);
        return new UnusableFactsException();
    }
}
