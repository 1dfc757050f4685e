package org.advalorem.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The records and monthly series that a scenario states, each read once or several times at one address. */
public final class Sheets {
    private final Map<Address, Sheet> sheets = new LinkedHashMap<>();

    private final Map<Address, MonthlySeries> series = new LinkedHashMap<>();

    /** Adds a value if it is a series, or series by name. */
    void add(Object value, Address address) {
        if (value instanceof MonthlySeries monthly) {
            series.putIfAbsent(address, monthly);
        } else if (value instanceof Map<?, ?> named) {
            named.forEach((name, of) -> {
                if (of instanceof MonthlySeries monthly) {
                    series.putIfAbsent(address.child(name.toString()), monthly);
                }
            });
        }
    }

    void add(Sheet sheet) {
        sheets.putIfAbsent(sheet.rows().address(), sheet);
    }

    /** All series by month, in the order read. */
    public Map<Address, MonthlySeries> series() {
        return Collections.unmodifiableMap(series);
    }

    /** All records, in the order read. */
    public Collection<Sheet> all() {
        return Collections.unmodifiableCollection(sheets.values());
    }
}
