package org.advalorem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.advalorem.bracketing.Disclosed;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.UnitException;
import org.advalorem.engine.Values;
import org.advalorem.facts.Address;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.Determination;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.scenario.Expectation;
import org.advalorem.scenario.Expectations;
import org.advalorem.scenario.Scenario;
import org.advalorem.whatif.EvaluationCheck;

/**
 * A scenario read, calculated and evaluated without a problem.
 *
 * @param outcomes each expectation with the result found
 * @param unchecked the number of expectations not checked
 */
record Loaded(Scenario scenario, EvaluatedScenario evaluated, List<Expectations.Outcome> outcomes, int unchecked) {

    /**
     * Reads and calculates.
     *
     * @param companies the companies to report; empty for all
     * @param expecting whether results are compared with what the scenario expects
     * @throws org.advalorem.facts.InvalidScenarioException if anything is wrong, listing all of it
     */
    static Loaded of(
            List<String> files, List<String> sets, List<String> companies, Expecting expecting, Session session) {
        return of(files, sets, companies, expecting, session, (scenario, problems) -> {});
    }

    /**
     * Reads and calculates.
     *
     * @param reader also reads, once something is wrong, the parts that no rate depends on, and notes their problems
     */
    static Loaded of(
            List<String> files,
            List<String> sets,
            List<String> companies,
            Expecting expecting,
            Session session,
            BiConsumer<Scenario, Problems> reader) {
        Problems problems = new Problems();
        Optional<Scenario> scenario = read(files, sets, session, problems);
        Optional<Determination> determination = scenario.flatMap(read -> determination(read, session, problems));
        List<Expectation> expectations =
                scenario.map(read -> expectations(read, problems)).orElse(List.of());
        if (!problems.isEmpty()) {
            scenario.ifPresent(read -> reader.accept(read, problems));
        }
        scenario.ifPresent(
                read -> read.newNotes().forEach(note -> session.console().tell("note: " + note)));
        scenario.ifPresent(read ->
                read.data().decided().forEach(file -> session.console().tell("note: " + file.sentence())));
        problems.throwIfAny();
        Scenario read = scenario.orElseThrow();
        Determination made = determination.orElseThrow();
        Values values = Values.of(made.calculation());
        EvaluationCheck.passes(made, values, whole(read), problems);
        problems.throwIfAny();
        List<Expectation> checked = expecting == Expecting.ALL ? expectations : List.of();
        List<Expectations.Outcome> outcomes = Expectations.check(
                checked, address -> found(address, made, values), made.results().addresses(), problems);
        problems.throwIfAny();
        if (expecting == Expecting.NOT_AFTER_CHANGES && !expectations.isEmpty()) {
            session.console().tell(Expecting.NOTE);
        }
        return new Loaded(
                read,
                EvaluatedScenario.of(
                        read.name(),
                        sets,
                        session.command(),
                        session.files().folderSeenFromOutput(),
                        made,
                        values,
                        new CompanyNames(made.companies()).keys(companies)),
                outcomes,
                expectations.size() - checked.size());
    }

    /** Tells what short addresses given since the scenario was read stood for. */
    void tellNewNotes(Console console) {
        scenario.newNotes().forEach(note -> console.tell("note: " + note));
    }

    /** The same, with the digest of content and data files in its reports. */
    Loaded withHash() {
        return evaluated.publicVersion().isPresent()
                ? this
                : new Loaded(scenario, evaluated.withHash(scenario), outcomes, unchecked);
    }

    private Loaded inPublic(Stream<Disclosed> others) {
        Problems problems = new Problems();
        Disclosed written = Disclosed.of(evaluated.determination(), evaluated.values());
        PublicVersion version = PublicVersion.of(written, problems);
        PublicVersion.check(Stream.concat(Stream.of(written), others).toList(), problems);
        problems.throwIfAny();
        List<String> command = CommonOptions.withSettings(command(Version.PUBLIC), version::redacted);
        return new Loaded(scenario, evaluated.inPublic(version, scenario, command), outcomes, unchecked);
    }

    private List<String> command(Version version) {
        return version.command(evaluated.receipt().command());
    }

    /**
     * The same as a version of what is written shows it.
     *
     * @param others what a public version prints besides the scenario as written
     * @throws org.advalorem.facts.InvalidScenarioException if what is printed gives a confidential number away
     */
    Loaded as(Version version, Supplier<Stream<Disclosed>> others) {
        return switch (version) {
            case COMPLETE -> this;
            case PROPRIETARY ->
                new Loaded(scenario, evaluated.typed(command(Version.PROPRIETARY)), outcomes, unchecked);
            case PUBLIC -> inPublic(others.get());
        };
    }

    /** Reads without calculating. */
    static Optional<Scenario> read(List<String> files, List<String> sets, Session session, Problems problems) {
        List<Path> paths = files.stream().map(session.files()::path).toList();
        FieldSet root = root(session);
        Optional<Scenario> scenario = OverlayAlone.refused(
                found -> Scenario.read(root, paths, sets, session.files().read(), found), files, root, problems);
        if (session.files().isWriting()) {
            // data that this run does not need are not to be lost either
            scenario.ifPresent(Scenario::locateData);
            session.files().check();
        }
        return scenario;
    }

    static FieldSet root(Session session) {
        return new ScenarioFields(session.programs()).fields();
    }

    private static Optional<Determination> determination(Scenario scenario, Session session, Problems problems) {
        try {
            return Determination.of(scenario.tree(), scenario.data(), session.programs(), problems);
        } catch (UnitException e) {
            problems.add(Problem.Code.AV206, whole(scenario), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }

    private static List<Expectation> expectations(Scenario scenario, Problems problems) {
        SourceNode given = scenario.tree().entries().get("expect");
        return given == null ? List.of() : Expectations.read(given, problems);
    }

    private static Origin whole(Scenario scenario) {
        return Origin.of(scenario.name(), 0, 0, "");
    }

    private static Optional<Expectations.Found> found(Address address, Determination determination, Values values) {
        return determination.results().at(address).map(term -> new Expectations.Found(values.of(term), form(term)));
    }

    private static Expectation.Form form(Term term) {
        if (term.unit().equals(Unit.TRUTH)) {
            return Expectation.Form.YES_NO;
        }
        return term.unit().isFraction() ? Expectation.Form.RATE : Expectation.Form.NUMBER;
    }
}
