package org.advalorem.interactive;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.advalorem.api.Scenario;
import org.advalorem.plot.Chart;
import org.knowm.xchart.XChartPanel;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Opens windows on a display and uses them as a person would, with the pointer; prints what came of it. */
public final class WindowProbe {
    private static final int WAIT = 700;

    private final Robot robot;
    private final Path pictures;

    private WindowProbe(Path pictures) throws Exception {
        this.robot = new Robot();
        this.pictures = pictures;
    }

    /** Where pictures of the windows go. */
    public static void main(String[] arguments) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            System.out.println("UNCAUGHT " + e);
            e.printStackTrace();
        });
        new WindowProbe(Path.of(arguments[0])).use();
        System.exit(0);
    }

    private void use() throws Exception {
        Scenario foil = Scenario.load(Path.of("scenarios/aluminum-foil/scenario.yaml"));
        lines(foil.sweep("benchmarks.ingot.world.LME", "times 0.8 to 1.2 in 9")
                .drawing()
                .chart());
        histogram(foil.simulate(20_000).drawing().chart());
        for (Chart chart : List.of(
                foil.evaluate().drawing().chart(),
                foil.grid(
                                "companies.zhongji.export-value-adjustment.markup",
                                "0% to 20% in 6",
                                "companies.zhongji.export-value-adjustment.method",
                                "none, ratio, denominator")
                        .drawing()
                        .chart())) {
            JFrame frame = open(chart);
            point(plot(frame), 0.4, 0.5);
            picture(frame, chart.getClass().getSimpleName());
            shrink(frame);
        }
    }

    private JFrame open(Chart chart) throws Exception {
        return open(Redrawn.of(chart));
    }

    private JFrame open(AxesChart<?, ?> chart) throws Exception {
        List<JFrame> made = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> made.add(ChartWindow.open(chart)));
        rest();
        return made.get(0);
    }

    private void rest() throws Exception {
        robot.waitForIdle();
        Thread.sleep(WAIT);
    }

    private void lines(Chart chart) throws Exception {
        XYChart drawn = (XYChart) Redrawn.of(chart);
        JFrame frame = open(drawn);
        JCheckBox first = boxes(frame).get(0);
        click(first, 0.2, 0.5);
        System.out.println("hidden " + first.getText() + " " + !series(drawn, 0));
        picture(frame, "hidden");
        click(first, 0.2, 0.5);
        System.out.println("shown again " + series(drawn, 0));
        for (JCheckBox box : boxes(frame)) {
            click(box, 0.2, 0.5);
        }
        long left = drawn.getSeriesCollection().stream()
                .filter(series -> series.isEnabled())
                .count();
        System.out.println("left when all are hidden " + left);
        shrink(frame);
    }

    private static boolean series(XYChart chart, int place) {
        return List.copyOf(chart.getSeriesCollection()).get(place).isEnabled();
    }

    private void histogram(Chart chart) throws Exception {
        XYChart drawn = (XYChart) Redrawn.of(chart);
        JFrame frame = open(drawn);
        Component plot = plot(frame);
        int before = longest(drawn);
        drag(plot, 0.72, 0.86);
        int enlarged = longest(drawn);
        picture(frame, "enlarged");
        click(plot, 0.5, 0.6);
        click(plot, 0.5, 0.6);
        rest();
        System.out.println("enlarged " + (enlarged < before && enlarged > 2));
        shrink(frame);
    }

    private static int longest(XYChart chart) {
        return chart.getSeriesCollection().stream()
                .mapToInt(series -> series.getXData().length)
                .max()
                .orElse(0);
    }

    /** Drags the window to 60 by 60 and back, by steps, as a hand does. */
    private void shrink(JFrame frame) throws Exception {
        Dimension whole = frame.getSize();
        for (int step = 0; step <= 10; step++) {
            int width = whole.width + (60 - whole.width) * step / 10;
            int height = whole.height + (60 - whole.height) * step / 10;
            SwingUtilities.invokeAndWait(() -> frame.setSize(width, height));
            robot.waitForIdle();
            Thread.sleep(60);
        }
        System.out.println("smallest " + frame.getWidth() + " x " + frame.getHeight());
        SwingUtilities.invokeAndWait(() -> frame.setSize(whole));
        rest();
        BufferedImage image = robot.createScreenCapture(bounds(plot(frame)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        System.out.println("drawn again "
                + (Arrays.stream(pixels)
                                .filter(pixel -> (pixel & 0xFFFFFF) != 0xFFFFFF)
                                .count()
                        > 1_000));
        SwingUtilities.invokeAndWait(frame::dispose);
        rest();
    }

    private static Component plot(JFrame frame) {
        return all(frame).stream()
                .filter(XChartPanel.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static List<JCheckBox> boxes(JFrame frame) {
        return all(frame).stream()
                .filter(JCheckBox.class::isInstance)
                .map(JCheckBox.class::cast)
                .toList();
    }

    private static List<Component> all(Container container) {
        List<Component> all = new ArrayList<>();
        for (Component part : container.getComponents()) {
            all.add(part);
            if (part instanceof Container inner) {
                all.addAll(all(inner));
            }
        }
        return all;
    }

    private static Rectangle bounds(Component component) {
        Rectangle seen = component.getParent() instanceof javax.swing.JViewport view
                ? new Rectangle(view.getSize())
                : new Rectangle(component.getSize());
        Point corner = component.getParent() instanceof javax.swing.JViewport view
                ? view.getLocationOnScreen()
                : component.getLocationOnScreen();
        seen.setLocation(corner);
        return seen;
    }

    private void point(Component component, double across, double down) throws Exception {
        Rectangle bounds = bounds(component);
        robot.mouseMove((int) (bounds.x + across * bounds.width), (int) (bounds.y + down * bounds.height));
        rest();
    }

    private void click(Component component, double across, double down) throws Exception {
        point(component, across, down);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        rest();
    }

    private void drag(Component component, double from, double to) throws Exception {
        point(component, from, 0.5);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int step = 1; step <= 10; step++) {
            Rectangle bounds = bounds(component);
            robot.mouseMove(
                    (int) (bounds.x + (from + (to - from) * step / 10) * bounds.width), bounds.y + bounds.height / 2);
            Thread.sleep(30);
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        rest();
    }

    private void picture(JFrame frame, String name) throws Exception {
        ImageIO.write(
                robot.createScreenCapture(frame.getBounds()),
                "png",
                pictures.resolve(name + ".png").toFile());
    }
}
