package org.advalorem.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.advalorem.Keys;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Values;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** A scenario made in Java, piece by piece, and what the rules make of it. Period 2016, average useful life 10 years. */
public final class Scenarios {
    public static final int PERIOD = 2016;

    private final Map<String, Object> proceeding = new LinkedHashMap<>();
    private final Map<String, Object> programs = new LinkedHashMap<>();
    private final Map<String, Object> companies = new LinkedHashMap<>();
    private final Map<String, Object> rest = new LinkedHashMap<>();
    private Programs types = Programs.shipped();

    private Scenarios(String segment) {
        proceeding.put("segment", segment);
        proceeding.put("regulation", "1998");
        proceeding.put("country", SourceNode.mapping("name", "Freedonia", "developing", "no"));
        proceeding.put("period", PERIOD);
        proceeding.put("average-useful-life", "10 years");
    }

    public static Scenarios investigation() {
        return new Scenarios("investigation final");
    }

    public static Scenarios review() {
        return new Scenarios("review final");
    }

    public Scenarios proceeding(Object... facts) {
        put(proceeding, facts);
        return this;
    }

    /** A company that reports in dollars unless it says otherwise. */
    private static SourceNode inDollars(SourceNode.Mapping company) {
        if (company.entries().containsKey("currency")) {
            return company;
        }
        Map<String, SourceNode> entries = new LinkedHashMap<>(company.entries());
        entries.put("currency", SourceNode.scalar("USD"));
        return new SourceNode.Mapping(entries, company.keys(), company.origin());
    }

    /** Without that key of the proceeding. */
    public Scenarios withoutProceeding(String key) {
        proceeding.remove(key);
        return this;
    }

    public Scenarios program(String id, Object... facts) {
        programs.put(id, SourceNode.mapping(facts));
        return this;
    }

    public Scenarios company(String id, Object... facts) {
        companies.put(id, inDollars(SourceNode.mapping(facts)));
        return this;
    }

    public Scenarios allOthers(Object... facts) {
        rest.put("all-others", SourceNode.mapping(facts));
        return this;
    }

    /** Any other part of the scenario. */
    public Scenarios with(String part, SourceNode facts) {
        rest.put(part, facts);
        return this;
    }

    public Scenarios types(Programs known) {
        types = known;
        return this;
    }

    /** A respondent whose rate is stated; its total is a program of its own. */
    public Scenarios respondent(String id, String rate, Object... facts) {
        return respondentOf("stated", id, rate, facts);
    }

    /** A respondent whose rate rests on facts available. */
    public Scenarios adverse(String id, String rate, Object... facts) {
        return respondentOf("facts-available", id, rate, facts);
    }

