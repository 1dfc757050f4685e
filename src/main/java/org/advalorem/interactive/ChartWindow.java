package org.advalorem.interactive;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import javax.swing.WindowConstants;
import org.advalorem.plot.Palette;
import org.knowm.xchart.XChartPanel;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.series.AxesChartSeries;

/**
 * A window with a chart: what is pointed at is named, a part of {@code x} is enlarged by dragging over it and shown whole
 * again by a double click, and a click on a name of the legend hides its series and shows it again. The legend is drawn here,
 * because that of XChart cannot be clicked on.
 */
final class ChartWindow {
    /** A smaller plot holds nothing that could be read, and XChart cannot divide its axes. */
    private static final int LEAST = 140;

    private static final int LEGEND = 240;
    /** The most of a chart that a new window shows at once. */
    private static final int HIGHEST = 640;

    private static final int SCROLLED = 24;

    private final AxesChart<?, ?> chart;
    private final XChartPanel<?> panel;

    private ChartWindow(AxesChart<?, ?> chart) {
        this.chart = chart;
        this.panel = new Plot(chart);
    }

    /** Opens a window; to be called in the thread of events. */
    static JFrame open(AxesChart<?, ?> chart) {
        return new ChartWindow(chart).frame();
    }

    /** The panel of the chart, which stays blank while it is too small for one. */
    private static final class Plot extends XChartPanel<AxesChart<?, ?>> implements Scrollable {
        private static final long serialVersionUID = 1;

        private Plot(AxesChart<?, ?> chart) {
            super(chart);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            if (getWidth() >= LEAST && getHeight() >= LEAST) {
                super.paintComponent(graphics);
            } else {
                graphics.setColor(Palette.PAPER);
                graphics.fillRect(0, 0, getWidth(), getHeight());
            }
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return new Dimension(getPreferredSize().width, Math.min(getPreferredSize().height, HIGHEST));
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return SCROLLED;
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return visible.height;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        /** Only a chart of many rows is higher than its window. */
        @Override
        public boolean getScrollableTracksViewportHeight() {
            return getPreferredSize().height <= HIGHEST || getParent().getHeight() > getPreferredSize().height;
        }
    }

    private JFrame frame() {
        JFrame frame = new JFrame(chart.getTitle());
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.setLayout(new BorderLayout());
        frame.add(title(chart.getTitle()), BorderLayout.NORTH);
        chart.getStyler().setChartTitleVisible(false);
        if (chart instanceof XYChart) {
            // names beside it can be clicked on
            chart.getStyler().setLegendVisible(false);
            frame.add(legend(), BorderLayout.EAST);
            panel.setZoomEnabled(true);
        }
        panel.setToolTipsEnabled(true);
        JScrollPane scroll = new JScrollPane(
                panel,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(null);
        frame.add(scroll, BorderLayout.CENTER);
        frame.getContentPane().setBackground(Palette.PAPER);
        frame.pack();
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
        return frame;
    }

    private static Component title(String title) {
        JTextArea text = new JTextArea(title);
        text.setEditable(false);
        text.setFocusable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        text.setForeground(Palette.INK);
        text.setBackground(Palette.PAPER);
        text.setBorder(BorderFactory.createEmptyBorder(10, 12, 0, 12));
        return text;
    }

    /** A line of the legend for each name, in the order of the series. */
    private Component legend() {
        Map<String, List<AxesChartSeries>> named = new LinkedHashMap<>();
        for (AxesChartSeries series : chart.getSeriesCollection()) {
            if (series.isShowInLegend() || named.containsKey(series.getLabel())) {
                named.computeIfAbsent(series.getLabel(), label -> new ArrayList<>())
                        .add(series);
            }
        }
        JPanel lines = new JPanel();
        lines.setLayout(new BoxLayout(lines, BoxLayout.Y_AXIS));
        lines.setBackground(Palette.PAPER);
        lines.setBorder(BorderFactory.createEmptyBorder(12, 4, 12, 8));
        named.forEach((label, series) -> {
            lines.add(line(label, series));
            lines.add(Box.createVerticalStrut(2));
        });
        JScrollPane scroll = new JScrollPane(
                lines,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(null);
        scroll.setPreferredSize(new Dimension(LEGEND, 0));
        scroll.setVisible(!named.isEmpty());
        return scroll;
    }

    private JCheckBox line(String label, List<AxesChartSeries> series) {
        // HTML is what wraps the text of a button
        String words = label.replace("&", "&amp;").replace("<", "&lt;");
        JCheckBox line = new JCheckBox("<html>" + words + "</html>", true);
        line.setSelectedIcon(new Sample(series.get(0), true));
        line.setIcon(new Sample(series.get(0), false));
        line.setToolTipText(label + ": a click hides or shows it");
        line.setBackground(Palette.PAPER);
        line.setForeground(Palette.INK);
        line.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        line.addActionListener(event -> {
            boolean others = chart.getSeriesCollection().stream()
                    .anyMatch(other -> other.isEnabled() && !series.contains(other));
            if (!line.isSelected() && !others) {
                // without any series there is no axis
                line.setSelected(true);
                return;
            }
            series.forEach(each -> each.setEnabled(line.isSelected()));
            panel.repaint();
        });
        return line;
    }

    /** How a series is drawn: its line, or its colour where it is an area; hollow while it is hidden. */
    private record Sample(AxesChartSeries series, boolean shown) implements Icon {
        private static final int WIDTH = 26;
        private static final int HEIGHT = 12;

        @Override
        public int getIconWidth() {
            return WIDTH;
        }

        @Override
        public int getIconHeight() {
            return HEIGHT;
        }

        @Override
        public void paintIcon(Component on, Graphics graphics, int x, int y) {
            Graphics2D pen = (Graphics2D) graphics.create();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            Color fill = series.getFillColor();
            boolean isArea = ChartWindow.isArea(series);
            if (!shown) {
                pen.setColor(Palette.AXIS);
                pen.drawRect(x, y, WIDTH - 1, HEIGHT - 1);
            } else if (isArea) {
                pen.setColor(fill);
                pen.fillRect(x, y, WIDTH, HEIGHT);
            } else {
                pen.setColor(series.getLineColor());
                pen.setStroke(series.getLineStyle());
                pen.drawLine(x, y + HEIGHT / 2, x + WIDTH, y + HEIGHT / 2);
            }
            pen.dispose();
        }
    }

    private static boolean isArea(AxesChartSeries series) {
        return series instanceof org.knowm.xchart.XYSeries xy
                && xy.getXYSeriesRenderStyle()
                        .filter(style -> switch (style) {
                            case Area, StepArea, PolygonArea -> true;
                            case Line, Step, Scatter -> false;
                        })
                        .isPresent();
    }
}
