package org.advalorem.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words among which a cell or value may choose, in any case; true and false stand for yes and no. */
final class Choices {
    private Choices() {}

    /** The choice that a text means, if it means one. */
    static Optional<String> choice(String text, List<String> choices) {
        String word = text.toLowerCase(Locale.ROOT);
        String meant = switch (word) {
            case "true", "y" -> "yes";
            case "false", "n" -> "no";
            default -> word;
        };
        return choices.stream()
                .filter(choice -> choice.toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .or(() -> choices.stream().filter(meant::equals).findFirst());
    }
}
