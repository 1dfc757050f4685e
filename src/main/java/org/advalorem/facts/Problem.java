package org.advalorem.facts;

/**
 * A problem with a scenario.
 *
 * @param code {@code AV101} ..., explained in {@code docs/errors.md}
 * @param origin where it occurs
 * @param message what was found and what was expected
 * @param advice what to write instead; empty if there is nothing to add
 */
public record Problem(Code code, Origin origin, String message, String advice) {
    /** Shows what is empty in the message. */
    public Problem {
        message = VisibleText.withEmpty(message);
        advice = VisibleText.withEmpty(advice);
    }

    /** The kinds of problem. */
    public enum Code {
        /** The file cannot be read. */
        AV101("unreadable file"),
        /** The file is not YAML. */
        AV102("not YAML"),
        /** A limit of size, depth or number was exceeded. */
        AV103("limit exceeded"),
        /** A key that is repeated. */
        AV104("repeated key"),
        /** An alias, anchor, tag, merge key or second document. */
        AV105("unsupported YAML"),
        /** The file is not a scenario of a known format. */
        AV106("unknown format"),
        /** An {@code extends} that is circular or leads nowhere. */
        AV107("extends"),
        /** Bytes that are not text in UTF-8. */
        AV108("not text"),
        /** A key or a file without content. */
        AV109("no value"),
        /** A scenario that is not a mapping, or a key that is not a single word. */
        AV110("not a mapping of names"),
        /** A key that is not known here. */
        AV201("unknown key"),
        /** A key that must be given. */
        AV202("missing key"),
        /** A mapping, list or single value where another was expected. */
        AV203("wrong shape"),
        /** A number that cannot be read. */
        AV204("not a number"),
        /** A rate without a percent sign. */
        AV205("rate without percent"),
        /** A unit or currency that does not fit. */
        AV206("unit"),
        /** A date, month, year or period that cannot be read. */
        AV207("date"),
        /** A word that is not among the choices. */
        AV208("unknown choice"),
        /** A value outside its domain. */
        AV209("out of range"),
        /** A reference to something that does not exist. */
        AV210("unknown reference"),
        /** An address that leads nowhere. */
        AV211("unknown address"),
        /** A {@code --set} or {@code set} that cannot be applied. */
        AV212("change"),
        /** A data file that cannot be read. */
        AV301("data file"),
        /** A column that is missing or unknown. */
        AV302("column"),
        /** A cell that cannot be read. */
        AV303("cell"),
        /** Facts that contradict each other or are incomplete for a rule. */
        AV401("facts incomplete"),
        /** Facts that the rules reject. */
        AV402("refused by a rule"),
        /** A month, year or grade without a benchmark or a sales value. */
        AV403("no value for the period"),
        /** A condition of the calculation that does not hold. */
        AV404("condition not met"),
        /** An {@code expect} that cannot be read. */
        AV501("expect"),
        /** An uncertain value or a range that cannot be used. */
        AV502("uncertain"),
        /** A contested choice that cannot be read. */
        AV503("issues");

        private final String title;

        Code(String title) {
            this.title = title;
        }

        /** The kind of problem in a few words. */
        public String title() {
            return title;
        }
    }
}
