package org.advalorem.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The records that a scenario states, each read once or several times at one address. */
public final class Sheets {
    private final Map<Address, Sheet> sheets = new LinkedHashMap<>();

    void add(Sheet sheet) {
        sheets.putIfAbsent(sheet.rows().address(), sheet);
    }

    /** All records, in the order read. */
    public Collection<Sheet> all() {
        return Collections.unmodifiableCollection(sheets.values());
    }
}
