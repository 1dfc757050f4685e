package org.advalorem.cli;

/** The question that a group of commands answers, in the order of {@code --help}. */
enum Group {
    CALCULATE("What is the rate, and why?"),
    WHAT_IF("What if?"),
    FILES("How do I write, check and share scenario files?");

    private final String question;

    Group(String question) {
        this.question = question;
    }

    /** The heading of the group. */
    String question() {
        return question;
    }
}
