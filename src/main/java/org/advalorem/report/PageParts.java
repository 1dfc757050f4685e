package org.advalorem.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.calculation.Withheld;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Problems;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.attribution.Reconciliation;

/** The parts of a live report that no input moves, as HTML: what other reports say of a scenario, in the same words. */
public final class PageParts {
    /** How the address of a link begins that saves a file of CSV. */
    public static final String CSV_LINK = "data:text/csv;charset=utf-8;base64,";

    private static final Pattern CSV = Pattern.compile("href=\"" + CSV_LINK + "([^\"]*)\"");

    // the commands of twins differ in these words alone
    private static final String PUBLIC_OPTION = "--public";
    private static final String PROPRIETARY_OPTION = "--proprietary";

    private PageParts() {}

    /** The income statements tied to the denominators of the companies reported. */
    public static List<Reconciliation> reconciliations(EvaluatedScenario scenario) {
        return ReconciliationText.of(scenario);
    }

    /** What became of every program, what is left out of the rates, and the assumptions used. */
    private static Document.Builder assumptions(EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        List<String> items = new ArrayList<>();
        UsedAssumptions.of(scenario).forEach((number, statement) -> items.add(number + " " + statement));
        document.items(items);
        List<String> leftOut = LeftOutText.of(scenario);
        if (!leftOut.isEmpty()) {
            document.heading(1, "Left out of the rates");
            document.items(leftOut);
        }
        return document;
    }

    /** What became of every program, company by company. */
    private static Document.Builder dispositions(EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        MemoParts parts = new MemoParts(scenario, new Statuses(scenario), document, 0);
        parts.dispositions();
        List<Document.Block> blocks = document.build().blocks();
        return new Document.Builder().addAll(blocks.subList(1, blocks.size()));
    }

    /** Every number and choice used, with status, source and place, and the statuses behind each rate. */
    private static Document.Builder inputs(EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        List<FactRegister.Fact> used = InputRows.used(scenario);
        document.paragraph(InputRows.explained(used));
        document.view(InputRows.listing(used));
        return document;
    }

    private static Document.Builder exhibits(EvaluatedScenario scenario) {
        ExhibitIndex index = ExhibitIndex.of(scenario);
        return new Document.Builder()
                .view(index.byExhibit())
                .view(index.benchmarks())
                .view(index.withoutExhibit());
    }

    /** The statuses of the values behind the rate of each company, in words, by its id. */
    public static Map<String, String> reliance(EvaluatedScenario scenario) {
        Statuses statuses = new Statuses(scenario);
        return scenario.companies().stream()
                .collect(Collectors.toMap(
                        CompanyResult::id,
                        company -> Reliance.of(company, statuses).words()));
    }

    /**
     * The index of a public version: what is confidential, and where brackets stand in its place.
     *
     * @param sections the content of sections by their titles
     */
    public static String brackets(PublicVersion version, Map<String, String> sections) {
        List<String> places = new ArrayList<>();
        sections.forEach((title, content) -> {
            int count = content.split(Pattern.quote(Withheld.BRACKETS), -1).length - 1;
            if (count > 0) {
                places.add(title + " (" + count + ")");
            }
        });
        return html(new Document.Builder()
                .view(BracketIndex.listing(version))
                .paragraph(
                        places.isEmpty()
                                ? "No brackets stand on this page."
                                : "Brackets stand in: " + String.join(", ", places) + "."));
    }

    /**
     * Reads a page in public before it is sent.
     *
     * @param problems told of everything confidential that a reader would see nevertheless
     */
    public static void check(PublicVersion version, String page, Problems problems) {
        StringBuilder saved = new StringBuilder();
        Matcher links = CSV.matcher(page);
        while (links.find()) {
            saved.append('\n').append(new String(Base64.getDecoder().decode(links.group(1)), StandardCharsets.UTF_8));
        }
        String seen = page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        PublicReport.check(version, seen + saved, "the page", problems);
    }

    /** The flags that nobody may overlook. */
    public static List<String> flags(EvaluatedScenario scenario) {
        return Header.flags(scenario);
    }

    /** Proceeding, governing law, source and command. */
    public static List<String> about(EvaluatedScenario scenario) {
        return Header.about(scenario);
    }

    /** Opens what a table stands in, which scrolls where the table is wider than the page. */
    public static String scrolling(String label) {
        return HtmlWriter.scrolling(label);
    }

    /** A text as it stands in HTML, between tags or in the quotes of an attribute. */
    public static String escaped(String text) {
        return HtmlWriter.escaped(text);
    }

    /** A part of a page. */
    public enum Part {
        /** The assumptions used, and what is left out of the rates. */
        ASSUMPTIONS,
        /** What became of every program, company by company. */
        DISPOSITIONS,
        /** Every figure by exhibit of the record, every benchmark with its terms, and every figure without an exhibit. */
        EXHIBITS,
        /** Every number and choice used, with status, source and place. */
        INPUTS;

        /**
         * The part as HTML.
         *
         * @param inPublic the scenario in public, where the part has brackets around what that leaves out
         */
        public String html(EvaluatedScenario scenario, Optional<EvaluatedScenario> inPublic) {
            Document complete = document(scenario);
            return HtmlWriter.write(
                    inPublic.map(shown -> Brackets.within(complete, document(shown)))
                            .orElse(complete),
                    3);
        }

        private Document document(EvaluatedScenario scenario) {
            return switch (this) {
                case ASSUMPTIONS -> assumptions(scenario).build();
                case DISPOSITIONS -> dispositions(scenario).build();
                case EXHIBITS -> exhibits(scenario).build();
                case INPUTS -> inputs(scenario).build();
            };
        }
    }

    /** A text of a proprietary version, in the brackets of the public one; as a whole where the two do not fit. */
    public static String bracketed(String complete, String shown) {
        return Brackets.text(complete, shown);
    }

    /** A text of a proprietary version that the public one leaves out. */
    public static String bracketed(String complete) {
        return Brackets.whole(complete);
    }

    /**
     * Proceeding, governing law, source, command and digests.
     *
     * @param inPublic the scenario in public, where settings that it leaves out stand in brackets
     */
    public static List<String> receipt(EvaluatedScenario scenario, Optional<EvaluatedScenario> inPublic) {
        List<String> complete = receipt(scenario);
        return inPublic.map(shown -> Brackets.texts(
                        complete,
                        receipt(shown).stream()
                                .map(text -> text.replace(PUBLIC_OPTION, PROPRIETARY_OPTION))
                                .toList()))
                .orElse(complete);
    }

    private static List<String> receipt(EvaluatedScenario scenario) {
        return Stream.concat(Header.about(scenario).stream(), scenario.receipt().forVerification().stream())
                .toList();
    }

    /** The flag of a proprietary version. */
    public static String proprietary() {
        return Brackets.PROPRIETARY;
    }

    private static String html(Document.Builder document) {
        return HtmlWriter.write(document.build(), 3);
    }
}