    private Scenarios respondentOf(String type, String id, String rate, Object... facts) {
        program("total-of-" + id, "type", type, "rate", rate);
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, facts);
        all.put("uses", SourceNode.mapping("total-of-" + id, SourceNode.sequence(SourceNode.mapping())));
        companies.put(id, inDollars(mapping(all)));
        return this;
    }

    private static void put(Map<String, Object> into, Object... keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            into.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
    }

    private static SourceNode.Mapping mapping(Map<String, Object> entries) {
        return SourceNode.mapping(entries.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray());
    }

    /** One use of a program, as the list that stands under its name. */
    public static SourceNode use(Object... facts) {
        return SourceNode.sequence(SourceNode.mapping(facts));
    }

    /** A use that received one grant, approved and paid on one day. */
    public static SourceNode grant(String day, String amount, Object... more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("received", SourceNode.sequence(SourceNode.mapping("on", day, "amount", amount)));
        put(facts, more);
        return SourceNode.sequence(mapping(facts));
    }

    /** A row of a sales ledger. */
    public static SourceNode.Mapping sale(
            int year, String seller, String buyer, String destination, String gross, Object... more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "year", year, "seller", seller, "buyer", buyer, "destination", destination, "gross", gross);
        put(facts, more);
        return mapping(facts);
    }

    private SourceNode.Mapping given() {
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "format", "advalorem/1", "title", "Test", "proceeding", mapping(proceeding));
        put(all, "programs", mapping(programs), "companies", mapping(companies));
        all.putAll(rest);
        return mapping(all);
    }

    /** The values; fails when there are problems. */
    public Outcome run() {
        Problems problems = new Problems();
        var determination = Determination.of(given(), DataFiles.NONE, types, problems);
        if (determination.isEmpty()) {
            throw new AssertionError("The scenario has problems: " + problems.sorted());
        }
        return new Outcome(determination.get(), Values.of(determination.get().calculation()));
    }

    /** What is wrong with the scenario, in words. */
    public List<String> problems() {
        Problems problems = new Problems();
        Determination.of(given(), DataFiles.NONE, types, problems);
        return problems.sorted().stream().map(Problem::message).toList();
    }

    /** A determination with its values. */
    public record Outcome(Determination determination, Values values) {
        public double of(String result) {
            return values.of(term(result));
        }

        /** The term of the result at that address. */
        public Term term(String result) {
            return determination
                    .results()
                    .find(Keys.of(result))
                    .orElseThrow(() -> new AssertionError("(" + result + ") is not among "
                            + determination.results().addresses()));
        }

        /** A result in percent, as the decimal it stands for. */
        public BigDecimal percent(String result) {
            return LegalDecimals.decimal(of(result)).movePointRight(2).stripTrailingZeros();
        }

        /** The unrounded net subsidy rate. */
        public double rate(String company) {
            return of("companies." + company + ".rate-unrounded");
        }

        /** The published rate in percent, two decimals. */
        public String published(String company) {
            return twoDecimals("companies." + company + ".rate");
        }

        public String allOthers() {
            return twoDecimals("all-others.rate");
        }

        private String twoDecimals(String result) {
            return percent(result).setScale(2).toPlainString();
        }

        public boolean deMinimis(String company) {
            return values.holds(term("companies." + company + ".de-minimis"));
        }

        public CompanyResult company(String id) {
            return determination.companies().stream()
                    .filter(company -> company.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        public ProgramResult program(String company, String id) {
            return company(company).programs().stream()
                    .filter(program -> program.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        public UseResult use(String company, String program, int place) {
            return program(company, program).uses().get(place);
        }

        public double denominator(String company, String program) {
            return values.of(use(company, program, 0).denominator().orElseThrow());
        }

        public double slice(String company, String program) {
            return values.of(use(company, program, 0).slice().orElseThrow());
        }

        public List<String> failed() {
            return values.failed().stream().map(Requirement::message).toList();
        }

        /** The numbers of the assumptions that the steps name. */
        public Set<String> assumptions() {
            Set<String> numbers = new TreeSet<>();
            assumptions(determination.calculation().outline(), numbers);
            return numbers;
        }

        private static void assumptions(Outline.Section section, Set<String> numbers) {
            for (Outline.Item item : section.items()) {
                if (item instanceof Outline.Line line) {
                    line.authority().assumption().ifPresent(numbers::add);
                } else if (item instanceof Worksheet table) {
                    table.authority().assumption().ifPresent(numbers::add);
                } else if (item instanceof Outline.Section inner) {
                    assumptions(inner, numbers);
                }
            }
        }

        /** The rows of the tables of that title: cells as words, quantities as numbers. */
        public List<String> table(String title) {
            return OneUse.rows(determination.calculation(), values, title);
        }

        /** What the first step of that label rests on. */
        public Authority authority(String label) {
            return OneUse.items(determination.calculation().outline())
                    .filter(item ->
                            item instanceof Outline.Line line && line.label().equals(label))
                    .map(item -> ((Outline.Line) item).authority())
                    .findFirst()
                    .orElseThrow();
        }

        /** The notes of the outline, in order. */
        public List<String> notes() {
            List<String> notes = new ArrayList<>();
            notes(determination.calculation().outline(), notes);
            return notes;
        }

        private static void notes(Outline.Section section, List<String> notes) {
            for (Outline.Item item : section.items()) {
                if (item instanceof Outline.Note note) {
                    notes.add(note.words());
                } else if (item instanceof Outline.Section inner) {
                    notes(inner, notes);
                }
            }
        }
    }
}
