package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Explanation;
import org.advalorem.report.Figure;
import org.advalorem.report.PageParts;
import org.advalorem.rules.ResultKey;

/**
 * HTML with places for numbers, in the order of its elements. Besides the HTML with the numbers of an alternative there is its
 * skeleton, the same without them: alternatives whose skeletons are equal share one element of the page.
 */
final class Fragment {
    /** The figures that only a page has: words for a truth. */
    static final String VERDICT = "VERDICT";

    static final String DETERMINATION = "DETERMINATION";

    private static final Pattern MARKED = Pattern.compile(Explanation.MARK + "(\\d+)" + Explanation.MARK);
    private static final Pattern NUMBERED = Pattern.compile("\\[(\\d+)]");

    private final Live live;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder skeleton = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();

    Fragment(Live live) {
        this.live = live;
    }

    /** Opens an element with the given attributes, name and value in turn. */
    Fragment open(String tag, String... attributes) {
        StringBuilder opened = new StringBuilder("<").append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            opened.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(PageParts.escaped(attributes[i + 1]))
                    .append('"');
        }
        return raw(opened.append('>').toString());
    }

    /** Opens an element that is hidden unless a truth holds. */
    Fragment openWhen(Term truth, String tag, String... attributes) {
        return openIf(truth, "", tag, attributes);
    }

    /** Opens an element that is hidden if a truth holds. */
    Fragment openUnless(Term truth, String tag, String... attributes) {
        return openIf(truth, "not", tag, attributes);
    }

    private Fragment openIf(Term truth, String sense, String tag, String... attributes) {
        boolean shown = live.holds(truth) == sense.isEmpty();
        open(tag, attributes);
        html.setLength(html.length() - 1);
        skeleton.setLength(skeleton.length() - 1);
        raw(" data-w=\"" + sense + "\"");
        html.append(shown ? "" : " hidden");
        places.add(live.place(truth));
        return raw(">");
    }

    Fragment close(String tag) {
        return raw("</" + tag + ">");
    }

    /** An element with nothing but text. */
    Fragment element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    Fragment text(String text) {
        return raw(PageParts.escaped(text));
    }

    /** Text that refers to lines by their numbers, which differ between alternatives. */
    Fragment numbered(String text) {
        Matcher matcher = NUMBERED.matcher(text);
        int end = 0;
        while (matcher.find()) {
            text(text.substring(end, matcher.start())).text("[");
            int number = Integer.parseInt(matcher.group(1));
            shown(live.constant(number), Figure.PLAIN.name(), Figure.PLAIN.text(number), false)
                    .text("]");
            end = matcher.end();
        }
        return text(text.substring(end));
    }

    /**
     * A formula with numbers, in which marks stand for the numbers of terms.
     *
     * @param shown the formula of the public version; empty if it has none
     */
    Fragment marked(String formula, Optional<String> shown) {
        Matcher matcher = MARKED.matcher(formula);
        List<Term> terms = live.scenario().values().calculation().terms();
        List<String> words = shown.map(of -> List.of(MARKED.split(of, -1))).orElse(List.of());
        int end = 0;
        int word = 0;
        while (matcher.find()) {
            between(formula.substring(end, matcher.start()), words, word++);
            Term term = terms.get(Integer.parseInt(matcher.group(1)));
            number(term, term.unit().equals(org.advalorem.calculation.Unit.TRUTH) ? Figure.TRUTH : Figure.PLAIN);
            end = matcher.end();
        }
        return between(formula.substring(end), words, word);
    }

    /** What stands between the numbers of a formula: signs, and names that may be in brackets. */
    private Fragment between(String text, List<String> shown, int word) {
        return text(live.bracketed(text, word < shown.size() ? Optional.of(shown.get(word)) : Optional.empty()));
    }

    /** The number of a term. */
    Fragment number(Term term, Figure figure) {
        return number(term, figure, live.isBracketed(term));
    }

    /** The number of a term, which the public version may leave out although it shows the same number elsewhere. */
    Fragment number(Term term, Figure figure, boolean bracketed) {
        return shown(live.place(term), figure.name(), figure.text(live.value(term)), bracketed);
    }

    /** The number of a term with its unit, if that is not said elsewhere. */
    Fragment number(Term term, Figure figure, String unit) {
        number(term, figure);
        return unit.isEmpty() ? this : raw(" ").text(unit);
    }

    /** The words for a truth. */
    Fragment truth(Term truth, String figure, String words) {
        return shown(live.place(truth), figure, words, live.isBracketed(truth));
    }

    /** Text that other alternatives have in other words. */
    Fragment words(String text) {
        raw("<span data-t=\"\">");
        html.append(PageParts.escaped(text));
        places.add(live.place(text));
        return raw("</span>");
    }

    private Fragment shown(int place, String figure, String text, boolean bracketed) {
        raw("<b data-f=\"" + figure + (bracketed ? "\" class=\"bracketed\">" : "\">"));
        html.append(PageParts.escaped(text));
        places.add(place);
        return raw("</b>");
    }

    /**
     * The difference of a result from that of the scenario as written, which is none.
     *
     * @param key the result
     * @param term its term in this alternative
     */
    Fragment difference(ResultKey key, Term term, Figure figure) {
        return difference(key, live.place(term), figure);
    }

    /** What a result of the scenario as written loses where there is none. */
    Fragment differenceFromNone(ResultKey key, Figure figure) {
        return difference(key, live.constant(0), figure);
    }

    private Fragment difference(ResultKey key, int place, Figure figure) {
        raw("<i data-d=\"" + figure.name() + "\" data-k=\"" + PageParts.escaped(key.toString()) + "\">");
        places.add(place);
        return raw("</i>");
    }

    /**
     * A bar as long as the number of a term.
     *
     * @param longest the number of the longest bar beside it
     */
    Fragment bar(Term term, double longest) {
        double share = longest > 0 ? Math.max(0, live.value(term)) / longest : 0;
        raw("<svg class=\"bar\" aria-hidden=\"true\"><rect height=\"100%\" data-b=\"\" width=\"");
        html.append(Figure.PLAIN.text(Math.round(share * 10_000) / 100.0)).append('%');
        places.add(live.place(term));
        return raw("\"/></svg>");
    }

    /** HTML that has no places. */
    Fragment raw(String same) {
        html.append(same);
        skeleton.append(same);
        return this;
    }

    String html() {
        return html.toString();
    }

    String skeleton() {
        return skeleton.toString();
    }

    List<Integer> places() {
        return List.copyOf(places);
    }
}
