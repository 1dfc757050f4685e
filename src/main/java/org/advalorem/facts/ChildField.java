package org.advalorem.facts;

import java.util.Optional;

/**
 * A place for a value below a mapping or list, for walking along an address.
 *
 * @param type what may stand there
 * @param defaultText what is read when nothing stands there
 * @param declared whether the key is known beforehand (a field, a year, a month) and may be written anew; otherwise it is
 *     a name of the user's, which an address can find but not invent
 */
public record ChildField(FieldType<?> type, Optional<String> defaultText, boolean declared) {
    static ChildField declared(FieldType<?> type) {
        return new ChildField(type, Optional.empty(), true);
    }

    static ChildField named(FieldType<?> type) {
        return new ChildField(type, Optional.empty(), false);
    }

    static Optional<ChildField> of(FieldSet fields, String key) {
        return fields.find(key).map(field -> new ChildField(field.type(), field.defaultText(), true));
    }
}
