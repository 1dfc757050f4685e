package org.advalorem.whatif;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.advalorem.Shipped;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Issue;

/**
 * Single edits planted at random in the shipped scenarios, made as a person would make them: in a copy of the data file, or
 * with {@code --set}. Written apart from the search, so that what is planted is not what the search happens to try.
 */
final class PlantedEdits {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final List<String> KINDS = List.of(
            "unit",
            "mass",
            "period",
            "tax",
            "exchange",
            "net",
            "zero",
            "other",
            "digits",
            "method",
            "denominator",
            "issue",
            "left out",
            "twice",
            "date");

    private final SplittableRandom random;
    private final Path folder;
    private final List<Path> files = Shipped.files();
    private final List<Model> models = files.stream().map(Model::load).toList();
    private int copies;

    /**
     * An edit made.
     *
     * @param base the scenario without it
     * @param after the word set, {@code times 0.001} for a whole column or series, or empty for a number
     * @param ratio the number after it over the number before; empty if it is no number
     * @param changed the scenario with it
     */
    record Planted(
            String kind,
            Path file,
            Model base,
            String address,
            String after,
            Optional<BigDecimal> ratio,
            Model changed) {
        /** Whether the search names this edit: this address, with this value. */
        boolean isNamed(SingleEdit.Found found) {
            if (found.settings().equals(List.of(address + "=" + after))) {
                return true;
            }
            if (!found.address().equals(address)) {
                return false;
            }
            if (ratio.isEmpty()) {
                return found.after().equals(after)
                        || (after.equals("turned round") && found.what().startsWith("turned round"))
                        || (after.equals("twice") && found.kind() == EditKind.COUNTED_TWICE);
            }
            Optional<BigDecimal> made =
                    after.startsWith("times") && found.before().isEmpty()
                            ? factor(found.settings())
                            : quotient(found.before(), found.after());
            return made.filter(of -> near(of, ratio.get())).isPresent();
        }

        private static Optional<BigDecimal> factor(List<String> settings) {
            return settings.stream()
                    .filter(setting -> setting.contains("=times "))
                    .map(setting -> new BigDecimal(setting.substring(setting.indexOf("=times ") + 7)))
                    .findFirst();
        }

        private static boolean near(BigDecimal one, BigDecimal other) {
            return one.subtract(other).abs().compareTo(other.abs().multiply(new BigDecimal("1e-9"))) <= 0;
        }
    }

    PlantedEdits(long seed, Path folder) {
        this.random = new SplittableRandom(seed);
        this.folder = folder;
    }

    /** The next edit that moves a published rate. */
    Planted next() {
        while (true) {
            int scenario = scenario();
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            try {
                Optional<Planted> planted = plant(kind, files.get(scenario), models.get(scenario));
                if (planted.isPresent()
                        && !published(planted.get().changed(), models.get(scenario))
                                .equals(published(
                                        models.get(scenario), planted.get().changed()))) {
                    return planted.get();
                }
            } catch (InvalidScenarioException | ArithmeticException e) {
                // a value that the scenario cannot take: another is drawn
            }
        }
    }

    /** A scenario, with a chance in proportion to its inputs. */
    private int scenario() {
        int all = models.stream().mapToInt(PlantedEdits::size).sum();
        int drawn = random.nextInt(all);
        int at = 0;
        while (drawn >= size(models.get(at))) {
            drawn -= size(models.get(at++));
        }
        return at;
    }

    private static int size(Model model) {
        return model.determination().calculation().inputs().size();
    }

    /** The published rates of companies and programs that both have, as the file of a disclosure. */
    static String published(Model of, Model both) {
        StringBuilder text = new StringBuilder("address,value\n");
        for (ResultKey key : of.results().keys()) {
            boolean rate = key.measure() == Measure.RATE
                    && (key.subject().level() == Subject.Level.COMPANY
                            || key.subject().level() == Subject.Level.PROGRAM);
            if (rate && both.result(key).isPresent()) {
                text.append('"')
                        .append(key)
                        .append("\",")
                        .append(percent(of.result(key).orElseThrow()))
                        .append("\n");
            }
        }
        return text.toString();
    }

    private static String percent(double rate) {
        return LegalDecimals.decimal(rate).movePointRight(2).setScale(2, RoundingMode.HALF_UP) + "%";
    }

