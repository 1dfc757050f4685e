package org.advalorem.rules.types;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.allocation.StatedApprovals;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.InputTax;
import org.advalorem.rules.base.LedgerMoney;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.RegimeDifference;

/**
 * Exemption from or remission of an indirect tax or import charge on goods not exported: 19 CFR 351.510; from the 2025
 * text on, also on capital goods under an export program, 351.521.
 *
 * <p>{@code otherwise payable - paid}, received on the day it would have been payable. The benefit is expensed in the
 * year of receipt; before the 2025 text, relief on capital equipment is non-recurring, 351.524(c)(2)(iii).
 */
public final class ImportCharges implements ProgramType {
    static final Column DATE =
            Column.required("date", Column.Type.DATE, "The day on which the charge would have been payable.");
    static final Column PAYABLE = Column.required(
                    "payable", Column.Type.NOT_NEGATIVE, "The tax or charge payable without the program.")
            .withUnits();
    static final Column PAID = Column.optional("paid", Column.Type.NOT_NEGATIVE, "0", "The tax or charge paid.")
            .withUnits();
    static final Column CURRENCY = LedgerMoney.currencyColumn();
    static final Field<Records> ENTRIES = Field.required(
                    "entries",
                    FieldType.records(DATE, PAYABLE, PAID, CURRENCY),
                    "What was payable and what was paid, entry by entry.")
            .under("19 CFR 351.510(a)(1)");
    static final Field<Boolean> CAPITAL_EQUIPMENT = Field.optional(
                    "capital-equipment",
                    FieldType.flag(),
                    "Whether the relief is tied to capital equipment: non-recurring before the text of 2025.")
            .orElse("no")
            .under("19 CFR 351.510(c), 351.521(c), 351.524(c)(2)(iii)");

    static final Field<List<Charge>> CHARGE = Field.<List<Charge>>optional(
                    "charge",
                    FieldType.oneOrMore(FieldType.choice(Charge.class)),
                    "What the relief is from; the program's name tells when left out. Serves to find relief that a"
                            + " benchmark counts too.")
            .describing();

    /** What the relief is from. */
    enum Charge {
        VAT("VAT"),
        IMPORT_DUTY("import duty"),
        OTHER("other");

        private final String label;

        Charge(String label) {
            this.label = label;
        }

