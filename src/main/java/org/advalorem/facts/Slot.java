package org.advalorem.facts;

import java.util.Optional;

/**
 * A place for a value below a mapping or list, for walking along an address.
 *
 * @param kind what may stand there
 * @param defaultText what is read when nothing stands there
 * @param declared whether the key is known beforehand (a field, a year, a month) and may be written anew; otherwise it is
 *     a name of the user's, which an address can find but not invent
 */
public record Slot(Kind<?> kind, Optional<String> defaultText, boolean declared) {
    static Slot declared(Kind<?> kind) {
        return new Slot(kind, Optional.empty(), true);
    }

    static Slot named(Kind<?> kind) {
        return new Slot(kind, Optional.empty(), false);
    }

    static Optional<Slot> of(FieldSet fields, String key) {
        return fields.find(key).map(field -> new Slot(field.kind(), field.defaultText(), true));
    }
}
