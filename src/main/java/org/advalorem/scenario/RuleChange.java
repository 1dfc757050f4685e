package org.advalorem.scenario;

/**
 * A rule whose results changed from one version of the program to the next.
 *
 * @param id a unique name, never reused
 * @param version the first version that applies the change
 * @param rule the rule and its authority
 * @param decision what the program does now, and why
 * @param example an input, in words
 * @param before the result for the example before the change
 * @param after the result for the example since the change
 */
public record RuleChange(
        String id, String version, String rule, String decision, String example, String before, String after) {}
