package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.report.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The arithmetic of the live report's script beside that of the program, on numbers of all sizes and on those close to a
 * boundary: powers, legal comparison and rounding, and printed figures.
 *
 * <p>{@code -Dadvalorem.page.numbers=1000000} tries more of them.
 */
final class PageArithmeticTest {
    private static final long SEED = 20_261_203L;
    private static final int NUMBERS = Integer.getInteger("advalorem.page.numbers", 60_000);
    private static final int AT_ONCE = 20_000;
    private static final Path SCRIPTS = Path.of("src/main/resources/org/advalorem/report/page");
    private static final List<Figure> FIGURES =
            List.of(Figure.MONEY, Figure.PUBLISHED, Figure.RATE, Figure.POINTS, Figure.QUANTITY, Figure.PLAIN);

    private static final String COMPUTE = """
            const text = x => Object.is(x, -0) ? "-0.0" : String(x);
            return arguments[0].map(([a, b, places, figure]) => {
              const x = Number(a);
              const y = Number(b);
              return [text(power(x, y)), String(compared(x, y)), text(rounded(x, places)), figureText(figure, x)];
            });
            """;

    /** Two numbers, decimal places and a figure. */
    private record Case(double x, double y, int places, Figure figure) {
        static Case of(Random random) {
            double x;
            double y;
            switch (random.nextInt(8)) {
                case 0 -> {
                    x = finite(random);
                    y = finite(random);
                }
                case 1 -> {
                    x = Math.round(random.nextDouble() * 1e6) / 1e6;
                    y = Math.round(random.nextDouble() * 1e4) / 1e4 * 40 - 20;
                }
                case 2 -> {
                    x = 1 + random.nextGaussian() * 1e-6;
                    y = random.nextGaussian() * 1e9;
                }
                case 3 -> {
                    x = (random.nextInt(2_000_000) + 0.5) / 1e6;
                    y = Math.nextUp(x);
                }
                case 4 -> {
                    x = random.nextInt(100_000) / 10_000.0 + 0.00005;
                    y = x * (1 + random.nextGaussian() * 1e-13);
                }
                case 5 -> {
                    x = 1 + random.nextDouble() * 0.3;
                    y = random.nextInt(60) / 12.0;
                }
                case 6 -> {
                    x = -(random.nextInt(50) + (random.nextBoolean() ? 0 : 0.5));
                    y = random.nextInt(40) - 20;
                }
                default -> {
                    x = random.nextDouble() * 1e3;
                    y = random.nextDouble() * 300 - 150;
                }
            }
            return new Case(x, y, random.nextInt(16), FIGURES.get(random.nextInt(FIGURES.size())));
        }

        private static double finite(Random random) {
            double any = Double.longBitsToDouble(random.nextLong());
            return Double.isFinite(any) ? any : 1.0;
        }

        List<Object> arguments() {
            return List.of(Double.toString(x), Double.toString(y), places, figure.name());
        }

        List<String> expected() {
            int order = Integer.signum(LegalDecimals.compare(x, y));
            return List.of(
                    bits(StrictMath.pow(x, y)),
                    Integer.toString(order),
                    bits(LegalDecimals.round(x, places)),
                    figure.text(x));
        }
    }

    private static String bits(double value) {
        return Double.isNaN(value) ? "NaN" : Long.toHexString(Double.doubleToLongBits(value));
    }

    private static String bits(String value) {
        return bits(Double.parseDouble(value));
    }

    @Test
    void everyOperationHasTheBitsOfTheProgram(@TempDir Path folder) throws IOException {
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are not installed: apt-get install chromium chromium-driver")
                .isTrue();
        StringBuilder page = new StringBuilder("<!DOCTYPE html><title>Arithmetic</title><script>");
        for (String script : List.of("decimals.js", "power.js", "program.js", "figures.js")) {
            page.append(Files.readString(SCRIPTS.resolve(script)));
        }
        Path file = Files.writeString(folder.resolve("arithmetic.html"), page + "</script>");
        Random random = new Random(SEED);
        try (Browser browser = Browser.start(Files.createDirectory(folder.resolve("profile")))) {
            browser.open(file);
            for (int done = 0; done < NUMBERS; done += AT_ONCE) {
                List<Case> cases = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    cases.add(Case.of(random));
                }
                List<?> found = (List<?>)
                        browser.run(COMPUTE, cases.stream().map(Case::arguments).toList());
                for (int i = 0; i < AT_ONCE; i++) {
                    List<?> of = (List<?>) found.get(i);
                    assertThat(List.of(bits((String) of.get(0)), of.get(1), bits((String) of.get(2)), of.get(3)))
                            .as(cases.get(i).toString())
                            .isEqualTo(List.<Object>copyOf(cases.get(i).expected()));
                }
            }
        }
    }
}
