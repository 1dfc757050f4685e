package org.advalorem.rules.calendar;

import static org.advalorem.rules.calendar.StatutoryDate.Count.after;
import static org.advalorem.rules.calendar.StatutoryDate.Count.before;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.rules.base.Assumption;

/** The rules for the dates of an investigation, each once: 19 CFR 351.203-211 and the statute. */
final class Timetable {
    private static final int INITIATION = 20;
    private static final int INITIATION_POLLED = 40;
    private static final int ITC_PRELIMINARY = 45;
    private static final int ITC_PRELIMINARY_POLLED = 25;
    private static final int PRELIMINARY = 65;
    private static final int PRELIMINARY_EXTENDED = 130;
    private static final int PRELIMINARY_UPSTREAM = 250;
    private static final int PRELIMINARY_UPSTREAM_EXTENDED = 310;
    private static final int ANTIDUMPING_PRELIMINARY = 140;
    private static final int ANTIDUMPING_PRELIMINARY_EXTENDED = 190;
    private static final int FINAL = 75;
    private static final int FINAL_UPSTREAM = 165;
    private static final int ANTIDUMPING_FINAL_POSTPONED = 135;
    private static final int ITC_FINAL_AFTER_PRELIMINARY = 120;
    private static final int ITC_FINAL_AFTER_FINAL = 45;
    private static final int ITC_FINAL_AFTER_NEGATIVE = 75;
    private static final int ORDER = 7;
    private static final int POSTPONEMENT_REQUEST = 25;
    private static final int POSTPONEMENT_NOTICE = 20;
    private static final int ALLEGATION_BY_PRELIMINARY = 20;
    private static final int ALLEGATION_PRELIMINARY_FINDING = 30;
    private static final int ALLEGATION_FINAL_FINDING = 21;
    private static final int ALIGNMENT_REQUEST = 5;
    private static final int DISCLOSURE = 5;
    private static final int ERRORS = 5;
    private static final int CORRECTION = 30;
    private static final String ALIGNED = "19 U.S.C. 1671d(a)(1); 19 CFR 351.210(b)(4)";
    private static final List<Integer> SUSPENSION = List.of(7, 15, 35, 45);
    private static final List<Integer> SUSPENSION_ANTIDUMPING = List.of(15, 30, 50, 60);

    private final Course course;
    private final boolean finalKnown;
    private final List<StatutoryDate> rules = new ArrayList<>();

    private Timetable(Course course, boolean finalKnown) {
        this.course = course;
        this.finalKnown = finalKnown;
    }

    /**
     * The rules of an investigation that takes this course; each counts from those before it or from stated days.
     *
     * @param antidumping whether there is an antidumping case beside it
     * @param finalKnown whether the antidumping final follows from the aligned final, rather than the reverse
     */
    static List<StatutoryDate> of(Course course, boolean antidumping, boolean finalKnown) {
        Timetable timetable = new Timetable(course, finalKnown);
        timetable.untilPreliminary();
        if (antidumping) {
            timetable.antidumping();
        }
        timetable.afterPreliminary();
        timetable.untilOrder();
        timetable.add(
                Milestone.PROTEST,
                Assumption.PROTEST_ROLLS.under("19 U.S.C. 1514(c)(3)"),
                after(Protest.DAYS, Milestone.LIQUIDATION));
        return List.copyOf(timetable.rules);
    }

    private void add(Milestone milestone, Authority authority, StatutoryDate.Count... counts) {
        rules.add(StatutoryDate.deadline(milestone, authority, counts));
    }

    private void add(Milestone milestone, String citation, StatutoryDate.Count... counts) {
        add(milestone, Authority.law(citation), counts);
    }

