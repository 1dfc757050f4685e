package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.advalorem.calculation.RecordTable;

/** What a formula refers to, found before anything has its place. */
final class Referred implements CellFormula.Names {
    private final Set<Node> nodes = new LinkedHashSet<>();
    private final Set<RecordTable> tables = new LinkedHashSet<>();

    private Referred() {}

    /** What the formula of a node refers to. */
    static Referred by(Node node, Splits splits) {
        Referred referred = new Referred();
        new CellFormula(splits, referred).of(node);
        return referred;
    }

    /** The nodes, in the order of the formula. */
    List<Node> nodes() {
        return new ArrayList<>(nodes);
    }

    /** The tables of records. */
    Set<RecordTable> tables() {
        return tables;
    }

    @Override
    public String of(Node node) {
        nodes.add(node);
        return "";
    }

    @Override
    public int together(List<Node> all) {
        nodes.addAll(all);
        return all.size();
    }

    @Override
    public String range(List<Node> all) {
        return "";
    }

    @Override
    public String prices(RecordTable records) {
        tables.add(records);
        return "";
    }

    @Override
    public String quantities(RecordTable records) {
        tables.add(records);
        return "";
    }
}
