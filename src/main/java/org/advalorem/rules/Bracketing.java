package org.advalorem.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Provenance;
import org.advalorem.facts.Provenance.Publication;
import org.advalorem.facts.Sheet;
import org.advalorem.facts.WrittenNumber;

/** How a public version shows the values of a scenario: 19 CFR 351.304. */
public final class Bracketing {
    private static final Field<List<String>> PUBLIC =
            addresses("public", "Values that a public version prints although a part that holds them is bracketed.");
    private static final Field<List<String>> BRACKETED = addresses(
            "bracketed",
            "Values, parts of the scenario and results that a public version shows as brackets: companies.acme,"
                    + " benchmarks.*.inland-freight.");
    private static final Field<List<String>> RANGED =
            addresses("ranged", "Values of which a public version shows a figure within ten percent; with a key.");
    private static final Field<List<String>> LEFT_OUT =
            addresses("left-out", "Values that a public version does not list at all.");
    private static final Field<String> KEY = Field.<String>optional(
                    "key",
                    FieldType.text(),
                    "Words from which ranged figures are made, known to nobody else; at least 12 characters.")
            .describing();

    /** The fields of the section. */
    public static final FieldSet FIELDS = FieldSet.of("a public version", PUBLIC, BRACKETED, RANGED, LEFT_OUT, KEY);

    private static final int SHORTEST_KEY = 12;

    private final List<Rule> rules;
    private final Set<String> patterns;
    private final Optional<String> key;

    /** What becomes of the values that a pattern selects; the longer the pattern, the more it says about each. */
    private record Rule(String pattern, AddressPattern selects, Publication publication) {}

    private Bracketing(List<Rule> rules, Optional<String> key) {
        this.rules = List.copyOf(rules);
        this.patterns = rules.stream().map(Rule::pattern).collect(Collectors.toCollection(LinkedHashSet::new));
        this.key = key;
    }

    /** That of a scenario without the section. */
    public static Bracketing none() {
        return new Bracketing(List.of(), Optional.empty());
    }

    /**
     * That of a scenario's section.
     *
     * @throws org.advalorem.facts.UnusableFactsException if the key is too short; the problem has been noted
     */
    static Bracketing of(Facts facts) {
        List<Rule> rules = new ArrayList<>();
        add(facts, PUBLIC, Publication.PUBLIC, rules);
        add(facts, RANGED, Publication.RANGED, rules);
        add(facts, BRACKETED, Publication.BRACKETED, rules);
        add(facts, LEFT_OUT, Publication.LEFT_OUT, rules);
        Optional<String> key = facts.optional(KEY);
        if (key.isPresent() && key.get().strip().length() < SHORTEST_KEY) {
            throw facts.problem(
                    Problem.Code.AV209,
                    KEY,
                    "(key) is too short: whoever guesses it can work back from a ranged figure.",
                    "Write at least " + SHORTEST_KEY + " characters that nobody can guess.");
        }
        return new Bracketing(rules, key);
    }

    private static void add(Facts facts, Field<List<String>> field, Publication publication, List<Rule> rules) {
        for (String pattern : facts.optional(field).orElse(List.of())) {
            rules.add(new Rule(pattern, AddressPattern.of(pattern), publication));
        }
    }

    private static Field<List<String>> addresses(String name, String description) {
        return Field.<List<String>>optional(name, FieldType.oneOrMore(FieldType.text()), description)
                .under("19 CFR 351.304(c)(1)")
                .describing();
    }

    /** The words from which ranged figures are made. */
    public Optional<String> key() {
        return key;
    }

    /** The patterns written in the section. */
    public Set<String> patterns() {
        return Collections.unmodifiableSet(patterns);
    }

    /**
     * How a public version shows a value that was read. A default is no secret; words and days are one only where they are
     * named themselves, and not as part of something larger: names, units and methods would be missed everywhere.
     */
    public Publication of(FactRegister.Fact fact) {
        Publication stated = fact.provenance().publication();
        if (fact.provenance().status() == Provenance.Status.DEFAULT) {
            return Publication.PUBLIC;
        }
        boolean named = fact.term().isPresent()
                || isNumber(fact.text())
                || stated != Publication.PUBLIC
                || patterns.contains(fact.address().toString());
        return named ? of(fact.address(), stated) : Publication.PUBLIC;
    }

    /** Whether a text is a number without more, or an amount of money; not a day, nor a number of years. */
    private static boolean isNumber(String text) {
        return WrittenNumber.parse(text)
                .filter(number -> number.unit().isEmpty() || Unit.isCurrency(number.unit()))
                .isPresent();
    }

    /** How a public version shows the rows of a table. */
    public Publication of(Sheet sheet) {
        return of(sheet.rows().address(), sheet.rows().provenance().publication());
    }

    /**
     * What of this is about results: the patterns that select nothing that was read. One that brackets a company's record does
     * not bracket the company's published rate.
     *
     * @param read the addresses of all values and tables
     */
    public Bracketing ofResults(Collection<String> read) {
        return new Bracketing(
                rules.stream()
                        .filter(rule -> read.stream().noneMatch(rule.selects()::matches))
                        .toList(),
                key);
    }

    /** How a public version shows what is at an address, where nothing else is said about it. */
    public Publication of(Address address) {
        return of(address, Publication.PUBLIC);
    }

    /** Whether a result is stated to be public. */
    public boolean isStatedPublic(Address result) {
        String written = result.toString();
        return of(result) == Publication.PUBLIC
                && rules.stream()
                        .anyMatch(rule -> rule.publication() == Publication.PUBLIC
                                && rule.selects().matches(written));
    }

    /** What is said of the value itself goes first, then the longest pattern that selects it. */
    private Publication of(Address address, Publication stated) {
        if (stated != Publication.PUBLIC) {
            return stated;
        }
        String written = address.toString();
        Publication found = Publication.PUBLIC;
        int length = -1;
        for (Rule rule : rules) {
            if (rule.pattern().length() >= length && rule.selects().matches(written)) {
                found = rule.publication();
                length = rule.pattern().length();
            }
        }
        return found;
    }
}