    private void untilPreliminary() {
        add(
                Milestone.INITIATION,
                course.polled()
                        ? "19 U.S.C. 1671a(c)(1)(B); 19 CFR 351.203(b)(2)"
                        : "19 U.S.C. 1671a(c)(1)(A); 19 CFR 351.203(b)(1)",
                after(course.polled() ? INITIATION_POLLED : INITIATION, Milestone.FILED));
        add(
                Milestone.ITC_PRELIMINARY,
                "19 U.S.C. 1671b(a)(2)",
                course.polled()
                        ? after(ITC_PRELIMINARY_POLLED, Milestone.INITIATION)
                        : after(ITC_PRELIMINARY, Milestone.FILED));
        StatutoryDate.Count usual = after(PRELIMINARY, Milestone.INITIATION);
        Milestone scheduled = Milestone.PRELIMINARY;
        if (course.preliminaryPostponed()) {
            scheduled = Milestone.PRELIMINARY_AS_SCHEDULED;
            rules.add(StatutoryDate.deadline(scheduled, Authority.law("19 CFR 351.205(b)(1)"), usual)
                    .superseded());
        }
        add(
                Milestone.POSTPONEMENT_REQUEST,
                Assumption.COUNTED_BACK.under("19 CFR 351.205(e)"),
                before(POSTPONEMENT_REQUEST, scheduled));
        add(
                Milestone.POSTPONEMENT_NOTICE,
                Assumption.COUNTED_BACK.under("19 CFR 351.205(f)(1)"),
                before(POSTPONEMENT_NOTICE, scheduled));
        if (course.preliminaryUpstream()) {
            add(
                    Milestone.PRELIMINARY,
                    "19 U.S.C. 1671b(g)(1); 19 CFR 351.205(b)(3)",
                    after(
                            course.preliminaryExtended() ? PRELIMINARY_UPSTREAM_EXTENDED : PRELIMINARY_UPSTREAM,
                            Milestone.FILED));
        } else if (course.preliminaryExtended()) {
            add(
                    Milestone.PRELIMINARY,
                    "19 U.S.C. 1671b(c)(1); 19 CFR 351.205(b)(2)",
                    after(PRELIMINARY_EXTENDED, Milestone.INITIATION));
        } else {
            add(Milestone.PRELIMINARY, "19 U.S.C. 1671b(b)(1); 19 CFR 351.205(b)(1)", usual);
        }
        add(
                Milestone.ALLEGATION_BEFORE_PRELIMINARY,
                Assumption.COUNTED_BACK.under("19 CFR 351.206(c)(2)(i)"),
                before(ALLEGATION_BY_PRELIMINARY, Milestone.PRELIMINARY));
    }

    private void afterPreliminary() {
        corrections(
                Milestone.PRELIMINARY,
                Milestone.PRELIMINARY_DISCLOSED,
                Milestone.PRELIMINARY_ERRORS,
                Milestone.PRELIMINARY_CORRECTED);
        if (!course.preliminaryNegative()) {
            rules.add(StatutoryDate.limit(
                    Milestone.PROVISIONAL_MEASURES,
                    Authority.law("19 U.S.C. 1671b(d)"),
                    after(0, Milestone.PRELIMINARY_PUBLISHED),
                    after(Suspension.AFTER_INITIATION, Milestone.INITIATION_PUBLISHED)));
            rules.add(StatutoryDate.limit(
                    Milestone.CRITICAL_CIRCUMSTANCES,
                    Authority.law("19 U.S.C. 1671b(e)(2); 19 CFR 351.206(d)"),
                    after(-Suspension.CRITICAL_CIRCUMSTANCES, Milestone.PROVISIONAL_MEASURES),
                    after(0, Milestone.INITIATION_PUBLISHED)));
            rules.add(StatutoryDate.limit(
                    Milestone.PROVISIONAL_MEASURES_END,
                    Authority.law("19 U.S.C. 1671b(d); 19 CFR 351.210(h)"),
                    after(Suspension.PROVISIONAL_MEASURES, Milestone.PRELIMINARY_PUBLISHED)));
            suspension();
        }
        add(
                Milestone.ALIGNMENT_REQUEST,
                "19 U.S.C. 1671d(a)(1); 19 CFR 351.210(i)",
                after(ALIGNMENT_REQUEST, Milestone.PRELIMINARY_PUBLISHED));
    }

    /** An aligned final brings the limits of the antidumping case: 19 CFR 351.208(f)(1)(ii). */
    private void suspension() {
        boolean longer = course.finalLater();
        List<Integer> days = longer ? SUSPENSION_ANTIDUMPING : SUSPENSION;
        Milestone from = course.aligned() ? Milestone.ANTIDUMPING_PRELIMINARY : Milestone.PRELIMINARY;
        List<Milestone> steps = List.of(
                Milestone.SUSPENSION_PROPOSED,
                Milestone.SUSPENSION_NOTIFIED,
                Milestone.SUSPENSION_COMMENTS,
                Milestone.SUSPENSION_ACCEPTED);
        List<String> paragraphs = longer
                ? List.of("(f)(1)(i)(A), (ii)", "(f)(1)(ii), (2)(i)(A)", "(f)(1)(ii), (3)(i)", "(f)(1)(ii), (g)(1)(i)")
                : List.of("(f)(1)(i)(B)", "(f)(2)(i)(B)", "(f)(3)(ii)", "(g)(1)(ii)");
        for (int i = 0; i < steps.size(); i++) {
            String citation = "19 CFR 351.208" + paragraphs.get(i);
            add(
                    steps.get(i),
                    course.finalUpstream() && !course.aligned()
                            ? Assumption.SUSPENSION_WITH_UPSTREAM.under(citation)
                            : Authority.law(citation),
                    after(days.get(i), from));
        }
    }

