package org.advalorem.whatif;

import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;

/**
 * The rate of a company or of all others.
 *
 * @param published a fraction of two decimals of a percent
 * @param unrounded a fraction
 * @param deMinimis the verdict; none for all others of an investigation
 * @param none whether there is no such rate, and it stands at zero, as the determination is negative
 */
public record Rate(double published, double unrounded, Optional<Boolean> deMinimis, boolean none) {
    /** Published before unrounded, which is how two rates are told apart. */
    int compareTo(Rate other) {
        int order = Double.compare(published, other.published);
        return order == 0 ? LegalDecimals.compare(unrounded, other.unrounded) : order;
    }
}
