package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.rules.ResultKey;

/**
 * The names by which a reader knows inputs, made of their fields and of the names in the scenario: {@code LME price of
 * ingot}, {@code VAT on ingot}, {@code Company Z's markup}, {@code Income tax, income (Z Foil)}.
 */
public final class InputNames {
    /** The field of a company whose parts are known without it. */
    private static final String ADJUSTMENT = "export-value-adjustment";
    /** What stands before the row of a corrected cell, which is named like any cell. */
    private static final String CORRECTED = "corrected";
    /** The parts of a price benchmark that are named after the goods. */
    private static final Set<String> OF_GOODS =
            Set.of("inland-freight", "ocean-freight", "insurance", "handling", "weights");
    /** The charges on the value of the goods. */
    private static final Set<String> ON_GOODS = Set.of("vat", "import-duty");

    private final FactRegister facts;

    private InputNames(FactRegister facts) {
        this.facts = facts;
    }

    /**
     * The name of an input, a column or a part of the scenario.
     *
     * @param address as written after {@code --set}
     */
    public static String of(EvaluatedScenario scenario, String address) {
        List<String> segments = new ArrayList<>(Address.parse(address).segments());
        segments.remove(CORRECTED);
        return new InputNames(scenario.determination().register()).name(segments);
    }

    /** The name of an input in a sentence that begins with the name of a company or another subject. */
    public static String after(String subject, EvaluatedScenario scenario, String address) {
        String name = of(scenario, address);
        String owned = possessive(subject) + " ";
        String used = " (" + subject + ")";
        return name.startsWith(owned)
                ? "its " + name.substring(owned.length())
                : name.endsWith(used) ? name.substring(0, name.length() - used.length()) : name;
    }

    /** The name of what an address is about, such as a company, its year or the use of a program; empty for no address. */
    static String subject(EvaluatedScenario scenario, String address) {
        return address.isEmpty()
                ? ""
                : scenario.determination().results().keys().stream()
                        .map(ResultKey::subject)
                        .filter(subject -> subject.address().toString().equals(address))
                        .findFirst()
                        .map(scenario.determination()::name)
                        .orElseGet(() -> of(scenario, address));
    }

    /** The name, and the address where one would type it. */
    public static String withAddress(EvaluatedScenario scenario, String address) {
        String name = of(scenario, address);
        return name.equals(address) ? name : name + " (" + address + ")";
    }

    /** The names of inputs, each once, with their addresses. */
    static List<String> withAddresses(EvaluatedScenario scenario, Stream<String> addresses) {
        return addresses
                .distinct()
                .map(address -> withAddress(scenario, address))
                .toList();
    }

    /** The end of a name, where what comes before is known: the last part that is neither a number nor a date. */
    static String last(Address address) {
        List<String> segments = address.segments();
        int from = segments.size() - 1;
        while (from > 0 && Character.isDigit(segments.get(from).charAt(0))) {
            from--;
        }
        return words(segments.subList(from, segments.size()));
    }

    private String name(List<String> segments) {
        if (segments.size() < 2) {
            return words(segments);
        }
        String id = segments.get(1);
        List<String> rest = segments.subList(2, segments.size());
        return switch (segments.get(0)) {
            case "companies" -> ofCompany(id, rest);
            case "programs" -> ofProgram(named("programs", id), rest);
            case "benchmarks" -> ofBenchmark(id, rest);
            case "screens" -> words(segments.subList(1, segments.size()));
            case "issues" -> "issue " + joined(id, parts(rest));
            default -> words(segments);
        };
    }

    private String ofCompany(String id, List<String> rest) {
        String company = named("companies", id);
        if (rest.size() > 1 && rest.get(0).equals("uses")) {
            return ofUse(id, company, rest.subList(1, rest.size()));
        }
        if (rest.size() > 1 && rest.get(0).equals("programs")) {
            return ofProgram(named("programs", rest.get(1)), rest.subList(2, rest.size())) + " (" + company + ")";
        }
        if (rest.size() > 1 && rest.get(0).equals("members")) {
            return owned(member(id, rest.get(1)).orElse(rest.get(1)), rest.subList(2, rest.size()));
        }
        boolean markup = rest.size() == 2
                && rest.get(0).equals(ADJUSTMENT)
                && rest.get(1).equals("markup");
        return owned(company, markup ? rest.subList(1, 2) : rest);
    }

    /** A field of the use of a program; the recipient stands at its end. */
    private String ofUse(String id, String company, List<String> rest) {
        String program = named("programs", rest.get(0));
        if (rest.size() == 1) {
            return program + " (" + company + ")";
        }
        String use = rest.get(1);
        Optional<String> recipient = member(id, use);
        boolean several = exists("companies", id, "uses", rest.get(0), "2", "applied");
        String who = recipient.orElse(company) + (recipient.isEmpty() && several ? ", use " + use : "");
        return ofProgram(program, rest.subList(2, rest.size())) + " (" + who + ")";
    }

    private String ofBenchmark(String id, List<String> rest) {
        if (rest.isEmpty()) {
            return "benchmark " + id;
        }
        String field = rest.get(0);
        List<String> more = rest.subList(1, rest.size());
        if (field.equals("world") && !more.isEmpty()) {
            List<String> parts = parts(more.subList(1, more.size()));
            parts.remove("price");
            return joined(more.get(0) + " price of " + id, parts);
        }
        if (OF_GOODS.contains(field)) {
            boolean source = !more.isEmpty() && !Character.isDigit(more.get(0).charAt(0));
            return source
                    ? joined(more.get(0) + " " + word(field) + " of " + id, parts(more.subList(1, more.size())))
                    : joined(word(field) + " of " + id, parts(more));
        }
        return ON_GOODS.contains(field)
                ? joined(word(field) + " on " + id, parts(more))
                : joined("benchmark " + id, parts(rest));
    }

    private String named(String part, String id) {
        return text(part, id, "name").orElse(id);
    }

    private Optional<String> member(String company, String id) {
        return text("companies", company, "members", id, "name");
    }

    private boolean exists(String... segments) {
        return facts.find(new Address(List.of(segments)).toString()).isPresent();
    }

    private Optional<String> text(String... segments) {
        return facts.find(new Address(List.of(segments)).toString())
                .map(FactRegister.Fact::text)
                .filter(name -> !name.isBlank());
    }

    private static String possessive(String owner) {
        return owner + (owner.endsWith("s") ? "\u2019" : "\u2019s");
    }

    private static String owned(String owner, List<String> rest) {
        return rest.isEmpty() ? owner : possessive(owner) + " " + words(rest);
    }

    private static String joined(String name, List<String> parts) {
        return parts.isEmpty() ? name : name + ", " + String.join(", ", parts);
    }

    /** A field of a program; its rate needs no word. */
    private static String ofProgram(String program, List<String> rest) {
        return rest.equals(List.of("rate")) ? program : joined(program, parts(rest));
    }

    private static String words(List<String> segments) {
        return String.join(", ", parts(segments));
    }

    /** The segments as words; the number of a row stands after its column. */
    private static List<String> parts(List<String> segments) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean row = segment.matches("[0-9]+") && i + 1 < segments.size();
            if (row) {
                parts.add(word(segments.get(++i)));
            }
            parts.add(row ? "row " + segment : word(segment));
        }
        return parts;
    }

    /** A key as words. */
    private static String word(String segment) {
        return segment.equals("vat") ? "VAT" : segment.matches("[0-9-]+") ? segment : segment.replace('-', ' ');
    }
}
