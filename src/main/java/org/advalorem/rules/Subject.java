package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.advalorem.facts.Address;

/**
 * The subject of a result: a company, one of its programs, one use of a program, all others, a company not selected, or
 * the determination as a whole, for a given year and product or for the whole; or one of what follows from the rates.
 *
 * @param company the company's id, or that of an antidumping rate, a screen, entries or a year of imports; empty for all others and the
 *     determination
 * @param program the program's id; empty unless the subject is a program or a use
 * @param use the use's number, from 1; empty unless the subject is a use
 */
public record Subject(Level level, Scope scope, String company, String program, OptionalInt use) {
    private static final String COMPANIES = "companies";
    private static final String PROGRAMS = "programs";
    private static final String USES = "uses";
    private static final String NOT_SELECTED = "not-selected";

    /** The kinds of subject. */
    public enum Level {
        /** The determination. */
        DETERMINATION("determination"),
        /** A respondent. */
        COMPANY(COMPANIES),
        /** A program of a respondent. */
        PROGRAM(COMPANIES),
        /** One use of a program. */
        USE(COMPANIES),
        /** All companies not examined. */
        ALL_OTHERS("all-others"),
        /** A company not selected in a review that has a rate of its own. */
        NOT_SELECTED("all-others"),
        /** An exporter, a combination or all others of the antidumping case on the same goods. */
        ANTIDUMPING("antidumping"),
        /** A test that a petition, an agreement or an allegation has to pass. */
        SCREEN("screens"),
        /** An importer's entries. */
        EXPOSURE("exposure"),
        /** A year of imports, or the duty on it at a rate. */
        IMPORTS("imports");

        private static final List<Level> BEYOND_THE_RATE = List.of(ANTIDUMPING, SCREEN, EXPOSURE, IMPORTS);

        /** The first part of an address, such as {@code all-others}. */
        private final String word;

        Level(String word) {
            this.word = word;
        }
    }

    /** A respondent. */
    public static Subject company(Scope scope, String id) {
        return new Subject(Level.COMPANY, scope, id, "", OptionalInt.empty());
    }

    /** All companies not examined. */
    public static Subject allOthers(Scope scope) {
        return new Subject(Level.ALL_OTHERS, scope, "", "", OptionalInt.empty());
    }

    /** A company not selected in a review. */
    public static Subject notSelected(Scope scope, String id) {
        return new Subject(Level.NOT_SELECTED, scope, id, "", OptionalInt.empty());
    }

    /** The determination. */
    public static Subject determination(Scope scope) {
        return new Subject(Level.DETERMINATION, scope, "", "", OptionalInt.empty());
    }

    /**
     * A subject of what follows from the rates.
     *
     * @param level antidumping, a screen or entries
     * @param id what distinguishes it from others of the kind; empty for their total
     */
    public static Subject beyondTheRate(Level level, String id) {
        return new Subject(level, Scope.WHOLE, id, "", OptionalInt.empty());
    }

    /** A program of this company. */
    public Subject program(String id) {
        return new Subject(Level.PROGRAM, scope, company, id, OptionalInt.empty());
    }

    /**
     * A use of this program.
     *
     * @param number from 1
     */
    public Subject use(int number) {
        return new Subject(Level.USE, scope, company, program, OptionalInt.of(number));
    }

    /** The same subject for another year or product. */
    public Subject in(Scope other) {
        return new Subject(level, other, company, program, use);
    }

    /** The key of the given measure of this subject. */
    public ResultKey key(Measure measure) {
        return new ResultKey(this, measure);
    }

    /**
     * Whether the subject has a rate of its own at which duties are collected: a company, selected or not, or all
     * others.
     */
    public boolean isTotal() {
        return level == Level.COMPANY || level == Level.ALL_OTHERS || level == Level.NOT_SELECTED;
    }

    /** Whether it is no part of the determination of rates, but follows from it or precedes it. */
    public boolean isBeyondTheRate() {
        return Level.BEYOND_THE_RATE.contains(level);
    }

    /** Whether the subject is a company. */
    public boolean isCompany() {
        return level == Level.COMPANY;
    }

    /** Whether the subject is the company of that id, or a program or use of that company. */
    public boolean isOf(String id) {
        return company.equals(id) && !isBeyondTheRate();
    }

    /** The common prefix of its results' addresses, such as {@code companies.zhongji.year.2016.programs.grants}. */
    public Address address() {
        Address first = Address.ROOT.child(level.word);
        if (level == Level.NOT_SELECTED) {
            return scope.below(first).child(NOT_SELECTED).child(company);
        }
        Address whole = scope.below(company.isEmpty() ? first : first.child(company));
        Address ofProgram = program.isEmpty() ? whole : whole.child(PROGRAMS).child(program);
        return use.isPresent() ? ofProgram.child(USES).child(Integer.toString(use.getAsInt())) : ofProgram;
    }

    /** The subject whose address has the given segments; empty if none has. */
    static Optional<Subject> of(List<String> segments) {
        String first = segments.isEmpty() ? "" : segments.get(0);
        if (first.equals(COMPANIES) && segments.size() > 1) {
            Scope scope = Scope.leading(segments.subList(2, segments.size()));
            Subject company = company(scope, segments.get(1));
            return company.below(segments.subList(2 + scope.segments(), segments.size()));
        }
        for (Level level : Level.BEYOND_THE_RATE) {
            if (first.equals(level.word)) {
                return segments.size() > 2
                        ? Optional.empty()
                        : Optional.of(beyondTheRate(level, segments.size() == 1 ? "" : segments.get(1)));
            }
        }
        List<String> rest = segments.isEmpty() ? segments : segments.subList(1, segments.size());
        Scope scope = Scope.leading(rest);
        if (first.equals(Level.NOT_SELECTED.word)
                && rest.size() == scope.segments() + 2
                && rest.get(scope.segments()).equals(NOT_SELECTED)) {
            return Optional.of(notSelected(scope, rest.get(rest.size() - 1)));
        }
        Subject subject = first.equals(Level.ALL_OTHERS.word) ? allOthers(scope) : determination(scope);
        return first.equals(subject.level.word) && scope.segments() == rest.size()
                ? Optional.of(subject)
                : Optional.empty();
    }

    /** This company, or its program or use that the segments name. */
    private Optional<Subject> below(List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.of(this);
        }
        if (!rest.get(0).equals(PROGRAMS) || (rest.size() != 2 && rest.size() != 4)) {
            return Optional.empty();
        }
        Subject ofProgram = program(rest.get(1));
        if (rest.size() == 2) {
            return Optional.of(ofProgram);
        }
        return rest.get(2).equals(USES) && rest.get(3).matches("[1-9][0-9]{0,5}")
                ? Optional.of(ofProgram.use(Integer.parseInt(rest.get(3))))
                : Optional.empty();
    }
}
