package org.advalorem.report;

import org.advalorem.rules.Scope;

/** A year and a product as cells; empty for the latest year and for all products. */
final class Scopes {
    private Scopes() {}

    static String year(Scope scope) {
        return scope.year().isPresent() ? Integer.toString(scope.year().getAsInt()) : "";
    }

    static String product(Scope scope) {
        return scope.product().orElse("");
    }
}
