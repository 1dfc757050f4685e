package org.advalorem.uncertainty;

import java.nio.charset.StandardCharsets;

/**
 * Hashes that are the same on every machine and will never change.
 *
 * <p>Texts are hashed by the 64-bit FNV-1a of G. Fowler, L. C. Noll and K.-P. Vo over their UTF-8 bytes (offset basis
 * {@code 0xcbf29ce484222325}, prime {@code 0x100000001b3}). Numbers are hashed by the finaliser of splitmix64, a
 * bijection in which each bit of the argument flips each bit of the result with probability close to one half (G. L.
 * Steele, D. Lea and C. H. Flood, OOPSLA 2014, doi:10.1145/2660193.2660195).
 */
final class StableHash {
    /** 2^64 divided by the golden ratio, made odd: its multiples are evenly spread. */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private StableHash() {}

    static long of(String text) {
        long hash = BASIS;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * PRIME;
        }
        return hash;
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A key for one purpose of one input under one seed; keys for different purposes are unrelated. */
    static long key(long seed, String address, long purpose) {
        return mix(mix(mix(seed + GOLDEN) + of(address)) + (purpose + 1) * GOLDEN);
    }
}
