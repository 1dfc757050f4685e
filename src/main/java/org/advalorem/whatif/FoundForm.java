package org.advalorem.whatif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/** The bytes of what was found in a file of a portfolio; a file with a fault is read again where its name is known. */
final class FoundForm implements RemotePieces.Form<Portfolio.Found> {
    private final List<Path> files;

    FoundForm(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public boolean write(Portfolio.Found found, PackedWriter out) {
        out.count(found.overlay() ? 1 : 0).count(found.rows().size());
        for (Portfolio.Row row : found.rows()) {
            if (row.rate().isEmpty()) {
                return false;
            }
            out.text(row.title()).text(row.illustrative()).text(row.of()).text(row.name());
            Rate rate = row.rate().get();
            out.number(rate.published()).number(rate.unrounded());
            out.count(rate.deMinimis().map(holds -> holds ? 2 : 1).orElse(0)).count(rate.none() ? 1 : 0);
            out.count(row.simulated().isPresent() ? 1 : 0);
            row.simulated()
                    .ifPresent(of -> out.number(of.deMinimis().orElse(Double.NaN))
                            .number(of.low())
                            .number(of.high()));
        }
        return true;
    }

    @Override
    public Portfolio.Found read(int piece, PackedReader in) {
        String file = Portfolio.name(files.get(piece));
        boolean overlay = in.count() == 1;
        List<Portfolio.Row> rows = new ArrayList<>();
        for (int i = in.size(); i > 0; i--) {
            rows.add(new Portfolio.Row(
                    file,
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    Optional.of(rate(in)),
                    in.count() == 1 ? Optional.of(simulated(in)) : Optional.empty(),
                    Optional.empty()));
        }
        return new Portfolio.Found(file, overlay, rows);
    }

    private static Rate rate(PackedReader in) {
        double published = in.number();
        double unrounded = in.number();
        int verdict = in.size();
        return new Rate(
                published, unrounded, verdict == 0 ? Optional.empty() : Optional.of(verdict == 2), in.count() == 1);
    }

    private static Portfolio.Simulated simulated(PackedReader in) {
        double share = in.number();
        return new Portfolio.Simulated(
                Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(share), in.number(), in.number());
    }
}