        private Optional<InputTax> tax() {
            return switch (this) {
                case VAT -> Optional.of(InputTax.VAT);
                case IMPORT_DUTY -> Optional.of(InputTax.IMPORT_DUTY);
                case OTHER -> Optional.empty();
            };
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final Pattern NAMES_VAT = Pattern.compile("\\b(?:VAT|value[- ]added)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMES_DUTY =
            Pattern.compile("\\b(?:dut(?:y|ies)|tariffs?)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "import-charges";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "relief from indirect taxes or import charges",
                ENTRIES,
                CHARGE,
                CAPITAL_EQUIPMENT,
                StatedApprovals.APPROVED);
    }

    /** Capital equipment is no input of what is sold. */
    @Override
    public Set<InputTax> relieves(Facts use, String program) {
        Set<InputTax> taxes = EnumSet.noneOf(InputTax.class);
        if (use.get(CAPITAL_EQUIPMENT)) {
            return taxes;
        }
        Optional<List<Charge>> stated = use.optional(CHARGE);
        stated.stream().flatMap(List::stream).forEach(charge -> charge.tax().ifPresent(taxes::add));
        if (stated.isEmpty() && NAMES_VAT.matcher(program).find()) {
            taxes.add(InputTax.VAT);
        }
        if (stated.isEmpty() && NAMES_DUTY.matcher(program).find()) {
            taxes.add(InputTax.IMPORT_DUTY);
        }
        return taxes;
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<BenefitKind> kind() {
        return Optional.of(BenefitKind.INDIRECT_TAX);
    }

    @Override
    public Recurrence recurrence(Facts facts, Proceeding proceeding) {
        return facts.get(CAPITAL_EQUIPMENT) && !isExpensed(proceeding)
                ? Recurrence.NON_RECURRING
                : Recurrence.RECURRING;
    }

    /** Whether relief on capital equipment is expensed: American law since the text of 2025. */
    private static boolean isExpensed(Proceeding proceeding) {
        return proceeding.jurisdiction().isAmerican() && proceeding.follows(RegimeDifference.CAPITAL_GOODS);
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        Records rows = facts.get(ENTRIES);
        LedgerMoney money = new LedgerMoney(rows, CURRENCY, context.currency(), context.exchangeRates(), facts);
        checkAll(rows, money);
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Outline.Cell>> table = new ArrayList<>();
        context.byReceipt(rows.rows(), row -> rows.day(row, DATE)).forEach((day, selection) -> {
            String name = context.receiptName(day);
            IntFunction<LocalDate> when = row -> rows.day(row, DATE);
            Term payable =
                    context.totalAtOneLevelOfPrices(selection, when, of -> total(money, of, PAYABLE, name, rows));
            Term paid = context.totalAtOneLevelOfPrices(selection, when, of -> total(money, of, PAID, name, rows));
            Term relief = payable.minus(paid).positivePart();
            receipts.add(new Benefit.Receipt(day, relief, Optional.empty(), selection.length, true));
            table.add(List.of(
                    Outline.words(name),
                    Outline.count(selection.length),
                    Outline.quantity(payable),
                    Outline.quantity(paid),
                    Outline.quantity(relief)));
        });
        context.outline()
                .sheet(
                        "Taxes and charges",
                        List.of(
                                SheetColumn.keyDate("year"),
                                SheetColumn.of("entries", Quality.COUNT),
                                SheetColumn.of("otherwise payable", Quality.MONEY),
                                SheetColumn.of("paid", Quality.MONEY),
                                SheetColumn.of("relief", Quality.MONEY, "otherwise payable", "paid")),
                        table,
                        authority(facts, context));
        return new Benefit.Received(receipts, approvals(facts, context));
    }

    private static Term total(LedgerMoney money, int[] selection, Column column, String in, Records rows) {
        return money.total("in " + in, selection, column, row -> new LedgerMoney.OfDay(rows.day(row, DATE)));
    }

    private static Authority authority(Facts facts, BenefitContext context) {
        if (!facts.get(CAPITAL_EQUIPMENT)) {
            return Authority.law(context.isExportContingent() ? "19 CFR 351.519(a)(1)(ii)" : "19 CFR 351.510(a)(1)");
        }
        if (facts.optional(ProgramType.Recurrence.FIELD).isPresent()) {
            return Authority.law("19 CFR 351.524(c)(2)");
        }
        return context.proceeding().follows(RegimeDifference.CAPITAL_GOODS)
                ? Authority.law(context.isExportContingent() ? "19 CFR 351.521(c)" : "19 CFR 351.510(c)")
                : Assumption.CAPITAL_EQUIPMENT.under("19 CFR 351.524(c)(2)(iii)");
    }

    /** The approvals, all of one year, because entries do not say which of several approvals they fall under. */
    private static List<Benefit.Approval> approvals(Facts facts, BenefitContext context) {
        List<Benefit.Approval> approvals = StatedApprovals.of(facts, context);
        List<String> years = approvals.stream()
                .map(approval -> context.period().name(context.yearOf(approval.day())))
                .distinct()
                .toList();
        if (years.size() > 1) {
            throw facts.problem(
                    Problem.Code.AV401,
                    StatedApprovals.APPROVED,
                    "(approved) of (" + facts.address() + ") covers several years, " + String.join(" and ", years)
                            + ", and its entries do not say which approval they belong to.",
                    "Write a use for each year of approval, with its entries.");
        }
        return approvals;
    }

    /** Checks every entry, so that all problems are reported. */
    private static void checkAll(Records rows, LedgerMoney money) {
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            usable &= isUsable(rows, money, row);
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
    }

    private static boolean isUsable(Records rows, LedgerMoney money, int row) {
        // both cells are looked at, because both may be wrong
        boolean payable = money.isMoney(row, PAYABLE);
        if (!money.isMoney(row, PAID) || !payable) {
            return false;
        }
        if (rows.number(row, PAID) > rows.number(row, PAYABLE)
                && money.unit(row, PAID).equals(money.unit(row, PAYABLE))) {
            LocalDate day = rows.day(row, DATE);
            rows.context()
                    .problems()
                    .add(
                            Problem.Code.AV401,
                            rows.origin(row),
                            "The entry of " + day + " paid more than would have been payable without the program.",
                            "Check that the two are not swapped.");
            return false;
        }
        return true;
    }
}
