package org.advalorem.bracketing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Withheld;
import org.advalorem.engine.Values;
import org.advalorem.facts.Address;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Provenance.Publication;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.Determination;

/**
 * A determination as its public version shows it (19 CFR 351.304(c)): confidential values, and whatever is computed from
 * them, in brackets, except for the published rates.
 *
 * <p>Published rates are printed although they depend on confidential values, since a determination publishes them. What is
 * computed from them and from public values is public too. A published rate that gives a confidential number away, alone or
 * with others, is a problem: the number is public in fact, or the rate has to be bracketed as well.
 */
public final class PublicVersion {
    private static final String SECTION = "public-version";

    /** Sections that tell about the values of others. */
    private static final Set<String> ABOUT_VALUES =
            Set.of(SECTION, "uncertain", "correlations", "adjustable", "issues", "expect", "set");

    private final Disclosed disclosed;
    private final List<Entry> index = new ArrayList<>();
    private final Determination shown;
    private final Redaction redaction;

    /**
     * A line of the index: something confidential, and what a public version has in its place.
     *
     * @param address a value, or a table whose rows are confidential
     * @param publication how it is shown
     * @param shown its range, or what is said of its rows; empty if it is in brackets
     */
    public record Entry(String address, Publication publication, String shown) {}

    private PublicVersion(Disclosed disclosed, Problems problems) {
        this.disclosed = disclosed;
        Determination complete = disclosed.complete();
        Ranges ranges = new Ranges(disclosed.bracketing().key());
        this.redaction = new Redaction(disclosed, ranges);
        FactRegister register = complete.register()
                .with(complete.register().all().stream()
                        .flatMap(fact -> redaction.of(fact, index).stream())
                        .toList());
        // the cells of a table stand under its name
        index.removeIf(entry -> disclosed.confidential().isCell(entry.address())
                || disclosed.confidential().isSheet(entry.address()));
        disclosed
                .confidential()
                .sheets()
                .forEach(sheet -> index.add(new Entry(
                        sheet.rows().address().toString(),
                        disclosed.bracketing().of(sheet),
                        sheet.rows().rows() + " rows")));
        if (ranges.isWithoutKey()) {
            problems.add(
                    Problem.Code.AV202,
                    Origin.PROGRAM,
                    "Ranged figures need a key: without it, whoever knows how they are made can work back from them.",
                    "Write " + SECTION
                            + ": {key: words that nobody can guess}; keep it, so that later versions show the"
                            + " same figures.");
        }
        this.shown = complete.told(
                redaction.of(complete.calculation().outline()),
                register,
                complete.warnings().stream()
                        .map(warning ->
                                new Warnings.Warning(warning.about(), redaction.of(warning.text()), warning.at()))
                        .toList());
    }

    /**
     * The public version of a determination.
     *
     * @param disclosed what it prints although confidential numbers stand behind it
     * @param problems told of patterns that select nothing, and of a missing key
     */
    public static PublicVersion of(Disclosed disclosed, Problems problems) {
        checkPatterns(disclosed, problems);
        return new PublicVersion(disclosed, problems);
    }

    private static void checkPatterns(Disclosed disclosed, Problems problems) {
        Determination determination = disclosed.complete();
        List<String> addresses = new ArrayList<>(determination.results().addresses());
        addresses.addAll(disclosed.read());
        for (String pattern : disclosed.bracketing().patterns()) {
            if (addresses.stream().noneMatch(AddressPattern.of(pattern)::matches)) {
                problems.add(
                        Problem.Code.AV212,
                        determination.register().origin(SECTION).orElse(Origin.PROGRAM),
                        "(" + pattern + ") in (" + SECTION + ") selects no value and no result.",
                        Nearest.advice(pattern, addresses));
            }
        }
    }

    /** The determination as it may be told: register, outline and warnings without what is confidential. */
    public Determination determination() {
        return shown;
    }

    /** The values, with those withheld that may not be printed. */
    public Values values() {
        return disclosed.values().withholding(disclosed.confidential().hidden(), shown.calculation());
    }

    /** What is confidential, in the order in which it was read. */
    public List<Entry> index() {
        return List.copyOf(index);
    }

    /**
     * Whether what a scenario says at an address may be known. What is uncertain, contested or expected of confidential values
     * is as confidential as they are.
     */
    public boolean isPublic(Address address) {
        if (ABOUT_VALUES.contains(address.segments().get(0))) {
            return false;
        }
        Confidential confidential = disclosed.confidential();
        return !isWithheld(address)
                && !confidential.isCell(address.toString())
                && disclosed
                        .complete()
                        .register()
                        .find(address.toString())
                        .map(confidential::publication)
                        .orElseGet(() -> disclosed.bracketing().of(address))
                        .equals(Publication.PUBLIC);
    }

    /**
     * A setting as a receipt shows it, without its value unless that is known to be public.
     *
     * @param setting {@code address=value}
     */
    public String redacted(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 0) {
            return setting;
        }
        String address = setting.substring(0, equals).strip();
        boolean known = disclosed.complete().register().find(address).isPresent() && isPublic(Address.parse(address));
        return known ? setting : setting.substring(0, equals + 1) + Withheld.BRACKETS;
    }

    /** Whether the rows of the table at an address are confidential. */
    public boolean isWithheld(Address records) {
        return disclosed.confidential().isSheet(records.toString());
    }

    Redaction redaction() {
        return redaction;
    }

    /**
     * Notes a problem for every confidential number that the published rates of some versions of one scenario give away,
     * whatever its contested positions.
     *
     * @param versions those that are printed side by side; of one determination, a single one
     */
    public static void check(List<Disclosed> versions, Problems problems) {
        Inference inference = new Inference();
        versions.forEach(version -> version.tell(inference));
        if (inference.isTooLarge()) {
            problems.add(
                    Problem.Code.AV503,
                    Origin.PROGRAM,
                    "There are too many results to check whether they give confidential numbers away.",
                    "Print fewer: name issues with --issue.");
            return;
        }
        for (Inference.Recovered recovered : inference.recovered()) {
            boolean isResult = versions.get(0).complete().results().addresses().contains(recovered.name());
            String name = recovered.name().replaceFirst(" \\(.*", "");
            problems.add(
                    Problem.Code.AV503,
                    versions.get(0)
                            .complete()
                            .register()
                            .find(recovered.name())
                            .map(FactRegister.Fact::origin)
                            .orElse(Origin.PROGRAM),
                    "(" + String.join(") and (", recovered.from()) + ") "
                            + (recovered.from().size() == 1 ? "gives" : "give") + " away " + name
                            + ", which is in brackets, within " + percent(recovered.within()) + ".",
                    "Bracket the result too (" + SECTION + ": {bracketed: ["
                            + recovered.from().get(0)
                            + "]}), or let the number be public"
                            + (isResult ? " (" + SECTION + ": {public: [" + name + "]})." : " or ranged."));
        }
    }

    private static String percent(double share) {
        return LegalDecimals.decimal(LegalDecimals.round(share * 100, 2))
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }
}
