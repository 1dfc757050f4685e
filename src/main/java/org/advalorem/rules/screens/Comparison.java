package org.advalorem.rules.screens;

import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;

/**
 * A number beside the threshold that it is compared with.
 *
 * @param id its name in addresses, such as {@code negligibility-country}
 * @param what the number in words
 * @param relation the side of the threshold on which the comparison holds
 * @param threshold the threshold in words, such as {@code 3 percent}
 * @param number what is compared
 * @param bound the threshold
 * @param distance the number less the threshold
 * @param met whether the comparison holds, at legal precision
 * @param quality the kind of number
 * @param authority the paragraph that states the threshold
 */
public record Comparison(
        String id,
        String what,
        Relation relation,
        String threshold,
        Term number,
        Term bound,
        Term distance,
        Term met,
        Quality quality,
        Authority authority) {

    /** The side of a threshold. */
    public enum Relation {
        BELOW("less than") {
            @Override
            Term holds(Term number, Term bound) {
                return number.less(bound);
            }
        },
        AT_MOST("at most") {
            @Override
            Term holds(Term number, Term bound) {
                return number.atMost(bound);
            }
        },
        ABOVE("more than") {
            @Override
            Term holds(Term number, Term bound) {
                return bound.less(number);
            }
        },
        AT_LEAST("at least") {
            @Override
            Term holds(Term number, Term bound) {
                return bound.atMost(number);
            }
        };

        private final String words;

        Relation(String words) {
            this.words = words;
        }

        abstract Term holds(Term number, Term bound);

        @Override
        public String toString() {
            return words;
        }
    }

    /** What is required of the number, such as {@code less than 3 percent}. */
    public String required() {
        return relation + " " + threshold;
    }

    /** The comparison in words. */
    public String words() {
        return what + ": " + required();
    }

    /** The kind of number that the distance is. */
    public Quality ofDistance() {
        return distance.unit().isFraction() ? Quality.POINTS : quality;
    }

    /** Whether it compares amounts per unit of the goods, not fractions. */
    public boolean isPerUnit() {
        return quality == Quality.PRICE;
    }
}
