package org.advalorem.scenario;

/**
 * A rule whose numbers changed from one version of the program to the next.
 *
 * @param id never used for another change
 * @param version the first that computes by it
 * @param rule with its authority
 * @param decision what is done now, and why
 * @param example an input, in words
 * @param before what was computed of the example
 * @param after what is computed of it
 */
public record RuleChange(
        String id, String version, String rule, String decision, String example, String before, String after) {}
