package org.advalorem.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.facts.Address;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.UnusableFactsException;

/**
 * The list of rules whose results changed, read from {@code rule-changes.yaml}; no calculation of a rate depends on it.
 */
public final class RuleChanges {
    /** The versions of the program, oldest first. */
    static final List<String> VERSIONS = List.of("0.1.0");

    private static final String RESOURCE = "/org/advalorem/rule-changes.yaml";
    private static final Pattern NUMBER_FORM = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern ID_FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Field<String> ID = Field.required("id", FieldType.text(), "The name of the change.");
    private static final Field<String> VERSION =
            Field.required("version", FieldType.text(), "The first version that applies it.");
    private static final Field<String> RULE = Field.required("rule", FieldType.text(), "The rule, with its authority.");
    private static final Field<String> DECISION =
            Field.required("decision", FieldType.text(), "What is done now, and why.");
    private static final Field<String> NUMBER =
            Field.required("number", FieldType.text(), "The number of the decision in docs/decisions.");
    private static final Field<List<String>> CONCERNS = Field.optional(
            "concerns",
            FieldType.oneOrMore(FieldType.text()),
            "The steps that the rule governs, by the number of their assumption or the provision that they cite, which"
                    + " includes its paragraphs; left out where the version before gave no number.");
    private static final Field<String> EXAMPLE = Field.required("example", FieldType.text(), "An input, in words.");
    private static final Field<String> BEFORE =
            Field.required("before", FieldType.text(), "What was computed from it.");
    private static final Field<String> AFTER = Field.required("after", FieldType.text(), "What is computed from it.");
    private static final FieldSet FIELDS = FieldSet.of(
            "a rule whose numbers changed", ID, VERSION, RULE, DECISION, NUMBER, CONCERNS, EXAMPLE, BEFORE, AFTER);

    private final FactsContext context;
    private final Set<String> ids = new HashSet<>();
    private int latest;

    private RuleChanges(Problems problems) {
        this.context = FactsContext.of(new CalculationBuilder(), problems, DataFiles.NONE);
    }

    /**
     * The changes listed in the program, oldest first.
     *
     * @throws InvalidScenarioException if the bundled list contains an error
     * @throws IllegalStateException if the bundled list is missing
     * @throws UncheckedIOException if the bundled list cannot be read
     */
    public static List<RuleChange> shipped() {
        try (InputStream in = RuleChanges.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing.");
            }
            Problems problems = new Problems();
            List<RuleChange> changes = of("rule-changes.yaml", in.readAllBytes(), problems);
            if (!problems.isEmpty()) {
                throw new InvalidScenarioException(problems.sorted());
            }
            return changes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The changes since a version, oldest first. */
    public static List<RuleChange> since(ProgramVersion version) {
        return shipped().stream()
                .filter(change -> version(change.version()).compareTo(version) > 0)
                .toList();
    }

    /** The version whose changes come last: this one. */
    public static ProgramVersion latest() {
        return version(VERSIONS.get(VERSIONS.size() - 1));
    }

    private static ProgramVersion version(String listed) {
        return ProgramVersion.parse(listed).orElseThrow();
    }

    /**
     * The changes in a file; every error in it is reported.
     *
     * @param place the file's name as shown to the user
     */
    static List<RuleChange> of(String place, byte[] bytes, Problems problems) {
        Optional<SourceNode> given =
                SourceText.ofFile(place, bytes, problems).flatMap(source -> YamlReader.read(source, problems));
        return given.map(list -> new RuleChanges(problems).changes(list)).orElse(List.of());
    }

    private List<RuleChange> changes(SourceNode list) {
        List<RuleChange> changes = new ArrayList<>();
        try {
            for (Facts.Layer item : Facts.items(list, Address.ROOT, context, ID.name())) {
                change(Facts.of(FIELDS, context, item)).ifPresent(changes::add);
            }
        } catch (UnusableFactsException noted) {
            // already reported
        }
        return changes;
    }

    private Optional<RuleChange> change(Facts facts) {
        try {
            return Optional.of(new RuleChange(
                    id(facts),
                    version(facts),
                    facts.get(RULE),
                    facts.get(DECISION),
                    number(facts),
                    facts.optional(CONCERNS).orElse(List.of()),
                    facts.get(EXAMPLE),
                    facts.get(BEFORE),
                    facts.get(AFTER)));
        } catch (UnusableFactsException noted) {
            return Optional.empty();
        }
    }

    private String id(Facts facts) {
        String id = facts.get(ID);
        if (!ID_FORM.matcher(id).matches()) {
            throw facts.problem(
                    Problem.Code.AV203,
                    ID,
                    "(" + id + ") is not the id of a change.",
                    "Write lower-case letters and digits, joined by hyphens.");
        }
        if (!ids.add(id)) {
            throw facts.problem(
                    Problem.Code.AV203,
                    ID,
                    "Two changes have the id (" + id + ").",
                    "Give the later one a different id.");
        }
        return id;
    }

    private static int number(Facts facts) {
        String number = facts.get(NUMBER);
        if (!NUMBER_FORM.matcher(number).matches()) {
            throw facts.problem(
                    Problem.Code.AV203,
                    NUMBER,
                    "(" + number + ") is not the number of a decision.",
                    "Write it as the file in docs/decisions begins, without zeros.");
        }
        return Integer.parseInt(number);
    }

    private String version(Facts facts) {
        String version = facts.get(VERSION);
        int place = VERSIONS.indexOf(version);
        if (place < 0) {
            throw facts.problem(
                    Problem.Code.AV203,
                    VERSION,
                    "(" + version + ") is not a version of the program.",
                    Nearest.advice(version, VERSIONS));
        }
        if (place < latest) {
            throw facts.problem(
                    Problem.Code.AV203,
                    VERSION,
                    "A change of version " + version + " comes after one of " + VERSIONS.get(latest) + ".",
                    "The oldest come first.");
        }
        latest = place;
        return version;
    }
}
