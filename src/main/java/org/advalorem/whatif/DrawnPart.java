package org.advalorem.whatif;

/**
 * A part with the assembly of its draws.
 *
 * @param drawn whose sink is the part
 */
record DrawnPart(Drawn drawn, DrawParts.Part part) {}
