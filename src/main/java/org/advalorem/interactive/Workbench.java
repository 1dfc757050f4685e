package org.advalorem.interactive;

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Phaser;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.advalorem.cli.Interactive;
import org.advalorem.plot.Chart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** The interactive side, as the program finds it. */
public final class Workbench implements Interactive {
    /** One party for whoever waits, one for each window. */
    private final Phaser open = new Phaser(1);

    /** Called by the service loader. */
    public Workbench() {}

    @Override
    public String obstacle() {
        return Display.obstacle();
    }

    @Override
    public void show(Chart chart) {
        show(Redrawn.of(chart));
    }

    void show(AxesChart<?, ?> chart) {
        open.register();
        SwingUtilities.invokeLater(() -> {
            JFrame frame = ChartWindow.open(chart);
            frame.addWindowListener(new WindowAdapter() {
                @Override
                public void windowClosed(WindowEvent event) {
                    open.arriveAndDeregister();
                }
            });
        });
    }

    @Override
    public void await() {
        open.arriveAndAwaitAdvance();
    }

    @Override
    public int shell(List<String> files, List<String> settings, Optional<String> script) throws IOException {
        return Shell.start(files, settings, script);
    }
}
