package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.engine.RemoteRun;

/** The bytes of the sums of a chunk. Every process finds the same centres, so that nothing else needs to be told. */
final class SumsForm implements RemoteRun.Form<List<SobolSums>>, RemoteRun.Forms<SumsForm> {
    private final double[] centres;
    private final int exchanges;

    SumsForm(double[] centres, int exchanges) {
        this.centres = centres.clone();
        this.exchanges = exchanges;
    }

    @Override
    public void write(List<SobolSums> read, PackedWriter out) {
        read.forEach(sums -> sums.write(out));
    }

    @Override
    public List<SobolSums> read(PackedReader in) {
        List<SobolSums> read = new ArrayList<>(centres.length);
        for (double centre : centres) {
            read.add(SobolSums.read(centre, exchanges, in));
        }
        return read;
    }

    @Override
    public void write(PackedWriter out) {
        // nothing changes
    }

    @Override
    public SumsForm now() {
        return this;
    }

    @Override
    public SumsForm of(PackedReader in, int stretch) {
        return this;
    }
}
