package org.advalorem.bracketing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Figures within ten percent of confidential ones (19 CFR 351.304(c)(1)). How far a figure is from its number follows from the
 * address and a key, by HMAC-SHA256, and not from the number: it is the same in every version, so that neither an average of
 * versions nor one in which the number is corrected approaches it; and without the key there is nothing to work back from.
 */
final class Ranges {
    private static final String ALGORITHM = "HmacSHA256";

    /** The nearest and the farthest that a figure is from its number, as shares of it. */
    private static final double NEAREST = 0.02;

    private static final double FARTHEST = 0.095;
    private static final int BITS = 53;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private final Optional<String> key;
    private boolean withoutKey;

    Ranges(Optional<String> key) {
        this.key = key;
    }

    /** The figure shown for a number; zero has none. */
    Optional<BigDecimal> of(String address, BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.empty();
        }
        if (key.isEmpty()) {
            withoutKey = true;
            return Optional.empty();
        }
        double drawn = drawn(address);
        double away = (NEAREST + (FARTHEST - NEAREST) * Math.abs(drawn)) * (drawn < 0 ? -1 : 1);
        return Optional.of(number.multiply(BigDecimal.valueOf(1 + away)).round(THREE_DIGITS));
    }

    /** Whether a figure was asked for, and there was no key. */
    boolean isWithoutKey() {
        return withoutKey;
    }

    /** A number between -1 and 1 that only who has the key can find. */
    private double drawn(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.orElseThrow().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] bytes = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                bits = (bits << Byte.SIZE) | (bytes[i] & 0xFF);
            }
            return 2 * ((bits >>> (Long.SIZE - BITS)) * 0x1p-53) - 1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }
}
