package org.advalorem.whatif;

import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;

/**
 * The rate of a company or of all others.
 *
 * @param published a fraction, rounded to two decimals of a percent
 * @param unrounded a fraction
 * @param deMinimis the verdict; empty for all others in an investigation
 * @param none whether there is no such rate, shown as zero, because the determination is negative
 */
public record Rate(double published, double unrounded, Optional<Boolean> deMinimis, boolean none) {
    /** The order of two rates: by published rate, then by unrounded rate. */
    int compareTo(Rate other) {
        int order = Double.compare(published, other.published);
        return order == 0 ? LegalDecimals.compare(unrounded, other.unrounded) : order;
    }
}