    private Optional<Planted> plant(String kind, Path file, Model model) {
        return switch (kind) {
            case "unit" -> scaled(kind, file, model, any(model, ""), pick("1000", "1000000", "100"));
            case "mass" -> scaled(kind, file, model, any(model, "/t"), pick("2204.62", "0.907185", "2.20462"));
            case "period" -> scaled(kind, file, model, any(model, ""), pick("12", "4"));
            case "tax" -> scaled(kind, file, model, any(model, "/"), vat(model));
            case "exchange" -> exchange(file, model);
            case "net" -> number(kind, file, model, deduction(model), BigDecimal.ZERO);
            case "zero" -> number(kind, file, model, any(model, ""), BigDecimal.ZERO);
            case "other" -> other(file, model);
            case "digits" -> digits(file, model);
            case "method" -> word(kind, file, model, false);
            case "denominator" -> word(kind, file, model, true);
            case "issue" -> issue(file, model);
            case "left out" -> leftOut(file, model);
            case "twice" -> twice(file, model);
            case "date" -> date(file, model);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private BigDecimal pick(String... factors) {
        BigDecimal factor = new BigDecimal(pick(List.of(factors)));
        return random.nextBoolean() ? factor : BigDecimal.ONE.divide(factor, MathContext.DECIMAL64);
    }

    private BigDecimal vat(Model model) {
        List<BigDecimal> rates = model.determination().calculation().inputs().entrySet().stream()
                .filter(entry -> entry.getKey().contains(".vat")
                        && entry.getValue().decimal().signum() > 0)
                .map(entry -> entry.getValue().decimal())
                .toList();
        BigDecimal factor = BigDecimal.ONE.add(rates.isEmpty() ? new BigDecimal("0.17") : pick(rates));
        return random.nextBoolean() ? factor : BigDecimal.ONE.divide(factor, MathContext.DECIMAL64);
    }

    /** An input, of those whose unit contains that. */
    private Optional<Term> any(Model model, String unit) {
        List<Term> inputs = model.determination().calculation().inputs().values().stream()
                .filter(input -> input.decimal().signum() != 0)
                .filter(input -> input.unit().toString().contains(unit))
                .filter(input ->
                        !input.address().contains(".change.") || input.address().endsWith(".scale"))
                .toList();
        return inputs.isEmpty() ? Optional.empty() : Optional.of(pick(inputs));
    }

    private Optional<Term> deduction(Model model) {
        List<Term> inputs = model.determination().calculation().inputs().values().stream()
                .filter(input -> Stream.of("freight", "returns", ".less.", "fee", "insurance", "handling", ".paid")
                        .anyMatch(word -> input.address().contains(word)))
                .filter(input ->
                        input.decimal().signum() != 0 && !input.address().contains(".change."))
                .toList();
        return inputs.isEmpty() ? Optional.empty() : Optional.of(pick(inputs));
    }

    /** A number, or with equal chance the whole column or series that it is in, times a factor. */
    private Optional<Planted> scaled(String kind, Path file, Model model, Optional<Term> input, BigDecimal factor) {
        if (input.isEmpty()) {
            return Optional.empty();
        }
        String address = input.get().address();
        Matcher column = Pattern.compile("(.*)\\.change\\.(.*)\\.scale").matcher(address);
        Matcher row = Pattern.compile("(.*)\\.\\d+\\.([^.\\d]*)").matcher(address);
        Matcher series = Pattern.compile("(.*)\\.\\d{4}(-\\d{2})?").matcher(address);
        String whole = column.matches()
                ? column.group(1) + "." + column.group(2)
                : row.matches() ? row.group(1) + "." + row.group(2) : series.matches() ? series.group(1) : "";
        if (whole.isEmpty() || (!column.matches() && random.nextBoolean())) {
            return number(kind, file, model, input, input.get().decimal().multiply(factor));
        }
        String setting = "times " + factor.round(new MathContext(15)).toPlainString();
        return Optional.of(
                new Planted(kind, file, model, whole, setting, Optional.of(factor), model.set(whole, setting)));
    }

    /** The number at an input replaced: by {@code --set}, or in a copy of the data file. */
    private Optional<Planted> number(String kind, Path file, Model model, Optional<Term> input, BigDecimal after) {
        if (input.isEmpty() || input.get().address().contains(".change.")) {
            // the scale of a column is no number that anyone writes
            return Optional.empty();
        }
        BigDecimal ratio = after.divide(input.get().decimal(), MathContext.DECIMAL64);
        String address = input.get().address();
        FactRegister.Fact fact = model.determination().register().find(address).orElseThrow();
        String place = fact.origin().place();
        if (place.endsWith(".csv")) {
            return inFile(file, fact, address, ratio)
                    .map(changed -> new Planted(kind, file, model, address, "", Optional.of(ratio), changed));
        }
        WrittenNumber written = WrittenNumber.parse(fact.text()).orElseThrow();
        String text = plain(written.number().multiply(ratio, new MathContext(15)))
                + (written.percent() ? "%" : written.unit().isEmpty() ? "" : " " + written.unit());
        return Optional.of(new Planted(kind, file, model, address, "", Optional.of(ratio), model.set(address, text)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Optional<Model> inFile(Path file, FactRegister.Fact fact, String address, BigDecimal ratio) {
        Path data = Path.of(fact.origin().place());
        String column = address.substring(address.lastIndexOf('.') + 1);
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(data));
            int place = List.of(lines.get(0).split(",")).indexOf(column);
            int line = fact.origin().line() - 1;
            if (place < 0) {
                return Optional.empty();
            }
            List<String> cells = new ArrayList<>(List.of(lines.get(line).split(",", -1)));
            Optional<WrittenNumber> written = WrittenNumber.parse(cells.get(place));
            if (written.isEmpty()) {
                return Optional.empty();
            }
            cells.set(
                    place,
                    plain(written.get().number().multiply(ratio, new MathContext(15)))
                            + (written.get().percent() ? "%" : ""));
            lines.set(line, String.join(",", cells));
            return Optional.of(copied(file, data, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario in a copy of its folder in which one file has other lines. */
    private Model copied(Path file, Path data, List<String> lines) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy" + copies++));
        try (Stream<Path> all = Files.list(file.getParent())) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Files.copy(one, copy.resolve(one.getFileName()));
            }
        }
        Files.write(copy.resolve(data.getFileName()), lines);
        return Model.load(copy.resolve(file.getFileName()));
    }

    /** All rates of a file turned round. */
    private Optional<Planted> exchange(Path file, Model model) {
        SourceNode rates = model.scenario().tree().entries().get("exchange-rates");
        if (!(rates instanceof SourceNode.Scalar name)) {
            return Optional.empty();
        }
        Path data = file.resolveSibling(name.text());
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(data));
            int place = List.of(lines.get(0).split(",")).indexOf("rate");
            for (int i = 1; i < lines.size(); i++) {
                List<String> cells = new ArrayList<>(List.of(lines.get(i).split(",", -1)));
                cells.set(place, plain(BigDecimal.ONE.divide(new BigDecimal(cells.get(place)), new MathContext(15))));
                lines.set(i, String.join(",", cells));
            }
            return Optional.of(new Planted(
                    "exchange",
                    file,
                    model,
                    "exchange-rates.rate",
                    "turned round",
                    Optional.empty(),
                    copied(file, data, lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of another month, year or row of the same series or column, at most two years or rows away in long ones. */
    private Optional<Planted> other(Path file, Model model) {
        List<Term> inputs = model.determination().calculation().inputs().values().stream()
                .filter(input -> input.address().matches(".*\\.\\d{4}-\\d{2}|.*\\.\\d+\\.(price|rate|yield)"))
                .filter(input -> input.decimal().signum() != 0)
                .toList();
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        Term input = pick(inputs);
        String form = form(input.address());
        List<Term> others = inputs.stream()
                .filter(of -> form(of.address()).equals(form) && of.decimal().compareTo(input.decimal()) != 0)
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : number("other", file, model, Optional.of(input), pick(others).decimal());
    }

    private static String form(String address) {
        return address.replaceAll("\\.\\d{4}-\\d{2}$", ".*").replaceAll("\\.\\d+\\.([a-z]+)$", ".*.$1");
    }

    /** Two neighbouring digits exchanged, or a digit dropped. */
    private Optional<Planted> digits(Path file, Model model) {
        Optional<Term> input = any(model, "").filter(of -> !of.address().contains(".change."));
        Matcher number = NUMBER.matcher(
                input.flatMap(of -> model.determination().register().find(of.address()))
                        .map(FactRegister.Fact::text)
                        .orElse(""));
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        String digits = number.group();
        StringBuilder typed = new StringBuilder(digits);
        int at = random.nextInt(digits.length());
        if (random.nextBoolean() && at + 1 < digits.length()) {
            typed.setCharAt(at, digits.charAt(at + 1));
            typed.setCharAt(at + 1, digits.charAt(at));
        } else {
            typed.deleteCharAt(at);
        }
        boolean point = at + 1 < digits.length() && (digits.charAt(at) == '.' || digits.charAt(at + 1) == '.');
        if (point || !NUMBER.matcher(typed).matches() || new BigDecimal(typed.toString()).signum() == 0) {
            return Optional.empty();
        }
        BigDecimal ratio = new BigDecimal(typed.toString()).divide(new BigDecimal(digits), MathContext.DECIMAL64);
        return ratio.compareTo(BigDecimal.ONE) == 0
                ? Optional.empty()
                : number(
                        "digits",
                        file,
                        model,
                        input,
                        input.orElseThrow().decimal().multiply(ratio));
    }

    private Optional<Planted> word(String kind, Path file, Model model, boolean denominator) {
        List<FactRegister.Fact> facts = model.determination().register().all().stream()
                .filter(fact -> fact.term().isEmpty() && !fact.descriptive())
                .filter(fact -> model.scenario().words(fact.address()).contains(fact.text()))
                .filter(fact -> !fact.address().toString().endsWith(".applied"))
                .filter(fact -> fact.address()
                                .toString()
                                .matches(".*\\.(denominator|specificity|cross-owned|role)|.*export-value-adjustment.*")
                        == denominator)
                .toList();
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        FactRegister.Fact fact = pick(facts);
        List<String> words = model.scenario().words(fact.address()).stream()
                .filter(word -> !word.equals(fact.text()))
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : set(kind, file, model, fact.address().toString(), pick(words));
    }

    private static Optional<Planted> set(String kind, Path file, Model model, String address, String value) {
        return Optional.of(new Planted(kind, file, model, address, value, Optional.empty(), model.set(address, value)));
    }

    private Optional<Planted> issue(Path file, Model model) {
        List<Issue> issues = Issue.read(model.scenario(), new Problems());
        if (issues.isEmpty()) {
            return Optional.empty();
        }
        List<Assignment> settings = pick(pick(issues).positions()).settings();
        // a position of one setting is also found as that setting
        return settings.size() == 1 && settings.get(0).value() instanceof SourceNode.Scalar word
                ? set("issue", file, model, settings.get(0).address().toString(), word.text())
                : Optional.empty();
    }

    private Optional<Planted> leftOut(Path file, Model model) {
        if (!(model.scenario().tree().entries().get("programs") instanceof SourceNode.Mapping programs)) {
            return Optional.empty();
        }
        String program = pick(List.copyOf(programs.entries().keySet()));
        String address = new Address(List.of("programs", program, "applied")).toString();
        return set("left out", file, model, address, "no");
    }

    /** A program of a company a second time, under another name. */
    private Optional<Planted> twice(Path file, Model model) {
        SourceNode.Mapping tree = model.scenario().tree();
        SourceNode.Mapping companies = (SourceNode.Mapping) tree.entries().get("companies");
        String company = pick(List.copyOf(companies.entries().keySet()));
        if (!(((SourceNode.Mapping) companies.entries().get(company)).entries().get("uses")
                instanceof SourceNode.Mapping uses)) {
            return Optional.empty();
        }
        String program = pick(List.copyOf(uses.entries().keySet()));
        SourceNode declared =
                ((SourceNode.Mapping) tree.entries().get("programs")).entries().get(program);
        Problems problems = new Problems();
        Optional<Model> changed = model.with(
                List.of(
                        new Assignment(new Address(List.of("programs", "second")), declared, Origin.PROGRAM),
                        new Assignment(
                                new Address(List.of("companies", company, "uses", "second")),
                                uses.entries().get(program),
                                Origin.PROGRAM)),
                problems);
        String address = new Address(List.of("companies", company, "uses", program)).toString();
        return changed.map(of -> new Planted("twice", file, model, address, "twice", Optional.empty(), of));
    }

    private Optional<Planted> date(Path file, Model model) {
        List<FactRegister.Fact> dates = model.determination().register().all().stream()
                .filter(fact -> fact.term().isEmpty() && !fact.descriptive())
                .filter(fact -> fact.text().matches("\\d{4}-\\d{2}-\\d{2}"))
                .filter(fact -> !fact.origin().place().endsWith(".csv"))
                .toList();
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        FactRegister.Fact fact = pick(dates);
        int year = Integer.parseInt(fact.text().substring(0, 4)) + (random.nextBoolean() ? 1 : -1);
        return set(
                "date",
                file,
                model,
                fact.address().toString(),
                year + fact.text().substring(4));
    }

    private static Optional<BigDecimal> quotient(String before, String after) {
        Optional<BigDecimal> from = WrittenNumber.parse(before).map(WrittenNumber::number);
        Optional<BigDecimal> to = WrittenNumber.parse(after).map(WrittenNumber::number);
        return from.isPresent() && to.isPresent() && from.get().signum() != 0
                ? Optional.of(to.get().divide(from.get(), MathContext.DECIMAL64))
                : Optional.empty();
    }

    /** The kinds that are planted. */
    static List<String> kinds() {
        return KINDS.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
