package org.advalorem.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.adverse.Petition;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.types.FactsAvailable;

/**
 * The programs of the petition that count on facts available for a company whose rate rests on them as a whole: each on
 * which it states neither a use nor a finding. A program of the scenario that is of type facts-available stands for the
 * alleged one of its name; one of another type, which measures the use of other companies, says whether the alleged one is
 * applied.
 */
final class AllegedPrograms {
    private final Company company;
    private final Petition petition;
    private final Map<String, CompanyCalculation.Program> programs;
    private final Programs types;

    AllegedPrograms(
            Company company, Petition petition, Map<String, CompanyCalculation.Program> programs, Programs types) {
        this.company = company;
        this.petition = petition;
        this.programs = programs;
        this.types = types;
    }

    /** The programs of the scenario with those alleged. */
    Map<String, CompanyCalculation.Program> all() {
        Map<String, CompanyCalculation.Program> all = new LinkedHashMap<>(programs);
        if (company.isWhollyOnFactsAvailable()) {
            petition.programs().stream()
                    .filter(alleged -> !isStated(alleged))
                    .map(alleged -> program(alleged, all.keySet()))
                    .forEach(program -> all.put(program.id(), program));
        }
        return all;
    }

    private boolean isStated(Petition.Alleged alleged) {
        Set<String> uses = company.uses()
                .filter(SourceNode.Mapping.class::isInstance)
                .map(given -> ((SourceNode.Mapping) given).entries().keySet())
                .orElse(Set.of());
        boolean used = programs.values().stream()
                .anyMatch(program -> uses.contains(program.id()) && alleged.isOne(program.id(), program.name()));
        return used || company.findings().keySet().stream().anyMatch(alleged::isOne);
    }

    private CompanyCalculation.Program program(Petition.Alleged alleged, Set<String> taken) {
        FactsAvailable type = new FactsAvailable();
        FactsContext context = company.facts().context().unregistered();
        List<CompanyCalculation.Program> namesakes = programs.values().stream()
                .filter(program -> alleged.isOne(program.id(), program.name()))
                .toList();
        Optional<CompanyCalculation.Program> stated = namesakes.stream()
                .filter(program -> program.type().name().equals(type.name()))
                .findFirst();
        String id = stated.map(CompanyCalculation.Program::id).orElseGet(() -> id(alleged.name(), taken));
        Facts.Layer layer = stated.map(program -> program.facts().layer())
                .orElseGet(() -> new Facts.Layer(
                        mapping(alleged, type, applied(namesakes)),
                        company.facts().address().child("petition").child(id)));
        return new CompanyCalculation.Program(
                id,
                type,
                Facts.of(
                        Optional.ofNullable(types.programFields().get(type.name()))
                                .orElseThrow(),
                        context,
                        layer),
                Optional.of(alleged));
    }

    /** What the scenario's own program of the name states on whether it is applied. */
    private static Optional<SourceNode> applied(List<CompanyCalculation.Program> namesakes) {
        return namesakes.stream()
                .flatMap(program ->
                        Optional.ofNullable(
                                program.facts().layer().mapping().entries().get(Programs.APPLIED.name()))
                                .stream())
                .findFirst();
    }

    private static SourceNode.Mapping mapping(
            Petition.Alleged alleged, FactsAvailable type, Optional<SourceNode> applied) {
        Map<String, SourceNode> entries = new LinkedHashMap<>();
        entries.put(Programs.TYPE.name(), text(type.name(), alleged));
        entries.put(Programs.NAME.name(), text(alleged.name(), alleged));
        entries.put(Programs.SPECIFICITY.name(), text(alleged.specificity(), alleged));
        entries.put(FactsAvailable.BENEFIT_TYPE.name(), text(alleged.kind(), alleged));
        applied.ifPresent(stated -> entries.put(Programs.APPLIED.name(), stated));
        if (!alleged.identicalTo().isEmpty()) {
            List<SourceNode> names = new ArrayList<>();
            alleged.identicalTo().forEach(name -> names.add(text(name, alleged)));
            entries.put(FactsAvailable.IDENTICAL_TO.name(), new SourceNode.Sequence(names, alleged.origin()));
        }
        return new SourceNode.Mapping(entries, Map.of(), alleged.origin());
    }

    private static SourceNode text(String text, Petition.Alleged alleged) {
        return new SourceNode.Scalar(text, true, alleged.origin());
    }

    /** An id made from a name: lower-case words joined by hyphens, with a counter where it is taken. */
    private static String id(String name, Set<String> taken) {
        String words = name.toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String base = words.isEmpty() ? "program" : words;
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }
}
