package org.advalorem.facts;

import java.util.Optional;

/**
 * The place of a value below a mapping or list, for walking along an address.
 *
 * @param type the kind of value allowed there
 * @param defaultText what is read if nothing is written there
 * @param declared whether the key is known in advance (a field, a year, a month) and may be newly written; otherwise it
 *     is the user's own name, which an address can find but not create
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
