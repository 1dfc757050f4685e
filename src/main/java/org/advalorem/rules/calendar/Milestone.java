package org.advalorem.rules.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;

/**
 * What happens on a date of an investigation. Each is declared after those that it is counted from.
 *
 * <p>A milestone with a field may be stated with its actual day, which then takes the place of the one derived.
 */
@SuppressWarnings("ImmutableEnumChecker") // a field and an unmodifiable list
public enum Milestone {
    FILED("filed", "Petition filed", Agency.COMMERCE, "The day on which the petition was filed.", List.of()),
    INITIATION(
            "initiation",
            "Initiation",
            Agency.COMMERCE,
            "The day on which Commerce initiated the investigation.",
            List.of(FILED)),
    INITIATION_PUBLISHED(
            "initiation-published",
            "Notice of initiation published",
            Agency.COMMERCE,
            "The day on which the notice of initiation was published.",
            List.of(INITIATION)),
    ITC_PRELIMINARY(
            "itc-preliminary",
            "ITC preliminary determination",
            Agency.ITC,
            "The day of the Commission's preliminary determination.",
            List.of(FILED)),
    PRELIMINARY_AS_SCHEDULED(
            "preliminary-as-scheduled", "Preliminary determination as first scheduled", Agency.COMMERCE),
    POSTPONEMENT_REQUEST(
            "postponement-request", "Last day to request postponement of the preliminary", Agency.COMMERCE),
    POSTPONEMENT_NOTICE(
            "postponement-notice", "Parties notified of a postponement of the preliminary", Agency.COMMERCE),
    PRELIMINARY(
            "preliminary",
            "Preliminary determination",
            Agency.COMMERCE,
            "The day of the preliminary determination.",
            List.of(INITIATION, ITC_PRELIMINARY)),
    ALLEGATION_BEFORE_PRELIMINARY(
            "allegation-before-preliminary",
            "Critical circumstances alleged, for a finding by the preliminary",
            Agency.COMMERCE),
    PRELIMINARY_DISCLOSED(
            "preliminary-disclosed",
            "Preliminary calculations disclosed",
            Agency.COMMERCE,
            "The day on which the calculations of the preliminary were disclosed to the party.",
            List.of(PRELIMINARY)),
    PRELIMINARY_ERRORS("preliminary-errors", "Comments on significant ministerial errors", Agency.COMMERCE),
    PRELIMINARY_CORRECTED("preliminary-corrected", "Corrected preliminary", Agency.COMMERCE),
    PRELIMINARY_PUBLISHED(
            "preliminary-published",
            "Preliminary published",
            Agency.COMMERCE,
            "The day on which the preliminary determination was published.",
            List.of(PRELIMINARY)),
    PROVISIONAL_MEASURES("provisional-measures", "Suspension of liquidation and deposits begin", Agency.CBP),
    CRITICAL_CIRCUMSTANCES(
            "critical-circumstances-from", "Entries reached by critical circumstances begin", Agency.CBP),
    PROVISIONAL_MEASURES_END(
            "provisional-measures-end", "Provisional measures end; entries from this day are in the gap", Agency.CBP),
    ALIGNMENT_REQUEST("alignment-request", "Last day to request alignment of the final", Agency.COMMERCE),
    ANTIDUMPING_PRELIMINARY(
            "antidumping-preliminary",
            "Antidumping preliminary determination",
            Agency.COMMERCE,
            "The day of the preliminary determination of the antidumping case initiated on the same day.",
            List.of(INITIATION)),
    ANTIDUMPING_PRELIMINARY_PUBLISHED(
            "antidumping-preliminary-published",
            "Antidumping preliminary published",
            Agency.COMMERCE,
            "The day on which the antidumping preliminary determination was published.",
            List.of(ANTIDUMPING_PRELIMINARY)),
    SUSPENSION_PROPOSED("suspension-proposed", "Suspension agreement proposed", Agency.COMMERCE),
    SUSPENSION_NOTIFIED("suspension-notified", "Parties notified of a suspension agreement", Agency.COMMERCE),
    SUSPENSION_COMMENTS("suspension-comments", "Comments on a suspension agreement", Agency.COMMERCE),
    SUSPENSION_ACCEPTED("suspension-accepted", "Suspension agreement accepted", Agency.COMMERCE),
    ANTIDUMPING_FINAL(
            "antidumping-final",
            "Antidumping final determination",
            Agency.COMMERCE,
            "The day of the antidumping final determination.",
            List.of(ANTIDUMPING_PRELIMINARY_PUBLISHED)),
    FINAL_AS_SCHEDULED("final-as-scheduled", "Final determination as first scheduled", Agency.COMMERCE),
    FINAL(
            "final",
            "Final determination",
            Agency.COMMERCE,
            "The day of the final determination.",
            List.of(PRELIMINARY_PUBLISHED)),
    ALLEGATION_BEFORE_FINAL_30(
            "allegation-for-preliminary-finding",
            "Critical circumstances alleged, for a preliminary finding",
            Agency.COMMERCE),
    ALLEGATION_BEFORE_FINAL_21(
            "allegation-for-final-finding", "Critical circumstances alleged, for a final finding", Agency.COMMERCE),
    FINAL_DISCLOSED(
            "final-disclosed",
            "Final calculations disclosed",
            Agency.COMMERCE,
            "The day on which the calculations of the final were disclosed to the party.",
            List.of(FINAL)),
    FINAL_ERRORS("final-errors", "Comments on ministerial errors", Agency.COMMERCE),
    FINAL_ERROR_REPLIES("final-error-replies", "Replies to comments on ministerial errors", Agency.COMMERCE),
    FINAL_CORRECTED("final-corrected", "Corrected final", Agency.COMMERCE),
    ITC_FINAL(
            "itc-final",
            "ITC final determination",
            Agency.ITC,
            "The day of the Commission's final determination, of which it notifies Commerce.",
            List.of(FINAL)),
    ORDER("order", "Order published", Agency.COMMERCE, "The day on which the order was published.", List.of(ITC_FINAL)),
    LIQUIDATION("liquidation", "Entry liquidated", Agency.CBP, "The day on which an entry was liquidated.", List.of()),
    PROTEST("protest", "Last day to protest the liquidation", Agency.CBP);