    private void corrections(Milestone determination, Milestone disclosed, Milestone errors, Milestone corrected) {
        add(disclosed, Assumption.ANNOUNCED.under("19 CFR 351.224(b)"), after(DISCLOSURE, determination));
        add(errors, "19 CFR 351.224(c)(2)", after(ERRORS, disclosed));
        if (determination == Milestone.FINAL) {
            add(Milestone.FINAL_ERROR_REPLIES, "19 CFR 351.224(c)(3)", after(ERRORS, errors));
        }
        add(corrected, Assumption.ANNOUNCED.under("19 CFR 351.224(e)"), after(CORRECTION, determination));
    }

    private void antidumping() {
        add(
                Milestone.ANTIDUMPING_PRELIMINARY,
                course.antidumpingExtended()
                        ? "19 U.S.C. 1673b(c)(1); 19 CFR 351.205(b)(2)"
                        : "19 U.S.C. 1673b(b)(1)(A); 19 CFR 351.205(b)(1)",
                after(
                        course.antidumpingExtended() ? ANTIDUMPING_PRELIMINARY_EXTENDED : ANTIDUMPING_PRELIMINARY,
                        Milestone.INITIATION));
        if (finalKnown) {
            add(Milestone.ANTIDUMPING_FINAL, ALIGNED, after(0, Milestone.FINAL));
        } else if (course.finalPostponed()) {
            add(
                    Milestone.ANTIDUMPING_FINAL,
                    "19 U.S.C. 1673d(a)(2); 19 CFR 351.210(b)(2)",
                    after(ANTIDUMPING_FINAL_POSTPONED, Milestone.ANTIDUMPING_PRELIMINARY_PUBLISHED));
        } else {
            add(
                    Milestone.ANTIDUMPING_FINAL,
                    "19 U.S.C. 1673d(a)(1); 19 CFR 351.210(b)(1)",
                    after(FINAL, Milestone.ANTIDUMPING_PRELIMINARY));
        }
    }

    private void untilOrder() {
        StatutoryDate.Count usual = after(FINAL, Milestone.PRELIMINARY);
        if (course.finalLater()) {
            rules.add(StatutoryDate.deadline(Milestone.FINAL_AS_SCHEDULED, Authority.law("19 CFR 351.210(b)(1)"), usual)
                    .superseded());
        }
        if (course.finalUpstream()) {
            add(
                    Milestone.FINAL,
                    "19 U.S.C. 1671b(g)(2); 19 CFR 351.210(b)(3)",
                    after(FINAL_UPSTREAM, Milestone.PRELIMINARY));
        } else if (course.aligned() && !finalKnown) {
            add(Milestone.FINAL, ALIGNED, after(0, Milestone.ANTIDUMPING_FINAL));
        } else if (!course.aligned()) {
            add(Milestone.FINAL, "19 U.S.C. 1671d(a)(1); 19 CFR 351.210(b)(1)", usual);
        }
        add(
                Milestone.ALLEGATION_BEFORE_FINAL_30,
                Assumption.COUNTED_BACK.under("19 CFR 351.206(c)(1)"),
                before(ALLEGATION_PRELIMINARY_FINDING, Milestone.FINAL));
        add(
                Milestone.ALLEGATION_BEFORE_FINAL_21,
                Assumption.COUNTED_BACK.under("19 CFR 351.206(b), (e)"),
                before(ALLEGATION_FINAL_FINDING, Milestone.FINAL));
        corrections(Milestone.FINAL, Milestone.FINAL_DISCLOSED, Milestone.FINAL_ERRORS, Milestone.FINAL_CORRECTED);
        if (course.preliminaryNegative()) {
            add(Milestone.ITC_FINAL, "19 U.S.C. 1671d(b)(3)", after(ITC_FINAL_AFTER_NEGATIVE, Milestone.FINAL));
        } else {
            add(
                    Milestone.ITC_FINAL,
                    "19 U.S.C. 1671d(b)(2)",
                    after(ITC_FINAL_AFTER_FINAL, Milestone.FINAL),
                    after(ITC_FINAL_AFTER_PRELIMINARY, Milestone.PRELIMINARY));
        }
        add(
                Milestone.ORDER,
                Assumption.NOTICE_ON_THE_DAY.under("19 U.S.C. 1671e(a); 19 CFR 351.211(b)"),
                after(ORDER, Milestone.ITC_FINAL));
    }
}