    private final String id;
    private final String label;
    private final Agency agency;
    private final Optional<Field<LocalDate>> field;
    private final List<Milestone> follows;

    Milestone(String id, String label, Agency agency) {
        this(id, label, agency, Optional.empty(), List.of());
    }

    Milestone(String id, String label, Agency agency, String stated, List<Milestone> follows) {
        this(
                id,
                label,
                agency,
                Optional.of(Field.optional(id, FieldType.date(), stated).describing()),
                follows);
    }

    Milestone(String id, String label, Agency agency, Optional<Field<LocalDate>> field, List<Milestone> follows) {
        this.id = id;
        this.label = label;
        this.agency = agency;
        this.field = field;
        this.follows = follows;
    }

    /** What happens, in words. */
    public String label() {
        return label;
    }

    /** The agency that acts or with which a party files. */
    public Agency agency() {
        return agency;
    }

    /** The field that states the actual day; empty for what is only derived. */
    Optional<Field<LocalDate>> field() {
        return field;
    }

    /** Everything with a field that cannot happen after this. */
    Set<Milestone> earlier() {
        Set<Milestone> earlier = EnumSet.noneOf(Milestone.class);
        for (Milestone before : follows) {
            earlier.add(before);
            earlier.addAll(before.earlier());
        }
        return earlier;
    }

    /** The fields of those that may be stated, in order. */
    static List<Field<?>> fields() {
        return Arrays.stream(values())
                .flatMap(milestone -> milestone.field().stream())
                .<Field<?>>map(field -> field)
                .toList();
    }

    /** The name in files. */
    @Override
    public String toString() {
        return id;
    }
}
